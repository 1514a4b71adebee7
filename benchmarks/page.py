"""The figures as a table in docs/reference/redaction.md, between its two markers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "redaction.md"
_BEGIN, _END = "<!-- figures: begin -->\n", "<!-- figures: end -->\n"

Row = tuple[str, str, str]


def written(figures: dict[str, Any]) -> None:
    """Put the figures on the page."""
    page = PAGE.read_text()
    before, rest = page.split(_BEGIN)
    after = rest.split(_END)[1]
    PAGE.write_text(before + _BEGIN + as_text(figures) + _END + after)


def as_text(figures: dict[str, Any]) -> str:
    """Return the figures as Markdown: each target beside what was seen."""
    lines = [
        f"Measured {figures['day']} on {figures['machine']['cores']} cores "
        f"({figures['machine']['processor']}), Python {figures['machine']['python']}, "
        f"beside PyMuPDF {figures['machine']['pymupdf']}; medians of runs in turn, the least in "
        "brackets.",
        "",
        "| what | wanted | seen |",
        "|---|---|---|",
        *(f"| {what} | {wanted} | {seen} |" for what, wanted, seen in _rows(figures)),
        "",
    ]
    return "\n".join(lines) + "\n"


def _rows(figures: dict[str, Any]) -> Iterator[Row]:
    for part, rows in _PARTS.items():
        if part in figures:
            yield from rows(figures)


def _torture(figures: dict[str, Any]) -> Iterator[Row]:
    told = figures["torture"]
    yield (
        f"torture files ({told['files']}) of which anything can still be read, by every reader",
        "0",
        f"**{told['leak']}**",
    )
    yield (
        "torture files rewritten / with pages as pictures / refused",
        "",
        f"{told['rewritten']} / {told['pictures']} / {told['refused']}",
    )
    yield (
        "torture files refused that should not be / that lose a word / that keep something untold",
        "0 / 0 / 0",
        f"{told['wrongly']} / {told['lose']} / {told['untold']}",
    )


def _ordinary(figures: dict[str, Any]) -> Iterator[Row]:
    told = figures["ordinary"]
    yield (
        f"ordinary typed pages ({told['pages']} of {told['papers']} papers) that became pictures",
        "≤ 5 %",
        _percent(told["share"]),
    )


def _kept(figures: dict[str, Any]) -> Iterator[Row]:
    for name, told in figures["fidelity"].items():
        lost, other = told["words"]["muniment"], told["words"]["pymupdf"]
        yield (
            f"words lost outside boxes, {name} ({lost['words']:,} words)",
            "≤ 0.1 %",
            f"{_percent(lost['share'], 3)}; PyMuPDF {_percent(other['share'], 3)}",
        )
        like, other = told["likeness"]["muniment"], told["likeness"]["pymupdf"]
        yield (
            f"SSIM outside the lines with boxes, {name}",
            "≥ 0.995",
            f"{like['outside_lines']:.4f}; PyMuPDF {other['outside_lines']:.4f}",
        )
        yield (
            f"SSIM outside the boxes alone, {name} (words on a line set again move on purpose)",
            "",
            f"{like['outside_boxes']:.4f}; PyMuPDF {other['outside_boxes']:.4f}",
        )


def _widths(figures: dict[str, Any]) -> Iterator[Row]:
    told = figures["widths"]
    for font in dict.fromkeys(row["font"] for row in told):
        for layout in dict.fromkeys(row["layout"] for row in told):
            mine = [row for row in told if (row["font"], row["layout"]) == (font, layout)]
            bits = {row["tool"]: row["bits"] for row in mine}
            whole = next(row["told_wholly"] for row in mine if row["tool"] == "muniment")
            wholly = f" (all of it of {whole} names of {mine[0]['names']:,})" if whole else ""
            yield (
                f"bits that a box's width tells of a name, of 17.6, {font}, {layout} line",
                "≤ 0.1",
                f"{bits['muniment']:.2f}{wholly}; PyMuPDF {bits['pymupdf']:.1f}; "
                f"a picture at 150 dpi {bits['picture']:.1f}",
            )


def _one_core(figures: dict[str, Any]) -> Iterator[Row]:
    for name, told in figures["one_core"].items():
        yield from _steps(name, told)


def _steps(name: str, told: dict[str, Any]) -> Iterator[Row]:
    each = told["milliseconds_a_page"]
    what = f"{name}: {told['pages']} pages, {told['letters_a_page']:,} letters and " + (
        f"{told['boxes_a_page']} boxes a page, processor time"
    )
    yield (
        f"{what}; PyMuPDF searching, redacting and saving",
        "",
        f"{_milliseconds(each['pymupdf'])} a page",
    )
    for step, key, wanted in (
        ("burn", "burn", "≤ 1.3 ×"),
        ("burn and prove", "burn_and_prove", "≤ 2 ×"),
    ):
        ratio = told[f"{key}_to_pymupdf"]
        yield (
            f"{name}, processor time: {step}",
            f"{wanted} PyMuPDF",
            f"{ratio['median']} × ({ratio['of_minima']} ×): {_milliseconds(each[key])} a page",
        )
    yield (
        f"{name}, processor time: reading, and finding the terms",
        "",
        f"{_milliseconds(each['read'])}; {_milliseconds(each['detect'])} a page",
    )
    size = told["bytes"]
    yield (
        f"{name}: size of the output, against the input",
        "",
        f"{size['output'] / size['input']:.2f}; PyMuPDF {size['pymupdf'] / size['input']:.2f}",
    )


def _large(figures: dict[str, Any]) -> Iterator[Row]:
    told = figures["two_cores"]
    seconds = told["seconds"]
    yield (
        f"{told['pages']:,} dense pages, two cores: burn and prove",
        f"less than PyMuPDF's {seconds['pymupdf']['median']:.1f} s",
        f"{seconds['burn_and_prove']['median']:.1f} s "
        f"({told['burn_and_prove_to_pymupdf']['of_minima']} ×)",
    )
    yield (
        f"{told['pages']:,} dense pages, two cores: the whole way, reading too",
        "",
        f"{seconds['whole']['median']:.1f} s ({told['whole_to_pymupdf']['of_minima']} ×)",
    )


def _memory(figures: dict[str, Any]) -> Iterator[Row]:
    sizes = [*figures["memory"], *filter(None, [figures.get("two_cores")])]
    yield (
        "most memory of all processes together, at "
        + ", ".join(f"{row['pages']:,}" for row in sizes)
        + " pages",
        "flat",
        ", ".join(f"{row['memory_mb']:.0f}" for row in sizes)
        + " MB; PyMuPDF "
        + ", ".join(f"{row['pymupdf_memory_mb']:.0f}" for row in sizes),
    )


def _merging(figures: dict[str, Any]) -> Iterator[Row]:
    told = figures["merging"]
    what = f"a whole bundle of {told['pages']:,} pages from {told['parts']:,} files"
    yield (
        f"{what}, with its letter, processor time",
        "≤ 2 × pdfium's import of the pages alone",
        _beside_pdfium(told),
    )
    yield (
        "the same bundle of the same files as they are once redacted, processor time",
        "≤ 2 × pdfium's import of the pages alone",
        _beside_pdfium(told["released"]),
    )


def _beside_pdfium(told: dict[str, Any]) -> str:
    bundle, pdfium = (told["seconds"][side]["median"] for side in ("bundle", "pdfium"))
    return f"{told['bundle_to_pdfium']} ×: {bundle:.1f} s; pdfium {pdfium:.1f} s"


def _ocr(figures: dict[str, Any]) -> Iterator[Row]:
    told = figures["ocr"]
    pages = len(told["pages"])
    yield (
        f"words read on {pages} spoiled scans ({told['words']:,} words); names and numbers alone",
        "",
        f"{_percent(told['read'], 2)}; {_percent(told['telling read'], 2)}",
    )
    yield (
        "words whose own box is right; names and numbers alone",
        "",
        f"{_percent(told['placed'], 2)}; {_percent(told['telling placed'], 2)}",
    )
    yield "reading a scan", "", f"{told['seconds a page, median']:.1f} s a page"


def _misread(figures: dict[str, Any]) -> Iterator[Row]:
    told = figures["misread"]
    yield (
        f"names and numbers that OCR misreads, {told['names']} on {told['scans']} clean scans: "
        "that stay / scans refused",
        "0 / 0",
        f"**{told['stay']}** / {told['refused']}",
    )


def _milliseconds(spread: dict[str, float]) -> str:
    return f"{spread['median']:.1f} ms ({spread['min']:.1f})"


def _percent(share: float | None, digits: int = 1) -> str:
    return "–" if share is None else f"{100 * share:.{digits}f} %"


_PARTS: dict[str, Callable[[dict[str, Any]], Iterator[Row]]] = {
    "torture": _torture,
    "ordinary": _ordinary,
    "fidelity": _kept,
    "widths": _widths,
    "one_core": _one_core,
    "two_cores": _large,
    "memory": _memory,
    "merging": _merging,
    "ocr": _ocr,
    "misread": _misread,
}
