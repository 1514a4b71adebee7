"""E-mail, web pages, calendars and cards: what a program shows, and what the file says besides."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from email.message import EmailMessage

from tests.corpus.case import FIRST, LAST, NAME, torture
from tests.corpus.notes import TOLD
from tests.corpus.pictures import jpeg, picture

TEXT = f"Record of a visit on Tuesday\nPresent were {NAME} and the warden.\nThey talked about the garden.\n"
ADDRESS = f"{NAME} <zephyrine.quaxley@example.org>"


def message(text: str = TEXT, **headers: str) -> EmailMessage:
    """Return a message with these headers."""
    made = EmailMessage()
    given = {
        "From": "Duty Team <duty@example.org>",
        "To": "Other Team <other@example.org>",
        "Date": "Mon, 02 Nov 2026 10:00:00 +0000",
        "Subject": "Visit",
        **headers,
    }
    for key, value in given.items():
        made[key.replace("_", "-")] = value
    made.set_content(text)
    return made


@torture(
    "eml",
    suffix=".eml",
    each=[
        ("from", {"From": ADDRESS}),
        ("to", {"To": ADDRESS}),
        ("cc", {"Cc": ADDRESS}),
        ("subject", {"Subject": f"Re: {NAME}"}),
        ("encoded-subject", {"Subject": f"Zo\u00eb and {NAME} \u2013 visit"}),
    ],
)
def in_a_header_that_is_shown(headers: dict[str, str]) -> bytes:
    """Sender, receivers and subject."""
    return bytes(message(**headers))


@torture(
    "eml",
    suffix=".eml",
    told=TOLD,
    each=[
        ("bcc", {"Bcc": ADDRESS}),
        ("reply-to", {"Reply_To": ADDRESS}),
        ("sender", {"Sender": ADDRESS}),
        (
            "received",
            {
                "Received": "from zephyrine-quaxley.example.org by x; Mon, 02 Nov 2026 10:00:00 +0000"
            },
        ),
        ("thread", {"Thread_Topic": NAME}),
        ("message-id", {"Message_ID": "<zephyrine.quaxley@example.org>"}),
        ("references", {"References": "<zephyrine.quaxley@example.org>"}),
        ("unknown", {"X_Who": NAME}),
        ("keywords", {"Keywords": NAME}),
        ("organisation", {"Organization": NAME}),
    ],
)
def in_a_header_that_is_not_shown(headers: dict[str, str]) -> bytes:
    """Headers that mail programs keep to themselves."""
    return bytes(message(**headers))


@torture("eml", suffix=".eml")
def in_the_page_and_not_the_text() -> bytes:
    """The message as a web page names the person, the plain copy does not."""
    made = message("On Tuesday the warden saw the garden.\n")
    made.add_alternative(
        f"<html><body><p>On Tuesday the warden saw the garden with {NAME}.</p></body></html>",
        subtype="html",
    )
    return bytes(made)


@torture("eml", suffix=".eml")
def in_the_text_and_not_the_page() -> bytes:
    """The plain copy names the person, the web page does not: the plain one is what is shown."""
    made = message(TEXT)
    made.add_alternative(
        "<html><body><p>On Tuesday the warden saw the garden.</p></body></html>", subtype="html"
    )
    return bytes(made)


@torture("eml", suffix=".eml", told=TOLD)
def in_an_attached_text() -> bytes:
    """A text is attached, and called by the name."""
    made = message()
    made.add_attachment(f"About {NAME}", filename=f"{NAME}.txt")
    return bytes(made)


@torture("eml", suffix=".eml", told=TOLD)
def in_an_attached_message() -> bytes:
    """A message is attached to a message that is attached."""
    inner = message(f"Deep: {NAME}\n", Subject="deep")
    middle = message("middle\n", Subject="middle")
    middle.add_attachment(inner)
    outer = message()
    outer.add_attachment(middle)
    return bytes(outer)


@torture("eml", suffix=".eml", told=("seen",), look=True)
def in_an_inline_picture_of_a_message() -> bytes:
    """A picture stands in the text."""
    made = message()
    made.add_alternative(
        "<html><body><p>On Tuesday the warden saw the garden.</p><img src='cid:a'></body></html>",
        subtype="html",
    )
    part = made.get_payload()[1]  # type: ignore[index]
    part.add_related(jpeg(picture()), "image", "jpeg", cid="<a>", filename="seen.jpg")  # type: ignore[union-attr]
    return bytes(made)


@torture(
    "eml", suffix=".eml", each=[("quoted-printable", "quoted-printable"), ("base64", "base64")]
)
def in_another_transfer_coding(coding: str) -> bytes:
    """The text is coded for transport."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@example.org", "b@example.org", "Visit"
    made["Date"] = "Mon, 02 Nov 2026 10:00:00 +0000"
    made.set_content(TEXT, cte=coding)
    return bytes(made)


