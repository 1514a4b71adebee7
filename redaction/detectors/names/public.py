"""What bears a person's name and is nobody: a pub, a ward, a school, a make of clothes, a game.

What can be nothing else is left; what may be somebody after all is asked about. A full name of the
roster is never doubted for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from recordkeeping.disclosure.findings import Span
from redaction.detectors.names.known import is_known, may_be_known
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
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_MADE_WORDS = """
abidec adidas amazon anusol argos arriva asda aveeno barclays barnardo's bonmarché cafcass calpol
calprofen capita carefirst childline citroen connexions debenhams deliveroo depo-provera dettol
dioralyte disney ebay ecaf ecomap emis epilim evri facetime fortnite frameworki freddo freecycle
gaviscon genogram greggs halfords iceland ikea intoxilyser ipad iphone jorvik kwells lamictal lego
lenovo lexia lidl liquidlogic matalan mcdonald's mcdonalds mencap minecraft monzo movicol nacro
nando's nandos netflix nintendo nurofen ofcom paracetamol piriton playstation pokemon poundland
primark provident puma reebok remploy ritalin roblox rossendales sainsbury's sainsburys salbutamol
samaritans samsung santander sertraline shelter snapchat specsavers spotify stagecoach sudocrem
superdrug surestart systmone tesco tescos uber vauxhall ventolin vodafone waitrose wetherspoons
wilko xbox youtube zumba
"""
_MADE = frozenset(_MADE_WORDS.split())
"""Shops, makes, programmes, charities and medicines that nobody is called."""
_SHORT_WORDS = """
uln nino misper misfer dob d.o.b img docx pdf jpeg chron chrons poss insta hoody maccies
bestie idva snr
jnr pr nt ent chn imms giro ni mamgu tadcu nain taid bampi mamgi supervisee supervisor asset
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
    r"George (?:at|from|@) Asda|Thomas the Tank|Dora the Explorer"
    r"|Charlie (?:and|&) Lola|Winnie[ -]the[ -]Pooh|Peter Rabbit|Ben 10|Jack Daniel'?s"
    r"|Ben (?:and|&) Jerry|Dr\.? Pepper|Captain Morgan|Marks (?:and|&) Spencers?|Mr\.? Kipling"
    r"|Uncle Ben's|Mr\.? Whippy|Mr\.? Men|Mr\.? Tumble|Great Ormond|Alder Hey"
    r"|St\.? John'?s? Ambulance|Duke of Edinburgh|Prince'?s Trust|[A-Z][a-z]+'s (?:Law|Rule)"
    r"|Gillick competen\w+|Fraser (?:guidelines|competen\w+)|Hague Convention"
    r"|Laming (?:report|inquiry|enquiry)|Mc[Kk]enzie [Ff]riend|Edinburgh Postnatal|Bear Cards"
    r"|Official Solicitor|Strengthening Families|Signs of Safety|YouTube Kids|Tidy Tray|Lady Day"
    r"|Conners (?:scale|questionnaire|rating)|Griffiths (?:scale|assessment)"
    r"|Bayley (?:scale|assessment)|Munro (?:review|report)"
    r"|Guthrie (?:test|card|spot)s?|Moro (?:reflex|response)|Barlow (?:test|manoeuvre)"
    r"|Ortolani test"
    r"|Apgar scores?|Alice bands?|Harry Ramsden(?:'?s)?|Robert Burns (?:Birthplace|Museum|Centre)"
    r"|(?:Queen|King|Prince|Princess) (?:Elizabeth|Victoria|Alexandra|Charlotte|Mary|Margaret|Anne"
    r"|George|Edward|Charles|William|Philip|Albert)"
)


def _over_lines(words: str) -> str:
    """Return a pattern of names of which a line may end between the words."""
    parted = re.sub(r"(?<!\[) ", r"[ \\u00a0\\n]", words)
    return rf"(?<![^\W_])(?:{parted})(?![^\W\d_])"


