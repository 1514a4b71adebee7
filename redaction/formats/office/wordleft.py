"""Words in the parts of an Office file that neither pages nor other rules tell.

Every attribute and every text of every part is looked at. A piece is told when it has a word that
is not of the format's own: of the names that programs give to parts, styles, fields and settings
(ISO 29500-1 §17, the latent styles of §17.7.4.8). A single word as schemas write their choices
("nextPage") is passed over, but not where a schema asks for a string.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.office.container import COUNTED, Element, Parts, local
from redaction.formats.office.told import Told

_OWN = frozenset(
    """
    above abs abstract accent acro acronym action active address adj aes align alphabetic anchor
    and animation annotation apa app arabic arabicdash arrow arrows art article atan author
    authorities authors auto autotext average back balance balloon banner base basic below bent
    bibliography bin black blank block blockquote blue body bolt book bookmark bookshelf border
    bordered bottom box bullet bullets button buttonface callout can canvas caps caption card
    cardtext category cdtf cell center centered chapter char character characters charformat chart
    charts check checkbox chevron childtext choose chunk citation cite classic click clip clipart
    closing code color colorful colors column columns comment comments comparison compat
    compatibility compliance computer conn connector connsite contemporary content contents
    continuation continue control core cos count cover creation ctr cube curved custom cycle
    cylinder dark darken data date datetime dcterms dde default definition deleted diagram
    diagrams diamond directory doc document documents docx dollar dollartext donut drawing
    drawings drawn drop dropdown edition effects elbow elegant ellipse email embeddings emf
    emphasis end endnote endnotes enter envelope environment equation even excel exch exists
    explosion extended extensible external face fade false features fifth figure figures file fill
    find first firstcap flag fld flow fmla followed following font footer footnote footnoteref
    footnotes for foreign form format formula frag fragment frame freeform from full function
    gallery general gif glossary goback google graphic graphicframe gray green grey grid group
    handout handouts hanging hashtag head header headerand headers heading height hex hexagon
    hidden hierarchy hlk holder horizontal html hyperlink ids illustration image images include
    indent index infinity info ink inline input insert inserted inset intense interface internal
    internet isosceles item items jpeg jpg keyboard keyword label last layout layouts left letter
    level light lighten lightning line link linked list listing long lower macro mail main map
    mark master masters math max media medium mention menu mergefield mergeformat message metadata
    microsoft mid min mixed mod mode moon move mso msw name names navy next nil node none normal
    normaldot note notes num number numbered numbering object objects octagon ocx odd off office
    ole oleobject online only open option ordinal ordtext outline oval over override pack package
    page pages paragraph parallelogram parent part pentagon personal pict picture picturebullet
    pin pixel place placeholder plain plaque plus png point power powerpoint ppaction ppt pptx
    preformatted pres presentation presentations print printer process prod product professional
    program properties property props pyramid quick quotation quotations quote raised recipient
    recipients rectangle rectangles red ref reference references relationships rels reply report
    result return reverse review revision ribbon right roman root rounded row rsa rtf rtl
    salutation sample scroll section sectionheading sections select separator series settings sha
    shading shape shapetype sheet short show signature silver simple sin site sixth size slide
    slidelayout slides smart smartart solid spacing span spid sqrt standard star start state
    straight strikethrough strong style styles subject subtitle subtle suggestion sum summary sun
    svg symbol symbols tab table tables tag tags tan target task template text textbox theme
    thumbnail time tip title toa toc top tracked transition trapezoid triangle triangular true two
    txt type types typewriter unicode unknown uno unresolved untitled upper user utf uturn val
    value values variable version vertical view visio visited visual vml water watermark wave web
    white wide width windows windowtext wipe with wmf wml word workbook worksheet wrap xls xlsm
    xlsx xml xpath xsl yellow yes
    """.split()  # noqa: SIM905 - read as words
)
_GIVEN = frozenset(["Art", "Mark", "Max", "Ole", "Val"])  # people are called so, Mark Page as well
_IN_A_NAME = 3
_MADE = re.compile(
    r"(r?Id\d+|[0-9A-F]{6,}|(?=\D*\d)[0-9a-f]{6}|\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?|#[0-9a-fA-F]+"
    r"|https?://schemas\.(openxmlformats\.org|microsoft\.com)\S*"
    r"|urn:(schemas-microsoft-com:|microsoft\.com/)\S*|https?://(purl|www\.w3)\.(org|oclc\.org)\S*"
    r"|_heading=h\.\w+|bookmark=\w+\.\w+|[A-Za-z0-9+/\s]{60,}={0,2})",
)
_CHOICE = re.compile(r"[a-z][A-Za-z0-9]*|-?[\d.]+[a-z%]*")
_PARTS_OF_WORD = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-z])")
_LETTERS = re.compile(r"[^\W\d_]+")
_PICTURE = re.compile(r"[dMyYHhmsSAPap]+")
_CODE = re.compile(r"^\s*[A-Za-z=]+|\\[*]\s*\w+|\\.")
_STRINGS = frozenset(
    [
        "addressFieldName", "alias", "alt", "anchor", "appName", "attachedSchema",
        "author", "authors", "caption", "category", "codeName", "dateFormat", "default", "descr",
        "description", "displayText", "docPart", "docVar", "ed", "element", "entryMacro",
        "exitMacro", "href", "initials", "keywords", "listEntry", "macro", "name", "mappedName",
        "namespaceuri", "original", "placeholder", "sheetName", "solutionID", "string",
        "suggestedsigner", "suggestedsigner2", "suggestedsigneremail", "table", "tag", "Target",
        "title", "tooltip", "udl", "uniqueTag", "url", "userId", "value", "xpath",
    ]
)  # fmt: skip
DESCRIBING = frozenset(["Sources", "contentTypeSchema", "properties", "FormTemplates"])
_FONTS = frozenset(["typeface", "ascii", "hAnsi", "cs", "eastAsia", "script", "panose", "font"])
_NEVER = frozenset(["Type", "ContentType", "Extension", "Requires", "Ignorable", "lang", "gfxdata"])
_NO_WORDS = frozenset(
    ["rFonts", "font", "lang", "panose1", "sig", "themeFontLang", "Default", "altName", "mathFont"]
)
_SHOWN = frozenset(["t", "delText", "instrText", "delInstrText"])
_TEXT = re.compile(r"/(wordprocessingml|drawingml)/(2006/)?main\}")
_FORMAT = re.compile(r"\{(http://(schemas|purl)\.|https?://www\.w3\.org/|urn:schemas-)")
_BESIDE = re.compile(rb"<!--(.*?)-->|<\?(?!xml\b)(.*?)\?>", re.DOTALL)
_MOST = 2000
_NOT_READ = "a part of the file is damaged, so its words are not read"
_TOO_MANY = "the file holds more words beside its pages than can be listed one by one"


@dataclass(frozen=True, slots=True)
class Kind:
    """What one kind of file has beside what all have.

    `own` are more words of its format, `strings` more attributes that people write in, `elsewhere`
    the elements, and the attributes ("@name"), that other rules read, and `passed_over` the names
    of parts that programs write. `plain` takes out of an element's text what only steers.
    """

    own: frozenset[str] = frozenset()
    strings: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    passed_over: re.Pattern[str] | None = None
    plain: Callable[[str], str] = str


TEXTS_AND_SLIDES = Kind()


def words_left(
    parts: Parts,
    on_pages: set[str],
    told: Told,
    kind: Kind = TEXTS_AND_SLIDES,
    known: Container[str] = (),
) -> Iterator[str]:
    """Yield the pieces with words of all parts that are not `known`, each once.

    Of the parts `on_pages` the words of the text are compared with the pages elsewhere.
    """
    seen = set[str]()
    for piece in _pieces(parts, on_pages, told, kind):
        if piece in known:
            continue
        plain = "".join(_LETTERS.findall(piece.casefold()))
        if plain not in seen:
            seen.add(plain)
            yield piece
        if len(seen) > _MOST:
            told.gap(_TOO_MANY)
            return


def said_in_code(code: str) -> bool:
    """Say whether a field's code has words besides its command, its switches and their forms."""
    words = _words(re.sub(_CODE, " ", code))
    return any(_is_foreign(word) and not _PICTURE.fullmatch(word) for word in words)


