"""`muniment redact`: remove it, prove it is gone, or refuse."""

from __future__ import annotations

import argparse
import sys
from collections import Counter, deque
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from console.abreast import each_told
from console.detect import NOBODY
from console.documents import (
    BOXES_FORM,
    EVERY_KEY,
    PEOPLE_FORM,
    TERMS_FORM,
    files_in,
    read_file,
    read_one_of,
    require,
)
from console.extras import Extras, write_whole
from console.main import DONE, REFUSED
from console.printing import print_answer
from console.progress import Progress
from console.removals import Removal, Removals, removals_of
from console.standing import is_released, make_way, standing_in, tell_new_folders
from recordkeeping.disclosure.findings import Box, Gap, Page
from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused, Unproven
from redaction.areas import Area, overlap
from redaction.formats.kinds import MBOX, ZIP
from redaction.pages import ReadDocument
from redaction.prove import BLIND, canaries_caught
from redaction.reading import read_document
from redaction.removing import remove
from redaction.scans.doubt import UNSURE
from redaction.terms import TermDetector
from redaction.widths import FEWEST, pages_that_single_out

LABEL = "another person"
_OTHER_ENDINGS = """
.bmp .csv .doc .docm .docx .dotm .dotx .eml .fodt .gif .htm .html .ics .jpeg .jpg .json .mbox .md
.msg .odp .ods .odt .png .potx .pps .ppsx .ppt .pptm .pptx .rtf .tif .tiff .txt .vcf .webp .xls
.xlsb .xlsm .xlsx .xml .yaml .yml .zip
"""
_OTHER_KINDS = frozenset(_OTHER_ENDINGS.split())
_MOST_INSIDE, _DEEPEST = 1_000, 10
_CONTAINERS = (ZIP, MBOX)
_ONLY_A_LIST = "the result is only a list of what the container holds"
_OVER_MOST, _RIM = 0.8, 1.5  # of a word that is removed, and points of it that may stand out
_TOO_MANY = (
    f"more than {_MOST_INSIDE} documents are inside, or they stand in one another"
    f" more than {_DEEPEST} deep; the rest was not looked at"
)


_LOOK_AT_IT = (
    "it may be of an earlier run, or somebody's own: look before the folder goes to anybody"
)
_STOPPED_INSIDE = "stopped before all documents inside were redacted; redact it once more"
LEFT_OUT, STANDING = "left out", "standing"
"""What `status` says of a list in IN, and of a file that stands where results are."""


