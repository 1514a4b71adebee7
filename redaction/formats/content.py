"""What a PDF may hold to be read whole: everything else is refused in plain words.

The page form that comes out keeps of each page its size, its content and the resources of that
content. Marked content is taken out of the content streams: `/ActualText` there would tell readers
other words than those that stand on the page.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf

from recordkeeping.vocabulary.errors import Refused

MOST_PAGES = 2000
_DEEPEST_FORM = 8
_PAGE_KEYS = {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents"}
_MARKS = {"BMC", "BDC", "EMC", "MP", "DP"}
_KNOWN_WORDS = """
b B b* B* BT BX c cm CS cs d d0 d1 Do ET EX f F f* G g gs h i j J K k l M m n q Q re RG rg ri s
S SC sc SCN scn T* Tc Td TD Tf TJ Tj TL Tm Tr Ts Tw Tz v w W W* y ' "
"""
_KNOWN = frozenset(_KNOWN_WORDS.split())
_IN_CATALOG = {
    "/AcroForm": "form fields, which cannot be redacted yet",
    "/Collection": "other files inside it",
    "/AF": "other files inside it",
    "/OCProperties": "layers that can be hidden, which cannot be redacted yet",
}


def page_form(content: bytes) -> bytes:
    """Return the PDF with nothing left but pages, or refuse what it would silently lose."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            _refuse_what_was_patched(pdf)
            return _reduced(pdf)
    except pikepdf.PasswordError:
        raise Refused("the PDF is locked with a password") from None
    except pikepdf.PdfError:
        raise Refused("the PDF is damaged and cannot be opened") from None


def _refuse_what_was_patched(pdf: Pdf) -> None:
    """Refuse a file that had to be mended to be opened: of a file cut short, pages come out empty.

    The words of the warnings are qpdf's own; they name no content.
    """
    if any("reconstruct" in str(warning) for warning in pdf.get_warnings()):
        raise Refused("the PDF is damaged or incomplete; ask for it once more")


def _reduced(pdf: Pdf) -> bytes:
    if pdf.is_encrypted:
        raise Refused("the PDF is encrypted; ask its sender for one that is not")
    if not 1 <= len(pdf.pages) <= MOST_PAGES:
        raise Refused(f"the PDF has {len(pdf.pages)} pages; 1 to {MOST_PAGES} are read")
    _refuse_what_is_elsewhere(pdf)
    done: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, start=1):
        try:
            _reduce_page(pdf, page, done)
        except Refused as why:
            raise Refused(f"page {number} {why}") from None
    for key in set(pdf.Root.keys()) - {"/Type", "/Pages"}:
        del pdf.Root[key]
    del pdf.docinfo
    out = io.BytesIO()
    pdf.save(out, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _refuse_what_is_elsewhere(pdf: Pdf) -> None:
    """Refuse words that stand in the file beside its pages."""
    for key, what in _IN_CATALOG.items():
        held = pdf.Root.get(key)
        if held is not None and not (key == "/AcroForm" and not held.get("/Fields")):
            raise Refused(f"the PDF holds {what}")
    if len(pdf.attachments) > 0:
        raise Refused("the PDF holds other files inside it")


def _reduce_page(pdf: Pdf, page: pikepdf.Page, done: set[tuple[int, int]]) -> None:
    if float(page.obj.get("/UserUnit", 1)) != 1:
        raise Refused("has an unusual scale, which cannot be redacted yet")
    for note in page.obj.get("/Annots", Array()):
        if note.get("/Subtype") != Name.Link:  # a link's words stand on the page itself
            raise Refused("carries a note, comment or form field, which cannot be redacted yet")
    # Size, rotation and resources may be inherited; they are written where they are used.
    box, crop = page.mediabox, page.cropbox
    rotation, resources = _inherited(page.obj, "/Rotate"), _inherited(page.obj, "/Resources")
    page.obj.MediaBox, page.obj.CropBox = Array(list(box)), Array(list(crop))
    page.obj.Rotate = int(rotation) if rotation is not None else 0
    page.obj.Resources = resources if resources is not None else Dictionary()
    page.obj.Contents = pdf.make_stream(_clean(pdf, page, page.obj.Resources, done, 0))
    for key in set(page.obj.keys()) - _PAGE_KEYS:
        del page.obj[key]


def _inherited(node: Object, key: str) -> Object | None:
    for _ in range(32):
        if key in node:
            return node[key]
        if "/Parent" not in node:
            return None
        node = node["/Parent"]
    raise Refused("stands in a page tree that is too deep")


def _clean(
    pdf: Pdf,
    stream: pikepdf.Page | Object,
    resources: Object,
    done: set[tuple[int, int]],
    depth: int,
) -> bytes:
    """Return a content stream without marked content, or refuse what cannot be read in it."""
    kept = []
    for operands, operator in _instructions(stream):
        name = str(operator)
        if name == "INLINE IMAGE":
            raise Refused("holds a picture that cannot be read yet")
        if name in _MARKS:
            continue
        if name not in _KNOWN:
            raise Refused("is drawn with shadings or instructions that cannot be read")
        match name:
            case "scn" | "SCN" if operands and isinstance(operands[-1], Name):
                raise Refused("holds a patterned fill that cannot be read yet")
            case "gs":
                _refuse_mask(_resource(resources, "/ExtGState", operands))
            case "Tf":
                _refuse_odd_font(_resource(resources, "/Font", operands))
            case "Do":
                _clean_form(pdf, _resource(resources, "/XObject", operands), resources, done, depth)
        kept.append((operands, operator))
    return pikepdf.unparse_content_stream(kept)


def _instructions(stream: pikepdf.Page | Object) -> Iterable[tuple[list[Object], Operator]]:
    try:
        return [
            ([] if str(i.operator) == "INLINE IMAGE" else list(i.operands), i.operator)
            for i in pikepdf.parse_content_stream(stream)
        ]
    except (pikepdf.PdfError, pikepdf.models.PdfParsingError, TypeError, ValueError):
        raise Refused("is damaged: its content cannot be read") from None


def _resource(resources: Object, kind: str, operands: list[Object]) -> Object:
    try:
        return resources[kind][str(operands[0])]
    except (KeyError, IndexError, TypeError, ValueError):
        raise Refused("is damaged: it names something that it does not hold") from None


def _refuse_mask(state: Object) -> None:
    mask = state.get("/SMask")
    if mask is not None and mask != Name("/None"):
        raise Refused("is drawn through a mask, which cannot be redacted yet")
    if "/Font" in state:
        raise Refused("chooses its letters in a way that cannot be read")


def _refuse_odd_font(font: Object) -> None:
    if font.get("/Subtype") == Name.Type3:
        raise Refused("uses letters that are drawn pictures, which cannot be read yet")
    if str(font.get("/Encoding", "")).endswith("-V"):
        raise Refused("is written from top to bottom, which cannot be read yet")


def _clean_form(
    pdf: Pdf, form: Object, inherited: Object, done: set[tuple[int, int]], depth: int
) -> None:
    if form.get("/Subtype") != Name.Form:
        raise Refused("holds a picture that cannot be read yet")
    if depth >= _DEEPEST_FORM:
        raise Refused("is nested too deeply to be read")
    if form.objgen in done:
        return
    done.add(form.objgen)
    if "/Resources" not in form:
        form.Resources = inherited
    form.write(_clean(pdf, form, form.Resources, done, depth + 1))
    for key in ("/OC", "/PieceInfo", "/Metadata", "/Ref"):
        if key in form:
            del form[key]
