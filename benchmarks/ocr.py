"""How well scanned letters are read, and how fast: eight pages made here, and spoiled.

    python -m benchmarks.ocr

Prints one JSON object. A word is *read* where its whole text stands in words whose boxes touch its
own; it is *placed* where one word says it and its box is within three pixels of the ink, on each
side. Words with a capital or a digit are counted again by themselves: they are what is redacted.
"""

from __future__ import annotations

import json
import random
import resource
import time
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from redaction.scans.doubt import doubts
from redaction.scans.ocr import Word, confidence_of, read_upright
from redaction.scans.straightening import turned

DPI = 200
SIZE = 1654, 2339  # A4
_MARGIN, _LEADING = 160, 1.55
_FONTS = (
    ("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", 32),
    ("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", 30),
    ("/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf", 32),
    ("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", 28),
)
_FIRST = [
    "Kayleigh",
    "Dean",
    "Priya",
    "Oluwaseun",
    "Siobhan",
    "Mohammed",
    "Agnieszka",
    "Jaqueline",
    "Tadhg",
    "Niamh",
    "Xiuying",
    "Callum",
    "Zephyrine",
    "Aoife",
    "Rhys",
    "Imogen",
]
_LAST = [
    "Featherstonehaugh",
    "Marsh",
    "Nair",
    "Olu-Smith",
    "O'Connell",
    "Threlfall",
    "Wojciechowska",
    "Begum",
    "McAllister",
    "Penhaligon",
    "Achebe",
    "Llewellyn",
    "Brathwaite",
    "Quigley",
]
_PLAIN = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "was",
    "that",
    "with",
    "for",
    "had",
    "on",
    "at",
    "her",
    "his",
    "they",
    "school",
    "visit",
    "home",
    "said",
    "would",
    "mother",
    "father",
    "during",
    "worker",
    "meeting",
    "told",
    "rang",
    "again",
    "about",
    "their",
    "when",
    "after",
    "plan",
    "review",
    "week",
    "had",
    "been",
    "placement",
    "contact",
    "concern",
    "bruise",
    "assessment",
    "weekend",
    "teacher",
    "arranged",
    "agreed",
    "found",
    "wanted",
]
_NEAR = 3  # pixels
_AS_INK = [255] * 128 + [0] * 128

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spoil:
    """What was done to a page before it was read."""

    noise: float = 0.0
    specks: int = 0
    blur: float = 0.0
    ink: float = 1.0
    skew: float = 0.0
    quarter: int = 0


SPOILED = (
    Spoil(),
    Spoil(noise=8, blur=0.5, skew=0.8),
    Spoil(noise=14, specks=1500, skew=-1.5),
    Spoil(noise=20, blur=0.7, skew=1.5),
    Spoil(noise=4, ink=0.35),
    Spoil(noise=10, specks=800, ink=0.5, blur=0.6),
    Spoil(noise=6, quarter=90),
    Spoil(noise=6, quarter=180, skew=-1.0),
)


def letter(seed: int) -> tuple[Image.Image, list[tuple[str, Box]]]:
    """Return a page of invented sentences, and each of its words with the box of its ink."""
    chance = random.Random(seed)
    path, points = _FONTS[seed % len(_FONTS)]
    font = ImageFont.truetype(path, points)
    image = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(image)
    words: list[tuple[str, Box]] = []
    x, y = float(_MARGIN), float(_MARGIN)
    while y < SIZE[1] - 2 * _MARGIN:
        text = _word(chance)
        if x + font.getlength(text) > SIZE[0] - _MARGIN:
            x, y = float(_MARGIN), y + _LEADING * points
        draw.text((x, y), text, fill=0, font=font)
        left, top, right, bottom = map(round, draw.textbbox((x, y), text, font=font))
        inked = image.crop((left, top, right + 1, bottom + 1)).point(_AS_INK).getbbox()
        if inked:
            x0, y0, x1, y1 = inked
            words.append((text, (left + x0, top + y0, left + x1, top + y1)))
        x += font.getlength(text + " ")
    return image, words