@torture(
    "eml",
    suffix=".eml",
    each=[
        ("base64", b64encode(f"On Tuesday {NAME} came again.".encode())),
        ("url-base64", urlsafe_b64encode(f"\xbb\xbf {NAME} came again.".encode("utf-16-le"))),
        ("octets", f"On Tuesday {NAME} came".encode().hex(" ").encode()),
        ("family", f"the {LAST}s, and Name{FIRST}".encode()),
        ("tags", b"Zephy</b>rine Quax<i>ley"),
    ],
)
def in_code_that_the_page_shows(code: bytes) -> bytes:
    """The text itself holds the name in base 64, in figures, in the plural or between tags."""
    return bytes(message(f"{TEXT}{code.decode()}\n"))


@torture("eml", suffix=".eml")
def in_a_quoted_thread() -> bytes:
    """The name is quoted twice, and broken where the quote is."""
    return bytes(message(TEXT + f"> On Monday\n> > it was {FIRST}\n> > {LAST} again\n"))


@torture("eml", suffix=".eml", told=TOLD)
def before_and_after_the_parts() -> bytes:
    """Words stand before the first part and after the last."""
    made = message()
    made.add_attachment("plain", filename="plain.txt")
    made.preamble, made.epilogue = f"for {NAME}\n", f"from {NAME}\n"
    return bytes(made)


@torture("eml", suffix=".eml", told=TOLD)
def in_an_invitation() -> bytes:
    """A calendar part lists who was asked."""
    made = message()
    made.add_alternative(_event().decode(), subtype="calendar")
    return bytes(made)


HEAD = "<html><head><title>%s</title>%s</head><body><p>Record of a visit on Tuesday</p>"
TAIL = f"<p>Present were {NAME} and the warden.</p><p>They talked about the garden.</p>%s</body></html>"


def page(body: str = "", title: str = "Visit", head: str = "") -> bytes:
    """Return a web page with something hidden in it."""
    return ("<!doctype html>" + HEAD % (title, head) + TAIL % body).encode()


@torture(
    "html",
    suffix=".html",
    each=[
        ("entities", "".join(f"&#{ord(c)};" for c in NAME)),
        ("tags", "Ze<b>phy</b>rine Qua<i>x</i>ley"),
        ("break-hints", "Zephy<wbr>rine Quax&shy;ley"),
        ("white", f"<p style='color:white'>{NAME}</p>"),
        ("tiny", f"<p style='font-size:1px'>{NAME}</p>"),
        ("zero-width", "Zeph&#8203;yrine Quax&zwj;ley"),
        ("struck-out-within", "Ze<del>XX</del>phyrine Qua<s>tz</s>xley"),
        ("struck-by-style", "Ze<span style='text-decoration: line-through red'>XX</span>phyrine"),
        ("partly-struck-out", "Ze<del>phy</del>rine <s>Qua</s>xley"),
    ],
)
def on_a_web_page(body: str) -> bytes:
    """The name is on the page, spelt as pages spell."""
    return page(f"<p>{body}</p>")


