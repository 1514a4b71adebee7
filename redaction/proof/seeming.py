"""Whether the letters of a released page look like what they say they are.

Part of the proof, apart from the reader that mends lying fonts. Each letter of each font is drawn
once by itself, out of the released font, and compared with what the font says of it; where that
does not decide, lines of the released page itself are read by eye.
"""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pikepdf
import pypdfium2
import tesserocr
from numpy.typing import NDArray
from pikepdf import Dictionary, Object, Pdf
from PIL import Image

from redaction.letterforms import EM, Likeness, kind_of, likenesses, shape_of
from redaction.proof.letters import Drawn
from redaction.proof.places import Sheet
from redaction.proof.typefaces import Typeface
from redaction.scans.ocr import words_in

LIES = "shows other letters than it says"
_IN_A_ROW, _CELL = 20, 3 * EM  # letters of a sheet, and pixels for each
_START, _UNDER = EM, EM  # pixels from the left and from the bottom of its cell
_MOST_IN_A_SHEET = 400
_UNSEEN_MODE = 3  # ISO 32000-1 §9.3.6
_TOO_WIDE = 1.6  # em
_LETTER = 0.06  # how near to a letter a shape is that may be one
_OTHER_SCRIPTS = 0x530  # from where on letters look like Latin ones and are none
_SIMPLE, _SEVERAL = frozenset("lo"), 3  # bars and rings are letters among others alone
_CHANCE = 1 / 3  # of the letters of another script, that may look like Latin ones
_TRIED_ON = 2  # pages
_LINES, _TALL = 8, 44  # lines of a page that are read, and pixels of a letter's cell in them
_GAP = 24  # pixels between them
_LEAST_SURE = 70.0
_MOST_PIXELS = 12_000_000


@dataclass(slots=True)
class _Judged:
    """A letter of a font: how it looks, and as what it was read on pages."""

    said: str = field(repr=False)
    like: Likeness | None  # None: it draws nothing
    wide: float = 0.0
    tried: int = 0
    read: Counter[str] = field(default_factory=Counter, repr=False)

    @property
    def settled(self) -> bool:
        """Say whether there is nothing more to be found out."""
        if self.like is None or self.like.confirmed or self.tried >= _TRIED_ON:
            return True
        if self.wide > _TOO_WIDE or self.like.denied:
            return False
        if self.foreign:
            return True
        return not (any(map(str.isalnum, self.said)) or self.like.other <= _LETTER)

    @property
    def is_doubtful(self) -> bool:
        """Say whether anything could come of it: it is not known to look as it says."""
        return self.mute or not (self.like is None or self.like.confirmed)

    @property
    def foreign(self) -> bool:
        """Say whether it says that it is a letter of a script that Latin looks say nothing of."""
        return any(ord(c) >= _OTHER_SCRIPTS and c.isalpha() for c in self.said)

    @property
    def mute(self) -> bool:
        """Say whether it looks like a letter and says nothing."""
        says = any(unicodedata.category(c)[0] not in "CZ" and c != "\ufffd" for c in self.said)
        return self.like is not None and not says and self.like.other <= _LETTER

    def lies(self, *, among_several: bool, by_looks: bool) -> bool:
        """Say whether it shows another letter than it says.

        `by_looks` says whether looks alone are believed of a letter of another script.
        """
        if self.like is None or self.like.confirmed:
            return False
        kinds: Counter[str] = Counter()
        for text, times in self.read.items():
            kinds[kind_of(text)] += times
        total, looks = kinds.total(), kind_of(self.like.letter)
        if not total:
            believed = by_looks or not self.foreign
            return self.like.denied and believed and (among_several or looks not in _SIMPLE)
        [(most, times)] = kinds.most_common(1)
        if kinds[kind_of(self.said)] > total / 5 or not any(map(str.isalnum, most)):
            return False
        foreign = any(ord(c) >= _OTHER_SCRIPTS for c in self.said)
        needed = 3
        if most == looks and not foreign:
            alike = self.like.other < 0.75 * self.like.said
            needed = 1 if alike else 2 if times == total else 3
        return times >= needed and times > 0.6 * total


