"""What bears a person's name and is nobody: a pub, a ward, a school, a make of clothes, a game.

What can be nothing else is left; what may be somebody after all is asked about. A full name of the
roster is never doubted for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recordkeeping.disclosure.findings import Span
from redaction.detectors.names.veto import (
    is_no_name_word,
    is_ordinary,
    may_be_called,
    tells_nothing,
)
from redaction.detectors.names.wordings import is_a_word
from redaction.detectors.normal import folded
from redaction.detectors.shared import once_a_text
from redaction.everyday import is_common_word

_FAR = 40  # letters
_MADE_WORDS = """
abidec adidas amazon argos asda aveeno cafcass calpol capita carefirst childline connexions
deliveroo depo-provera disney ebay ecaf ecomap emis facetime fortnite frameworki freddo
freecycle gaviscon genogram greggs halfords iceland ikea intoxilyser ipad iphone jorvik kwells lego
lexia lidl liquidlogic matalan mcdonald's mcdonalds mencap minecraft movicol nacro nando's nandos
netflix nintendo ofcom paracetamol playstation pokemon poundland primark puma reebok remploy
ritalin roblox sainsbury's sainsburys salbutamol samaritans sertraline shelter snapchat spotify
superdrug surestart systmone tesco tescos uber ventolin vodafone waitrose wetherspoons wilko xbox
youtube zumba
"""
_MADE = frozenset(_MADE_WORDS.split())
"""Shops, makes, programmes, charities and medicines that nobody is called."""
_SHORT_WORDS = """
uln nino misper misfer dob d.o.b img docx pdf jpeg chron chrons poss insta hoody maccies
bestie idva snr
jnr pr nt chn imms giro ni mamgu tadcu nain taid bampi mamgi supervisee supervisor asset
impact neglect breach signs
direct sheet pages demeanour midwifery yh obs prev appt appts ref refs attach encl cont inc
"""
_SHORT = frozenset(_SHORT_WORDS.split())
"""What papers shorten, and head their parts with."""
_ENDINGS_WORDS = """
bmp csv doc docm docx dot dotx eml gif heic htm html ics jpeg jpg mbox mov mp3 mp4 msg odp ods odt
pdf png ppt pptm pptx rtf tif tiff txt vcf webp xls xlsb xlsm xlsx xml zip
"""
_ENDINGS = frozenset(_ENDINGS_WORDS.split())
"""How the names of files end."""
_PHRASES = (
    r"George (?:at|from|@) Asda|Ant (?:and|&) Dec|Mario Kart|Super Mario|Peppa Pig|Fireman Sam"
    r"|Thomas the Tank|Postman Pat|Bob the Builder|Dora the Explorer|Horrid Henry"
    r"|Charlie (?:and|&) Lola|Winnie[ -]the[ -]Pooh|Peter Rabbit|Ben 10|Jack Daniel'?s"
    r"|Ben (?:and|&) Jerry|Dr\.? Pepper|Captain Morgan|Marks (?:and|&) Spencers?|Mr\.? Kipling"
    r"|Uncle Ben's|Mr\.? Whippy|Mr\.? Men|Mr\.? Tumble|Great Ormond|Alder Hey"
    r"|St\.? John'?s? Ambulance|Duke of Edinburgh|Prince'?s Trust|Sarah'?s Law|Clai?re'?s Law"
    r"|Gillick competen\w+|Fraser (?:guidelines|competen\w+)|Hague Convention"
    r"|Laming (?:report|inquiry|enquiry)|Mc[Kk]enzie [Ff]riend|Edinburgh Postnatal|Bear Cards"
    r"|Official Solicitor|Strengthening Families|Signs of Safety|YouTube Kids|Tidy Tray|Lady Day"
    r"|Conners (?:scale|questionnaire|rating)|Griffiths (?:scale|assessment)"
    r"|Bayley (?:scale|assessment)|Munro (?:review|report)"
)


def _over_lines(words: str) -> str:
    """Return a pattern of names of which a line may end between the words."""
    parted = re.sub(r"(?<!\[) ", r"[ \\u00a0\\n]", words)
    return rf"(?<![^\W_])(?:{parted})(?![^\W\d_])"


_PHRASE = re.compile(_over_lines(_PHRASES))
_MAKES_WORDS = (
    r"Ted Baker|Fred Perry|Paul Smith|Marie Curie|Sue Ryder|Marie Stopes"
    r"|Harry Potter|Harry Styles|Taylor Swift|Justin Bieber|Jeremy Kyle|Tracy Beaker|Peter Pan"
    r"|Hannah Montana|Billy Elliot|Beatrix Potter|Roald Dahl|Enid Blyton|Aldi|Nike|Costa"
    r"|Ben Sherman|Jack Wills|John Lewis|William Hill"
    r"|Paddy Power|Tommy Hilfiger|Calvin Klein|Hugo Boss|Ralph Lauren|Karen Millen|Dorothy Perkins"
    r"|Harvey Nichols|James Bond|Sonic|Merlin|Mario|Elsa|Barbie|Alexa|Siri"
)
_MAKES = re.compile(_over_lines(_MAKES_WORDS))
"""Makes and figures that somebody may be called like."""
_TOWNS_OF_TWO = re.compile(
    _over_lines(
        r"Harold (?:Wood|Hill|Park)|Milton Keynes|Melton Mowbray|Newton (?:Abbot|Aycliffe|Heath)"
        r"|Barry Island|Leighton Buzzard|Stanley Park|Alexandra (?:Palace|Park)|Victoria Park"
        r"|Albert (?:Dock|Square)|Craig y Don|Chester[ -]le[ -]Street|Carlton Colville"
        r"|Dudley Port|Douglas Bay|Heather Green|Kirkby Stephen|Kirby Muxloe|Morris Green"
        r"|Penny Lane|Rose Hill|Holly Hill|Clayton[ -]le[ -]Moors|Bradley Stoke|Abbey Wood"
        r"|Wallis Down|Ashton[ -](?:under|in)|Burton[ -](?:up)?on|Ross[ -]on[ -]Wye|Leigh[ -]on"
    )
)
_IN_BRACKETS_OF = re.compile(
    r"\b(?i:ward|unit|room|block|wing|suite|class|floor|theatre|house)"
    r"[ \u00a0](?:[A-Z]{0,2}\d{1,3}[A-Za-z]?[ \u00a0])?\(\Z"
)
"""What a ward or a room is called besides: "Ward 12 (Alexandra)"."""
_KINDS = (
    "academy|school|college|university|nursery|nurseries|hospital|clinic|surgery|centre|center"
    "|suite|parade|row|mews|road|street|avenue|crescent|terrace|gardens|lodge|towers|buildings"
    "|estate|park|court|house|hall|close|square|ward|unit|club|church|library|hostel|pub|arms|inn"
    "|hotel|foundation|trust|solicitors|llp|ltd|limited|plc|massive|united|rovers|wanderers|fc"
)
_BETWEEN = (
    r"(?:(?:Children['\u2019]s|Childrens|Primary|Infants?|Junior|High|Secondary|Family|Community"
    r"|Medical|Health|Day|Youth|Leisure|Sports|Boxing|Football|Memorial|General|Park|Street|Road"
    r"|Grammar|Catholic|C of E|CE|RC|(?:&|and) [A-Z]\w+)[ \u00a0\n]){0,3}"
)
_POST = (
    r"(?:Nurse|Nursing|Counsellor|Health|Teacher|Liaison|Manager|Worker|Welfare|Social|Head|Officer"
    r"|Assistant|Mentor|Lead|Governor|Visitor|Secretary|Receptionist|Clerk|Staff|Doctor|Matron)"
)
_IS_OF = re.compile(
    rf"[ \u00a0](?:&[ \u00a0][A-Z]\w+[ \u00a0])?{_BETWEEN}({_KINDS})(?![^\W_])(?![ \u00a0]?:)"
    rf"(?!['\u2019]s?[ \u00a0][a-z])(?![ \u00a0]{_POST})",
    re.IGNORECASE,
)
_GOES_ON_AND_IS_OF = re.compile(rf"[ \u00a0](?-i:[A-Z])[^\W\d_]+{_IS_OF.pattern}", re.IGNORECASE)
"""Of "Harold Wood Academy", what stands behind Harold."""
_ENDS_AS_PLACE = frozenset((
    "suite", "parade", "row", "mews", "llp", "solicitors", "surgery", "arms", "massive",
    "juniors", "infants",
))  # fmt: skip
_MAY_END_SO = frozenset(
    ("court", "close", "square", "park", "rise", "walk", "view", "place", "way", "wing", "ward")
)
_OF_A_HOSPITAL = re.compile(r"\b(?:on|onto|to|from|off|the|in)[ \u00a0\n]\Z")
_PARTS_OF_A_HOSPITAL = frozenset(("wing", "ward", "unit"))
_A_HOME = re.compile(
    r"[ \u00a0](?:children['\u2019]?s|residential)[ \u00a0](?:home|unit)\b", re.IGNORECASE
)
_OF_AN_AUTHORITY = re.compile(
    r"[ \u00a0]"
    r"(?:(?:Borough|County|City|District|Metropolitan|Town|Council['\u2019]?s?)[ \u00a0])*"
    r"(?:Council|Borough|Social[ \u00a0]Services|Children['\u2019]?s[ \u00a0](?:Services|Social)"
    r"|Constabulary|Police|Safeguarding|NHS|Magistrates|Youth[ \u00a0]Court|Family[ \u00a0]Court"
    r"|Advertiser|Gazette)(?![^\W_])"
)
"""What a council, its courts and its papers are called after: alone it is that place."""
_SPACE = re.compile(r"[ \u00a0](?=[A-Z])")
_THE = re.compile(r"\b[Tt]he[ \u00a0\n]\Z")
_THE_LORD = re.compile(
    r"\b[Tt]he[ \u00a0\n](?:(?:Sir|Lady)[ \u00a0\n](?:[A-Z]\w+[ \u00a0\n])?"
    r"|(?:Lord|Prince|Princess|Duke|Earl|King|Queen|Royal|Admiral|Marquis)"
    r"[ \u00a0\n](?:of[ \u00a0\n])?)\Z"
)
_LORDS = frozenset((
    "lord", "prince", "princess", "duke", "earl", "king", "queen", "royal", "admiral", "marquis",
    "sir", "lady",
))  # fmt: skip
_TOWNS_WORDS = """
adelaide alexandria ashton asia aston austin barnsley bolton bradford brooklyn burnley carlisle
charlotte chelsea chester dallas denver derby devon durham everton florence geneva georgia hamilton
houston india ireland israel jordan kent kenya kingston lancaster leeds lincoln london lourdes
madison melbourne milan nelson orlando paris perth petra preston savannah sienna stafford stirling
sydney tyrone verona victoria vienna warwick wellington windsor york
"""
_TOWNS = frozenset(_TOWNS_WORDS.split())
"""Towns, countries and clubs that people are called like."""
_GO_TO = re.compile(
    r"\b(?:at|in|near|to|from|around|going|like|likes|love|loves|supports?|supporting|for|of|via"
    r"|against|beat|joined|visit(?:ed|ing)?|Ecomap:)[ \u00a0]\Z"
)
_PET = re.compile(
    r"\b(?:dog|cat|rabbit|hamster|pony|horse|budgie|kitten|puppy|guinea[ -]pig|goldfish|pet"
    r"|tortoise|gerbil|parrot|bear|teddy|doll)s?(?:[ \u00a0](?:is|was|were|are))?"
    r"(?:[ \u00a0](?:called|named)|,)?[ \u00a0]\Z"
)
_IS_A_PET = re.compile(
    r",?[ \u00a0](?:the |\((?:the |an? |his |her |their |our |my |family )?)(?:[a-z]+ )?"
    r"(?:dog|cat|rabbit|hamster|pony|horse|budgie|kitten|puppy|guinea[ -]pig|goldfish|tortoise"
    r"|gerbil|parrot|teddy|staffy|staffie|spaniel|labrador|husky)"
    r"(?![^\W_])(?! (?:walk|own|warden|handl|groom|sitt|breed|lover|man))"
)
_STANDS_AS_PLACE = re.compile(
    r"\b(?:at|in|near|attends?|attended|joins?|joined|started|starts)[ \u00a0\n]\Z"
)
_SAINTS_WORDS = """
agnes aidan alban alphege ambrose andrew anne anthony augustine barnabas bartholomew bede benedict
bernadette bernard catherine chad christopher clement columba cuthbert david dunstan edmund edward
elizabeth francis gabriel george giles gregory helen hilda hugh james john joseph jude katherine
lawrence leonard luke margaret mark martin mary matthew michael monica nicholas ninian oswald
patrick paul peter philip pius saviour stephen swithun teresa thomas ursula vincent wilfrid
winifred
"""
_SAINTS = frozenset(_SAINTS_WORDS.split())
"""Whom churches and schools are called after; not Clair, Louis or Hilaire, as families are."""
_NAMED_BEFORE = re.compile(r"(?<![^\W_])[A-Z][\w'\u2019-]*\.?[ \u00a0]\Z")
_OF_A_CHURCH = re.compile(
    r"['\u2019]s(?![^\W_])(?![ \u00a0](?:mum|mother|dad|father|parents?|nan|gran|aunt|uncle|sister"
    r"|brother|son|daughter|wife|husband|partner|girlfriend|boyfriend|friend|family|carer|solicitor"
    r"|social|house|home|flat|phone|bedroom|behaviour|name)(?![^\W_]))",
    re.IGNORECASE,
)
"""Of "St John's mum" somebody of that surname may be meant."""
_WORDS = 2
_APART = re.compile(r"(?:[.:!?\n|][ \u00a0]*|[ \u00a0][-\u2013][ \u00a0])\Z")
_FEW = 4  # letters
PLACE = "the name of a place"
MAKE = "the name of a make or a figure"
ANIMAL = "what an animal is called"


def is_nobody(text: str, span: Span) -> bool:
    """Say whether what a model takes for a name is a shop, a house, a programme: "Mario Kart"."""
    words = text[slice(*span)].split()
    plain = [folded(word).rstrip(".,") for word in words]
    if all(word in _MADE or word in _SHORT or is_no_name_word(word) for word in plain):
        return True
    if _is_an_ending(text, span) or is_a_word(text, span) or _is_a_church(text, span, plain):
        return True
    if _lies_in_a_phrase(text, span):
        return True
    if len(words) > 1 and plain[-1] in _ENDS_AS_PLACE:
        return True
    if plain[-1] in _PARTS_OF_A_HOSPITAL and _OF_A_HOSPITAL.search(
        text, max(0, span[0] - _FEW - 1), span[0]
    ):
        return True
    if _A_HOME.match(text, span[1]):
        return True
    if len(words) == 1 and _is_an_authority(text, words[0]):
        return True
    if plain[0] in _LORDS and len(words) > 1 and _THE.search(text, max(0, span[0] - 6), span[0]):
        return True
    if _THE_LORD.search(text, max(0, span[0] - _FAR), span[0]):
        return True
    kind = _IS_OF.match(text, span[1], span[1] + _FAR)
    if len(words) < _WORDS or kind is None or not _is_written_as_kind(kind[1]):
        return False
    return _STANDS_AS_PLACE.search(text, max(0, span[0] - _FAR), span[0]) is not None


def _is_an_authority(text: str, word: str) -> bool:
    """Say whether a text calls a council by a word that nobody is called by."""
    called_so = any(
        text.endswith(word, 0, at)
        and not text[max(0, at - len(word) - 1) : at - len(word)].isalnum()
        for at in _authorities(text)
    )
    return called_so and not may_be_called(folded(word))


@once_a_text
def _authorities(text: str) -> Sequence[int]:
    """Return where it is said behind a word that it is a council's, a court's or a paper's."""
    spaces = _SPACE.finditer(text)
    return tuple(at.start() for at in spaces if _OF_AN_AUTHORITY.match(text, at.start()))