def says_something(text: str, *, string: bool = True, own: frozenset[str] = frozenset()) -> bool:
    """Say whether a text has a word that is none of the format's; a `string` is written freely."""
    plain = text.strip()
    if _MADE.fullmatch(plain) or (not string and _CHOICE.fullmatch(plain)):
        return False
    words = _words(plain)
    if string and words and words[0] in _GIVEN and len(words) <= _IN_A_NAME:
        return all(word[0].isupper() for word in words)
    return any(_is_foreign(word) and word.casefold() not in own for word in words)


def _words(text: str) -> list[str]:
    return [word for run in _LETTERS.findall(text) for word in _PARTS_OF_WORD.split(run)]


def _is_foreign(word: str) -> bool:
    # One letter again and again is a form of dates or numbers: "yyyy".
    return len(word) > 2 and word.casefold() not in _OWN and len(set(word.casefold())) > 1


def _pieces(parts: Parts, on_pages: set[str], told: Told, kind: Kind) -> Iterator[str]:
    if says_something(parts.comment):
        yield parts.comment
    for name in parts:
        if says_something(name, own=kind.own):
            yield name
        if name == "[Content_Types].xml" or not name.endswith((".xml", ".rels", ".vml")):
            continue
        if kind.passed_over and kind.passed_over.fullmatch(name):
            continue
        try:
            root = parts.xml(name)
        except Refused:
            told.gap(_NOT_READ)
            continue
        yield from _of_part(root, kind, shown=name in on_pages)
        for said in _BESIDE.findall(parts.read(name)):
            text = b" ".join(said).decode("utf-8", "replace").strip()
            if says_something(text, own=kind.own):
                yield text


