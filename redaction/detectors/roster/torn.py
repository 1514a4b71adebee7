"""Names with gaps inside them: "En t w i s t l e", as programs read letters set apart, "Ruby- Mae".

A reader of pages sees a space wherever two letters stand far enough apart, in some of a word's gaps
and not in others; and a double name that a line's end parts keeps its hyphen, or loses it. So with
days of birth and e-mail addresses: "0 3 / 0 7 / 2 0 1 1", and "03/07/" above "2011".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from redaction.detectors.names.veto import is_english
from redaction.detectors.normal import Normal
from redaction.detectors.roster.hits import Hit
from redaction.detectors.roster.index import Index
from redaction.detectors.roster.readings import Reading

_GAP = re.compile(
    r"[^\S\n]{0,3}|[^\S\n]*[-\u2010-\u2014\u00ad][^\S\n]*\n?[^\S\n]*(?:[>|][^\S\n]*)*"
)
_IN_THE_NEXT_CELL = re.compile(r"[^\W\d_](?:[ \u00a0]{3,}|[ \u00a0]*[\t\n]\s*)[^\W\d_]\.?\Z")
_LETTER_BEHIND = re.compile(r" [^\W\d_]\.?\Z")
_DOUBT = "words that stand beside each other"
_LEAST_TORN_ONCE = 6  # letters of a name: of shorter ones one gap makes two words of any text
_FEWEST = 2  # pieces of what is torn
_LEAST_FIGURES = 6  # of a day without signs: "3 7 1 1" is any four numbers of a row
_WHOLE = 2  # pieces that are no words of English: then nothing but a torn name is left


def torn(text: str, way: Reading, index: Index) -> Iterator[Hit]:
    """Yield what has gaps between its letters where the roster's has none: names, births, e-mails.

    What may be words beside each other ("Robert a") is asked about.
    """
    page, places = way.page, way.places
    for first, last, forms in index.occurrences_in_a_row(way.letters):
        start, end = int(places[first]), int(places[last - 1]) + 1
        written = page.text[start:end]
        if written in forms or not page.bounded(start, end):
            continue
        if spaced := [form for form in forms if _is_spaced_out(written, form, index)]:
            known = frozenset(meaning for form in spaced for meaning in index.meanings[form])
            yield Hit(page.span(start, end), known, derived=False)
            continue
        forms = {form for form in forms if _is_name(form, index)}
        if not forms:
            continue
        pieces = list(_pieces(text, page, places[first:last].tolist()))
        unknown = sum(not _is_word(piece) for piece in pieces)
        span = page.span(start, end)
        short = last - first < _LEAST_TORN_ONCE and min(len(pieces) - 1, unknown) < _WHOLE
        if len(pieces) < _FEWEST or short or (not unknown and text[span[0]].islower()):
            continue
        if len(pieces) == _FEWEST and _IN_THE_NEXT_CELL.search(text, *span):
            continue  # of "DC Hussain   Y", as the row of a table reads, the Y
        if " ".join(pieces) in forms:
            continue  # a name of two words that a line's end or a hyphen parts: not torn
        if text[span[1] - 1].islower() and all(map(_LETTER_BEHIND.search, forms)):
            continue  # no letter of a name: "Marsh d.o.b.", "Marsh b. 2010"
        is_double = "-".join(pieces) in forms
        doubt = "" if unknown >= _WHOLE or is_double else _DOUBT
        meanings = frozenset(meaning for form in forms for meaning in index.meanings[form])
        yield Hit(span, meanings, derived=True, doubt=doubt)


def _is_name(form: str, index: Index) -> bool:
    return any(meaning.kind == "person" for meaning in index.meanings[form])


def _is_spaced_out(written: str, form: str, index: Index) -> bool:
    """Say whether a birth or an e-mail address is written sign for sign, but for spaces."""
    if _is_name(form, index) or written.replace(" ", "") != form.replace(" ", ""):
        return False
    solid = form.replace(" ", "")
    if not solid.isdigit():
        return True
    # Figures without signs may be any of a row, unless each stands by itself.
    return len(solid) >= _LEAST_FIGURES and written == " ".join(solid)


def _pieces(text: str, page: Normal, places: Sequence[int]) -> Iterator[str]:
    """Yield the letters between gaps; none where anything but a gap stands between."""
    pieces = [page.text[places[0]]]
    for one, next_ in pairwise(places):
        between = text[page.ends[one] : page.starts[next_]] if not page.turned else "?"
        if _GAP.fullmatch(between) is None:
            return
        if between:
            pieces.append("")
        pieces[-1] += page.text[next_]
    yield from pieces


def _is_word(piece: str) -> bool:
    return is_english(piece) and (len(piece) > 1 or piece in "aio")
