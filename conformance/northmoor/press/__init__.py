"""From a paper to the bytes that stand in the store: one module for each kind of file."""