def _of_part(root: Element, kind: Kind, *, shown: bool) -> Iterator[str]:
    described = local(root) in DESCRIBING
    for element in root.iter("*"):
        name = local(element)
        if name not in _NO_WORDS and not described and not _names_a_font(element):
            ours = bool(_FORMAT.match(element.tag))
            # Of what is set here a schema has the names, and people have none.
            chosen = name == "compatSetting" or "/diagram}" in element.tag
            for key, value in element.attrib.items():
                if _tells(str(key), str(value), "" if chosen else name, kind, ours=ours):
                    yield str(value)
        compared = shown and name in _SHOWN and _TEXT.search(element.tag) is not None
        passed = compared or name in COUNTED or name in kind.elsewhere
        for text in ("" if passed else kind.plain(element.text or ""), element.tail):
            if text and (
                said_in_code(text) if "nstr" in name else says_something(text, own=kind.own)
            ):
                yield text.strip()


def _names_a_font(element: Element) -> bool:
    """Say whether an element of a workbook is the name of a typeface (ISO 29500-1 §18.8.29)."""
    above = element.getparent()
    return (local(element) == "name" and above is not None and local(above) == "font") or (
        local(element) == "rFont"
    )


def _tells(key: str, value: str, element: str, kind: Kind, *, ours: bool) -> bool:
    """Say whether an attribute's value has words to tell."""
    bare = key.rpartition("}")[2]
    if bare in _FONTS or bare in _NEVER or f"@{bare}" in kind.elsewhere:
        return False
    if bare == "instr":
        return said_in_code(value)
    if bare == "style":  # of VML: CSS, which writes no capitals
        value = " ".join(re.findall(r"\w*[A-Z]\w*", re.sub(r"font-family:[^;]*", "", value)))
    strange = not ours or bool("}" in key and not _FORMAT.match(key))
    written = bare in kind.strings or not _STRINGS.isdisjoint((bare, element))
    return says_something(value, string=strange or (bool(element) and written), own=kind.own)