_PHRASE = re.compile(_over_lines(_PHRASES))
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
    "academy|school|college|university|nursery|nurseries|preschool|pre-school|playgroup|hospital"
    "|infants|infirmary|memorial|pru"
    "|hospice|clinic|surgery|centre|center|suite|parade|row|mews|road|street|avenue|crescent|terrace"
    "|gardens|lodge|towers|buildings|estate|park|court|house|hall|close|square|ward|unit|campus|club"
    "|church|chapel|cathedral|mosque|gurdwara|synagogue|library|museum|gallery|theatre|cinema"
    "|stadium|arena|market|station|airport|hostel|pub|arms|inn|tavern|hotel|cafe|caf\u00e9"
    "|restaurant|takeaway|foundation|trust|charity|solicitors|llp|ltd|limited|plc|massive|united"
    "|rovers|wanderers|fc|afc|rfc|juniors|colts|boxing|dojo|sixth form|grammar|comprehensive"
    "|syndrome|lane|drive"
)
_BETWEEN = (
    r"(?:(?:Children['\u2019]s|Childrens|Primary|Infants?|Junior|High|Secondary|Family|Community"
    r"|Medical|Health|Day|Youth|Leisure|Sports|Boxing|Football|Memorial|General|Park|Street|Road"
    r"|Grammar|Crown|County|Magistrates['\u2019]?|District"
    r"|Catholic|C of E|CE|RC|(?:&|and) [A-Z]\w+)[ \u00a0\n]){0,3}"
)
_POST = (
    r"(?:Nurse|Nursing|Counsellor|Health|Teacher|Liaison|Manager|Worker|Welfare|Social|Head|Officer"
    r"|Assistant|Mentor|Lead|Governor|Visitor|Secretary|Receptionist|Clerk|Staff|Doctor|Matron)"
)
_IS_OF = re.compile(
    rf"[ \u00a0\n](?:&[ \u00a0][A-Z]\w+[ \u00a0])?{_BETWEEN}({_KINDS})(?![^\W_])(?![ \u00a0]?:)"
    rf"(?!['\u2019]s?[ \u00a0][a-z])(?![ \u00a0]{_POST})",
    re.IGNORECASE,
)
_GOES_ON_AND_IS_OF = re.compile(rf"[ \u00a0\n](?-i:[A-Z])[^\W\d_]+{_IS_OF.pattern}", re.IGNORECASE)
"""Of "Harold Wood Academy", what stands behind Harold."""
_ENDS_AS_PLACE = frozenset((
    "suite", "parade", "row", "mews", "llp", "solicitors", "surgery", "arms", "massive",
    "juniors", "infants",
))  # fmt: skip
_MAY_END_WORDS = """
albion approach arcade athletic avenue boys brae buildings chapel circus city close colts cottages
infirmary memorial
court crescent croft drive dynamos eagles edge end fold furlong gardens garth ginnel girls glade
grammar grange harriers heights hostel hotspur juniors leas lees lions loan lodge mansions mead
meadow meadows mews mount nook orchard panthers parade park parkway pastures path place precinct
quay quays rangers rhinos ridge rise road rovers row sharks side spinney square street terrace
thistle tigers towers town unit united vale view villas walk wanderers ward warriors way wharf wing
wynd
"""
_MAY_END_SO = frozenset(_MAY_END_WORDS.split())
"""How streets, parts of towns and teams end, and hardly a surname."""
_MAY_END_THERE_WORDS = "hill wood woods green grove field fields heath moor dale bridge cross lane"
_MAY_END_THERE = frozenset(_MAY_END_THERE_WORDS.split())
"""How places end, and surnames are: "changed at Gordon Hill"."""
_THERE = re.compile(r"\b(?:at|in|near|through|via|towards)[ \u00a0\n]\Z")
_BEGINS_WORDS = """
ysgol ysbyty eglwys capel coleg cylch meithrinfa canolfan heddlu cyngor plas stryd heol ffordd
neuadd tafarn cartref clwb scoil gaelscoil sgoil operation hurricane hmp hmyoi hms raf
"""
_BEGINS = frozenset(_BEGINS_WORDS.split())
"""How schools and prisons are called, and what the police undertake: "Ysgol Dewi Sant"."""
_CAPITALS_BEFORE = re.compile(r"(?<![^\W_])(?:[A-Z][\w'\u2019-]*[ \u00a0]){1,3}\Z")
_THE_SIGN = re.compile(r"\b[Tt]he[ \u00a0\n]((?:[A-Z][\w'\u2019-]*[ \u00a0]){0,2})\Z")
_SIGN_GOES_ON = re.compile(
    r"(?P<more>(?:[ \u00a0](?:(?:of|in|o['\u2019])[ \u00a0](?:the[ \u00a0])?)?"
    r"[A-Z][\w'\u2019-]*){0,2})"
    r"(?:[ \u00a0](?P<behind>[A-Za-z][a-z]*))?"
)
_OF_A_FAMILY_WORDS = """
babies baby boys brothers case child children clan couple estate families family file files flat
girls he her his home house household i kids lot matter matters men mother father parents property
residence she siblings sisters that they twins we which who whom women you
"""
_OF_A_FAMILY = frozenset(_OF_A_FAMILY_WORDS.split())
_SIGNS_WORDS = """
black blue bold bonny crooked golden grand green grey happy jolly merry old queen's queens king's
kings railway red rising royal running silver three two wheatsheaf white
"""
_SIGNS = frozenset(_SIGNS_WORDS.split())
"""How what a pub's sign shows begins: "the Jolly Tapper"."""
_SHOWN = re.compile(
    r"\b(?:posters?|pictures?|episodes?|films?|DVDs?|theme|songs?|books?|cartoons?|costumes?|masks?"
    r"|toys?|fan|gig|concert|videos?)[ \u00a0](?:tune[ \u00a0])?"
    r"(?:of|from|by|about|called)[ \u00a0]\Z"
    r"|\b(?:[Ww]atch(?:ed|ing|es)?|dressed (?:up )?as|listen(?:ed|ing|s)? to"
    r"|[Ss]ing(?:ing|s)?|[Ss]ang|[Rr]ead(?:ing)?)[ \u00a0][\"'\u201c\u2018]?\Z"
)
_OF_A_HOSPITAL = re.compile(r"\b(?:on|onto|to|from|off|the|in)[ \u00a0\n]\Z")
_PARTS_OF_A_HOSPITAL = frozenset(("wing", "ward", "unit"))
_A_HOME = re.compile(
    r"[ \u00a0](?:children['\u2019]?s|residential)[ \u00a0](?:home|unit)\b", re.IGNORECASE
)
_OF_AN_AUTHORITY = re.compile(
    r"[ \u00a0\n]"
    r"(?:(?:Borough|County|City|District|Metropolitan|Town|Council['\u2019]?s?)[ \u00a0])*"
    r"(?:Council|Borough|Social[ \u00a0]Services|Children['\u2019]?s[ \u00a0](?:Services|Social)"
    r"|Constabulary|Police|Safeguarding|NHS|Magistrates|Youth[ \u00a0]Court|Family[ \u00a0]Court"
    r"|Advertiser|Gazette)(?![^\W_])"
)
_AUTHORITY_BEFORE = re.compile(
    r"\b(?:(?:care|supervision) order (?:in favour of|to)|Council Offices,"
    r"|(?i:placing|local) authority,|(?:County|City|Royal Borough|Borough|District|Diocese) of)"
    r"[ \u00a0\n]\Z"
)
"""What a council, its courts and its papers are called after: alone it is that place."""
_SPACE = re.compile(r"[ \u00a0\n](?=[A-Z])")
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
    r"|against|beat|got|play(?:s|ed|ing)?|joined|visit(?:ed|ing)?|Ecomap:)[ \u00a0]\Z"
)
_PET = re.compile(
    r"\b(?:dog|cat|rabbit|hamster|pony|horse|budgie|kitten|puppy|guinea[ -]pig|goldfish|pet"
    r"|tortoise|gerbil|parrot|bear|teddy|doll)s?(?:[ \u00a0](?:is|was|were|are))?"
    r"(?:[ \u00a0](?:called|named)|,)?[ \u00a0]\Z"
)
_IS_A_PET = re.compile(
    r",?[ \u00a0](?:the |\((?:the |an? |his |her |their |our |my |family )?)(?:[a-z]+ )?"
    r"(?:dog|cat|rabbit|hamster|pony|horse|budgie|kitten|puppy|guinea[ -]pig|goldfish|tortoise"
    r"|gerbil|parrot|teddy|staffy|staffie|spaniel|labrador|husky|dinosaur|dragon|elephant"
    r"|giraffe|lion"
    r"|monster|penguin|robot|(?:tank|steam) engine)"
    r"(?![^\W_])(?! (?:walk|own|warden|handl|groom|sitt|breed|lover|man))"
)
_STANDS_AS_PLACE = re.compile(
    r"\b(?:at|in|near|attends?|attended|joins?|joined|started|starts)[ \u00a0\n]\Z"
)
_HELD_THERE = re.compile(
    r"\b(?:held|list(?:ed|ing)|hear(?:d|ing)s?|trials?|court|tribunal|bench|adjourned|sentenced|remanded|sat"
    r"|sitting|based|shops?|shopping|stores?|office|branch|market|depot|town|village|hospital|surgery"
    r"|appointments?|clinic|dentist|optician)[ \u00a0\n](?:in|at|near)[ \u00a0\n]\Z",
    re.IGNORECASE,
)
"""Behind what a word is a town's, or a court's that has its name: "listed at Hallam"."""
_LABELLED = re.compile(
    r"\b(?:Dentist|Optician|School|Nursery|GP|Surgery|Hospital|Pharmacy|Court|College|Church|Mosque"
    r"|Library|Town|Area|Village|Estate|Library|Office)(?::[ \u00a0]?|[ \u00a0])\Z"
)
_CAPITAL_BEFORE = re.compile(r"(?<![^\W_])([A-Z][a-z]+)[ \u00a0]\Z")
_TOWNS_ALONE_WORDS = """
birmingham brighton bristol cardiff coventry doncaster edinburgh glasgow hull leeds leicester
liverpool london manchester middlesbrough newcastle norwich nottingham oxford plymouth sheffield
southampton sunderland swansea wakefield wolverhampton
"""
_TOWNS_ALONE = frozenset(_TOWNS_ALONE_WORDS.split())
"""Towns before whose parts their name stands: "Sheffield Hallam"."""
_TRADES_WORDS = """
accountants architects bar barbers bathrooms bakery bookmakers bros brothers builders butchers cabs
cafe café carpets catering
chemist chemists coaches construction dental dentists electrical engineering estates fashions
fitness florists foods funerals funeral furnishings furniture garage glazing haulage heating homes
insurance interiors jewellers joinery kitchens lettings logistics motors nurseries opticians
newsagents optometrists perfumery pharmacy pizzeria plumbing properties recruitment removals roofing
salon scaffolding sons
solicitors stores supermarket taxis tyres travel vets windows
"""
_TRADES = frozenset(_TRADES_WORDS.split())
"""How firms end that are called after whoever began them: "Robert Heath Heating"."""
_TRADE_BEHIND = re.compile(
    r"(?:['\u2019]s)?[ \u00a0\n](?:(?:&|and)[ \u00a0])?(?:[A-Z][a-z]+[ \u00a0])?"
    r"([A-Z][^\W\d_]+)(?![^\W_])"
)
_SHOP_BEHIND = re.compile(
    r"['\u2019]s[ \u00a0\n](?:(?:chip|fish|corner|coffee|sweet|kebab|pizza|betting|barber|paper)"
    r"[ \u00a0](?:shop|bar|house|place)"
    r"|chippy|bakery|barbers|salon|caf[e\u00e9]|takeaway)(?![^\W_])"
)
"""What is somebody's by its name alone: "Tomlinson's chip shop"."""
_A_TEAM = re.compile(r"[ \u00a0\n](?:[Uu]nder[ -]\d{1,2}['\u2019]?s|U-?\d{1,2}s?)(?![^\W_])")
_WITH_OUR_LADY = re.compile(
    r"\bOur[ \u00a0\n]Lady[ \u00a0\n](?:and|&|with)[ \u00a0\n](?:St\.?[ \u00a0\n])?\Z"
)
"""Whom a church is called after besides: "Our Lady and St Kenelm"."""
_OF_A_TITLE = re.compile(r"['\u2019]s[ \u00a0\n][A-Z]")
_OF_A_TRADE = frozenset((
    "barber", "chemist", "clinic", "court", "dentist", "hairdresser", "hospital", "library",
    "nursery", "optician", "pharmacy", "school", "surgery", "vet",
))  # fmt: skip
"""Before a word, what is there or who works there: "Dentist Redmere"."""
_WORN_OR_TAKEN = re.compile(
    r"[ \u00a0](?:tablets?|cream|gel|spray|inhalers?|drops|syrup|capsules|ointment"
    r"|\d+[ \u00a0]?m[gl]|paint|(?:engine |motor )?oil|denim|motor[ -]?cars?|perfume"
    r"|aftershave|jeans|trainers|shoes|boots|jackets?"
    r"|coat|hoodie|tracksuit|handbag|clothes|lipstick|crisps|biscuits|vodka|gin|rum|whisky|beer|lager|cider)(?![^\W_])"
)
_PRESCRIBED = re.compile(
    r"\b(?:prescribed|prescription of|dose of|medication:|allergic to|course of)[ \u00a0\n]"
    r"(?:[A-Za-z]+(?:,|[ \u00a0]and)[ \u00a0])?\Z",
    re.IGNORECASE,
)
_SAINT = ("st", "saint")
_SAINT_BEFORE = re.compile(r"(?<![^\W_])St\.?[ \u00a0]\Z")
_FAMILIES = frozenset((
    "aubyn", "clair", "claire", "cyr", "denis", "germain", "hilaire", "laurent", "leger", "louis",
    "maur", "pierre",
))  # fmt: skip
"""Saints whom families are called after, and hardly a church."""
_NAMED_BEFORE = re.compile(
    r"(?<![^\W_])(?!(?:A[tns]|I[nt]|On|To|The|By|For|From|Near|Our|His|Her|Their|Attends?|Attended"
    r"|Outside|Behind|School|Church|And|But|Is|Was|Via)[ \u00a0])[A-Z][\w'\u2019-]*\.?[ \u00a0]\Z"
)
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
FIRM = "the name of a firm"
ANIMAL = "what an animal is called"


