"""The command line: one module a command; each parses options, calls the library and chooses a writer."""
