"""The shape of a text: masks, lines, tables, blocks and sentences. Nothing here knows what minutes are about."""
