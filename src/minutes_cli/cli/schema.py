"""``minutes schema``: the JSON Schema of the records."""

from __future__ import annotations

import typer

from minutes_cli.cli.group import new_app

app = new_app()


@app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of the records."""
    import json

    from minutes_cli.records import Minutes

    schema = Minutes.model_json_schema(by_alias=True, mode="serialization")
    typer.echo(json.dumps(schema, indent=2, ensure_ascii=False))
