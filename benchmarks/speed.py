"""How fast, how much memory, how large: the same files to both sides, in turn."""

from __future__ import annotations

from statistics import median
from typing import Any

from benchmarks.papers import Paper, dense
from benchmarks.running import Files, laid_down, ours, peers, spread


def on_one_core(name: str, paper: Paper, runs: int) -> tuple[dict[str, Any], Files]:
    """Return processor milliseconds a page, ours step by step beside PyMuPDF's whole."""
    files = laid_down(paper, name)
    mine, other = [], []
    for _ in range(runs):
        other.append(peers(files, cores=1))
        mine.append(ours("steps", files, cores=1))
    pages = mine[0]["pages"]

    def each(values: list[float]) -> dict[str, float]:
        return spread([1000 * value / pages for value in values])

    whole = [told["cpu"] for told in other]
    burning = [told["burn"] for told in mine]
    proving = [told["burn"] + told["prove"] for told in mine]
    told = {
        "pages": pages,
        "letters_a_page": round(mine[0]["glyphs"] / pages),
        "boxes_a_page": round(mine[0]["boxes"] / pages, 1),
        "pages_as_pictures": mine[0]["pictures"],
        "failed_its_proof": mine[0]["against"],
        "runs": runs,
        "milliseconds_a_page": {
            **{step: each([t[step] for t in mine]) for step in ("read", "detect", "burn", "prove")},
            "burn_and_prove": each(proving),
            "pymupdf": each(whole),
            "pymupdf_search_alone": each([t["search"] for t in other]),
        },
        "burn_to_pymupdf": _ratio(burning, whole),
        "burn_and_prove_to_pymupdf": _ratio(proving, whole),
        "bytes": {
            "input": files.source.stat().st_size,
            "output": files.result("ours").stat().st_size,
            "pymupdf": files.result("peer").stat().st_size,
        },
    }
    return told, files


def _ratio(a: list[float], b: list[float]) -> dict[str, float]:
    pairs = [one / two for one, two in zip(a, b, strict=True)]
    return {"median": round(median(pairs), 2), "of_minima": round(min(a) / min(b), 2)}


def job_on_two_cores(pages: int, runs: int) -> dict[str, Any]:
    """Return the wall seconds of one large job on two cores, and the memory it takes."""
    files = laid_down(dense(pages), f"dense-{pages}")
    mine, other = [], []
    for _ in range(runs):
        other.append(peers(files, cores=2))
        mine.append(ours("redact", files, cores=2))
    return {
        "pages": pages,
        "runs": runs,
        "seconds": {
            "whole": spread([told["wall"] for told in mine]),
            "read": spread([told["read"] for told in mine]),
            "burn_and_prove": spread([told["remove"] for told in mine]),
            "pymupdf": spread([told["wall"] for told in other]),
        },
        "whole_to_pymupdf": _ratio([t["wall"] for t in mine], [t["wall"] for t in other]),
        "burn_and_prove_to_pymupdf": _ratio(
            [t["remove"] for t in mine], [t["wall"] for t in other]
        ),
        "memory_mb": max(told["memory_mb"] for told in mine),
        "pymupdf_memory_mb": max(told["memory_mb"] for told in other),
    }


def memory(sizes: tuple[int, ...] = (50, 200)) -> list[dict[str, Any]]:
    """Return the most memory of all our processes together, by the number of pages."""
    told = []
    for pages in sizes:
        files = laid_down(dense(pages), f"memory-{pages}")
        told.append(
            {
                "pages": pages,
                "memory_mb": ours("redact", files)["memory_mb"],
                "pymupdf_memory_mb": peers(files)["memory_mb"],
            }
        )
    return told
