"""The rules: pure functions of facts and a day. Standard library only; no I/O, no clock."""