def _word(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.12:
        return chance.choice(_FIRST)
    if kind < 0.22:
        return chance.choice(_LAST)
    if kind < 0.26:
        return f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(1960, 2024)}"
    if kind < 0.29:
        return f"01632{chance.randint(960000, 960999)}"
    if kind < 0.31:
        return f"QQ{chance.randint(100000, 999999)}C"
    return chance.choice(_PLAIN) + (chance.choice(",.") if chance.random() < 0.1 else "")


def spoiled(image: Image.Image, how: Spoil, seed: int) -> Image.Image:
    """Return a page as a poor scanner sees it."""
    rng = np.random.default_rng(seed)
    values = 255 - (255 - np.asarray(image, dtype=float)) * how.ink
    page = Image.fromarray(values.astype(np.uint8))
    page, _ = turned(page, (360 - how.quarter) % 360, 0)
    page, _ = turned(page, 0, -how.skew)
    if how.blur:
        page = page.filter(ImageFilter.GaussianBlur(how.blur))
    values = np.asarray(page, dtype=float) + rng.normal(0, how.noise, page.size[::-1])
    for _ in range(how.specks):
        y, x = rng.integers(0, page.height - 2), rng.integers(0, page.width - 2)
        values[y : y + 1 + y % 2, x : x + 1 + x % 2] = 90
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def measured(number: int) -> dict[str, object]:
    """Read one page and compare."""
    how = SPOILED[number]
    image, truth = letter(number)
    page = spoiled(image, how, number)
    begun = time.process_time()
    reading = read_upright(page, DPI)
    seconds = time.process_time() - begun
    turn = reading.turn
    upright, _ = turned(page, turn.quarter, turn.skew, turn.converging)
    begun = time.process_time()
    why = doubts(upright, DPI, reading.words)
    looking = time.process_time() - begun
    # The page was made larger on each side by being skewed: by as much as it is larger now.
    dx, dy = (upright.width - image.width) / 2, (upright.height - image.height) / 2
    words = [_in_pixels(word, dx, dy) for word in reading.words]
    return {
        "spoil": repr(how),
        "words": len(truth),
        **_share(truth, words, ""),
        **_share([pair for pair in truth if _is_telling(pair[0])], words, "telling "),
        "confidence": round(confidence_of(reading.words), 1),
        "a person must look": len(why),
        "turned": (reading.turn.quarter, reading.turn.skew),
        "seconds": round(seconds, 2),
        "seconds looking for doubts": round(looking, 2),
    }


def _in_pixels(word: Word, dx: float, dy: float) -> Word:
    x0, y0, x1, y1 = (edge * DPI / 72 for edge in word.box)
    return replace(word, box=(x0 - dx, y0 - dy, x1 - dx, y1 - dy))


def _is_telling(text: str) -> bool:
    return any(c.isupper() or c.isdigit() for c in text)


def _share(truth: list[tuple[str, Box]], words: list[Word], name: str) -> dict[str, float]:
    read = placed = 0
    for text, box in truth:
        there = [word for word in words if _touch(word.box, box)]
        read += _solid(text) in _solid("".join(word.text for word in there))
        placed += any(_solid(word.text) == _solid(text) and _near(word.box, box) for word in there)
    return {
        f"{name}read": round(read / len(truth), 4),
        f"{name}placed": round(placed / len(truth), 4),
    }


def _touch(a: Box, b: Box) -> bool:
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    return across > 0 and down > 0.3 * (b[3] - b[1])


def _near(a: Box, b: Box) -> bool:
    return abs(a[0] - b[0]) <= _NEAR and abs(a[2] - b[2]) <= _NEAR


def _solid(text: str) -> str:
    return "".join(text.replace("’", "'").split()).strip(".,")


def main() -> None:
    """Measure every page and print what came out."""
    measured_pages = [measured(number) for number in range(len(SPOILED))]
    count = sum(int(str(page["words"])) for page in measured_pages)

    def mean(key: str) -> float:
        parts = [float(str(p[key])) * int(str(p["words"])) for p in measured_pages]
        return round(sum(parts) / count, 4)

    keys = ("read", "placed", "telling read", "telling placed")
    seconds = sorted(float(str(page["seconds"])) for page in measured_pages)
    print(
        json.dumps(
            {
                "pages": measured_pages,
                "words": count,
                **{key: mean(key) for key in keys},
                "seconds a page, median": seconds[len(seconds) // 2],
                "memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
