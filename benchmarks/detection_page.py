"""The figures as tables in docs/reference/detection.md, between its two markers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.counting import PAGE as LETTERS_A_PAGE
from benchmarks.counting import parts

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "detection.md"
_BEGIN, _END = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"
_NOTHING = "–"
_JOB = 10_000  # pages

BESIDES = ("practised on", "tuned on")
"""Case files that detectors may learn from: their figures stand beside those that are reported."""

Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Aim:
    """A measure as the table names it, and what is wanted of it."""

    measure: str
    what: str
    wanted: str = ""
    most: float | None = None  # of a measure that should be small
    least: float | None = None  # of one that should be large

    def missed(self, figures: Told) -> bool:
        """Say whether what was seen falls short of what is wanted."""
        share = figures["share"]
        if share is None:
            return False
        above = self.most is not None and share > self.most
        return above or (self.least is not None and share < self.least)


FALSE_SCOPES = f"markings seen where none is, in 100 pages of {LETTERS_A_PAGE:,} letters"
AIMS = (
    Aim("leak", "leak: to withhold, neither removed nor asked about", "≤ 2 %", most=0.02),
    Aim("known people found", "people of the roster found", "≥ 98.5 %", least=0.985),
    Aim("unknown people found", "people whom nobody listed found", "≥ 90 %", least=0.9),
    Aim(
        "third parties wholly masked",
        "third parties whose every mention is masked",
        "≥ 90 %",
        least=0.9,
    ),
    Aim(
        "papers without a leak",
        "papers that leak nothing, of those that could",
        "≥ 75 %",
        least=0.75,
    ),
    *(
        Aim(f"found/{kind}", what, "≥ 99 %", least=0.99)
        for kind, what in {
            "birth": "dates of birth", "phone": "telephone numbers", "email": "e-mail addresses",
            "handle": "handles", "url": "links to people", "nhs": "NHS numbers",
            "chi": "CHI numbers",
            "nino": "National Insurance numbers", "upn": "pupil numbers", "uln": "learner numbers",
            "utr": "tax references", "passport": "passport numbers", "driving": "driving licences",
            "vrm": "number plates", "bank": "bank accounts", "reference": "case references",
            "postcode": "postcodes",
        }.items()
    ),
    Aim("found/address", "addresses", "≥ 95 %", least=0.95),
    Aim("to be reviewed and raised", "mentions that only a person can judge, raised"),
    Aim("marked letters withheld", "letters under a marking withheld", "≥ 99.5 %", least=0.995),
    Aim("false scopes", FALSE_SCOPES, "≤ 1", most=0.01),
    Aim("subject/removed", "the subject's own data removed", "≤ 0.5 %", most=0.005),
    Aim("subject/asked", "the subject's own data asked about", "≤ 10 %", most=0.1),
    Aim("professionals/removed", "listed professionals removed", "≤ 1 %", most=0.01),
    Aim("professionals/asked", "listed professionals asked about"),
    Aim("shown by policy/removed", "people whom a ruling shows, removed"),
    Aim("event dates masked", "dates of events removed or asked about", "≤ 1 %", most=0.01),
    Aim("decoys/removed", "what only looks like something, removed"),
    Aim("decoys/asked", "what only looks like something, asked about"),
    Aim("letters that stay/removed", "letters that should stay, removed"),
    Aim("letters that stay/asked", "letters that should stay, asked about"),
    Aim("removals of nothing", "removals behind which nothing stands"),
)  # fmt: skip

PUBLIC_AIMS = {
    "TAB": (
        Aim("direct identifiers", "TAB: direct identifiers masked wholly", "≥ 98 %", least=0.98),
        Aim("token precision", "TAB: masked words of an identifier", "≥ 75 %", least=0.75),
    ),
    "LitBank": (
        Aim("F2", "LitBank: F2 of names of people", "≥ 0.75", least=0.75),
        Aim("recall", "LitBank: names found"),
        Aim("precision", "LitBank: proposals of names that are names"),
    ),
    "presidio-research": (
        Aim("F2", "presidio-research: F2 of names of people", "≥ 0.90", least=0.9),
        Aim("recall", "presidio-research: names found"),
        Aim("precision", "presidio-research: proposals of names that are names"),
    ),
}  # fmt: skip


def written(figures: Told) -> None:
    """Put the figures on the page."""
    page = PAGE.read_text()
    before, rest = page.split(_BEGIN)
    PAGE.write_text(before + _BEGIN + as_text(figures) + _END + rest.split(_END)[1])


def as_text(figures: Told) -> str:
    """Return the figures as Markdown: what is wanted beside what was seen, also where missed."""
    return (
        "\n".join(
            (
                *_head(figures),
                *_main(figures),
                *_public(figures),
                *_speed(figures),
                *_misses(figures),
                *_by_form(figures),
                *_by_kind(figures),
            )
        )
        + "\n"
    )


def _head(figures: Told) -> Iterator[str]:
    version = figures.get("speed", {}).get("presidio", {}).get("version", "")
    yield (
        f"Measured {figures['day']} on {figures['machine']['cores']} cores, Python "
        f"{figures['machine']['python']}, beside Presidio {version} with the same spaCy model. In "
        "brackets: the 95 % interval of 1,000 resamples of whole cases, and how many of how many. "
        "**Bold**: wanted, and missed."
    )
    nets = figures.get("speed", {}).get("deep", {}).get("ran", [])
    yield (
        f"\nDetectors: {', '.join(figures['machine']['detectors'])}; models of names: "
        f"{', '.join(nets) or 'not told'}."
    )
    for maker in ("reported", *BESIDES):
        if told := figures.get(maker):
            yield (
                f"\nCase files {'that nobody tuned on' if maker == 'reported' else maker}: "
                f"{told['cases']} cases, {told['papers']:,} papers, {told['letters']:,} letters, "
                f"{told['mentions']:,} mentions."
            )


def _main(figures: Told) -> Iterator[str]:
    told = figures.get("reported")
    first = told or figures.get("tuned on")
    if not first:
        return
    besides = [maker for maker in BESIDES if told and figures.get(maker)]
    yield "\n### On case files\n"
    seen = "seen" if told else "seen (on files tuned on: no others were there)"
    columns = [
        "what",
        "wanted",
        seen,
        "Presidio",
        "noisy",
        "Presidio, noisy",
        "25 % of people missing",
    ]
    yield from _header([*columns, *(f"on files {maker}" for maker in besides)])
    for aim in AIMS:
        if aim.measure not in first["clean"]["muniment"]:
            continue
        cells = [aim.what, aim.wanted]
        for kind, side, whole in (
            ("clean", "muniment", True),
            ("clean", "presidio", False),
            ("noisy", "muniment", False),
            ("noisy", "presidio", False),
            ("people missing", "muniment", False),
        ):
            figure = first[kind].get(side, {}).get(aim.measure)
            cells.append(_cell(aim, figure, whole=whole, judged=side == "muniment"))
        for maker in besides:
            figure = figures[maker]["clean"]["muniment"].get(aim.measure)
            cells.append(_cell(aim, figure, whole=False, judged=True))
        yield _row(cells)
    leak = first["clean"]["difference"]["leak"]
    low, high = leak["95"]
    yield (
        f"\nOn the same papers Muniment's leak is {100 * -leak['by']:.1f} points below Presidio's "
        f"({100 * -high:.1f} to {100 * -low:.1f})."
    )


def _public(figures: Told) -> Iterator[str]:
    told = figures.get("public")
    if not told:
        return
    yield "\n### On open data\n"
    yield from _header(["what", "wanted", "seen", "Presidio"])
    for name, aims in PUBLIC_AIMS.items():
        for aim in aims if name in told else ():
            mine, theirs = (told[name][side].get(aim.measure) for side in ("muniment", "presidio"))
            yield _row(
                [
                    aim.what,
                    aim.wanted,
                    _cell(aim, mine, whole=True, judged=True),
                    _cell(aim, theirs, whole=False, judged=False),
                ]
            )
    if missing := [name for name in PUBLIC_AIMS if name not in told]:
        yield f"\nNot measured, since not at hand: {', '.join(missing)}."


def _speed(figures: Told) -> Iterator[str]:
    told = figures.get("speed")
    if not told:
        return
    yield "\n### Speed\n"
    yield from _header(["what", "wanted", "seen"])
    per = {
        side: told[side]["letters_a_second"]["median"] for side in ("standard", "deep", "presidio")
    }
    yield _row(["letters a processor second: Presidio", "", f"{per['presidio']:,}"])
    for mode, wanted, least in (("standard", "≥ 1.3 × Presidio", 1.3), ("deep", "", 0.0)):
        ratio = per[mode] / per["presidio"]
        names = "one model of names" if mode == "standard" else "both models of names"
        seen = _bold(f"{per[mode]:,} ({ratio:.2f} ×)", ratio < least)
        yield _row([f"letters a processor second: {mode} ({names}), all detectors", wanted, seen])
    minutes = _JOB * LETTERS_A_PAGE / per["deep"] / 2 / 60
    yield _row(
        [
            f"{_JOB:,} pages on two cores, deep: computed from the line above, not run",
            "≤ 45 min",
            _bold(f"{minutes:.0f} min", minutes > 45),
        ]
    )
    most = told["deep"]["peak_mb"]
    beside = f"; Presidio {told['presidio']['peak_mb']} MB"
    yield _row(
        ["most memory of one worker, deep", "≤ 700 MB", _bold(f"{most} MB", most > 700) + beside]
    )


def _misses(figures: Told) -> Iterator[str]:
    first = figures.get("reported") or figures.get("tuned on")
    if not first:
        return
    forms = [
        (figure["share"], form, figure)
        for form, measure, figure in parts(first["clean"]["muniment"], "form")
        if measure in ("leak", "not raised", "marked letters shown") and figure["n"]
    ]
    yield "\n### What it still misses\n"
    yield "By phenomenon, on clean papers, the largest share first: shown of those to withhold.\n"
    for _, form, figure in sorted(forms, key=lambda row: (-row[0], row[1])):
        what = " letters under it" if figure["of"] > 3000 else ""
        yield f"- {form}: {100 * figure['share']:.1f} % ({figure['n']:,} of {figure['of']:,}{what})"


def _by_form(figures: Told) -> Iterator[str]:
    yield from _broken_down(figures, "form", "By phenomenon", "phenomenon")


def _by_kind(figures: Told) -> Iterator[str]:
    yield from _broken_down(figures, "kind", "By kind of mention", "kind")
    yield from _broken_down(figures, "paper", "By kind of paper", "paper")


def _broken_down(figures: Told, group: str, title: str, name: str) -> Iterator[str]:
    first = figures.get("reported") or figures.get("tuned on")
    if not first:
        return
    sides = {
        "clean": first["clean"]["muniment"],
        "Presidio": first["clean"]["presidio"],
        "noisy": first["noisy"]["muniment"],
    }
    rows: dict[str, dict[str, Told]] = {}
    for what, measure, figure in parts(sides["clean"], group):
        rows.setdefault(what, {})[measure] = figure
    if not rows:
        return
    yield f"\n### {title}\n"
    kept = group != "paper"
    yield from _header(
        [
            name,
            "to withhold",
            "leak",
            "Presidio",
            "noisy",
            *(["to stay", "removed", "asked", "Presidio removes"] if kept else []),
        ]
    )
    for what, seen in rows.items():
        miss = next((m for m in ("leak", "not raised", "marked letters shown") if m in seen), "")
        cells = [what, f"{seen[miss]['of']:,}" if miss else ""]
        for side in sides.values():
            cells.append(_percent(side.get(f"{group}/{what}/{miss}")) if miss else "")
        stays = seen.get("removed")
        if kept:
            cells.append(f"{stays['of']:,}" if stays else "")
            cells += [_percent(seen.get(m)) if stays else "" for m in ("removed", "asked")]
            cells.append(
                _percent(sides["Presidio"].get(f"{group}/{what}/removed")) if stays else ""
            )
        yield _row(cells)


def _cell(aim: Aim, figure: Told | None, *, whole: bool, judged: bool) -> str:
    if not figure or figure["share"] is None:
        return _NOTHING
    share = figure["share"]
    hundredths = aim.measure != "F2"
    seen = f"{100 * share:.1f}" if hundredths else f"{share:.3f}"
    seen += " %" if hundredths and aim.measure != "false scopes" else ""
    seen = _bold(seen, judged and aim.missed(figure))
    if not whole:
        return seen
    low, high = figure["95"]
    of = f"; {figure['n']:,} of {figure['of']:,}" if "of" in figure else ""
    between = f"{100 * low:.1f}–{100 * high:.1f}" if hundredths else f"{low:.3f}–{high:.3f}"
    return f"{seen} ({between}{of})"


def _percent(figure: Told | None) -> str:
    return _NOTHING if not figure or figure["share"] is None else f"{100 * figure['share']:.1f} %"


def _bold(text: str, missed: bool) -> str:
    return f"**{text}**" if missed else text


def _header(columns: Sequence[str]) -> Iterator[str]:
    yield _row(columns)
    yield "|" + "---|" * len(columns)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
