"""What can be wrong with a log. The texts hold indexes, sizes and key names: nothing of a leaf."""

from __future__ import annotations


class LedgerError(Exception):
    """Something about the log that a person or the caller can act on."""


class LedgerBroken(LedgerError):
    """The log, a proof or a signature is not what it must be; nothing was signed or written."""


class LedgerBusy(LedgerError):
    """The database did not answer, or somebody else is writing; trying again may help."""


class Malformed(LedgerError):
    """Bytes, text or a document do not have the form that the format asks for."""


class AlreadyEntered(LedgerError):
    """This kind of entry can stand only once for its item, and it already does."""


class KeysUnusable(LedgerError):
    """The key files are missing, readable by others, or not those of this log."""
