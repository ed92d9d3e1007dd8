"""From bytes to :class:`~minutes_cli.source.base.Source`: one reader a format, chosen by content."""

from minutes_cli.source.base import Source
from minutes_cli.source.read import read_bytes, read_path, read_text

__all__ = ["Source", "read_bytes", "read_path", "read_text"]
