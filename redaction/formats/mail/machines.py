"""What programs write for themselves into messages, calendars and cards, and words among it.

A mark between the parts of a message, the name of the program that wrote a calendar, the name of a
time zone: nobody reads them, and anybody may write in them. What the programs in use write is known
by its form, or word by word; anything else is told.
"""

from __future__ import annotations

import re

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_HEX = r"[0-9A-Fa-f]"
_MARKS = re.compile(
    rf"(?:[-=_.']*(?:{_HEX}{{10,}}|{_HEX}{{8}}(?:-{_HEX}{{4}}){{3}}-{_HEX}{{12}}){_HEX}*[-=_.']*"
    rf"|----=_NextPart_[{_HEX[1:-1]}_.]+"  # Outlook
    r"|_\d{3}_[0-9A-Za-z]{20,}_"  # Exchange: with the name of a server
    r"|(?:Apple-Mail|Mark)[-=_0-9A-F]+"
    r"|={5,}\d+=="  # Python
    r"|(?:_-+=_|----=_)(?:MCPart|Part)_[-_.\d]+"  # Java, mailing services
    r"|-{12}[0-9A-Za-z]{24}"  # Thunderbird
    r"|b\d_[0-9A-Za-z]{32,60}"  # PHPMailer
    rf"|--_NmP-{_HEX}+-Part_\d+"  # Node
    r"|nextPart\d+\.[0-9A-Za-z]{2,12}"  # KMail
    r"|=_(?:alternative|mixed|related) [0-9A-F]+_="  # Notes
    r"|--_com\.(?:samsung|android|google)[a-z.]*_\d+"
    r"|(?:_=_swift_v4?_?|--==_mimepart_|--boundary_\d+_|_{1,4}=_|=_|_av-|=-)[-_.=+0-9a-f]*"
    r"|=_(?=\D*\d)[0-9A-Za-z_-]{20,24}"  # Horde
    r"|(?=[^.]*\d)[0-9A-Za-z+/]{16}"  # Mutt
    r"|=-[0-9A-Za-z+/]{20})"  # Evolution
)
_OF_PROGRAMS = frozenset(
    """
    address alert and app apple area assist australia bitfire berlin book brussels byday
    bymonth bysecond calconnect calendar calscale caldav caldavj card cdo central china client com
    contacts corporation coordinated copenhagen custom customized date daylight dtstart dublin
    eastern edinburgh end europe event events exchange express fle foundation freeassociation freq
    gmail gmt google gregorian group gtb hour http https icalendar icloud inc interval ios ipad
    iphone iso istanbul idn last lic lisbon live location london lotus luxembourg mac macos madrid
    mail meeting microsoft mimedir modified mountain mozilla nextcloud nonsgml notes org office
    outlook pacific paris prodid product rdate rev rome romance rrule sabre samsung server
    sourceforge standard std summer tasks teams thunderbird time times tzid tzname tzoffsetfrom
    tzoffsetto tzone tzurl universal until utc value vcalendar begin vobject vcard version vevent
    vtimezone wales warsaw western windows www yahoo yearly zimbra zone zoneinfo zoom
    bst cet cest eet eest est edt ist wet west dst
    """.split()  # noqa: SIM905 - read as words
)


def is_generated(mark: str) -> bool:
    """Say whether a mark between parts (RFC 2046 §5.1.1) is as programs make it, or has no word.

    What might be a word in a random one of an unknown program is taken for one.
    """
    return bool(_MARKS.fullmatch(mark)) or not _LETTERS.search(mark)


def says_nothing(line: str) -> bool:
    """Say whether a line of a calendar or card has no word but those of programs and zones."""
    return all(word.casefold() in _OF_PROGRAMS for word in _LETTERS.findall(line))
