"""What streets are called, and what their names are short for."""

from __future__ import annotations

import re

from redaction.detectors.matching import SPACE

_SURE_WORDS = """
street st road rd avenue ave av lane ln close cl drive dr crescent cres gardens gdns terrace terr
grove mews boulevard wynd garth parade esplanade promenade cottages villas
"""
_OTHERS_WORDS = """
approach arcade bank brae bridge brow buildings bungalows burn chase circus common copse corner
court ct croft cross dale dell dene down drove edge end estate field fields fold furlong gate
ginnel glade glebe glen green grange hall haven heath heights hey hill hollow holt house island
knoll lea leas link links loan lodge loke mead meadow meadows moor mount nook orchard oval park
parkway pastures path place pl precinct quay quays ridge reach rest rise row shaw side spinney sq
square steps strand top tower towers vale view viaduct villa walk warren way wharf wk wood woods
yard
"""
_HOUSES_WORDS = """
house court cottage cottages farm farmhouse lodge villa villas mansions tower towers heights point
buildings barn hall manor grange vicarage rectory mill gables bungalow hostel inn hotel chambers
"""
HOUSES = frozenset(_HOUSES_WORDS.split())
"""Words that end what houses are called."""
SURE = frozenset(_SURE_WORDS.split())
"""Words that mean a street wherever a number and a name stand before them."""
OTHERS = frozenset(_OTHERS_WORDS.split())
"""Words that mean a street where more says so."""
SHORT = {
    "st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane", "cl": "close",
    "dr": "drive", "cres": "crescent", "gdns": "gardens", "terr": "terrace", "ct": "court",
    "pl": "place", "sq": "square", "wk": "walk", "apt": "flat", "apartment": "flat",
}  # fmt: skip
NAME = r"[A-Z][\w'\u2019&.-]*"
_SURE = "|".join(sorted(SURE, key=len, reverse=True))
NAMED_STREET = rf"(?<![\w-]){NAME}{SPACE}(?i:{_SURE})\.?"
"""The last words of a street's name."""


def plain_words(text: str) -> list[str]:
    """Return the words of an address as they compare: small, whole, without signs."""
    words = re.findall(r"[^\W_]+", re.sub(r"['\u2019]", "", text).lower())
    return [SHORT.get(word, word) for word in words]
