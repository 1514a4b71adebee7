"""Notes, comments, links and form fields of a page: what is seen is drawn, what is not is told.

Viewers draw an annotation by its appearance (ISO 32000-1 §12.5.5). What has none and only marks
(a highlight, a drawn line) is drawn here plainly; a note's words, a link's target and a field's
values that stand on no page become `Hidden`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from recordkeeping.disclosure.findings import Box, Gap
from redaction.formats.hidden import Maybe
from redaction.formats.pdf.layers import Layers
from redaction.formats.pdf.outlines import drawn_plainly
from redaction.formats.pdf.streams import as_new
from redaction.pages import Attachment, Hidden

_HIDDEN, _NO_VIEW = 2, 32
_MOST = 5_000  # on a page
_UNDRAWN = {"/Link", "/Popup"}
_SHOWS_ITS_WORDS = {"/FreeText", "/Widget"}
_KIND = {
    "/Link": "link", "/Popup": "comment", "/Widget": "form field", "/Redact": "planned redaction",
    "/FileAttachment": "comment", "/Stamp": "stamp",
}  # fmt: skip
_UNDRAWABLE = "a mark that somebody made on this page is not shown as its maker saw it"
_TOO_MANY = "more notes and fields are in the file than are read"
_TAG = re.compile(r"<[^>]*>")


@dataclass(slots=True)
class Told:
    """What stands in a file beside its pages. `maybe` is for what a page may say."""

    hidden: list[Hidden] = field(default_factory=list)
    maybe: list[Maybe] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    fields: set[tuple[int, int]] = field(default_factory=set)  # told with the page they stand on

    def tell(
        self, kind: str, text: object, page: int | None = None, *, sure: bool = True,
        within: Box | None = None,
    ) -> None:  # fmt: skip
        """Add a text, if there is one; unless sure, only where its page, or `within`, lacks it."""
        said = as_text(text).strip()
        if not said:
            return
        if sure:
            self.hidden.append(Hidden(kind, said, page))
        else:
            self.maybe.append(Maybe(Hidden(kind, said, page), within))


def as_text(value: object) -> str:
    """Return the words of a text string, or of a stream of text; nothing of anything else."""
    try:
        if isinstance(value, pikepdf.Stream):
            raw = value.read_bytes()[:1_000_000]
            utf16 = raw.startswith((b"\xfe\xff", b"\xff\xfe"))
            return raw.decode("utf-16" if utf16 else "utf-8", "replace")
        if isinstance(value, pikepdf.String | str):
            return str(value)
    except pikepdf.PdfError:
        return ""
    return ""


def settle(pdf: Pdf, page: Object, number: int, layers: Layers, told: Told) -> bool:
    """Draw a page's annotations into its content as a screen shows them, and tell the rest.

    Say whether one that has an appearance is not seen: only drawing it would show its words.
    """
    given = page.get("/Annots")
    notes = list(given)[:_MOST] if isinstance(given, Array) else []
    if isinstance(given, Array) and len(given) > _MOST:
        told.gaps.append(Gap(_TOO_MANY, number))
    if "/Annots" in page:
        del page["/Annots"]
    drawn: list[tuple[str, Object]] = []
    hid = False
    for note in notes:
        if not isinstance(note, Dictionary):
            continue
        try:
            seen = _is_seen(note, layers)
            _tell(note, number, seen, told)
            if seen and (form := _drawing(pdf, note, number, told)) is not None:
                drawn.append(form)
            hid |= not seen and _appearance(note) is not None
        except (AttributeError, KeyError, IndexError, TypeError, ValueError, pikepdf.PdfError):
            told.gaps.append(Gap(_UNDRAWABLE, number))
    if drawn:
        _add(pdf, page, drawn)
    return hid


def _is_seen(note: Object, layers: Layers) -> bool:
    flags = 0 if layers.all_seen else int(note.get("/F", 0))
    return not flags & (_HIDDEN | _NO_VIEW) and layers.shows(note.get("/OC"))


# --- what is told


def tell_unlisted(pdf: Pdf, told: Told) -> None:
    """Tell what annotations say that hang in the file and on no page."""
    listed = {
        note.objgen
        for page in pdf.pages
        if isinstance(notes := page.obj.get("/Annots"), Array)
        for note in notes
        if isinstance(note, Dictionary)
    }
    count = 0
    for held in pdf.objects:
        if not isinstance(held, Dictionary) or held.objgen in listed:
            continue
        kind = held.get("/Subtype")
        if held.get("/Type") != Name.Annot and not ("/Rect" in held and str(kind) in _KIND):
            continue
        count += 1
        if count > _MOST:
            told.gaps.append(Gap(_TOO_MANY))
            return
        if kind != Name.Widget:  # fields are told with their form
            _tell_note(held, None, str(kind), seen=False, told=told)


def _tell(note: Object, number: int, seen: bool, told: Told) -> None:
    kind = str(note.get("/Subtype", ""))
    if kind == "/Widget":
        _tell_field(note, number, seen, told)
    else:
        _tell_note(note, number, kind, seen=seen, told=told)
    for target in _targets(note):
        told.tell("script" if target[0] == "JS" else "link", target[1], number,
                  sure=target[0] == "JS")  # fmt: skip


def _tell_note(note: Object, number: int | None, kind: str, *, seen: bool, told: Told) -> None:
    called = _KIND.get(kind, "comment")
    contents = as_text(note.get("/Contents"))
    rich = _TAG.sub(" ", as_text(note.get("/RC")))
    if " ".join(rich.split()) in " ".join(contents.split()):
        rich = ""
    words = "\n".join(part for part in (contents, rich) if part.strip())
    author = as_text(note.get("/T")).strip()
    if kind in _SHOWS_ITS_WORDS and seen:
        told.tell(called, words, number, sure=False, within=_upright(note.Rect))
        told.tell("author of a comment", author, number, sure=False)
    else:
        told.tell(called, f"{author}: {words}" if author and words.strip() else words or author,
                  number)  # fmt: skip
    for key in ("/Subj", "/State", "/NM"):
        text = as_text(note.get(key))
        if _telling(text) and text.casefold() not in _OF_PROGRAMS:
            told.tell(called, text, number)
    told.tell(called, note.get("/OverlayText"), number)


# What programs write by themselves of each note and each field: nobody's words.
_OF_PROGRAMS = frozenset((
    "sticky note", "note", "highlight", "underline", "strikeout", "strikethrough", "text box",
    "typewriter", "typewritten text", "callout", "comment on text", "inserted text", "replace",
    "cross-out", "stamp", "rectangle", "oval", "line", "arrow", "polygon", "pencil", "cloud",
    "freetext", "text", "file attachment", "comment", "pen", "ink",
    "accepted", "rejected", "cancelled", "completed", "none", "marked", "unmarked",
))  # fmt: skip
_AUTOMATIC = re.compile(
    r"(?i)[\W_]*(?:text|tx|txt|text ?box|check ?box|cb|field|form ?field|button|group|radio|list"
    r"|combo ?box|date|signature|image|page|untitled|undefined|topmostsubform|subform|form"
    r"|[\W\d_]|\[\d+\])*"
)
_MACHINE_NAME = re.compile(r"[\W_]*(?:[0-9a-fA-F]{4,}[\W_]*)+")


def _telling(text: str) -> bool:
    """Say whether a name was given by somebody, not by a program that numbers what it makes."""
    return bool(text.strip()) and not (_MACHINE_NAME.fullmatch(text) or _AUTOMATIC.fullmatch(text))


def _tell_field(note: Object, number: int, seen: bool, told: Told) -> None:
    """Tell a field's names, values and choices: in its place stands at most what it shows."""
    chain: list[Object] = []
    node = note
    while isinstance(node, Dictionary) and len(chain) < 32:
        chain.append(node)
        told.fields.add(node.objgen)
        node = node.get("/Parent")  # type: ignore[assignment]
    place = _upright(note.Rect) if seen else (0.0, 0.0, 0.0, 0.0)
    _tell_values(chain, number, told, place)