def _is_an_ending(text: str, span: Span) -> bool:
    """Say whether a file's name ends so: of "Dean.eml", "eml"."""
    before, after = text[max(0, span[0] - 2) : span[0]], text[span[1] : span[1] + 1]
    if len(before) < len(".") + 1 or before[0].isspace() or before[1] != "." or after.isalnum():
        return False
    return text[slice(*span)].lower() in _ENDINGS


def _is_a_church(text: str, span: Span, plain: Sequence[str]) -> bool:
    """Say whether a church or a school is called after its saint: "at St Paul's"."""
    if len(plain) != _WORDS or plain[0] not in ("st", "saint") or plain[1] not in _SAINTS:
        return False
    if _NAMED_BEFORE.search(text, max(0, span[0] - _FAR), span[0]):
        return False  # "Oliver St John's", "Mr St John's"
    return _OF_A_CHURCH.match(text, span[1]) is not None


def _is_written_as_kind(word: str) -> bool:
    """Say whether a kind of house has its capital alone: no "SCHOOL" of a form in capitals."""
    return word[:1].isupper() and (word[1:].islower() or word in ("LLP", "FC"))


def may_be_nobody(text: str, span: Span) -> str:
    """Return what else a name may be that stands there, or nothing: "Florence ward"."""
    words = text[slice(*span)].split()
    first = folded(words[0])
    if len(words) == 1:
        if _IS_OF.match(text, span[1], span[1] + _FAR):
            return PLACE
        longer = _GOES_ON_AND_IS_OF.match(text, span[1], span[1] + _FAR)
        if longer and _is_written_as_kind(longer[1]):
            return PLACE
        if first in _TOWNS and _GO_TO.search(text, max(0, span[0] - _FAR), span[0]):
            return PLACE
        if _THE_LORD.search(text, max(0, span[0] - _FAR), span[0]):
            return PLACE
    elif folded(words[-1]) in _MAY_END_SO or (
        (kind := _IS_OF.match(text, span[1], span[1] + _FAR)) and _is_written_as_kind(kind[1])
    ):
        return PLACE
    if _touches(_towns_of_two(text), span) or _IN_BRACKETS_OF.search(
        text, max(0, span[0] - _FAR), span[0]
    ):
        return PLACE
    if _PET.search(text, max(0, span[0] - _FAR), span[0]) or _IS_A_PET.match(text, span[1]):
        return ANIMAL
    if _touches(_makes(text), span) or _lies_in_a_phrase(text, span):
        return MAKE
    return ""