def is_nobody(text: str, span: Span) -> bool:
    """Say whether what a model takes for a name is a shop, a house, a programme: "Mario Kart"."""
    words = text[slice(*span)].split()
    plain = [folded(word).rstrip(".,") for word in words]
    owner = _is_owner(text, span[1]) and text[span[1] + 1 : span[1] + 2] == "s"
    if owner and len(plain) == 1 and f"{plain[0]}'s" in _MADE:
        return True
    if all(word in _MADE or word in _SHORT or is_no_name_word(word) for word in plain):
        return True
    if _is_an_ending(text, span) or is_a_word(text, span) or _is_a_church(text, span, plain):
        return True
    if _lies_in_a_phrase(text, span) or is_known(text, span) or _begins_as_a_place(text, span):
        return True
    if (sign := _sign(text, span)) and sign[0] in _SIGNS:
        return True
    if len(words) > 1 and plain[-1] in _ENDS_AS_PLACE:
        return True
    if plain[-1] in _PARTS_OF_A_HOSPITAL and _OF_A_HOSPITAL.search(
        text, max(0, span[0] - _FEW - 1), span[0]
    ):
        return True
    if _A_HOME.match(text, span[1]):
        return True
    if len(words) == 1 and _is_an_authority(text, span, words[0]):
        return True
    if plain[0] in _LORDS and len(words) > 1 and _THE.search(text, max(0, span[0] - 6), span[0]):
        return True
    if _THE_LORD.search(text, max(0, span[0] - _FAR), span[0]):
        return True
    kind = _IS_OF.match(text, span[1], span[1] + _FAR)
    if len(words) < _WORDS or kind is None or not _is_written_as_kind(kind[1]):
        return False
    return _STANDS_AS_PLACE.search(text, max(0, span[0] - _FAR), span[0]) is not None