@torture(
    "html",
    suffix=".html",
    told=TOLD,
    each=[
        ("comment", (f"<!-- {NAME} -->", "", "")),
        ("not-displayed", (f"<p style='display:none'>{NAME}</p>", "", "")),
        ("hidden", (f"<p hidden>{NAME}</p>", "", "")),
        ("data", (f"<p data-who='{NAME}'>plain</p>", "", "")),
        ("title", ("", NAME, "")),
        ("meta", ("", "Visit", f"<meta name='author' content='{NAME}'>")),
        ("script", (f"<script>var who = '{NAME}'</script>", "", "")),
        ("alt", (f"<img alt='{NAME}' src=''>", "", "")),
        ("tooltip", (f"<p title='{NAME}'>plain</p>", "", "")),
        ("value", (f"<input type='hidden' value='{NAME}'>", "", "")),
        ("link", (f"<a href='https://example.org/{FIRST}/{LAST}'>plain</a>", "", "")),
        (
            "style",
            ("<p class='a'>plain</p>", "Visit", f"<style>.a::after {{content: '{NAME}'}}</style>"),
        ),
        ("noscript", (f"<noscript>{NAME}</noscript>", "", "")),
        ("template", (f"<template>{NAME}</template>", "", "")),
        ("off-screen", (f"<p style='position:absolute;left:-9999px'>{NAME}</p>", "", "")),
    ],
)
def behind_a_web_page(parts: tuple[str, str, str]) -> bytes:
    """The name is in the file and not on the page."""
    body, title, head = parts
    return page(body, title or "Visit", head)


def _event() -> bytes:
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "DTSTAMP:20261102T100000Z\r\nDTSTART:20261102T100000Z\r\nSUMMARY:Visit on Tuesday\r\n"
        f"DESCRIPTION:Present were {NAME}\\, the warden\\nand the garden\r\n"
        f"ATTENDEE;CN={NAME}:mailto:zephyrine.quaxley@example.org\r\n"
        f"X-WHO:{NAME}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


@torture(
    "ics", suffix=".ics", each=[(coding, coding) for coding in ("utf-8", "utf-16", "utf-16-le")]
)
def in_a_calendar(coding: str) -> bytes:
    """Who was asked, and properties of a program's own; also in two octets a letter."""
    return _event().decode().encode(coding)


@torture("vcf", suffix=".vcf", stays=("warden",))
def on_a_card() -> bytes:
    """An address card, folded within the name."""
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{LAST};{FIRST};;;\r\nFN:Zephyrine Qua\r\n xley\r\n"
        f"NOTE:known to the warden\r\nEMAIL:zephyrine.quaxley@example.org\r\nX-WHO:{NAME}\r\nEND:VCARD\r\n"
    ).encode()


@torture(
    "txt",
    suffix=".txt",
    each=[
        ("plain", NAME),
        ("zero-width", "Zeph\u200byrine Quax\u200dley"),
        ("soft", "Zephy\u00adrine Quaxley"),
        ("overstruck", "".join(f"{c}\u0336" for c in NAME)),
        ("in-tildes", "Ze~~XX~~phyrine Qua~~t~~xley"),
        ("overstruck-within", "ZeX\u0336X\u0336phyrine Qua\u0336xley"),
        ("wide", "Z e p h y r i n e"),
        ("broken", f"{FIRST}\n{LAST}"),
        ("hyphenated", "Zephy-\nrine"),
        ("capitals", NAME.upper()),
        ("black-circles", "".join(chr(0x1F150 + ord(c) - 65) for c in "ZEPHYRINEQUAXLEY")),
        ("black-squares", "".join(chr(0x1F170 + ord(c) - 65) for c in "ZEPHYRINEQUAXLEY")),
        ("letters-of-flags", "".join(chr(0x1F1E6 + ord(c) - 65) for c in "ZEPHYRINEQUAXLEY")),
    ],
)
def in_plain_text(said: str) -> bytes:
    """Plain text with characters that cannot be seen."""
    return (TEXT + said + "\n").encode()


@torture("txt", suffix=".txt")
def in_typed_columns() -> bytes:
    """The name goes on from line to line of a column that a typewriter set beside another."""
    return (
        b"On Tuesday Zephy-        the warden was in the garden\n"
        b"rine Quax-               and nothing else took place\n"
        b"ley met him.             at all that day.\n"
    )


@torture(
    "txt",
    suffix=".txt",
    each=[("utf-16", "utf-16"), ("with-mark", "utf-8-sig"), ("cp1252", "cp1252")],
)
def in_another_coding(coding: str) -> bytes:
    """Plain text in another coding."""
    return TEXT.encode(coding)