def tell_field_alone(node: Object, told: Told) -> None:
    """Tell a field of a form that has no place on any page."""
    _tell_values([node], None, told, None)


def _tell_values(chain: list[Object], number: int | None, told: Told, place: Box | None) -> None:
    given = {key: next((part[key] for part in chain if key in part), None) for key in _OF_FIELDS}
    parts = [as_text(part.get("/T")).strip() for part in reversed(chain)]
    names = [".".join(filter(None, parts)), as_text(given["/TU"]), as_text(given["/TM"])]
    told.tell(
        "name of a form field",
        "\n".join(dict.fromkeys(name for name in names if _telling(name))),
        number,
    )
    for key in ("/V", "/DV", "/RV"):
        for text in _texts(given[key], 0):
            said = _TAG.sub(" ", text) if key == "/RV" else text
            told.tell("form field", said, number, sure=place is None, within=place)
    for text in _texts(given["/Opt"], 0):
        told.tell("choice of a form field", text, number, sure=place is None, within=place)
    style = as_text(given["/DS"])
    if set(re.findall(r"[^\W\d_]{3,}", style.casefold())) - _OF_STYLES:
        told.tell("style of a form field", style, number)
    labels = chain[0].get("/MK")
    if isinstance(labels, Dictionary):
        for key in ("/CA", "/RC", "/AC"):
            told.tell("form field", labels.get(key), number, sure=place is None, within=place)