@once_a_text
def _towns_of_two(text: str) -> Sequence[Span]:
    return tuple(found.span() for found in _TOWNS_OF_TWO.finditer(text))


@once_a_text
def _makes(text: str) -> Sequence[Span]:
    return tuple(found.span() for found in _MAKES.finditer(text))


@once_a_text
def _phrases(text: str) -> Sequence[Span]:
    return tuple(found.span() for found in _PHRASE.finditer(text))


def _touches(found: Sequence[Span], span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in found)


def is_left_over(text: str, span: Span) -> bool:
    """Say whether what is left of a guess, beside what explains the rest, is nobody's name.

    A plain word behind a name may be its surname ("Karen Butcher"), unless a sentence or a line
    begins between them: "Dr Thakkar. Asset tag".
    """
    if tells_nothing(text, span) or is_nobody(text, span):
        return True
    words = text[slice(*span)]
    plain = is_just_a_word(words, is_ordinary(words))
    return plain and _APART.search(text, max(0, span[0] - _FEW), span[0]) is not None


def is_just_a_word(words: str, is_ordinary: bool) -> bool:
    """Say whether one word of English that nobody is called by is all that a model saw."""
    plain = folded(words)
    both = may_be_called(plain) or is_common_word(f"{plain}s")
    return is_ordinary and len(words.split()) == 1 and not both


def _lies_in_a_phrase(text: str, span: Span) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in _phrases(text))