def _begins_as_a_place(text: str, span: Span) -> bool:
    """Say whether a school, a prison or an operation is called so: "Ysgol Dewi Sant"."""
    first = _WORD.match(text, span[0])
    before = _CAPITALS_BEFORE.search(text, max(0, span[0] - _FAR), span[0])
    words = [*(before[0].split() if before else ()), *([first[0]] if first else ())]
    return any(folded(word) in _BEGINS for word in words)


def _sign(text: str, span: Span) -> Sequence[str]:
    """Return the words of what is called like a pub, and no family: of "the Jolly Tapper", both."""
    before = _THE_SIGN.search(text, max(0, span[0] - _FAR), span[0])
    goes_on = _SIGN_GOES_ON.match(text, span[1])
    if before is None or goes_on is None or folded(goes_on["behind"] or "") in _OF_A_FAMILY:
        return ()
    whole = [*before[1].split(), *text[slice(*span)].split(), *goes_on["more"].split()]
    plain = [folded(word) for word in whole]
    if len(plain) < _WORDS or not all(word[:1].isupper() for word in (whole[0], whole[-1])):
        return ()
    if _OF_A_FAMILY.intersection(plain) or any(is_no_name_word(word) for word in plain[:1]):
        return ()
    return plain


def _is_an_authority(text: str, span: Span, word: str) -> bool:
    """Say whether a text calls a council by a word that nobody is called by."""
    if may_be_called(folded(word)):
        return False
    if _AUTHORITY_BEFORE.search(text, max(0, span[0] - _FAR), span[0]):
        return True
    return any(
        text.endswith(word, 0, at)
        and not text[max(0, at - len(word) - 1) : at - len(word)].isalnum()
        for at in _authorities(text)
    )


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
    if _WITH_OUR_LADY.search(text, max(0, span[0] - _FAR), span[0]):
        return True
    before = _SAINT_BEFORE.search(text, max(0, span[0] - _FEW), span[0])
    start = before.start() if before else span[0]
    saint = plain[0] if before else plain[1] if len(plain) > 1 and plain[0] in _SAINT else ""
    if not saint or saint in _FAMILIES:
        return False
    if _NAMED_BEFORE.search(text, max(0, start - _FAR), start):
        return False  # "Oliver St John's", "Mr St John's"
    return _OF_A_CHURCH.match(text, span[1]) is not None


