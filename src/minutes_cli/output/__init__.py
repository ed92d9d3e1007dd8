"""Writers: records to JSON, CSV, tables and the rest; one module a format, imported when it is chosen.

Two ways lead here. ``minutes extract`` has whole documents: `writer.new_writer` gives a writer for any format, which
takes one `Minutes` after the other. The commands over many meetings have rows (`rows.Row`: a mapping of column names
to text, numbers, tuples of text or None; dates as ISO 8601 text) and call the function of a format:

=========  =====================================================================================================
csv, tsv   ``delimited.write_delimited(stream, columns, rows, delimiter=",", raw=False, marked=False)``
json(l)    ``json_text.write_rows(stream, rows, lines=False)``
table      ``table.write_table(stream, sheets)``, a `rows.Sheet` being a title, columns with headings, and rows
markdown   ``markdown.write_markdown(stream, sheets)``
xlsx       ``xlsx.write_xlsx(stream, sheets)``
ics        ``ics.write_ics(stream, rows)``, rows of actions
todotxt    ``todotxt.write_todotxt(stream, rows)``, rows of actions
=========  =====================================================================================================

Every ``stream`` is binary, and `target.Target` opens one: standard output, or a file that appears whole or not at all.
Rows of actions have the columns of ``rows.COLUMNS[Kind.ACTIONS]``, any of which may be missing but ``text``, and may
have more; ``ics`` and ``todotxt`` take ``id`` as the action's name in the calendar or list, and ``note`` where there is
one.
"""

from __future__ import annotations
