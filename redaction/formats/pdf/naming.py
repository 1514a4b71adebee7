"""Names that are ours alone, taken from the fonts of a stranger's page form.

Words that we read in pictures stand in fonts called `/Read…` and `/Other…` (layer.py): the burner
keeps the first unseen and drops the second. A file whose fonts are called so would pose as our own
reading of its pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Object, Operator, Pdf

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.pdf.streams import contents, unpacked

_DEEPEST = 20
_OURS = re.compile(r"/(?:Read|Other|Kept)\d*")
_OUR_FACES = re.compile(r"/(?:.*\+)?(?:Read|Other|Kept)\d*")
_THEIRS = "/Theirs"


def settle_names(pdf: Pdf) -> None:
    """Give every font of a page form a number of its own, and another name where it has ours."""
    settling = _Settling(pdf)
    for page in pdf.pages:
        settling.within(page.obj, page.obj.get("/Resources"), 0)


class _Settling:
    """Settles the names of one file, each thing's once."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.done: set[tuple[int, int]] = set()

    def within(self, holder: Object, resources: Object | None, depth: int) -> None:
        """Settle what a page, form, tile or Type 3 font uses."""
        if not isinstance(resources, Dictionary) or depth > _DEEPEST:
            return
        fonts = resources.get("/Font")
        if isinstance(fonts, Dictionary):
            names = _other_names(fonts)
            kept = Dictionary()
            for name, font in fonts.items():
                if isinstance(font, Dictionary):
                    numbered = font if font.is_indirect else self.pdf.make_indirect(font)
                    kept[names.get(name, name)] = numbered
                    self._face(numbered)
            resources.Font = kept
            if names:
                self._rename(holder, resources, names)
        for thing in _drawables(resources):
            if thing.objgen not in self.done:
                self.done.add(thing.objgen)
                self.within(thing, thing.get("/Resources"), depth + 1)

    def _face(self, font: Object) -> None:
        if font.objgen in self.done:
            return
        self.done.add(font.objgen)
        inner = font.get("/DescendantFonts")
        parts = [font, *(f for f in inner or () if isinstance(f, Dictionary))]
        for part in parts:
            for owner, key in ((part, "/BaseFont"), (part.get("/FontDescriptor"), "/FontName")):
                if not isinstance(owner, Dictionary):
                    continue
                named = owner.get(key)
                if isinstance(named, Name) and _OUR_FACES.fullmatch(str(named)):
                    owner[key] = Name(_THEIRS)

    def _rename(self, holder: Object, resources: Object, names: Mapping[str, str]) -> None:
        """Let a page, a form or the letters of a Type 3 font call their fonts by other names."""
        if isinstance(holder, pikepdf.Stream):
            holder.write(self._renamed(unpacked(holder), names))
        elif "/CharProcs" in holder:
            self._rename_letters(holder, names)
        else:
            holder.Contents = self.pdf.make_stream(self._renamed(contents(holder), names))
        for font in resources.Font.values():
            if "/CharProcs" in font and "/Resources" not in font:  # they use the holder's
                self._rename_letters(font, names)

    def _rename_letters(self, font: Object, names: Mapping[str, str]) -> None:
        for letter in font.CharProcs.values():
            if isinstance(letter, pikepdf.Stream):
                letter.write(self._renamed(unpacked(letter), names))

    def _renamed(self, raw: bytes, names: Mapping[str, str]) -> bytes:
        out: list[Any] = []
        try:
            for one in pikepdf.parse_content_stream(self.pdf.make_stream(raw)):
                operands = list(one.operands) if str(one.operator) == "Tf" else []
                if operands and str(operands[0]) in names:
                    out.append(([Name(names[str(operands[0])]), *operands[1:]], Operator("Tf")))
                else:
                    out.append(one)
            return pikepdf.unparse_content_stream(out)
        except (pikepdf.PdfError, pikepdf.models.PdfParsingError, TypeError, ValueError):
            raise Refused("is damaged: its content cannot be read") from None


def _other_names(fonts: Object) -> dict[str, str]:
    """Return other names for the fonts that have ours."""
    taken = set(fonts.keys())
    others: dict[str, str] = {}
    for name in sorted(taken):
        if _OURS.fullmatch(name):
            free = (f"{_THEIRS}{n}" for n in range(2 * len(taken) + 1))
            others[name] = next(one for one in free if one not in {*taken, *others.values()})
    return others


def _drawables(resources: Object) -> Iterator[Object]:
    """Yield the forms, tiles, masks and Type 3 fonts that resources hold, with their own."""
    for kind in ("/XObject", "/Pattern", "/Font"):
        held = resources.get(kind)
        for thing in held.values() if isinstance(held, Dictionary) else ():
            if isinstance(thing, Dictionary | pikepdf.Stream) and "/Resources" in thing:
                yield thing
    states = resources.get("/ExtGState")
    for state in states.values() if isinstance(states, Dictionary) else ():
        mask = state.get("/SMask") if isinstance(state, Dictionary) else None
        form = mask.get("/G") if isinstance(mask, Dictionary) else None
        if isinstance(form, pikepdf.Stream):
            yield form
