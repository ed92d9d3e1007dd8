"""The register: the records of all minutes read so far, and what people have noted about their actions.

A register is an SQLite file or a PostgreSQL server. `database.open_register` opens one; `save` files minutes in it,
`tracked`, `decisions` and `people` answer questions, `edits` takes down what a person says of an action, `exchange`
carries a register elsewhere. SQL is written once, in the part of the language that both servers share.
"""

from __future__ import annotations
