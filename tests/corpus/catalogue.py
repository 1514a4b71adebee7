"""Leaks 20, 21, 24, 30, 32 and 33: what a document says of itself, its outline, links and scripts."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Page, Pdf, String

from tests.corpus.case import FIRST, LAST, NAME, torture
from tests.corpus.paper import form, helvetica, line, put, sheet
from tests.corpus.pictures import XMP


@torture(
    20,
    each=[
        ("title", "/Title"),
        ("author", "/Author"),
        ("keywords", "/Keywords"),
        ("subject", "/Subject"),
        ("producer", "/Producer"),
        ("own-key", "/SourcePath"),
        ("key-itself", "/ZephyrineQuaxley"),
    ],
)
def in_the_information(key: str) -> bytes:
    """The document's information holds the name."""
    return sheet(change=lambda pdf, page: pdf.docinfo.__setitem__(key, NAME))


@torture(20, each=[("document", "root"), ("page", "page"), ("image", "image"), ("font", "font")])
def in_xmp(where: str) -> bytes:
    """A packet of XML metadata hangs on the document, a page, a picture or a font."""

    def finish(pdf: Pdf, page: Page) -> None:
        image = pdf.make_stream(
            b"\x80",
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
        put(page, "XObject", "I", image)
        packet = pdf.make_stream(XMP, Type=Name.Metadata, Subtype=Name.XML)
        target = {
            "root": pdf.Root,
            "page": page.obj,
            "image": image,
            "font": page.obj.Resources.Font.F,
        }[where]
        target.Metadata = packet

    return sheet(b"q 9 0 0 9 300 20 cm /I Do Q\n", finish=finish)


@torture(20)
def in_a_colour_profile() -> bytes:
    """A colour profile's description holds the name."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    words = NAME.encode("utf-16-be")

    def change(pdf: Pdf, page: Page) -> None:
        stream = pdf.make_stream(bytes(profile) + words + NAME.encode(), N=3)
        put(page, "ColorSpace", "C", Array([Name.ICCBased, stream]))

    return sheet(b"q /C cs 0.2 0.2 0.2 sc 40 150 40 20 re f Q\n", change)


@torture(21)
def in_the_outline() -> bytes:
    """A bookmark names the person."""

    def finish(pdf: Pdf, page: Page) -> None:
        with pdf.open_outline() as outline:
            item = OutlineItem("Visits", 0)
            item.children.append(OutlineItem(NAME, 0))
            outline.root.append(item)

    return sheet(finish=finish)


def _names(pdf: Pdf, kind: str, value: Object) -> None:
    pdf.Root.Names = Dictionary({f"/{kind}": Dictionary(Names=Array([String(NAME), value]))})


ROOT: dict[str, Callable[[Pdf, Page], None]] = {
    "destination": lambda pdf, page: _names(pdf, "Dests", Array([page.obj, Name.Fit])),
    "old-destination": lambda pdf, page: setattr(
        pdf.Root, "Dests", Dictionary({"/ZephyrineQuaxley": Array([page.obj, Name.Fit])})
    ),
    "page-label": lambda pdf, page: setattr(
        pdf.Root, "PageLabels", Dictionary(Nums=Array([0, Dictionary(P=String(NAME), S=Name.D)]))
    ),
    "thread": lambda pdf, page: setattr(
        pdf.Root, "Threads", Array([Dictionary(Type=Name.Thread, I=Dictionary(Title=NAME))])
    ),
    "language": lambda pdf, page: setattr(pdf.Root, "Lang", String(f"en-x-{FIRST}{LAST}")),
    "uri-base": lambda pdf, page: setattr(
        pdf.Root, "URI", Dictionary(Base=f"https://example.org/{FIRST}-{LAST}/")
    ),
    "web-capture": lambda pdf, page: setattr(
        pdf.Root, "SpiderInfo", Dictionary(V=1.0, C=Array([Dictionary(URL=NAME)]))
    ),
    "pages-by-name": lambda pdf, page: _names(pdf, "Pages", page.obj),
    "templates": lambda pdf, page: _names(pdf, "Templates", page.obj),
    "web-ids": lambda pdf, page: _names(pdf, "IDS", Dictionary()),
    "output-intent": lambda pdf, page: setattr(
        pdf.Root,
        "OutputIntents",
        Array([Dictionary(S=Name.GTS_PDFA1, OutputConditionIdentifier=NAME, Info=NAME)]),
    ),
    "extensions": lambda pdf, page: setattr(
        pdf.Root, "Extensions", Dictionary({"/ZephyrineQuaxley": Dictionary(ExtensionLevel=1)})
    ),
    "viewer": lambda pdf, page: setattr(
        pdf.Root, "ViewerPreferences", Dictionary(PrintScaling=Name("/ZephyrineQuaxley"))
    ),
    "document-parts": lambda pdf, page: setattr(
        pdf.Root, "DPartRoot", Dictionary(DPartRootNode=Dictionary(DPM=Dictionary(Who=NAME)))
    ),
    "requirements": lambda pdf, page: setattr(
        pdf.Root, "Requirements", Array([Dictionary(S=Name.EnableJavaScripts, Why=NAME)])
    ),
    "legal": lambda pdf, page: setattr(pdf.Root, "Legal", Dictionary(Attestation=NAME)),
    "associated-file-names": lambda pdf, page: setattr(
        pdf.Root, "AF", Array([Dictionary(Type=Name.Filespec, F=NAME, UF=NAME)])
    ),
    "script": lambda pdf, page: _names(
        pdf, "JavaScript", Dictionary(S=Name.JavaScript, JS=f'app.alert("{NAME}")')
    ),
    "open-action": lambda pdf, page: setattr(
        pdf.Root, "OpenAction", Dictionary(S=Name.JavaScript, JS=pdf.make_stream(NAME.encode()))
    ),
    "closing-action": lambda pdf, page: setattr(
        pdf.Root, "AA", Dictionary(WC=Dictionary(S=Name.JavaScript, JS=NAME))
    ),
    "signature-rights": lambda pdf, page: setattr(
        pdf.Root, "Perms", Dictionary(DocMDP=Dictionary(Type=Name.Sig, Name=NAME, Reason=NAME))
    ),
    "certificates": lambda pdf, page: setattr(
        pdf.Root, "DSS", Dictionary(Certs=Array([pdf.make_stream(b"\x30\x82CN=" + NAME.encode())]))
    ),
    "version": lambda pdf, page: setattr(pdf.Root, "Version", Name("/ZephyrineQuaxley")),
    "unknown": lambda pdf, page: setattr(pdf.Root, "Zzz", Array([Array([String(NAME)])])),
}
_VECTOR = {
    "script": 30,
    "open-action": 30,
    "closing-action": 30,
    "signature-rights": 32,
    "certificates": 32,
}


for _which in ROOT:

    def in_the_catalogue(which: str) -> bytes:
        """A key of the catalogue holds the name, in a string, a name or a stream."""
        return sheet(finish=ROOT[which])

    torture(_VECTOR.get(_which, 21), each=[(_which, _which)])(in_the_catalogue)


PAGE: dict[str, tuple[int, Callable[[Pdf, Page], None]]] = {
    "page-script": (
        30,
        lambda pdf, page: setattr(
            page.obj, "AA", Dictionary(O=Dictionary(S=Name.JavaScript, JS=NAME))
        ),
    ),
    "launch": (
        30,
        lambda pdf, page: setattr(
            page.obj, "AA", Dictionary(C=Dictionary(S=Name.Launch, F=f"C:\\Users\\{FIRST}\\a.exe"))
        ),
    ),
    "label-dictionary": (
        21,
        lambda pdf, page: setattr(
            page.obj, "SeparationInfo", Dictionary(DeviceColorant=Name("/ZephyrineQuaxley"))
        ),
    ),
    "box-colours": (
        21,
        lambda pdf, page: setattr(page.obj, "BoxColorInfo", Dictionary(Note=String(NAME))),
    ),
    "viewport": (
        21,
        lambda pdf, page: setattr(
            page.obj,
            "VP",
            Array([Dictionary(Type=Name.Viewport, Name=NAME, BBox=Array([0, 0, 9, 9]))]),
        ),
    ),
    "transition": (
        21,
        lambda pdf, page: setattr(page.obj, "Trans", Dictionary(S=Name("/ZephyrineQuaxley"))),
    ),
    "web-id": (21, lambda pdf, page: setattr(page.obj, "ID", String(NAME))),
    "beads": (
        21,
        lambda pdf, page: setattr(
            page.obj, "B", Array([Dictionary(T=Dictionary(I=Dictionary(Title=NAME)))])
        ),
    ),
    "template": (
        21,
        lambda pdf, page: setattr(page.obj, "TemplateInstantiated", Name("/ZephyrineQuaxley")),
    ),
    "group": (
        21,
        lambda pdf, page: setattr(
            page.obj, "Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, Note=String(NAME))
        ),
    ),
}


for _which, (_vector, _) in PAGE.items():

    def in_the_page(which: str) -> bytes:
        """A key of the page that is not needed to show it holds the name."""
        return sheet(finish=PAGE[which][1])

    torture(_vector, each=[(_which, _which)])(in_the_page)


def _link(action: Dictionary) -> bytes:
    def change(pdf: Pdf, page: Page) -> None:
        page.obj.Annots = Array(
            [
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([40, 170, 200, 195]),
                    Border=Array([0, 0, 0]),
                    A=action,
                )
            ]
        )

    return sheet(line("see here", 40, 180), change)


@torture(
    24,
    each=[
        ("web", Dictionary(S=Name.URI, URI="https://example.org/people/zephyrine-quaxley")),
        ("mail", Dictionary(S=Name.URI, URI="mailto:zephyrine.quaxley@example.org")),
        ("escaped", Dictionary(S=Name.URI, URI="https://example.org/?q=Zephyrine%20Quaxley")),
        ("file", Dictionary(S=Name.GoToR, F=f"C:\\Users\\{FIRST} {LAST}\\notes.pdf", D=Array([0]))),
        ("launch", Dictionary(S=Name.Launch, F=Dictionary(Type=Name.Filespec, F=NAME, UF=NAME))),
        ("embedded", Dictionary(S=Name.GoToE, T=Dictionary(R=Name.C, N=NAME))),
        ("named", Dictionary(S=Name.GoTo, D=String(NAME))),
        ("next", Dictionary(S=Name.Named, N=Name.NextPage, Next=Dictionary(S=Name.URI, URI=NAME))),
        ("submit", Dictionary(S=Name.SubmitForm, F=f"https://example.org/{FIRST}/{LAST}")),
    ],
)
def behind_a_link(action: Dictionary) -> bytes:
    """Where a link leads names the person."""
    return _link(action)


@torture(32)
def in_a_signature_field() -> bytes:
    """A signed form names its signer, the reason, the place and the certificate."""

    def change(pdf: Pdf, page: Page) -> None:
        value = Dictionary(
            Type=Name.Sig,
            Filter=Name("/Adobe.PPKLite"),
            SubFilter=Name("/adbe.pkcs7.detached"),
            Name=NAME,
            Reason=f"seen by {NAME}",
            Location=NAME,
            ContactInfo=NAME,
            Contents=b"\x30\x82\x01\x00CN=" + NAME.encode() + bytes(40),
            ByteRange=Array([0, 1, 2, 3]),
        )
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Sig,
                T="sig",
                V=value,
                F=4,
                Rect=Array([40, 100, 240, 140]),
                P=page.obj,
                AP=Dictionary(
                    N=form(
                        pdf,
                        line(f"signed {NAME}", 2, 10),
                        BBox=Array([0, 0, 200, 40]),
                        Resources=Dictionary(Font=Dictionary(F=helvetica())),
                    )
                ),
            )
        )
        page.obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)

    return sheet(change=change)


@torture(33)
def in_the_trailer() -> bytes:
    """The file's identifier and a key of its trailer hold the name."""

    def finish(pdf: Pdf, page: Page) -> None:
        pdf.trailer.ID = Array([String(NAME), String(NAME)])
        pdf.trailer.Zzz = String(NAME)

    return sheet(finish=finish, static_id=False)


@torture(33)
def in_a_compressed_packet() -> bytes:
    """An unused stream of the catalogue is compressed twice."""

    def finish(pdf: Pdf, page: Page) -> None:
        twice = zlib.compress(zlib.compress(NAME.encode()))
        pdf.Root.Zzz = pdf.make_stream(twice, Filter=Array([Name.FlateDecode, Name.FlateDecode]))

    return sheet(finish=finish)
