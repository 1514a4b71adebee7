"""Damaged and strange files, from a seed, the whole way to a release: `make fuzz-redaction`.

A file is read, random words of it are removed, the result is proven; then programs that are not
ours look whether the words are gone. Wanted: no crash, no hang, no output that still says a word.
"""
