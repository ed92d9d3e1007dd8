"""Writers: records to JSON, CSV, tables and the rest; one module a format, imported when it is chosen."""

from __future__ import annotations
