"""Presentations: the slides that are shown, what was noted for each, and what no slide shows."""

import io
import zipfile

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.office.slides import prepare_slides
from redaction.formats.readings import Convert
from redaction.pages import ReadDocument
from redaction.reading import read_document
from redaction.sandbox.office import File, convert
from tests.corpus.office import STRUCK_NOTE, A, P, R, _shape, presentation, workbook

SECOND = "Plan for Friday"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ff"
    "ff3f0005fe02fe0def46b80000000049454e44ae426082"
)


def changed(content: bytes, more: dict[str, str | bytes], slide_ties: str = "") -> bytes:
    """Return a presentation with parts added or replaced, and its first slide tied to more."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            inside = before.read(name)
            if name == "ppt/slides/_rels/slide1.xml.rels":
                inside = inside.replace(b"</Rel", f"{slide_ties}</Rel".encode(), 1)
            if name not in more:
                after.writestr(name, inside)
        for name, text in more.items():
            after.writestr(name, text)
    return out.getvalue()


def tie(id: str, kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def ties(*each: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'


def frame(inside: str, uri: str) -> str:
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="90" name="Frame 90"/>'
        '<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="500000" '
        'y="3000000"/><a:ext cx="5000000" cy="3000000"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{uri}">{inside}</a:graphicData>'
        "</a:graphic></p:graphicFrame>"
    )


def prepared(content: bytes) -> Convert:
    read = prepare_slides(content)
    assert isinstance(read, Convert)
    return read


def told(read: Convert | Contents | ReadDocument) -> set[tuple[str, str]]:
    return {(piece.kind, piece.text) for piece in read.hidden}


def lines(page: str) -> list[str]:
    return [line.strip() for line in page.split("\n") if line.strip()]


@pytest.fixture(scope="module")
def read() -> ReadDocument:
    field = (
        '<p:sp><p:nvSpPr><p:cNvPr id="80" name="Date 1"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="500000" y="5000000"/><a:ext cx="4000000" cy="500000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:p>'
        '<a:fld id="{00000000-0000-0000-0000-000000000000}" type="datetime1"><a:t>3/11/2019</a:t>'
        "</a:fld></a:p></p:txBody></p:sp>"
    )
    return read_document(
        presentation(
            extra=field + _shape("covered words", left=20_000_000),
            second=SECOND,
            notes="Ring the aunt.",
        )
    )


def test_slides_become_pages_and_what_was_noted_stands_after_each(read: ReadDocument) -> None:
    assert [lines(page.text)[0] for page in read.pages] == [
        "Record of a visit on Tuesday",
        "Notes of slide 1",
        SECOND,
    ]
    assert lines(read.pages[1].text)[1] == "Ring the aunt."
    assert read.gaps == ()
    assert read.media_type.endswith("presentationml.presentation")


def test_a_date_stays_the_date_that_was_seen(read: ReadDocument) -> None:
    assert "3/11/2019" in read.pages[0].text


def test_a_shape_beside_the_slide_is_told_and_on_no_page(read: ReadDocument) -> None:
    assert ("shape beside the slide", "slide 1: covered words") in told(read)
    assert "covered" not in " ".join(page.text for page in read.pages)


def test_a_hidden_slide_is_told_with_its_notes_words_and_pictures() -> None:
    content = changed(
        presentation(second="Kay moved", show=' show="0"'),
        {
            "ppt/slides/_rels/slide2.xml.rels": ties(
                tie("rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"),
                tie("rId2", "image", "../media/kay.png"),
                tie("rId3", "notesSlide", "../notesSlides/n.xml"),
            ),
            "ppt/media/kay.png": PICTURE,
            "ppt/notesSlides/n.xml": f'<p:notes xmlns:p="{P}" xmlns:a="{A}"><p:cSld><p:spTree>'
            + _shape("Say nothing")
            + "</p:spTree></p:cSld></p:notes>",
        },
    )
    made = prepared(content)
    assert {
        ("hidden slide", "slide 2: Kay moved"),
        ("speaker notes", "slide 2: Say nothing"),
    } <= told(made)
    assert [a.name for a in made.attachments] == ["kay.png"]
    assert made.notes == ()
    with zipfile.ZipFile(io.BytesIO(made.content)) as package:
        assert sum("ppt/slides/slide" in name for name in package.namelist()) == 1


def test_a_presentation_that_shows_nothing_is_read_all_the_same() -> None:
    content = presentation()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        slide = package.read("ppt/slides/slide1.xml").decode()
    hidden = changed(
        content, {"ppt/slides/slide1.xml": slide.replace("<p:sld ", '<p:sld show="0" ', 1)}
    )
    document = read_document(hidden)
    assert lines(document.pages[0].text) == ["This presentation shows no slide."]
    assert [h.kind for h in document.hidden if h.kind != "name of a drawing"] == ["hidden slide"]


def test_comments_of_both_kinds_are_told_with_who_wrote_them() -> None:
    new = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
    content = changed(
        presentation(),
        {
            "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="{P}"><p:cmAuthor id="0" name="Cora '
            'Mment"/></p:cmAuthorLst>',
            "ppt/comments/comment1.xml": f'<p:cmLst xmlns:p="{P}"><p:cm authorId="0" '
            'dt="2026-11-02T09:00:00Z"><p:text>Ask Kay</p:text></p:cm></p:cmLst>',
            "ppt/authors.xml": f'<n:authorLst xmlns:n="{new}"><n:author id="{{1}}" '
            'name="Theo Read" userId="theo@example.org"/></n:authorLst>',
            "ppt/comments/modernComment_1.xml": f'<n:cmLst xmlns:n="{new}" xmlns:a="{A}"><n:cm '
            'authorId="{1}" created="2026-11-03T10:00:00"><n:replyLst><n:reply authorId="{1}">'
            "<n:txBody><a:p><a:r><a:t>Told her</a:t></a:r></a:p></n:txBody></n:reply></n:replyLst>"
            "<n:txBody>\n<a:p><a:r><a:t>Who is she?</a:t></a:r></a:p></n:txBody></n:cm></n:cmLst>",
        },
        tie("c1", "comments", "../comments/comment1.xml")
        + tie("c2", "comments", "../comments/modernComment_1.xml"),
    )
    assert {
        ("comment", "slide 1, Cora Mment, 2026-11-02: Ask Kay"),
        ("comment", "slide 1, Theo Read, 2026-11-03: Who is she?"),
        ("comment", "slide 1, Theo Read: Told her"),
        ("person named in the file", "Cora Mment"),
        ("person named in the file", "theo@example.org"),
    } <= told(prepared(content))


def test_a_chart_is_drawn_and_the_workbook_behind_it_is_a_document_of_its_own() -> None:
    point = '<c:pt idx="0"><c:v>{}</c:v></c:pt>'
    chart = (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{A}" xmlns:r="{R}"><c:chart><c:plotArea>'
        '<c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser>'
        '<c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>S!$B$1</c:f><c:strCache><c:ptCount '
        f"val='1'/>{point.format('Zephyra')}</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:f>S!$A$2</c:f>"
        f'<c:strCache><c:ptCount val="1"/>{point.format("October")}</c:strCache></c:strRef></c:cat>'
        f'<c:val><c:numRef><c:f>S!$B$2</c:f><c:numCache><c:ptCount val="1"/>{point.format(3)}'
        '</c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/>'
        '<c:crossAx val="1"/></c:valAx></c:plotArea><c:legend><c:legendPos val="r"/></c:legend>'
        '</c:chart><c:externalData r:id="rId1"/></c:chartSpace>'
    )
    content = changed(
        presentation(extra=frame(f'<c:chart xmlns:c="{CHART}" r:id="ch"/>', CHART)),
        {
            "ppt/charts/chart1.xml": chart,
            "ppt/charts/_rels/chart1.xml.rels": ties(
                tie("rId1", "package", "../embeddings/Book.xlsx")
            ),
            "ppt/embeddings/Book.xlsx": workbook(lambda book: None),
        },
        tie("ch", "chart", "../charts/chart1.xml"),
    )
    document = read_document(content)
    assert [(a.name, a.media_type.rpartition(".")[2]) for a in document.attachments] == [
        ("Book.xlsx", "sheet")
    ]
    assert "Zephyra" in document.pages[0].text
    assert "October" in document.pages[0].text


def test_an_embedded_file_leaves_its_picture_and_becomes_a_document_of_its_own() -> None:
    ole = (
        '<p:oleObj name="Kay\'s sheet" r:id="o1" progId="Excel.Sheet.12"><p:embed/><p:pic>'
        '<p:nvPicPr><p:cNvPr id="0" name=""/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        '<a:blip r:embed="o2"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom '
        'prst="rect"/></p:spPr></p:pic></p:oleObj>'
    )
    made = prepared(
        changed(
            presentation(
                extra=frame(ole, "http://schemas.openxmlformats.org/presentationml/2006/ole")
            ),
            {"ppt/embeddings/B.xlsx": workbook(lambda b: None), "ppt/media/i.png": PICTURE},
            tie("o1", "package", "../embeddings/B.xlsx") + tie("o2", "image", "../media/i.png"),
        )
    )
    assert ("name of a drawing", "Kay's sheet") in told(made)
    assert [a.name for a in made.attachments] == ["B.xlsx"]
    with zipfile.ZipFile(io.BytesIO(made.content)) as package:
        assert not any("embed" in name for name in package.namelist())
        slide = next(n for n in package.namelist() if n.startswith("ppt/slides/slide"))
        assert b"oleObj" not in package.read(slide)
        assert b"<p:pic>" in package.read(slide)


def test_nothing_that_leads_out_or_runs_goes_to_libreoffice() -> None:
    link = (
        '<p:pic><p:nvPicPr><p:cNvPr id="5" name="Picture 5"/><p:cNvPicPr/><p:nvPr><a:videoFile '
        'r:link="v1"/></p:nvPr></p:nvPicPr><p:blipFill><a:blip r:link="v2"/></p:blipFill><p:spPr/>'
        "</p:pic>"
    )
    made = prepared(
        changed(
            presentation(extra=link),
            {"ppt/vbaProject.bin": b"Attribute", "customXml/item1.xml": "<x>Bound Words</x>",
             "ppt/tags/tag1.xml": f'<p:tagLst xmlns:p="{P}"><p:tag name="WHO" val="Tag Words"/>'
             "</p:tagLst>"},
            tie("v1", "video", "file:///C:/Kay/film.mp4", ' TargetMode="External"')
            + tie("v2", "image", "http://example.org/kay.png", ' TargetMode="External"'),
        )
    )  # fmt: skip
    assert {
        ("link", "file:///C:/Kay/film.mp4"),
        ("link", "http://example.org/kay.png"),
        ("data bound to a field", "Bound Words"),
        ("part of the file that is not shown", "WHO\nTag Words"),
    } <= told(made)
    assert [gap.because for gap in made.gaps] == [
        "the file holds sound or video, which is not read",
        "the file holds macros, which are not read",
    ]
    with zipfile.ZipFile(io.BytesIO(made.content)) as package:
        inside = b"".join(package.read(name) for name in package.namelist())
        assert not any(name.endswith((".bin", ".vml")) for name in package.namelist())
    for gone in (b"External", b"example.org", b"film.mp4", b"Tag Words", b"Bound Words"):
        assert gone not in inside


@pytest.mark.parametrize(
    "kind", ["slideshow.main", "template.main", "presentation.macroEnabled.main"]
)
def test_shows_templates_and_files_with_macros_are_read_alike(kind: str) -> None:
    content = presentation()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        types = package.read("[Content_Types].xml").decode()
    again = changed(content, {"[Content_Types].xml": types.replace("presentation.main", kind)})
    assert prepared(again).content == prepared(content).content


@pytest.mark.parametrize("share", [0.3, 0.7])
def test_a_presentation_that_was_cut_short_is_refused(share: float) -> None:
    whole = presentation()
    with pytest.raises(Refused, match="damaged"):
        read_document(whole[: int(len(whole) * share)])


def test_words_that_a_layout_prompts_with_are_not_shown_and_own_ones_are_told() -> None:
    content = presentation()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        layout = package.read("ppt/slideLayouts/slideLayout1.xml").decode()
    body = _shape("Click to edit Master title style").replace(
        "<p:nvPr/>", '<p:nvPr><p:ph type="title"/></p:nvPr>'
    )
    foot = _shape("For the Marsh family", top=6_000_000).replace(
        "<p:nvPr/>", '<p:nvPr><p:ph type="ftr"/></p:nvPr>'
    )
    layout = layout.replace("<p:grpSpPr/>", f"<p:grpSpPr/>{body}{foot}")
    made = prepared(changed(content, {"ppt/slideLayouts/slideLayout1.xml": layout}))
    assert ("words of a slide layout", "layout: For the Marsh family") in told(made)
    assert not any("Click" in text for _, text in told(made))
    with zipfile.ZipFile(io.BytesIO(made.content)) as package:
        assert not any(b"Marsh" in package.read(name) for name in package.namelist())


def left(content: bytes) -> list[str]:
    """Return the words that are told because no other rule told them."""
    return [p.text for p in prepared(content).perhaps if p.kind == "words left in the file"]


def marked(name: str, old: str, new: str) -> bytes:
    """Return a presentation with something more in one of its parts."""
    with zipfile.ZipFile(io.BytesIO(presentation())) as package:
        inside = package.read(name).decode()
    assert old in inside
    return changed(presentation(), {name: inside.replace(old, new, 1)})


def test_a_plain_presentation_tells_nothing_more() -> None:
    assert left(presentation(second=SECOND, notes="Ring the aunt.")) == []
    [again] = convert([File(presentation(second=SECOND), "pptx", "pptx")])
    assert isinstance(again, bytes)
    assert left(again) == []


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (
            "ppt/presentation.xml",
            "</p:presentation>",
            "<p:custShowLst><p:custShow name='Zephyrine Quaxley' id='0'/></p:custShowLst>"
            "</p:presentation>",
        ),
        (
            "ppt/presentation.xml",
            "</p:presentation>",
            "<p:extLst><p:ext uri='{521415D9-36F7-43E2-AB2F-B90AF26B5E84}'><p14:sectionLst xmlns:"
            "p14='http://schemas.microsoft.com/office/powerpoint/2010/main'><p14:section "
            "name='Zephyrine Quaxley'/></p14:sectionLst></p:ext></p:extLst></p:presentation>",
        ),
        ("ppt/slideLayouts/slideLayout1.xml", "<p:cSld", "<p:cSld name='Zephyrine Quaxley'"),
        ("ppt/theme/theme1.xml", "<a:clrScheme name=", "<a:clrScheme title='Zephyrine' name="),
        (
            "ppt/slides/slide1.xml",
            "</p:cSld>",
            "</p:cSld><p:transition><p:sndAc><p:stSnd><p:snd name='Zephyrine Quaxley'/></p:stSnd>"
            "</p:sndAc></p:transition>",
        ),
        ("ppt/slides/slide1.xml", "</p:cSld>", "<!-- Zephyrine Quaxley --></p:cSld>"),
        (
            "ppt/slides/slide1.xml",
            "</p:cSld>",
            "<z:x xmlns:z='urn:z'>Zephyrine Quaxley</z:x></p:cSld>",
        ),
    ],
    ids=["show", "section", "layout", "theme", "sound", "comment", "other"],
)
def test_a_name_in_what_no_slide_shows_is_told(part: str, old: str, new: str) -> None:
    content = marked(part, old, new)
    read = prepared(content)
    said = [*left(content), *(piece.text for piece in read.hidden)]
    assert any("Zephyrine" in text for text in said)


def test_what_is_struck_out_of_notes_is_called_so_for_they_are_set_anew() -> None:
    [note] = prepared(presentation(notes=STRUCK_NOTE)).notes
    assert note.text == "Ze[struck out: XX]phyrine"


AT, WITHIN = 'x="1000000" y="3000000"', 'cx="2000000" cy="1000000"'
BLUE = '<a:solidFill><a:srgbClr val="0000FF">{}</a:srgbClr></a:solidFill>'


def drawn(kind: str, fill: str, at: str, size: str, form: str = "rect", words: str = "") -> str:
    """Return a shape or a picture on a slide."""
    named = '<p:cNvPr id="70" name="Drawing 70"/>'
    place = f'<a:xfrm><a:off {at}/><a:ext {size}/></a:xfrm><a:prstGeom prst="{form}"/>'
    if kind == "pic":
        return (
            f"<p:pic><p:nvPicPr>{named}<p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>{fill}"
            f"<a:stretch/></p:blipFill><p:spPr>{place}</p:spPr></p:pic>"
        )
    said = f"<p:txBody><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody>"
    return (
        f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{place}{fill}</p:spPr>"
        f"{said if words else ''}</p:sp>"
    )


@pytest.mark.parametrize(
    ("looks", "over", "says"),
    [
        ("", "", None),
        ('<a:alphaModFix amt="0"/>', "", "it is transparent"),
        ('<a:alphaModFix amt="60000"/>', "", None),
        ("", drawn("sp", BLUE, AT, WITHIN), "something lies over it"),
        ("", drawn("pic", '<a:blip r:embed="p1"/>', AT, WITHIN), "something lies over it"),
        ("", drawn("sp", BLUE, AT, WITHIN, form="ellipse"), "something lies over a part of it"),
        ("", drawn("sp", BLUE, AT, 'cx="2000000" cy="200000"'), "something lies over a part of it"),
        ("", drawn("sp", BLUE, AT, 'cx="2000000" cy="200000"', words="The garden"), None),
        ("", drawn("sp", BLUE.format('<a:alpha val="40000"/>'), AT, WITHIN), None),
        ("", drawn("sp", "<a:noFill/>", AT, WITHIN), None),
        ("", drawn("sp", BLUE, 'x="4000000" y="3000000"', WITHIN), None),
    ],
)
def test_a_picture_that_a_slide_does_not_show_whole_is_told_and_is_a_document_of_its_own(
    looks: str, over: str, says: str | None
) -> None:
    picture = drawn("pic", f'<a:blip r:embed="p1">{looks}</a:blip>', AT, WITHIN)
    made = changed(
        presentation(picture + over.replace("{}", "")),
        {"ppt/media/photo.png": PICTURE},
        tie("p1", "image", "../media/photo.png"),
    )
    read = prepared(made)
    unseen = {text for kind, text in told(read) if kind.startswith("picture that")}
    assert unseen == ({f"slide 1, Drawing 70: {says}"} if says else set())
    assert [a.name for a in read.attachments] == (["photo.png"] if says else [])


def test_a_shape_under_a_picture_or_in_a_group_elsewhere_hides_nothing_of_it() -> None:
    picture = drawn("pic", '<a:blip r:embed="p1"/>', AT, WITHIN)
    below = drawn("sp", BLUE.format(""), AT, WITHIN)
    away = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="71" name="Group 71"/><p:cNvGrpSpPr/><p:nvPr/>'
        '</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="5000000" y="3000000"/><a:ext cx="500000" '
        f'cy="250000"/><a:chOff {AT}/><a:chExt {WITHIN}/></a:xfrm></p:grpSpPr>{below}</p:grpSp>'
    )
    photo: dict[str, str | bytes] = {"ppt/media/photo.png": PICTURE}
    tied = tie("p1", "image", "../media/photo.png")
    for shapes in (below + picture, picture + away):
        assert prepared(changed(presentation(shapes), photo, tied)).attachments == ()
    near = away.replace('x="5000000"', 'x="1000000"')
    moved = prepared(changed(presentation(picture + near), photo, tied))
    assert ("picture that is covered in part", "slide 1, Drawing 70: something lies over a part of "
            "it") in told(moved)  # fmt: skip