_SHOWN_ALL_THE_SAME = frozenset(
    {"hidden sheet", "hidden row", "hidden column", "cell that cannot be seen"}
)
"""What a workbook hides and its pages show, so that a reviewer decides about it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = f"{PEOPLE_FORM}\n{TERMS_FORM}\n{BOXES_FORM}\n{EVERY_KEY}"
    parser.add_argument("source", type=Path, metavar="IN", help="a file, or a folder")
    parser.add_argument(
        "target",
        type=Path,
        metavar="OUT",
        help="a PDF whatever IN is, so give it a name that ends in .pdf; written only when proven;"
        " with a folder, a folder: PDFs under the same names, so that the a.txt in it is a PDF",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--people", type=Path, metavar="people.yaml", help="who is who in the file")
    what.add_argument("--terms", type=Path, metavar="terms.json", help="a list of texts")
    parser.add_argument(
        "--boxes",
        type=Path,
        metavar="boxes.json",
        help="a list of pages and boxes, alone or beside one of the others",
    )
    parser.add_argument("--label", default=LABEL, metavar="TEXT", help="what the boxes say")
    parser.add_argument(
        "--record",
        type=Path,
        metavar="FILE",
        help="write what the proof says; with a folder, there",
    )
    parser.add_argument(
        "--hidden",
        type=Path,
        metavar="FILE",
        help="write, as pages and NOT redacted, what IN holds on no page: for a reviewer alone",
    )
    parser.add_argument(
        "--attachments",
        type=Path,
        metavar="FOLDER",
        help="redact the documents inside IN too, each to a PDF there that is called by its number",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object for each file")


def run(args: argparse.Namespace) -> int:
    """Redact one file or every file of a folder; 3 if one was refused or could not be proven."""
    if str(args.source) == "-" and not args.source.exists():
        raise Misconfigured([Fault("IN", "standard input is not read; name a file or a folder")])
    if not (args.people or args.terms or args.boxes):
        raise Misconfigured([Fault("--people, --terms, --boxes", "give one: what has to go")])
    require(args.source, "IN")
    if args.target.exists() and args.target.samefile(args.source):
        raise Misconfigured([Fault("OUT", "is IN; what is redacted is never overwritten")])
    _require_room(args.source, args.target)
    if args.attachments and args.boxes:
        raise Misconfigured([Fault("--attachments", "goes without --boxes: these belong"
                                   " to the pages of one document")])  # fmt: skip
    extras = Extras(args.record, args.hidden, args.attachments)
    lists = {f"--{name}": getattr(args, name) for name in ("people", "terms", "boxes")}
    extras.require_room(args.source, args.target, lists)
    _require_ending(args.source, args.target)
    removals = removals_of(args)
    written = {f"--{name}": getattr(args, name) for name in ("record", "hidden", "attachments")}
    tell_new_folders({"OUT": args.target, **written})
    canaries_caught()  # once, before several documents ask at the same time
    if args.source.is_dir():
        return _redact_folder(args.source, args.target, removals, extras, lists, args.json)
    codes: list[int] = []
    with Progress(1) as progress:

        def done(source: Path) -> dict[str, Any]:
            way = _way_made(args.target, extras)
            return _redact(source, args.target, removals, extras, progress, way)

        def tell(source: Path, answer: dict[str, Any]) -> None:
            codes.append(_code(answer))
            progress.make_room()
            print_answer(answer, as_json=args.json, lines=_as_words(source, answer))

        each_told(done, [args.source], tell)
    return max(codes)


def _code(answer: dict[str, Any]) -> int:
    every = (answer, *answer.get("attachments", ()))
    return DONE if all(one["status"] == "proven" for one in every) else REFUSED


def _require_room(source: Path, target: Path) -> None:
    """Refuse an OUT that would be read as IN the next time, or that cannot be written to."""
    if source.is_dir() and target.exists() and not target.is_dir():
        raise Misconfigured([Fault("OUT", "is no folder, and IN is one")])
    if source.is_file() and target.is_dir():
        raise Misconfigured([Fault("OUT", "is a folder, and IN is a file; name the file to write")])
    if target.exists() and not (target.is_file() or target.is_dir()):
        raise Misconfigured([Fault("OUT", "is no ordinary file; nothing is written there")])
    if source.is_dir() and target.resolve().is_relative_to(source.resolve()):
        raise Misconfigured([Fault("OUT", "lies in IN; choose a folder beside it")])
    if source.is_dir() and source.resolve().is_relative_to(target.resolve()):
        # Else results would stand among what is read the next time.
        raise Misconfigured([Fault("OUT", "holds IN; choose a folder beside IN")])


def _require_ending(source: Path, target: Path) -> None:
    """Refuse an OUT that is called another kind of file than it is: a PDF.

    It may be called as IN is, as the files of a folder are; then it is told.
    """
    ending = target.suffix.lower()
    if source.is_dir() or ending not in _OTHER_KINDS:
        return
    if ending != source.suffix.lower():
        why = f"will be a PDF and is called {ending}; give it a name that ends in .pdf"
        raise Misconfigured([Fault("OUT", why)])
    sys.stderr.write(f"muniment: OUT is called {ending}, as IN is, and is a PDF all the same\n")


def _redact_folder(
    source: Path,
    target: Path,
    removals: Removals,
    extras: Extras,
    lists: Mapping[str, Path | None],
    as_json: bool,
) -> int:
    every = list(files_in(source, "IN"))
    given = {path: option for path in every if (option := _given_as(path, lists))}
    files = [path.relative_to(source) for path in every if path not in given]
    if not files:
        raise Misconfigured([Fault("IN", f"holds no file but {', '.join(given.values())}")])
    if any(name.suffix.lower() in _OTHER_KINDS for name in files):
        sys.stderr.write("muniment: results are called as their files are, and all are PDFs\n")
    codes, written = [DONE], set[Path]()

    def tell(name: Path, answer: dict[str, Any]) -> None:
        codes.append(_code(answer))
        written.update(_written(name, answer, target, extras))
        answer = {"file": name.as_posix(), **answer}
        progress.make_room()
        print_answer(answer, as_json=as_json, lines=_as_words(source / name, answer))

    with Progress(len(files)) as progress:
        for path, option in given.items():
            answer = {"file": path.relative_to(source).as_posix(), **_left_out_as(option)}
            print_answer(answer, as_json=as_json, lines=_as_words(path, answer))
        # Before any is begun: of a run that is stopped, no earlier result stands for a file.
        ways = {name: _way_made(target / name, extras.of(name)) for name in files}

        def done(name: Path) -> dict[str, Any]:
            of_it, way = extras.of(name), ways[name]
            answer = _redact(source / name, target / name, removals, of_it, progress, way, name)
            progress.one_more()
            return answer

        try:
            each_told(done, files, tell)
        finally:
            progress.make_room()
            _tell_standing({"OUT": target, "--attachments": extras.attachments}, written,
                           extras, as_json=as_json)  # fmt: skip
    return max(codes)


def _given_as(path: Path, lists: Mapping[str, Path | None]) -> str | None:
    """Return as which list a file of IN was given, if it was: it is no paper."""
    with suppress(OSError):  # a link that leads nowhere
        for option, given in lists.items():
            if given is not None and path.samefile(given):
                return option
    return None


def _left_out_as(option: str) -> dict[str, Any]:
    because = f"it is what was given as {option}, and no paper"
    return {**_EMPTY, "status": LEFT_OUT, "because": [because]}


def _written(name: Path, answer: dict[str, Any], target: Path, extras: Extras) -> Iterator[Path]:
    """Yield what was written of a file that goes out: its result, and those of what is inside."""
    if answer["status"] == "proven":
        yield target / name
    for inside in answer.get("attachments", ()):
        if extras.attachments and inside["status"] == "proven":
            yield extras.attachments / name / inside["file"]


def _tell_standing(
    folders: Mapping[str, Path | None], written: Container[Path], extras: Extras, *, as_json: bool
) -> None:
    """Tell what stands where results are and was not written now; it may be somebody's own."""
    apart = [place for place in (*folders.values(), extras.record, extras.hidden) if place]
    for option, folder in folders.items():
        if folder is None:
            continue
        names = [n.as_posix() for n in standing_in(folder, apart) if folder / n not in written]
        if not as_json and names:
            stand = "1 file stands" if len(names) == 1 else f"{len(names)} files stand"
            because = f"{stand} in {option} that this run did not write; {_LOOK_AT_IT}"
            lines = (f"{folder}: {because}", *(f"  - {n}" for n in names))
            print_answer({}, as_json=False, lines=lines)
        for name in names if as_json else ():
            because = f"it stands in {option}, and this run did not write it; {_LOOK_AT_IT}"
            answer = {"file": name, **_EMPTY, "status": STANDING, "because": [because]}
            print_answer(answer, as_json=True, lines=())


