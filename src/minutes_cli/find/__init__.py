"""The finders: one module a kind of record, each from a document of known structure to candidates or records."""
