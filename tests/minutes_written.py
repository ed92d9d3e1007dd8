"""Minutes as the writers of each format write them."""

from __future__ import annotations

import io

from minutes_cli.output.formats import Format
from minutes_cli.output.writer import Layout, new_writer
from minutes_cli.records import Minutes


def write_all(form: Format, layout: Layout, *documents: Minutes, stream: io.BytesIO | None = None) -> bytes:
    """What the format's writer makes of the documents, one after the other; in ``stream``, if one is given."""
    stream = stream or io.BytesIO()
    writer = new_writer(form, stream, layout)
    for minutes in documents:
        writer.write(minutes)
    writer.close()
    return stream.getvalue()