def _is_written_as_kind(word: str) -> bool:
    """Say whether a kind of house has its capital alone: no "SCHOOL" of a form in capitals."""
    return word[:1].isupper() and (word[1:].islower() or word in ("LLP", "FC", "PRU"))


def may_be_nobody(text: str, span: Span) -> str:
    """Return what else a name may be that stands there, or nothing: "Florence ward"."""
    words = text[slice(*span)].split()
    low = max(0, span[0] - _FAR)
    plain = [folded(word).rstrip(".,") for word in words]
    if _may_be_a_place(text, span, words) or _sign(text, span) or _is_a_church(text, span, plain):
        return PLACE
    if _touches(_towns_of_two(text), span) or _IN_BRACKETS_OF.search(text, low, span[0]):
        return PLACE
    if _PET.search(text, low, span[0]) or _IS_A_PET.match(text, span[1]):
        return ANIMAL
    if may_be_known(text, span) or is_known(text, span) or _lies_in_a_phrase(text, span):
        return MAKE
    titled = len(words) > 1 or _OF_A_TITLE.match(text, span[1])
    if titled and _SHOWN.search(text, low, span[0]):
        return MAKE
    if _PRESCRIBED.search(text, low, span[0]) or _WORN_OR_TAKEN.match(text, span[1]):
        return MAKE
    return FIRM if _is_a_firm(text, span, words) else ""