@dataclass(frozen=True, slots=True)
class _Way:
    """What was kept where something is to be written, and why nothing can be, if so."""

    kept: list[str]
    why_not: Refused | None = None


def _way_made(target: Path, extras: Extras) -> _Way:
    """Leave no result of an earlier run, and lose no file of somebody else's."""
    kept: list[str] = []
    try:
        kept.extend(_making_way(target, extras))
    except Refused as why:
        return _Way(kept, why)
    return _Way(kept)


def _redact(
    source: Path,
    target: Path,
    removals: Removals,
    extras: Extras,
    progress: Progress,
    way: _Way,
    within: Path | None = None,
) -> dict[str, Any]:
    """Redact one file; `within` is its name in the folder that it is one of."""
    try:
        if way.why_not:
            raise way.why_not
        content = read_one_of(source) if within else read_file(source, "IN")
    except Refused as why:
        return {**_EMPTY, "because": [str(why), *way.kept]}
    called = (within or Path(target.name)).as_posix()
    answer, document = _redact_content(content, target, removals, extras, progress, called=called)
    answer["because"] += way.kept
    if document is not None and extras.attachments is not None:
        inside: list[dict[str, Any]] = []
        answer["attachments"] = inside
        try:
            for one in _redact_inside(document, extras.attachments, removals, extras, progress):
                inside.append(one)  # those before a stop are kept
        except KeyboardInterrupt:
            answer["because"].append(_STOPPED_INSIDE)
    return answer


