"""The `muniment` command: one module for each of its verbs."""