class Seeming:
    """Judges the fonts of one document, each letter once."""

    def __init__(self, faces: dict[object, Typeface]) -> None:
        """Take the fonts as the proof has read them; they may become more."""
        self.faces = faces
        self.judged: dict[object, dict[int, _Judged]] = {}
        self.doubtful: dict[object, set[int]] = {}  # of those the letters that may lie, or be mute

    def on(
        self, page: pikepdf.Page, drawn: Drawn, released: pypdfium2.PdfPage
    ) -> tuple[bool, bool]:
        """Say whether a page has letters that lie, and whether it has some that say nothing."""
        used, keys = self._used(page, drawn)
        for key, (font, codes) in used.items():
            known = self.judged.setdefault(key, {})
            if new := sorted(codes - known.keys()):
                judged = _judge(font, self.faces[key], new)
                known.update(judged)
                doubtful = {code for code, one in judged.items() if one.is_doubtful}
                self.doubtful.setdefault(key, set()).update(doubtful)
        doubts = {key: codes & self.doubtful.get(key, set()) for key, (_, codes) in used.items()}
        if not any(doubts.values()):
            return False, False
        open_ones = {
            key: {code for code in codes if not self.judged[key][code].settled}
            for key, codes in doubts.items()
        }
        if any(open_ones.values()):
            self._read(released, drawn, keys, open_ones)
        lying = mute = False
        for key, codes in doubts.items():
            letters = self.judged[key]
            denied = [one for one in letters.values() if one.like is not None and one.like.denied]
            foreign = sum(one.foreign for one in letters.values())
            # Of a font of another script some letters look like Latin ones; if most do, they are.
            likely = sum(one.foreign for one in denied) > _CHANCE * foreign
            several = len(denied) >= _SEVERAL
            lying |= any(
                letters[c].lies(among_several=several, by_looks=likely or not foreign)
                for c in codes
            )
            mute |= any(letters[c].mute for c in codes)
        return lying, mute

    def _used(
        self, page: pikepdf.Page, drawn: Drawn
    ) -> tuple[dict[object, tuple[Object, set[int]]], dict[str, object]]:
        """Return the codes that can be seen of each font, and the key of each font's name."""
        fonts = page.obj.Resources.get("/Font", Dictionary())
        joined: dict[str, list[bytes]] = {}
        for run in drawn.runs:
            if run.mode != _UNSEEN_MODE:
                joined.setdefault(run.font, []).append(run.codes)
        used: dict[object, tuple[Object, set[int]]] = {}
        keys: dict[str, object] = {}
        for name, pieces in joined.items():
            font = fonts[f"/{name}"]
            keys[name] = key = font.objgen if font.is_indirect else (page.obj.objgen, f"/{name}")
            numbers = _numbers(b"".join(pieces), self.faces[key].octets)
            codes = set(np.flatnonzero(np.bincount(numbers)).tolist())
            _, before = used.get(key, (font, set()))
            used[key] = font, codes | before
        return used, keys

    def _read(
        self,
        released: pypdfium2.PdfPage,
        drawn: Drawn,
        keys: dict[str, object],
        wanted: dict[object, set[int]],
    ) -> None:
        """Read lines of a page by eye, and count as what each letter is read."""
        letters: list[tuple[object, int] | None] = []
        for run in drawn.runs:
            key = keys.get(run.font)
            octets = len(run.codes) // max(1, run.count)
            for code in _numbers(run.codes, octets).tolist():
                seen = key is not None and run.mode != _UNSEEN_MODE
                letters.append((key, code) if seen else None)
        for key, codes in wanted.items():
            for code in codes:
                self.judged[key][code].tried += 1
        cells = Sheet(released).shown_cells(drawn.cells).T
        want = np.array([one is not None and one[1] in wanted[one[0]] for one in letters])
        for at, text in _read_lines(released, cells, want):
            if (one := letters[at]) is not None:
                self.judged[one[0]][one[1]].read[text] += 1


def _numbers(codes: bytes, octets: int) -> NDArray[np.int64]:
    return np.frombuffer(codes, ">u2" if octets == 2 else "u1").astype(np.int64)


# --- letters by themselves


def _judge(font: Object, face: Typeface, codes: Sequence[int]) -> dict[int, _Judged]:
    """Draw letters out of a released font, each by itself, and compare them with what they say."""
    judged = {}
    for at in range(0, len(codes), _MOST_IN_A_SHEET):
        part = codes[at : at + _MOST_IN_A_SHEET]
        inks = _inks(font, face.octets, part)
        shapes = [shape_of(ink, _CELL - _UNDER) for ink in inks]
        said = [face.meanings.get(code, "") for code in part]
        drawn = [n for n, shape in enumerate(shapes) if shape is not None]
        alike = dict(
            zip(
                drawn,
                likenesses([s for s in shapes if s is not None], [said[n] for n in drawn]),
                strict=True,
            )
        )
        for number, code in enumerate(part):
            columns = np.flatnonzero(inks[number].max(0) > 0)
            wide = (columns[-1] - columns[0]) / EM if len(columns) else 0.0
            judged[code] = _Judged(said[number], alike.get(number), float(wide))
    return judged


