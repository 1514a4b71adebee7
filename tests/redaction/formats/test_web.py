"""Web pages: what a reader sees is on the page, everything else of the markup is told."""

from __future__ import annotations

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.layout import Rows, Words, texts_of
from redaction.formats.web.pages import read_web
from redaction.reading import read_document


def page(body: str, head: str = "") -> bytes:
    """Return a page."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def shown(content: bytes) -> str:
    """Return the words on a page."""
    return "\n".join(text for block in read_web(content).blocks for text in texts_of(block))


def hidden(content: bytes) -> dict[str, str]:
    """Return what a page hides, by kind."""
    return {piece.kind: piece.text for piece in read_web(content).hidden}


def test_words_stand_in_order_with_headings_lists_tables_and_quotes() -> None:
    body = (
        "<h1>Visit note</h1><p>Ze<b>phyr</b>ine rang<br>twice.</p>"
        "<ul><li>one</li><li>two<ol start=3><li>first</li></ol></li></ul>"
        "<table><tr><th>When</th><th>Who</th></tr><tr><td>Tuesday</td><td>Dean</td></tr></table>"
        "<blockquote>he wrote</blockquote><pre>a  b\n c</pre>"
    )
    assert read_web(page(body)).blocks == (
        Words("Visit note", heading=True),
        Words("Zephyrine rang\ntwice."),
        Words("\u2022 one", indent=1),
        Words("\u2022 two", indent=1),
        Words("3. first", indent=2),
        Rows((("When", "Who"), ("Tuesday", "Dean")), head=True),
        Words("he wrote", quoted=1),
        Words("a  b\n c", plain=True),
    )


def test_what_is_struck_out_in_a_line_is_marked_by_whatever_strikes_it() -> None:
    body = (
        "<p>Ze<del>XX</del>phyrine <s>rang</s></p>"
        "<p>Ze<span style='text-decoration: Line-Through red'>X</span>phyrine"
        " <b class=gone>came</b></p>"
        "<p class=gone>whole</p>"
    )
    style = "<style>.gone {text-decoration-line: line-through}</style>"
    assert read_web(page(style + body)).blocks == (
        Words("Ze[struck out: XX]phyrine [struck out: rang]"),
        Words("Ze[struck out: X]phyrine [struck out: came]"),
        Words("whole"),
    )


def test_a_table_that_only_lays_out_is_no_table() -> None:
    body = "<table><tr><td><table><tr><td>one</td></tr></table></td><td>two</td></tr></table>"
    assert read_web(page(body)).blocks == (Words("one"), Words("two"))


@pytest.mark.parametrize(
    "style",
    [
        "display:none", "visibility: hidden", "opacity:0", "font-size:0px", "mso-hide:all",
        "position:absolute;left:-9999px", "text-indent:-5000px", "max-height:0;overflow:hidden",
        "color:#fff", "color: transparent", "position:absolute;clip:rect(0,0,0,0)",
        "DISPLAY : NONE !important", "background:#ff0000;color:#ff0000", "clip-path:inset(50%)",
    ],
)  # fmt: skip
def test_words_that_a_style_hides_are_told_and_not_shown(style: str) -> None:
    content = page(f'<p>Seen</p><div style="{style}">Hidden <i>Zephyrine</i></div><p>too</p>')
    assert shown(content) == "Seen\ntoo"
    assert hidden(content)["hidden text"] == "Hidden Zephyrine"


@pytest.mark.parametrize(
    "body",
    [
        '<div style="background:#003"><span style="color:white">Zephyrine</span></div>',
        '<table bgcolor="navy"><tr><td><font color="white">Zephyrine</font></td></tr></table>',
        '<p style="display:block">Zephyrine</p>',
        '<p style="font-size:0.9em">Zephyrine</p>',
        '<p style="width:0">Zephyrine</p>',
        '<p aria-hidden="true">Zephyrine</p>',
        "<noscript>Zephyrine</noscript>",
        "<details><summary>Zephyrine</summary></details>",
    ],
)
def test_words_that_a_person_sees_are_shown(body: str) -> None:
    assert shown(page(body)) == "Zephyrine"


def test_a_style_sheet_hides_too_but_not_for_printers_only() -> None:
    rules = ".a, p.b {display:none} @media print {.c{display:none}} #d{opacity:0}"
    head = f"<style>/* by Jane */ {rules}</style>"
    content = page('<p class="a">A</p><p class="b">B</p><p class="c">C</p><p id="d">D</p>', head)
    assert shown(content) == "C"
    told = read_web(content).hidden
    assert [piece.text for piece in told if piece.kind == "hidden text"] == ["A", "B", "D"]
    assert hidden(content)["style"] == "by Jane"


def test_what_stands_beside_the_words_is_told() -> None:
    content = page(
        '<!-- Dean was here --><a href="mailto:dean@example.net">Write</a> '
        '<a href="https://example.org/">https://example.org/</a>'
        '<img src="https://t.example.net/p.gif?u=dean" width=1 height=1 alt="Photo of Dean">'
        '<p data-user="Jane Smith" title="hover" id="JaneSmith">x</p>'
        '<script>var p = {"child": "Kayleigh \\u004darsh"}; // asked by Dean\n</script>'
        "<template>kept</template>",
        '<title>Case of Dean</title><meta name="author" content="Priya Nair">',
    )
    assert shown(content) == "Write https://example.org/\nx"
    told = hidden(content)
    assert told["comment"] == "Dean was here"
    assert told["link"] == "mailto:dean@example.net"
    assert told["address"] == "https://t.example.net/p.gif?u=dean"
    assert told["description"] == "Photo of Dean\nhover"
    assert told["attribute"] == "data-user: Jane Smith"
    assert "JaneSmith" in told["names of parts of the page"]
    assert told["script"] == "child\nKayleigh Marsh\nasked by Dean"
    assert told["title of the page"] == "Case of Dean"
    assert told["document property"] == "author: Priya Nair"
    assert told["hidden text"] == "kept"


def test_what_was_filled_in_is_shown() -> None:
    content = page(
        '<input value="Dean"><input type=checkbox checked> Yes <input type=radio> No'
        "<select><option>Red<option selected>Blue</select><textarea>free</textarea>"
        '<input type=hidden name=case value=12345><input type=password value="s3cret">'
    )
    words = " ".join(shown(content).split())
    assert words == "[Dean] [x] Yes [ ] No [Blue] free"
    assert hidden(content)["hidden field"] == "case: 12345\ns3cret"
    assert hidden(content)["choice that was not made"] == "Red"


def test_pictures_inside_are_documents_and_nothing_is_fetched() -> None:
    content = page(
        '<img src="data:image/png;base64,iVBORw0KGgo="><img src="https://example.org/dean.jpg">'
    )
    assert shown(content) == "[picture 1] [picture that did not come along]"
    [picture] = read_web(content).attachments
    assert (picture.name, picture.media_type) == ("picture 1.png", "image/png")
    assert picture.content == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    "content",
    [
        page("Ren\u00e9e", '<meta charset="utf-8">'),
        page("Ren\u00e9e").decode().encode("cp1252"),
        page("Ren\u00e9e").decode().encode("utf-16"),
        page("x", "<meta charset=iso-8859-2>").replace(b"x<", "Ren\u00e9e<".encode("iso-8859-2")),
    ],
)
def test_the_encoding_of_a_page_is_told_from_its_bytes(content: bytes) -> None:
    assert shown(content) == "Ren\u00e9e"


def test_words_are_never_lost_in_deep_or_broken_markup() -> None:
    assert shown(page("<div>" * 400 + "deep" + "</div>" * 400 + "after")) == "deep\nafter"
    with pytest.raises(Refused, match="nested too deeply"):
        read_document(page("<div>" * 5000 + "deep" + "</div>" * 5000))
    broken = page("<p>one<table><p>two<tr><td>three</b></i><![if x]>four<![endif]>five\0six")
    words = shown(broken) + str(hidden(broken))
    assert all(word in words for word in ("one", "two", "three", "four", "five", "six"))


def test_a_page_is_read_in_the_sandbox_and_set() -> None:
    document = read_document(page("<h1>Note</h1><p>Dean rang.</p><!-- aside -->"))
    assert document.media_type == "text/html"
    assert document.pages[0].text.split("\n") == ["Note", "Dean rang."]
    assert [(piece.kind, piece.text) for piece in document.hidden] == [("comment", "aside")]


def test_what_a_style_of_an_element_writes_and_draws_is_told() -> None:
    drawn = '<div style="background:url(data:image/png;base64,iVBORw0KGgo=);width:9px">in it</div>'
    read = read_web(page(drawn))
    assert [(one.name, one.content) for one in read.attachments] == [
        ("picture 1.png", b"\x89PNG\r\n\x1a\n")
    ]
    assert shown(page(drawn)) == "[picture 1] in it"
    marker = "<ol style=\"list-style-type:'Zephyrine '\"><li>x</ol>"
    assert hidden(page(marker))["style"] == "Zephyrine"
    sheet = (
        "<style>p{background:#fff url('data:image/gif;base64,R0lG')} li{list-style:'Dean'}</style>"
    )
    assert [one.name for one in read_web(page("x", sheet)).attachments] == ["picture 1.gif"]
    assert hidden(page("x", sheet))["style"] == "Dean"
    far = "<p style='background-image:url(https://example.org/zephyrine.png)'>x</p>"
    assert hidden(page(far))["address"] == "https://example.org/zephyrine.png"


def test_words_of_elements_of_their_own_are_not_run_together() -> None:
    body = "<meter>Dean</meter>Marsh<video>Kayleigh</video>Ada<noembed>Zephyrine</noembed>Quaxley"
    assert shown(page(body)).split() == ["Dean", "Marsh", "Kayleigh", "Ada", "Zephyrine", "Quaxley"]
    svg = "<svg><text>Zephyrine <tspan>Quax</tspan><tspan>ley</tspan></text><desc>Ada</desc></svg>"
    assert shown(page(svg)).split() == ["Zephyrine", "Quaxley", "Ada"]


def test_what_stands_small_above_words_does_not_part_them() -> None:
    ruby = "<p>for <ruby>Zeph<rp>(</rp><rt>a</rt><rp>)</rp>yrine<rt>b</rt></ruby> now</p>"
    assert shown(page(ruby)) == "for Zephyrine ((a)b) now"
    assert shown(page("<p>on <rt>its own")) == "on its own"


@pytest.mark.parametrize(
    ("body", "head", "kind", "told"),
    [
        ("<p Dean Marsh async>x</p>", "", "attribute", "dean\nmarsh"),
        ("<dean-marsh>x</dean-marsh>", "", "names of parts of the page", "dean-marsh"),
        ("x", "<style>@counter-style a{symbols:'Dean' 'Marsh'}</style>", "style", "Dean\nMarsh"),
        ("x", "<style>p{--who:'Dean \\4d arsh'}</style>", "style", "Dean Marsh"),
        ("x", "<style>p{quotes:'Dean' 'Marsh';font-family:'Zora'}</style>", "style", "Dean\nMarsh"),
    ],
)  # fmt: skip
def test_names_of_parts_and_every_word_of_styles_are_told(
    body: str, head: str, kind: str, told: str
) -> None:
    assert hidden(page(body, head))[kind] == told


def test_empty_octets_part_no_word_and_annotations_of_formulas_stand_apart() -> None:
    assert shown(page("<p>De\0an</p>")) == "Dean"
    formula = "<math><mtext>one</mtext><annotation>Dean</annotation></math>"
    assert shown(page(formula)).split() == ["one", "Dean"]


def test_what_a_list_of_proposals_and_choices_hold_is_told() -> None:
    content = page(
        '<p>Seen</p><datalist><option value="Zephyrine Quax"></datalist>'
        '<select><option value="1">One<option value="two">Two<option value="Quaxley">Three</select>'
        '<button value="Zephyr">Go</button>'
    )
    assert hidden(content)["value of a choice"] == "Zephyrine Quax\nQuaxley"
    assert hidden(content)["attribute"] == "value: Zephyr"


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ("<!DOCTYPE Zephyrine>", "DOCTYPE Zephyrine"),
        ('<!doctype html SYSTEM "about:Quax">', 'doctype html SYSTEM "about:Quax"'),
        ("<!doctype html SYSTEM '07700900123'>", "doctype html SYSTEM '07700900123'"),
        ('<!DOCTYPE html [<!ENTITY x "Quax">]>', 'DOCTYPE html [<!ENTITY x "Quax"'),
    ],
)
def test_a_document_type_that_says_more_than_others_is_told(declared: str, told: str) -> None:
    content = f"{declared}<html><body><p>Seen</p></body></html>".encode()
    assert hidden(content)["document type"] == told


@pytest.mark.parametrize(
    "declared",
    [
        "<!doctype html>",
        '<!DOCTYPE html SYSTEM "about:legacy-compat">',
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"'
        ' "http://www.w3.org/TR/html4/loose.dtd">',
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"'
        ' "http://www.w3.org/TR/1999/REC-html401-19991224/strict.dtd">',
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"'
        ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN"'
        ' "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">',
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">',
    ],
)
def test_the_document_type_of_ordinary_pages_is_not_told(declared: str) -> None:
    assert hidden(f"{declared}<html><body><p>Seen</p></body></html>".encode()) == {}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8"])
def test_a_page_in_two_octets_a_letter_is_read_as_a_page(encoding: str) -> None:
    text = (
        '<html><head><meta charset="utf-16"></head><body><p>Zephyrine Quax rang.</p></body></html>'
    )
    content = (text + " " * (len(text) % 2)).encode(encoding)
    document = read_document(content)
    assert document.media_type == "text/html"
    assert [page.text.strip() for page in document.pages] == ["Zephyrine Quax rang."]
