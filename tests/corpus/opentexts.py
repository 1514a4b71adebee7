"""ODT and FODT: what texts of LibreOffice hold besides their pages."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Mapping

from tests.corpus.case import FIRST, LAST, NAME, torture
from tests.corpus.notes import TOLD
from tests.corpus.office import OFFICE
from tests.corpus.pictures import picture

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{short}="{_OASIS}:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "style": "style", "draw": "drawing", "table": "table",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible", "meta": "meta", "form": "form",
        "script": "script",
    }.items()
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
KIND = "application/vnd.oasis.opendocument.text"
LINES = (
    "<text:p>Record of a visit on Tuesday morning</text:p>"
    f"<text:p>Present were {NAME} and the warden.</text:p>"
    "<text:p>They talked about the garden and left.</text:p>"
)
STYLES = (
    '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/>'
    '</style:style><style:style style:name="P1" style:family="paragraph"><style:text-properties '
    'text:display="none"/></style:style><style:style style:name="P2" style:family="paragraph" '
    'style:parent-style-name="P1"/><style:style style:name="B" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="S" '
    'style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="X" style:family="text"><style:text-properties '
    'style:text-line-through-style="solid" style:text-line-through-width="bold" '
    'style:text-line-through-text="/"/></style:style>'
)


def png(text: str = "a plain picture") -> bytes:
    """Return a picture of words."""
    out = io.BytesIO()
    picture(text, "RGB", ink=(0, 0, 0), ground=(255, 255, 255)).save(out, "PNG")
    return out.getvalue()


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a package of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return out.getvalue()


def open_text(
    body: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    page: str = "",
    meta: str = "",
    styles: str = STYLES,
) -> bytes:
    """Return a text of three lines and more; `page` is for the head and foot of every page.

    What a text declares comes before its lines.
    """
    before, _, body = body.rpartition("|")
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    made: dict[str, str | bytes] = {
        "mimetype": KIND,
        "content.xml": f'{head}<office:document-content {SPACES} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{before}{LINES}{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f'{head}<office:document-styles {SPACES} office:version="1.3">'
        '<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties '
        'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-left="2cm" '
        'fo:margin-right="2cm" fo:margin-bottom="2cm"/></style:page-layout>'
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="pm">{page}</style:master-page></office:master-styles>'
        "</office:document-styles>",
        "meta.xml": f'{head}<office:document-meta {SPACES} office:version="1.3"><office:meta>{meta}'
        "</office:meta></office:document-meta>",
    }
    made |= parts or {}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in made
    )
    space = f'xmlns:manifest="{_OASIS}:manifest:1.0"'
    made["META-INF/manifest.xml"] = (
        f'{head}<manifest:manifest {space}><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{KIND}"/>{entries}</manifest:manifest>'
    )
    return packed(made)


def change(kind: str, inside: str = "") -> str:
    """Return a tracked change of this kind."""
    return (
        '<text:tracked-changes><text:changed-region text:id="c1">'
        f"<text:{kind}><office:change-info><dc:creator>{NAME}</dc:creator>"
        f"<dc:date>2026-11-02T09:00:00</dc:date></office:change-info>{inside}</text:{kind}>"
        "</text:changed-region></text:tracked-changes>|"
    )


def frame(inside: str, more: str = "") -> str:
    """Return a frame with something in it, in a paragraph."""
    return (
        '<text:p><draw:frame draw:name="Frame1" text:anchor-type="as-char" svg:width="12cm" '
        f'svg:height="2cm"{more}>{inside}</draw:frame></text:p>'
    )


IMAGE = '<draw:image xlink:href="Pictures/one.png" xlink:type="simple"/>'
SHOWN = {
    "spans": "<text:p>" + "".join(f'<text:span text:style-name="B">{c}</text:span>' for c in NAME) + "</text:p>",
    "inserted": change("insertion") + f'<text:p><text:change-start text:change-id="c1"/>{NAME}'
    '<text:change-end text:change-id="c1"/></text:p>',
    "field": f'<text:p><text:user-field-get text:name="who">{NAME}</text:user-field-get></text:p>',
    "section": f'<text:section text:name="s"><text:p>{NAME}</text:p></text:section>',
    "list": f"<text:list><text:list-item><text:p>{NAME}</text:p></text:list-item></text:list>",
    "note": '<text:p>noted<text:note text:note-class="footnote"><text:note-citation>1'
    f"</text:note-citation><text:note-body><text:p>{NAME}</text:p></text:note-body></text:note></text:p>",
    "text-box": frame(f"<draw:text-box><text:p>{NAME}</text:p></draw:text-box>"),
    "table": '<table:table table:name="t"><table:table-column/><table:table-row><table:table-cell>'
    f"<text:p>{NAME}</text:p></table:table-cell></table:table-row></table:table>",
    "around-a-comment": f"<text:p>{FIRST}<office:annotation><text:p>x</text:p></office:annotation> {LAST}</text:p>",
    "around-a-deletion": change("deletion", "<text:p>x</text:p>")
    + f'<text:p>{FIRST[:4]}<text:change text:change-id="c1"/>{FIRST[4:]} {LAST}</text:p>',
    "bent": '<text:p><draw:custom-shape text:anchor-type="as-char" svg:width="12cm" svg:height="3cm">'
    f'<text:p>{NAME}</text:p><draw:enhanced-geometry svg:viewBox="0 0 21600 21600" draw:type="fontwork-plain-text" '
    'draw:text-path="true" draw:text-path-mode="shape" draw:enhanced-path="M 0 0 L 21600 0 N M 0 21600 L 21600 21600 N"/>'
    "</draw:custom-shape></text:p>",
    "index": '<text:table-of-content text:name="i"><text:table-of-content-source/><text:index-body>'
    f"<text:p>{NAME}<text:tab/>1</text:p></text:index-body></text:table-of-content>",
}  # fmt: skip


STRUCK = {
    "within": '<text:p>Ze<text:span text:style-name="S">XX</text:span>phyrine Qua'
    '<text:span text:style-name="S">t</text:span>xley</text:p>',
    "with-signs": '<text:p>Ze<text:span text:style-name="X">XX</text:span>phyrine</text:p>',
}


@torture("odt", suffix=".odt", stays=OFFICE, each=list(SHOWN.items()))
def on_a_page_of_open_text(body: str) -> bytes:
    """The name is on the page, in spans, fields, boxes and lists."""
    return open_text(body)


@torture("odt", suffix=".odt", stays=OFFICE, each=list(STRUCK.items()))
def struck_out_of_open_text(body: str) -> bytes:
    """Letters that are struck out part the name."""
    return open_text(body)


@torture("odt", suffix=".odt", stays=OFFICE)
def in_the_head_of_open_text() -> bytes:
    """Head and foot of every page have the name."""
    return open_text(
        page=f"<style:header><text:p>File of {NAME}</text:p></style:header>"
        f"<style:footer><text:p>{NAME}, <text:page-number>7</text:page-number></text:p></style:footer>"
    )


@torture("odt", suffix=".odt", stays=(*OFFICE, "noon"), look=True)
def in_a_picture_of_open_text() -> bytes:
    """A picture shows the name."""
    return open_text(frame(IMAGE), {"Pictures/one.png": png(f"seen {NAME} at noon")})


HIDDEN = {
    "deleted": change("deletion", f"<text:p>{NAME}</text:p>")
    + '<text:p>plain<text:change text:change-id="c1"/></text:p>',
    "change-author": change("insertion")
    + '<text:p><text:change-start text:change-id="c1"/>plain<text:change-end text:change-id="c1"/></text:p>',
    "comment": f"<text:p>plain<office:annotation><dc:creator>{NAME}</dc:creator><text:p>ask {NAME}</text:p>"
    "</office:annotation></text:p>",
    "hidden-words": f'<text:p>plain <text:span text:style-name="T1">{NAME}</text:span></text:p>',
    "hidden-by-paragraph": f'<text:p text:style-name="P2">{NAME}</text:p>',
    "hidden-section": f'<text:section text:name="s" text:display="none"><text:p>{NAME}</text:p></text:section>',
    "hidden-on-condition": '<text:section text:name="s" text:display="condition" text:condition="ooow:1" '
    f'text:is-hidden="true"><text:p>{NAME}</text:p></text:section>',
    "hidden-field": f'<text:p>plain<text:hidden-text text:condition="ooow:1" text:string-value="{NAME}" '
    'text:is-hidden="true"/></text:p>',
    "hidden-paragraph": '<text:p>plain</text:p><text:p><text:hidden-paragraph text:condition="ooow:1" '
    f'text:is-hidden="true"/>{NAME}</text:p>',
    "other-choice": '<text:p><text:conditional-text text:condition="ooow:0" text:string-value-if-true="plain" '
    f'text:string-value-if-false="{NAME}">plain</text:conditional-text></text:p>',
    "menu": f'<text:p><text:drop-down text:name="m"><text:label text:value="{NAME}"/>plain</text:drop-down></text:p>',
    "field-declared": '<text:user-field-decls><text:user-field-decl office:value-type="string" '
    f'office:string-value="{NAME}" text:name="who"/></text:user-field-decls>|<text:p>plain</text:p>',
    "placeholder": f'<text:p><text:placeholder text:placeholder-type="text" text:description="{NAME}">plain'
    "</text:placeholder></text:p>",
    "bookmark": f'<text:p><text:bookmark text:name="{NAME}"/>plain</text:p>',
    "index-entry": f'<text:p><text:alphabetical-index-mark text:string-value="{NAME}"/>plain</text:p>',
    "link": f'<text:p><text:a xlink:href="mailto:{FIRST}.{LAST}@example.org">plain</text:a></text:p>',
    "linked-section": '<text:section text:name="s"><text:section-source xlink:href="file:///'
    f'{FIRST}/{LAST}.odt"/><text:p>plain</text:p></text:section>',
    "script": f'<text:p>plain<text:script script:language="JavaScript">{NAME}</text:script></text:p>',
    "printed-nowhere": frame(f"<draw:text-box><text:p>{NAME}</text:p></draw:text-box>", ' draw:display="none"'),
    "control": '<text:p><loext:content-control loext:alias="who" xmlns:loext="urn:org:documentfoundation:names:'
    f'experimental:office:xmlns:loext:1.0">plain<loext:list-item loext:display-text="{NAME}" loext:value="{LAST}"/>'
    "</loext:content-control></text:p>",
    "cell-formula": '<table:table table:name="t"><table:table-column/><table:table-row><table:table-cell '
    f'table:formula="ooow:&quot;{NAME}&quot;" office:value-type="string"><text:p>plain</text:p></table:table-cell>'
    "</table:table-row></table:table>",
    "hidden-value": f'<office:forms><form:form><form:hidden form:name="{NAME}" form:value="{NAME}"/></form:form>'
    "</office:forms>|<text:p>plain</text:p>",
}  # fmt: skip


@torture("odt", suffix=".odt", stays=OFFICE, told=TOLD, each=list(HIDDEN.items()))
def behind_a_page_of_open_text(body: str) -> bytes:
    """The name is in the text and not on its page."""
    return open_text(body)


OBJECT = '<draw:object xlink:href="./Object 1" xlink:type="simple"/>'
BEHIND: dict[str, tuple[str, dict[str, str | bytes]]] = {
    "description": (
        frame(f"{IMAGE}<svg:title>{NAME}</svg:title><svg:desc>{NAME}</svg:desc>"),
        {"Pictures/one.png": png()},
    ),
    "object": (
        frame(OBJECT + IMAGE),
        {
            "Pictures/one.png": png(),
            "Object 1/mimetype": KIND,
            "Object 1/content.xml": f"<office:document-content {SPACES}><office:body><office:text>"
            f"<text:p>{NAME}</text:p></office:text></office:body></office:document-content>",
        },
    ),
    "unused-picture": ("", {f"Pictures/{FIRST} {LAST}.png": png()}),
    "older-version": (
        "",
        {
            "VersionList.xml": '<VL:version-list xmlns:VL="http://openoffice.org/2001/versions-list">'
            f'<VL:version-entry VL:title="Version1" VL:comment="{NAME}" VL:creator="{NAME}"/>'
            "</VL:version-list>",
            "Versions/Version1": "an older one",
        },
    ),
    "stray-part": ("", {"Data/more.xml": f"<more>{NAME}</more>"}),
}


@torture("odt", suffix=".odt", stays=OFFICE, told=TOLD, each=list(BEHIND.items()))
def beside_a_page_of_open_text(parts: tuple[str, dict[str, str | bytes]]) -> bytes:
    """Parts of the package that no page shows, and words for a picture."""
    return open_text(*parts)


@torture("odt", suffix=".odt", stays=OFFICE, told=TOLD)
def in_the_properties_of_open_text() -> bytes:
    """Title, author, keywords and a property of the council's own."""
    return open_text(
        meta=f"<dc:title>{NAME}</dc:title><dc:creator>{NAME}</dc:creator><meta:initial-creator>{NAME}"
        f"</meta:initial-creator><meta:keyword>{NAME}</meta:keyword><dc:description>{NAME}</dc:description>"
        f'<meta:user-defined meta:name="child">{NAME}</meta:user-defined>'
    )


@torture("odt", suffix=".fodt", stays=(*OFFICE, "noon"), told=TOLD, look=True)
def in_flat_open_text() -> bytes:
    """The whole text is one XML file, with a picture in it, a comment and an author."""
    data = base64.b64encode(png(f"seen {NAME} at noon")).decode()
    body = frame(f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image>")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" '
        f'office:mimetype="{KIND}"><office:meta><dc:creator>{NAME}</dc:creator></office:meta>'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>{LINES}"
        f"{body}<text:p>plain<office:annotation><text:p>ask {NAME}</text:p></office:annotation></text:p>"
        "</office:text></office:body></office:document>"
    ).encode()