def _redact_inside(
    document: ReadDocument, folder: Path, removals: Removals, extras: Extras, progress: Progress
) -> Iterator[dict[str, Any]]:
    """Redact every document inside, and inside those: "2.1.pdf" is the first in the second."""
    waiting = deque((str(n), held.content) for n, held in enumerate(document.attachments, 1))
    for count in range(_MOST_INSIDE + 1):
        if not waiting:
            return
        number, content = waiting.popleft()
        target = folder / f"{number}.pdf"
        if count == _MOST_INSIDE or number.count(".") >= _DEEPEST:
            yield {"file": target.name, **_EMPTY, "because": [_TOO_MANY]}
            return
        beside = extras.of_attachment(number)
        answer, inner = _redact_content(content, target, removals, beside, progress)
        yield {"file": target.name, **answer}
        for n, held in enumerate(inner.attachments if inner else (), 1):
            waiting.append((f"{number}.{n}", held.content))


_EMPTY: dict[str, Any] = {
    "status": "refused",
    "pages": None,
    "redactions": 0,
    "asked": 0,
    "pages_as_images": [],
    "readers": [],
    "because": [],
    "sha256_in": None,
    "sha256_out": None,
}


def _redact_content(
    content: bytes,
    target: Path,
    removals: Removals,
    extras: Extras,
    progress: Progress,
    *,
    called: str = "",
) -> tuple[dict[str, Any], ReadDocument | None]:
    """Return the answer, and the document where it could be read.

    `called` is what OUT is called; a document inside another is called by its number.
    """
    answer = {**_EMPTY, "sha256_in": sha256(content).hexdigest()}
    document: ReadDocument | None = None
    try:
        if not canaries_caught():
            raise Unproven(BLIND)
        document = read_document(content)
        answer["pages"] = len(document.pages)
        progress.count_pages(len(document.pages))
        extras.write_hidden(document)
        removal = _without_telling_labels(removals(document))
        proven = remove(
            document.pdf, removal.areas, removal.gone, removal.redactions, shown=removal.shown
        )
        write_whole(proven.pdf, target, "OUT" if called else f"--attachments/{target.name}")
        extras.write_record(proven)
    except (Refused, Unproven) as why:
        answer["status"] = "unproven" if isinstance(why, Unproven) else "refused"
        answer["because"] = [str(why)]
        if target.is_file():  # proven, but what should be told of it could not be written
            target.unlink()
        return answer, document
    attached = extras.attachments is None and bool(called)
    left_out = _left_out(document, removal.areas, attached=attached)
    return {
        **answer,
        "status": "proven",
        "redactions": proven.redactions,
        "asked": removal.asked,
        "pages_as_images": list(proven.pages_as_images),
        "readers": list(proven.readers),
        "because": [
            *_told_by_its_name(called, removal),
            *_removed_as_well(proven),
            *_told_as_misread(removal),
            *left_out,
            *_told_by_widths(document, removal, proven),
        ],
        "sha256_out": proven.sha256,
    }, document


def _making_way(target: Path, extras: Extras) -> Iterator[str]:
    """Leave no result of an earlier run, and lose no file of somebody else's; tell what is kept."""
    yield from make_way(target, "OUT", is_released)
    yield from extras.make_way()


def _without_telling_labels(removal: Removal) -> Removal:
    """Leave the label out where it says one of the words that have to go."""
    words = TermDetector(removal.gone)
    areas = [
        replace(a, label="") if tuple(words.find(Page(1, a.label), NOBODY)) else a
        for a in removal.areas
    ]
    return replace(removal, areas=areas)


def _left_out(document: ReadDocument, areas: Sequence[Area], *, attached: bool) -> list[str]:
    """Tell what the result does not show, though nobody decided to remove it."""
    told = [
        f"page {gap.page}: {gap.because}" if gap.page else gap.because
        for gap in document.gaps
        if not _is_removed(gap, document, areas)
    ]
    for kind, count in sorted(Counter(piece.kind for piece in document.hidden).items()):
        told.append(
            f"hidden in the file, and shown on the pages of the result: {kind} ({count})"
            if kind in _SHOWN_ALL_THE_SAME
            else f"in the file and on no page, so not part of the result: {kind} ({count})"
        )
    if document.attachments and attached:
        told.append(_not_released(document))
    return told