_OF_FIELDS = ("/TU", "/TM", "/V", "/DV", "/RV", "/Opt", "/DS")
_OF_STYLES = frozenset((
    "font", "size", "style", "weight", "family", "stretch", "normal", "bold", "italic", "color",
    "text", "align", "left", "right", "center", "justify", "decoration", "none", "line", "height",
    "margin", "helvetica", "arial", "times", "roman", "new", "courier", "sans", "serif", "valign",
    "bottom", "top", "middle", "letter", "spacing", "underline", "rgb", "xfa",
))  # fmt: skip


def _texts(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, Array):
        if depth < 3:
            for item in list(value)[:1000]:
                yield from _texts(item, depth + 1)
    elif not isinstance(value, Name):
        yield as_text(value)


def _targets(note: Object) -> Iterator[tuple[str, str]]:
    """Yield where a click leads, and the scripts it runs, by the key that says so."""
    actions = [note.get("/A"), note.get("/PA")]
    more = note.get("/AA")
    actions += list(more.values()) if isinstance(more, Dictionary) else []
    for action in actions:
        yield from action_targets(action)


def action_targets(action: object, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield the addresses, files and scripts of an action and of those that follow it (§12.6)."""
    if not isinstance(action, Dictionary) or depth > 16:
        return
    for key in ("/URI", "/F", "/JS", "/D", "/Win"):
        value = action.get(key)
        if key == "/D" and action.get("/S") not in (Name.GoToR, Name.GoToE):
            continue
        if isinstance(value, Dictionary) and not isinstance(value, pikepdf.Stream):
            value = value.get("/UF", value.get("/F"))
        if text := as_text(value).strip():
            yield key[1:], text
    follows = action.get("/Next")
    for after in list(follows)[:16] if isinstance(follows, Array) else [follows]:
        yield from action_targets(after, depth + 1)


# --- what is drawn


def _drawing(pdf: Pdf, note: Object, number: int, told: Told) -> tuple[str, Object] | None:
    """Return an annotation's appearance and the matrix that puts it in place (§12.5.5)."""
    kind = str(note.get("/Subtype", ""))
    if kind in _UNDRAWN:
        return None
    form = _appearance(note)
    if form is None:
        form = drawn_plainly(pdf, note)
        if form is None:
            if kind not in ("/Text", "/Widget", "/FileAttachment", "/Redact"):
                told.gaps.append(Gap(_UNDRAWABLE, number))
            return None
    x0, y0, x1, y1 = _upright(note.Rect)
    matrix = [float(v) for v in form.get("/Matrix", [1, 0, 0, 1, 0, 0])]
    b0, c0, b1, c1 = _upright(form.BBox)
    corners = [
        (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])
        for x, y in ((b0, c0), (b1, c0), (b0, c1), (b1, c1))
    ]
    left, bottom = min(x for x, _ in corners), min(y for _, y in corners)
    wide, high = max(x for x, _ in corners) - left, max(y for _, y in corners) - bottom
    if wide <= 0 or high <= 0:
        return None
    across, up = (x1 - x0) / wide, (y1 - y0) / high
    placed = (across, 0.0, 0.0, up, x0 - left * across, y0 - bottom * up)
    return " ".join(f"{value:.6f}" for value in placed), form


def _appearance(note: Object) -> Object | None:
    """Return the normal appearance, in the state that the annotation is in."""
    given = note.get("/AP")
    normal = given.get("/N") if isinstance(given, Dictionary) else None
    if isinstance(normal, Dictionary) and not isinstance(normal, pikepdf.Stream):
        normal = normal.get(str(note.get("/AS", "/Off")))
    if not isinstance(normal, pikepdf.Stream) or "/BBox" not in normal:
        return None
    if "/Subtype" not in normal:
        normal.Subtype = Name.Form
    return normal


def _upright(box: Object) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(edge) for edge in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _add(pdf: Pdf, page: Object, drawn: list[tuple[str, Object]]) -> None:
    """Put appearances behind the page's own content; its resources are the page's alone by now."""
    held = page.Resources.get("/XObject")
    forms = as_new(held) if isinstance(held, Dictionary) else Dictionary()
    lines = ["Q"]
    for number, (placed, form) in enumerate(drawn):
        name = f"/Note{number}"
        while name in forms:
            name += "x"
        forms[name] = form
        lines.append(f"q {placed} cm {name} Do Q")
    page.Resources.XObject = forms
    given = page.get("/Contents")
    parts = list(given) if isinstance(given, Array) else [given] if given is not None else []
    before, after = pdf.make_stream(b"q"), pdf.make_stream("\n".join(lines).encode())
    page.Contents = Array([before, *parts, after])
