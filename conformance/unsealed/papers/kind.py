"""What a kind of paper is, how its text file is read, and how one of it is written.

A file begins with what is true of the whole kind (`time: any`, or `old`; `new` goes unsaid, `ages:
14 18` of the subject, `officials: x1` who act in an office, `dates: %d/%m/%y ; %o %B %Y`, `widths:
0 78`, `drift: typo 0.03`, `shares: closed 0.3`, `plain: yes` for bare headings), then come blocks.
`[head]`, `[foot]`, `[banner]`, `[ends]`, `[running]` and `[closed]` hold templates of several lines
with `%%` between them. `[part 2-4]` holds ways to name the part, and one template a line: `^ ` what
may stand before each, `! ` a marked passage, ¶ a new line. A template that begins with `old:` or
`new:` is of its century alone, one with `h2:` or `h13:` of papers that have the second head, or the
first or third.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

from conformance.casefiles.truth import Paper
from conformance.practice.people import World
from conformance.unsealed.pen import Pen
from conformance.unsealed.ways import DAYS

CENTURY = 2000
ONLY = re.compile(r"^(?:(old|new):)?(?:h([1-9]+):)?")
BLOCK = re.compile(r"^\[(\w+)([^\]\n]*)\](.*)$", re.MULTILINE)
USUAL_DRIFT = {"typo": 0.02, "typo2": 0.01, "low": 0.01, "glued": 0.009, "pet": 0.03}

HEADINGS = (
    "%s", "%n. %s", "%n) %s", "** %s **", "%s:", "%s\n--------", "== %s ==", "Section %n: %s",
    "> %s", "%n.0  %s",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper: what stands over it, and the lines of which some are drawn."""

    over: tuple[str, ...]
    count: tuple[int, int]
    lines: tuple[str, ...]
    leads: tuple[str, ...] = ("",)
    marked: tuple[str, ...] = ()
    told_as: int = 0
    steps: int = 0
    gap: str = "\n"
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: its head, its parts, its foot, and how it is typed."""

    blocks: Mapping[str, tuple[str, ...]]
    parts: tuple[Part, ...]
    dates: tuple[str, ...] = DAYS
    widths: tuple[int, ...] = (0,)
    drift: Mapping[str, float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    officials: frozenset[str] = frozenset()
    ages: tuple[int, int] = (0, 99)
    old: bool = False
    new: bool = True
    plain: bool = False

    def templates(self) -> Iterator[str]:
        """Yield every template of this kind, for either century."""
        for templates in self.blocks.values():
            yield from (_bare(t) for t in templates)
        for part in self.parts:
            yield from (_bare(t) for t in (*part.over, *part.lines, *part.leads, *part.marked))


def read(path: Path) -> Kind:
    """Return the kind of paper that a text file tells."""
    text = path.read_text(encoding="utf-8")
    first = BLOCK.search(text)
    if first is None:
        raise ValueError(f"{path.name} has no blocks")
    told = dict(_told(line) for line in text[: first.start()].splitlines() if line.strip())
    blocks: dict[str, tuple[str, ...]] = {}
    parts: list[Part] = []
    found = list(BLOCK.finditer(text))
    for at, block in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        body = text[block.end() : end].strip("\n")
        if block[1] == "part":
            parts.append(_part(block[2].split(), block[3].strip(), body))
        else:
            blocks[block[1]] = tuple(t.strip("\n") for t in body.split("\n%%\n"))
    return Kind(
        blocks,
        tuple(parts),
        dates=tuple(told["dates"].split(" ; ")) if "dates" in told else DAYS,
        widths=tuple(map(int, told.get("widths", "0").split())),
        drift=USUAL_DRIFT | _shares(told.get("drift", "")),
        shares={"closed": 0.3, "banner": 0.1, "marked": 0.2} | _shares(told.get("shares", "")),
        officials=frozenset(told.get("officials", "").split()),
        ages=_range(told.get("ages", "0 99").split()),
        old=told.get("time") in ("any", "old"),
        new=told.get("time") != "old",
        plain=told.get("plain") == "yes",
    )


def _told(line: str) -> tuple[str, str]:
    key, _, words = line.partition(": ")
    return key, words


def _shares(words: str) -> dict[str, float]:
    pairs = words.split()
    return {name: float(share) for name, share in zip(pairs[::2], pairs[1::2], strict=True)}


def _range(pair: list[str]) -> tuple[int, int]:
    return int(pair[0]), int(pair[1])


def _part(settings: list[str], over: str, body: str) -> Part:
    lines = [line.replace("¶", "\n") for line in body.split("\n") if line.strip()]
    more = dict(_told(word.replace("=", ": ")) for word in settings[1:])
    return Part(
        tuple(over.replace("¶", "\n").split(" %% ")) if over else ("",),
        _range(settings[0].split("-")),
        tuple(line for line in lines if line[:2] not in ("^ ", "! ")),
        tuple(line[2:] for line in lines if line.startswith("^ ")) or ("",),
        tuple(line[2:] for line in lines if line.startswith("! ")),
        told_as=int(more.get("told", "0")),
        steps=int(more.get("steps", "0")),
        gap="\n\n" if "blank" in more else "\n",
        mixed="mixed" in more,
    )


def _bare(template: str) -> str:
    return ONLY.sub("", template, count=1)


@dataclass(slots=True)
class _Sheet:
    """One paper of a kind while it is written."""

    kind: Kind
    pen: Pen
    rng: Random
    head: int = 0

    def apt(self, templates: tuple[str, ...]) -> list[str]:
        """Return the templates that a paper of this year and with this head may have."""
        other = "new" if self.pen.day.year < CENTURY else "old"
        told = [(ONLY.match(template), template) for template in templates]
        return [_bare(template) for only, template in told
                if only and only[1] != other and (not only[2] or str(self.head) in only[2])
                ]  # fmt: skip

    def begin(self) -> None:
        """Draw a head, keep in mind which it is, and write it."""
        heads = self.kind.blocks["head"]
        template = self.rng.choice(self.apt(heads))
        self.head = 1 + [_bare(head) for head in heads].index(template)
        self.say(template)

    def drawn(self, block: str) -> str:
        """Return one template of a block, or nothing."""
        return self.rng.choice(self.apt(self.kind.blocks.get(block, ("",))) or [""])

    def now_and_then(self, block: str) -> str:
        """Return one template of a block by its share, or nothing."""
        return self.drawn(block) if self.rng.random() < self.kind.shares[block] else ""

    def say(self, template: str, gap: str = "\n\n", told_as: int = 0) -> None:
        """Write a template and what stands behind it; nothing for no template."""
        if template:
            self.pen.put(template + gap, told_as)


def write(kind: Kind, made: World, rng: Random, name: str, of: str) -> Paper:
    """Write one paper of a kind about a case."""
    day = made.today - timedelta(days=rng.randint(20, 500))
    pen = Pen(made, rng, day, kind.drift, dates=rng.choice(kind.dates))
    pen.officials = kind.officials
    sheet = _Sheet(kind, pen, rng)
    if banner := sheet.now_and_then("banner"):
        sheet.say("<<document " + banner)
    sheet.begin()
    heading = "%s" if kind.plain else rng.choice(HEADINGS)
    closed = sheet.now_and_then("closed")
    before = rng.randint(1, len(kind.parts) - 1) if len(kind.parts) > 1 else 0
    for at, part in enumerate(kind.parts):
        if at and at % 3 == 0:
            sheet.say(sheet.drawn("running").replace("%p", str(at // 3 + 1)), told_as=40)
        if at == before:
            sheet.say(closed)
        _write_part(sheet, part, heading.replace("%n", str(at + 1)))
    sheet.say(sheet.drawn("foot"))
    sheet.say(sheet.drawn("ends"))
    return pen.paper(name, of, rng.choice(kind.widths))


def _write_part(sheet: _Sheet, part: Part, heading: str) -> None:
    """Write one part: its heading, and some of its lines."""
    rng, pen = sheet.rng, sheet.pen
    if over := rng.choice(sheet.apt(part.over)):
        sheet.say(heading.replace("%s", over), "\n")
    lines = sheet.apt(part.lines)
    places = rng.sample(range(len(lines)), min(rng.randint(*part.count), len(lines)))
    chosen = [lines[at] for at in (places if part.mixed else sorted(places))]
    marked = sheet.apt(part.marked)
    if marked and rng.random() < sheet.kind.shares["marked"]:
        chosen.insert(rng.randint(1, len(chosen)), rng.choice(marked))
    lead = rng.choice(sheet.apt(part.leads))
    for line in chosen:
        bare = line.startswith("<<")
        sheet.say(("" if bare else lead) + line, part.gap, part.told_as)
        pen.day += timedelta(days=rng.randint(0, part.steps))
    pen.writing.say("\n" if part.gap == "\n" else "")