def _inks(font: Object, octets: int, codes: Sequence[int]) -> list[NDArray[np.uint8]]:
    rows = -(-len(codes) // _IN_A_ROW)
    wide, high = _IN_A_ROW * _CELL, rows * _CELL
    shown = []
    for number, code in enumerate(codes):
        row, column = divmod(number, _IN_A_ROW)
        x, y = column * _CELL + _START, high - (row + 1) * _CELL + _UNDER
        shown.append(f"1 0 0 1 {x} {y} Tm <{code:0{2 * octets}X}> Tj")
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(wide, high))
        page.obj.Resources = Dictionary(Font=Dictionary(F=pdf.copy_foreign(font)))
        page.obj.Contents = pdf.make_stream(f"BT /F {EM} Tf {' '.join(shown)} ET".encode())
        out = io.BytesIO()
        pdf.save(out)
    document = pypdfium2.PdfDocument(out.getvalue())
    bitmap = document[0].render(scale=1, grayscale=True, draw_annots=False)
    ink = 255 - np.asarray(bitmap.to_pil().convert("L"))
    document.close()
    places = (divmod(number, _IN_A_ROW) for number in range(len(codes)))
    return [
        ink[row * _CELL : (row + 1) * _CELL, column * _CELL : (column + 1) * _CELL]
        for row, column in places
    ]


# --- lines of the page


def _read_lines(
    page: pypdfium2.PdfPage, cells: NDArray[np.float64], wanted: NDArray[np.bool_]
) -> Iterable[tuple[int, str]]:
    """Yield the number of each letter in some lines of a page, and as what OCR reads it.

    `cells` are the middle and half the size of each letter's cell, as displayed, in points.
    """
    lines: list[NDArray[np.int64]] = []
    left = wanted & (cells[:, 3] > 0)
    while left.any() and len(lines) < _LINES:
        first = int(np.flatnonzero(left)[0])
        level = np.abs(cells[:, 1] - cells[first, 1]) < cells[first, 3] / 2
        lines.append(np.flatnonzero(level & (cells[:, 3] < 2 * cells[first, 3])))
        left &= ~level
    if not lines:
        return
    tall = float(np.median(np.concatenate([cells[line, 3] for line in lines]))) * 2
    most = (_MOST_PIXELS / max(1.0, page.get_width() * page.get_height())) ** 0.5
    scale = min(most, max(1.4, min(5.5, _TALL / max(tall, 1.0))))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=False)
    drawn = bitmap.to_pil().convert("L")
    strips: list[tuple[NDArray[np.int64], int, Image.Image]] = []
    tops = [_GAP]
    for line in lines:
        x, y, half_wide, half_high = cells[line].T * scale
        edges = (
            (x - half_wide).min(),
            (y - half_high).min(),
            (x + half_wide).max(),
            (y + half_high).max(),
        )
        x0, y0, x1, y1 = (int(edge) for edge in edges)
        strip = drawn.crop((x0 - 8, y0 - 6, x1 + 8, y1 + 6))
        strips.append((line, x0 - 8, strip))
        tops.append(tops[-1] + strip.height + _GAP)
    sheet = Image.new("L", (max(s.width for *_, s in strips) + 2 * _GAP, tops[-1]), 255)
    for (*_, strip), top in zip(strips, tops, strict=False):
        sheet.paste(strip, (_GAP, top))
    for word in words_in(sheet, 72 * scale, tesserocr.PSM.SINGLE_BLOCK):
        number = int(np.searchsorted(tops, (word.box[1] + word.box[3]) / 2 * scale)) - 1
        if word.confidence < _LEAST_SURE or not 0 <= number < len(strips):
            continue
        line, start, _ = strips[number]
        x, half = cells[line, 0], cells[line, 2]
        seen: dict[int, str] = {}
        for symbol in word.symbols:
            middle = (symbol.box[0] + symbol.box[2]) / 2 + (start - _GAP) / scale
            for at in np.flatnonzero(np.abs(x - middle) <= half)[:1]:
                seen[int(line[at])] = seen.get(int(line[at]), "") + symbol.text
        yield from seen.items()