def _is_a_firm(text: str, span: Span, words: Sequence[str]) -> bool:
    """Say whether a firm may be called so: "Heath Heating", "Rowland Brothers"."""
    if len(words) > 1 and words[-1][:1].isupper() and folded(words[-1]) in _TRADES:
        return True
    if _SHOP_BEHIND.match(text, span[1]) or _A_TEAM.match(text, span[1]):
        return True
    behind = _TRADE_BEHIND.match(text, span[1], span[1] + _FAR)
    return behind is not None and folded(behind[1]) in _TRADES


def _may_be_a_place(text: str, span: Span, words: Sequence[str]) -> bool:
    low, high = max(0, span[0] - _FAR), span[1] + _FAR
    first, last = folded(words[0]), folded(words[-1])
    kind = _IS_OF.match(text, span[1], high)
    if kind and (len(words) == 1 or _is_written_as_kind(kind[1])):
        return True
    longer = _GOES_ON_AND_IS_OF.match(text, span[1], high)
    if (len(words) == 1 or first in _SAINT) and longer and _is_written_as_kind(longer[1]):
        return True
    if first in _OF_A_TRADE and len(words) > 1:
        return True
    if len(words) == 1 and not _is_owner(text, span[1]) and _stands_there(text, low, span[0]):
        return True
    if len(words) == 1:
        to_a_town = first in _TOWNS and _GO_TO.search(text, low, span[0])
        return bool(to_a_town or _THE_LORD.search(text, low, span[0]))
    if last in _MAY_END_SO:
        return True
    ends_there = last in _MAY_END_THERE and not _is_owner(text, span[1])
    return ends_there and _THERE.search(text, low, span[0]) is not None


def _stands_there(text: str, low: int, start: int) -> bool:
    """Say whether a town's name may stand there: "listed at Hallam", "School: Redmere"."""
    if _HELD_THERE.search(text, low, start) or _LABELLED.search(text, low, start):
        return True
    town = _CAPITAL_BEFORE.search(text, low, start)
    return town is not None and folded(town[1]) in _TOWNS_ALONE


def _is_owner(text: str, end: int) -> bool:
    return text[end : end + 1] in ("'", "\u2019")


@once_a_text
def _towns_of_two(text: str) -> Sequence[Span]:
    return tuple(found.span() for found in _TOWNS_OF_TWO.finditer(text))


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