def _is_removed(gap: Gap, document: ReadDocument, areas: Sequence[Area]) -> bool:
    """Say whether all that was hardly read on a page is removed, so that nobody need look at it."""
    if gap.because != UNSURE or gap.page is None or not document.doubted:
        return False
    boxes = document.doubted[gap.page - 1]
    gone = [area.box for area in areas if area.page == gap.page]
    return bool(boxes) and all(any(_covers(area, box) for area in gone) for box in boxes)


def _covers(area: Box, box: Box) -> bool:
    """Say whether an area is over a word; a rim of its ink does not count."""
    size = (box[2] - box[0]) * (box[3] - box[1])
    wide = min(area[2], box[2]) - max(area[0], box[0])
    return overlap(area, box) >= _OVER_MOST * size and wide >= box[2] - box[0] - _RIM


def _not_released(document: ReadDocument) -> str:
    """Tell that documents inside are not part of the result, of which a container is all there is.

    The result of a container is a list of names: nobody may take it for what the container holds.
    """
    count = len(document.attachments)
    if document.media_type in _CONTAINERS:
        return f"{_ONLY_A_LIST}, not its documents ({count}); --attachments redacts them too"
    if count == 1:
        return "1 attached document is not part of the result; --attachments redacts it too"
    return f"{count} attached documents are not part of the result; --attachments redacts them too"


def _told_by_its_name(called: str, removal: Removal) -> list[str]:
    """Tell that OUT is called by a word that has to go: whoever gets the file reads its name."""
    words = TermDetector(removal.gone)
    if not any(words.find(Page(1, called), NOBODY)):
        return []
    return ["the name of the file says what was removed; rename it before anybody gets it"]


def _removed_as_well(proven: ProvenDocument) -> list[str]:
    """Tell the pages on which the proof read what nobody had found."""
    told = proven.record.get("pages")
    return [
        f"page {page['page']}: a term was read where none had been found; "
        "it was removed there as well"
        for page in (told if isinstance(told, list) else [])
        if page.get("read_by_the_proof")
    ]


def _told_as_misread(removal: Removal) -> Iterator[str]:
    """Tell what was removed from scans that may have been read rightly, and be somebody else."""
    if pages := sorted(set(removal.misread)):
        yield (
            f"{_pages(pages)}: {len(removal.misread)} of what was removed may be something else, "
            "that looks like what is listed; see whether it is"
        )


def _told_by_widths(
    document: ReadDocument, removal: Removal, proven: ProvenDocument
) -> Iterator[str]:
    """Tell once on which pages a box fits so few people of the file that it names one."""
    told = proven.record.get("pages")
    widths = {
        int(page["page"]): str(page.get("width", "exact"))
        for page in (told if isinstance(told, list) else [])
    }
    pages = pages_that_single_out(document, removal.removed, removal.roster, widths)
    if not pages:
        return
    listed = len(removal.roster.people)
    if listed < FEWEST:
        yield (
            f"{_pages(pages)}: boxes are about as wide as what stood there, which may tell apart "
            f"the {listed} people listed; widen them with --boxes where that matters"
        )
    else:
        yield (
            f"{_pages(pages)}: the width of a box would fit fewer than five of the people listed; "
            "widen it with --boxes, or withhold the line"
        )


def _pages(numbers: Sequence[int]) -> str:
    """Return page numbers in words, those that follow each other as one: "pages 1, 3-5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = (f"{r[0]}-{r[-1]}" if len(r) > 1 else str(r[0]) for r in runs)
    return f"page{'' if len(numbers) == 1 else 's'} {', '.join(said)}"


def _as_words(path: Path, answer: dict[str, Any]) -> Iterator[str]:
    if answer["status"] == "proven":
        only = any(why.startswith(_ONLY_A_LIST) for why in answer["because"])
        alone = "; this is its list of contents alone, and NOTHING that it holds" if only else ""
        yield f"{path}: {_counted(answer['redactions'], answer['asked'])}{alone}"
    else:
        yield f"{path}: {answer['status']}; nothing was written"
    yield from (f"  - {reason}" for reason in answer["because"])
    for attached in answer.get("attachments", ()):
        yield from (f"  {line}" for line in _as_words(Path(attached["file"]), attached))


def _counted(redactions: int, asked: int) -> str:
    said = f"{redactions} redaction{'' if redactions == 1 else 's'}, proven"
    if not asked:
        return said
    waits = "waits" if asked == 1 else "wait"
    return f"{said}; {asked} of them {waits} for a person: removed until somebody decides"
