"""Names by what stands before them: "Mrs Nowak", "Nanny Pat", "a man called Lee"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redaction.detectors.names.nets import PERSON, Guess

_SAID_WORDS = """
mr mrs ms miss mx dr doctor prof professor rev reverend father sir lady lord dame captain colonel
sergeant sgt pc dc ds di insp inspector constable cllr councillor judge nurse sister matron
auntie aunty aunt uncle nan nana nanny gran granny grandma grandad granddad grandpa cousin nephew
niece brother stepdad stepmum step-dad step-mum partner boyfriend girlfriend ex-partner husband wife
neighbour friend foster-carer carer childminder headteacher called named nicknamed née nee aka
"""
_SAID = "|".join(sorted((re.escape(word) for word in _SAID_WORDS.split()), key=len, reverse=True))
_NAME = r"[A-Z][^\W\d_]*(?:['\u2019-][^\W\d_]+)*"
_OF = r"(?:(?:van|de|der|von|al|el)[ \u00a0])?"
_BEFORE = re.compile(
    rf"(?<![^\W_])(?i:{_SAID})\.?[ \u00a0]((?:{_NAME}\.?[ \u00a0])?{_OF}{_NAME})(?![^\W_])"
)
_SURE = 0.9


def guesses(text: str) -> Iterator[Guess]:
    """Yield words with a capital that stand behind a title, a relation, or "called"."""
    for seen in _BEFORE.finditer(text):
        yield Guess(seen.span(1), PERSON, _SURE)
