"""What models take for names and is none: roles, abbreviations, houses and streets, plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from recordkeeping.disclosure.findings import Span
from redaction.detectors.nicknames import is_in_lists
from redaction.detectors.normal import folded
from redaction.everyday import is_common_word, is_everyday

_BRITISH = Path("/usr/share/dict/british-english")
"""Debian's wbritish: in small letters, the words of English; names stand in it with a capital."""

_ROLES_WORDS = """
mum mummy mam mother dad daddy father nan nana nanny gran granny grandma grandmother grandad
granddad grandpa grandfather auntie aunty aunt uncle sister brother sibling siblings cousin niece
nephew step stepdad stepmum step-dad step-mum stepfather stepmother stepbrother stepsister foster
carer carers parent parents partner wife husband son daughter baby child children boy girl family
social worker teacher head headteacher nurse doctor gp health visitor midwife police officer
solicitor judge manager chair reviewing independent guardian neighbour friend resident client
patient service user young person subject school mr mrs ms miss mx dr prof sir lady rev pc dc ds
di sgt insp cllr dear hi hello re from to cc bcc sent date yours sincerely regards thanks thank
kind many best love yes no ok n/a unknown signed name names tel mob mobile email e-mail phone fax
née nee aka formerly previously snr jnr ref the a an and or of in at on with for by his her their
our my your he she they we i you it who that this widow widower cohabitee cohabitant paramour
fiancé fiancée putative
"""
_ROLES = frozenset(_ROLES_WORDS.split())
_ABBREVIATIONS_WORDS = """
abe adhd afc asd bp caf camhs cfa chi cic cin cla cp cpc cpp cse cv dob dsl dv dwp ehcp ey fgc gcse
gdpr gp hmp hq hv icpc ico id iro it ks1 ks2 la lac lado marac mash mdt nai nfa nhs nspcc
ofsted pa pc pe pep pip plo pm pru rcpc sar sen senco sencos sgo slt smbc snt ssw sw ta tac tel tv
uk usa yot yos am asap fao tbc whatsapp facebook instagram snapchat tiktok youtube google teams
zoom insta snap mgm mgf pgm pgf fsw edt oic inft rtc tc tm
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())
_POSTS_BEFORE_WORDS = """
ASM ATM CAO CSW DSL DSP EHM EWO FSW GP HoS HT HV IRO KS LADO OT PA SALT SENCO SLT SSW SW TL TM YOS
YOT YSW
"""
_POSTS_BEFORE = frozenset(_POSTS_BEFORE_WORDS.split())
"""What somebody is at work, in letters."""
_HEADS_WORDS = """
dob d.o.b telephone landline postcode forename forenames firstname lastname surname surnames
relationship ethnicity gender religion nationality disability outcome outcomes agency apologies
attendees occupation comments address addresses reference category upn uprn venue referrer
referrers complainant complainants informant hosp
"""
_HEADS = frozenset(_HEADS_WORDS.split())
"""Heads of columns and labels of forms that nobody is called: of "Karen DOB", "DOB" is no part."""
_HEADS_BESIDE_WORDS = """
action actions age allocated case code contact contacts county date dates event first given id
known last legal middle name names nhs no note notes number other outcome owner person role
sex source start status street tel time title town type worker year
"""
_HEADS_BESIDE = _HEADS | frozenset(_HEADS_BESIDE_WORDS.split())
"""Words that are heads beside other heads alone: there is a Mr Street."""
_FEWEST_HEADS = 2
_A_KIND_OF_NAME = frozenset(("first", "last", "middle", "other", "given", "family", "full"))
_NAME_BEHIND = re.compile(r"[ \u00a0\n](?i:name)(?:s|\(s\))?(?![^\W_])")
_DAYS_WORDS = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
sun january february march april may june july august september october november december jan feb
mar apr jun jul aug sep sept oct nov dec christmas easter halloween ramadan eid diwali english
welsh scottish irish british polish romanian somali urdu arabic chinese asian african christian
muslim catholic hindu sikh jewish god jesus allah covid
"""
_DAYS = frozenset(_DAYS_WORDS.split())
_PLACES_WORDS = """
house road street avenue crescent terrace school academy college university nursery primary
secondary infants junior hospital clinic surgery unit centre center centres council borough
county trust service services department library mosque station constabulary club pub
hotel stadium ltd limited plc llp inc llc corp gmbh foundation charity association group hub panel
drive gardens lodge towers buildings estate wharf flats apartments
"""
_COUNTRIES_WORDS = """
afghanistan albania algeria angola argentina armenia australia austria azerbaijan bangladesh belarus
belgium botswana brazil britain bulgaria cameroon canada chile china colombia croatia cuba cyprus
czechia denmark ecuador egypt england eritrea estonia ethiopia europe fiji finland france gambia
germany ghana gibraltar greece greenland guinea guyana hungary iceland iran iraq ireland italy
jamaica japan kazakhstan korea kosovo kuwait latvia lebanon liberia libya lithuania luxembourg
malaysia malta mauritius mexico moldova mongolia montenegro morocco mozambique namibia nepal
netherlands nigeria norway oman pakistan palestine paraguay peru philippines poland portugal qatar
romania russia rwanda scotland senegal serbia seychelles singapore slovakia slovenia somalia
somaliland spain sudan swaziland sweden switzerland syria taiwan tanzania thailand tunisia turkey
uganda ukraine uruguay uzbekistan vietnam wales yemen zambia zimbabwe
afghan albanian algerian american angolan argentinian armenian australian austrian bangladeshi
belgian brazilian bulgarian canadian caribbean chilean colombian croatian cypriot czech danish dutch
egyptian eritrean estonian ethiopian european filipino finnish french gambian german ghanaian greek
hungarian icelandic indian iranian iraqi israeli italian jamaican japanese kenyan korean kosovan
kurdish latvian lebanese libyan lithuanian malaysian maltese mexican moldovan moroccan nepalese
nepali nigerian norwegian pakistani palestinian persian peruvian portuguese russian rwandan saudi
serbian slovak slovakian slovenian spanish sudanese swedish swiss syrian tamil tanzanian thai
turkish ugandan ukrainian vietnamese yemeni zambian zimbabwean
"""
_COUNTRIES = frozenset(_COUNTRIES_WORDS.split())
"""Countries and who is of them; not Jordan, Georgia, Chad or India, as people are called."""
_LIVES_IN = re.compile(
    r"\b(?:lives?|lived|living|born|brought up|grew up|raised|based|"
    r"resid(?:es|ed|ing|ent)|practising|detained|flat|house|property) in[ \u00a0]\Z"
    r"|\boriginally from[ \u00a0]\Z",
    re.IGNORECASE,
)
_FAR = 24  # letters
_PLACES = frozenset(_PLACES_WORDS.split())
_WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
_SAINTS = frozenset({"st", "saint"})
_AFTER = re.compile(r"(?:['\u2019]s?)?[ \u00a0]([A-Z][\w'\u2019-]*)")
_NAMES_TOO_WORDS = """
april june may jan christian jesus best love head young judge friend church english welsh irish
polish sister day
"""
_NAMES_TOO = frozenset(_NAMES_TOO_WORDS.split())
"""Of these words, those that people are called by: with a capital they stay in a name."""
_NOTHING = (_ABBREVIATIONS | _ROLES | _DAYS | _COUNTRIES) - _NAMES_TOO
_NO_NAME_WORDS = (_ROLES | _ABBREVIATIONS | _DAYS | _PLACES) - _NAMES_TOO
_SPOKEN_WORDS = """
tonite nite nites gona gonna gunna wanna wana wiv wos woz nuffin nuthin nothin summat summin
suttin innit init cos coz cuz tho thru luv luvs plz pls msg msgs txt txts lol lmao omg idk tbh bro
sis hun babe wot dunno lemme gimme gotta yeh yea yeah nah nope soz dat dis dem dey fone skool skl
dont didnt cant wont wasnt isnt arent havent hasnt hadnt doesnt couldnt shouldnt wouldnt ive youre
youve theyre theyve weve hes shes thats whats theres heres wheres whos hows lets aint havin goin
comin doin tryin bin gud gr8 l8r m8 mate mates tmrw tmw tomoz tomo 2moro 2nite rn atm ffs wtf wtaf
smh jk brb ttyl bday xmas xx xxx xxxx haha hahaha hehe aww awww ugh urgh erm umm hmm okay kk kinda
sorta prob probs defo def obvs tbf wi tc oc ec fb u ur r n im ill id w an ngl fam bruv blud peng
peak mum's mums dads nans ya yas yay wasn fella fellas fella's wots wot's wots dob dobs agen agin
alrite alright rite wotever watever evry evrything sumone sum1 any1 every1 noone nobodys shudnt
cudnt wudnt woudnt musnt tryna tryin ain finna bout cept tellin yous youse hiya wassup sup nvm ily
ilysm ikr istg tysm ty thx fanx thanx ello oi oh ooh yep yup welp lil brb g2g gtg hbu wbu wyd wya
appt appts meds tabs vape vapes
"""
_SPOKEN = frozenset(_SPOKEN_WORDS.split())
"""What is typed as it is spoken, and jotted."""
_WORDSTO_BE_CALLED = """
angel asia beauty blessing celeste chance coco comfort cricket crystal destiny diamond dream echo
ember faithful favour flora forest fortune freedom gift glory godly goodness happiness harper haven
honest honey honour innocent jade jewel journey joyful justice kit lyric marvellous mercy miracle
noble ocean passion patience peace phoenix poet poppy praise precious princess promise prosper queen
rain raven reef river rowan sage scout serenity shy silver sky sparrow star storm success sunny
sunshine teal temple thistle tiger treasure trinity unique velvet victory willow winter wisdom
wren zion
"""
TO_BE_CALLED = frozenset(_WORDSTO_BE_CALLED.split())
"""Words of English that people are called by, and that dictionaries do not have with a capital."""
_BEGINNINGS_WORDS = """
rang rung rings ring told tell saw met spoke gave left took sent only both email text threshold
transport attendance contact visit meter photos today yesterday tomorrow tonight then later also
born
"""
_BEGINNINGS = frozenset(_BEGINNINGS_WORDS.split())
_ENDINGS = ("ed", "ing", "ance", "ence", "ment", "tion", "sion", "ness")
"""How words end that are no names, where English has them in small letters alone."""
_SENTENCE = re.compile(
    r"(?:\A|[.!?\u2022]['\"\u201d\u2019)]?\s+|\n\s*|\n\s*[-*]\s+|(?<=\d)[ \t\u00a0]+)"
    r"['\"\u201c\u2018(]?\Z"
)
"""Where a sentence begins, or an entry behind its day or time: "09/06/2015 10:00 Visit by"."""
_WHO_THEY_ARE = frozenset({"friend", "head", "judge", "sister"})
"""Roles that are surnames too: behind somebody's whole name they are the next cell of a table."""
_BROKEN_BEFORE = re.compile(r"([^\W\d_]{1,20})-\n[ \u00a0>]*\Z")
_BROKEN_BEHIND = re.compile(r"-\n[ \u00a0>]*([^\W\d_]{1,20})")
_WITH = re.compile(r"\b(?:and|&|with|by|from|to)[ \u00a0]\Z")
_OWNER = re.compile(r"['\u2019]s?$")
_WORD_AND_BRACKET = re.compile(r"[^\W\d_]\(\Z")
"""What an ending in brackets stands behind: "Child(ren)"."""
_ELIDED = re.compile(r"t['\u2019]")
"""The article of the north: "t'wall"."""


def trimmed(text: str, span: Span) -> Span | None:
    """Return a span without words at its edges that are no part of a name; None where none is."""
    words = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, *span)]
    while words and (_is_no_part(words[0][2]) or _is_a_post(words) or _leads(text, words)):
        if words[0][2] == "I" and len(words) > 1 and _is_a_letter(text, words[0][0]):
            break  # "I. Ozols"
        words.pop(0)
    while words and (_is_no_part(words[-1][2]) or _goes_on(words)):
        words.pop()
    if not words:
        return None
    owner = _OWNER.search(words[-1][2])
    end = words[-1][1] - (len(owner[0]) if owner else 0)
    return (words[0][0], end) if end - words[0][0] > 1 else None


def _is_a_letter(text: str, at: int) -> bool:
    """Say whether an I begins a name: "I. Ozols", "with I Bebb"."""
    return text.startswith("I.", at) or _WITH.search(text, max(0, at - _FAR), at) is not None


def _is_a_post(words: list[tuple[int, int, str]]) -> bool:
    """Say whether letters for a post stand before a name: "TM Daiva Petrauskiene"."""
    return len(words) > 1 and words[0][2] in _POSTS_BEFORE


def _leads(text: str, words: list[tuple[int, int, str]]) -> bool:
    """Say whether a sentence, or what somebody is, stands before a name: "Rang Ola Nowak"."""
    start, end, first = words[0]
    if len(words) == 1 or not words[1][2][:1].isupper():
        return False
    return (first.islower() and is_ordinary(first)) or _begins_a_sentence(text, (start, end), first)


def _goes_on(words: list[tuple[int, int, str]]) -> bool:
    """Say whether the sentence has begun to go on: "Aisha Patel rang"."""
    last = words[-1][2]
    return len(words) > 1 and last.islower() and words[0][2][:1].isupper() and is_ordinary(last)


def _is_no_part(word: str) -> bool:
    plain = _OWNER.sub("", folded(word))
    if len(word) == 1 and word.isupper() and word != "I":
        return False
    if plain in _NAMES_TOO and word[:1].isupper():
        return False
    if word.islower() and (plain in _SPOKEN or (is_everyday(plain) and not is_common_word(plain))):
        return True
    return plain in _ROLES or plain in _DAYS or plain in _HEADS or any(c.isdigit() for c in word)


def is_no_name(text: str, span: Span) -> bool:
    """Say whether a guess is an abbreviation, the name of a house, or words in small letters."""
    words = [m[0] for m in _WORD.finditer(text, *span)]
    plain = [folded(word) for word in words]
    if _LIVES_IN.search(text, max(0, span[0] - _FAR), span[0]) and not _is_owner(text, span[1]):
        return True
    if _NOTHING.issuperset(plain) or plain[-1] in _PLACES:
        return True
    if _are_heads(plain) or _is_a_kind_of_name(text, span, plain):
        return True
    # After a whole name begins what somebody is of: "Karen Ridley Quayside School".
    if (len(words) == 1 or plain[0] in _SAINTS) and goes_on_as_a_place(text, span[1]):
        return True
    if len(words) == 1 and _begins_a_sentence(text, span, words[0]):
        return True
    if len(words) == 1 and (_is_half_a_word(text, span) or _is_joined(words[0])):
        return True
    if words[0].islower() and _WORD_AND_BRACKET.search(text, max(0, span[0] - 2), span[0]):
        return True
    return is_said(text[slice(*span)])


def _are_heads(plain: Sequence[str]) -> bool:
    """Say whether words are heads of a table's columns: "Street No Town", but for one at most."""
    others = [word for word in plain if word not in _HEADS_BESIDE]
    if len(plain) - len(others) < _FEWEST_HEADS or len(others) > 1:
        return False
    return all(is_everyday(word) and not may_be_called(word) for word in others)


def _is_a_kind_of_name(text: str, span: Span, plain: Sequence[str]) -> bool:
    """Say whether a word is that of a label: "First name"."""
    alone = len(plain) == 1 and plain[0] in _A_KIND_OF_NAME
    return alone and _NAME_BEHIND.match(text, span[1]) is not None


def _is_joined(word: str) -> bool:
    """Say whether plain words of English are joined: "Looked-after", "Follow-up"."""
    first, *more = word.split("-")
    parts = [folded(part) for part in (first, *more)]
    return (
        all(map(str.islower, more))
        and bool(more)
        and all(part in _ordinary() and not may_be_called(part) for part in parts)
    )


def _is_half_a_word(text: str, span: Span) -> bool:
    """Say whether a line ends within a word of English of which this is a part: "visi-", "ted"."""
    part = text[slice(*span)]
    before = _BROKEN_BEFORE.search(text, max(0, span[0] - 30), span[0])
    behind = _BROKEN_BEHIND.match(text, span[1])
    wholes = [before[1] + part] if before else []
    wholes += [part + behind[1]] if behind else []
    return any(
        whole[1:].islower() and is_ordinary(whole) and not may_be_called(folded(whole))
        for whole in wholes
    )


def _is_owner(text: str, end: int) -> bool:
    """Say whether it is somebody's: she lives "in Karen's flat"."""
    return text[end : end + 1] in ("'", "\u2019")


def _begins_a_sentence(text: str, span: Span, word: str) -> bool:
    """Say whether a word that nobody is called by has its capital from its place: "Rang"."""
    behind, plain = text[span[1] : span[1] + 1], folded(word)
    # A label says what follows it, unless somebody called so speaks: "Risk: medium".
    label = behind == ":" and plain in _ordinary() and not may_be_called(plain)
    if not has_word_list() or word.isupper() or not (label or _is_plain(plain)):
        return False
    goes_on = behind in (" ", "\u00a0", ":")  # no name alone on its line
    return goes_on and _SENTENCE.search(text[max(0, span[0] - 8) : span[0]]) is not None


def _is_plain(plain: str) -> bool:
    """Say whether a word of English is one that nobody is called by, for all we know."""
    if plain not in _ordinary():
        return False
    if plain in _BEGINNINGS:
        return True  # though William Tell is in every dictionary
    return not may_be_called(plain) and (is_everyday(plain) or plain.endswith(_ENDINGS))


def may_be_called(plain: str) -> bool:
    """Say whether people are called by a word of English without case: "jade", "miles"."""
    called = plain in _with_a_capital() or plain in TO_BE_CALLED or plain in _NAMES_TOO
    return called or is_in_lists(plain) or is_common_word(plain)


def may_be_a_name(word: str) -> bool:
    """Say whether a word with a capital may be what somebody is called: no role, no plain word."""
    called = not is_ordinary(word) or may_be_called(folded(word))
    return called and not is_no_name_word(word)


def tells_nothing(text: str, span: Span) -> bool:
    """Say whether what is left of a guess is plain words: of "tyler works well", "works well".

    Or who they are: of "Tyler Quirke Friend", as a table's cells read, "Friend".
    """
    words = [m[0] for m in _WORD.finditer(text, *span)]
    if len(words) == 1 and folded(words[0]) in _WHO_THEY_ARE:
        return True
    if not all(word.islower() for word in words):
        return is_no_name(text, span)
    return all(
        is_spoken(plain)
        or plain in _ROLES
        or _is_plain(plain.rstrip("s"))
        or (plain in _ordinary() and not may_be_called(plain))
        for plain in map(folded, words)
    )


def goes_on_as_a_place(text: str, end: int) -> bool:
    """Say whether a house, a school or a street is called so: "Mary's Hospital"."""
    after = _AFTER.match(text, end)
    return after is not None and folded(after[1]) in _PLACES


def is_ordinary(words: str) -> bool:
    """Say whether all these are words of English, whatever else they may be."""
    return all(folded(word[0]) in _ordinary() for word in _WORD.finditer(words))


def is_english(plain: str) -> bool:
    """Say whether one word, without case and accents, is a word of English."""
    return plain in _ordinary()


def is_spoken(plain: str) -> bool:
    """Say whether one word without case is typed as it is spoken, or jotted: "tonite"."""
    return plain in _SPOKEN


def is_said(words: str) -> bool:
    """Say whether words are in small letters, and English, or typed as they are spoken."""
    return all(
        word[0].islower() and (len(word[0]) == 1 or is_ordinary(word[0]) or is_typed(word[0]))
        for word in _WORD.finditer(words)
    )


def is_typed(word: str) -> bool:
    """Say whether a word in small letters is one of English as it is spoken: "cryin", "t'wall"."""
    if is_spoken(word):
        return True
    if word.endswith("in") and is_english(f"{word}g"):
        return not may_be_called(word)
    elided = _ELIDED.match(word)
    return elided is not None and is_english(word[elided.end() :])


def is_no_name_word(word: str) -> bool:
    """Say whether one word is who somebody is, an abbreviation, a day or a place, and no name."""
    plain = folded(word)
    return plain in _NO_NAME_WORDS


@cache
def names_of_english() -> frozenset[str]:
    """Return the words, without case and accents, that English has with a capital alone."""
    return _with_a_capital() - _ordinary()


@cache
def _with_a_capital() -> frozenset[str]:
    if not has_word_list():
        return frozenset()
    lines = _BRITISH.read_text(encoding="utf-8").split()
    return frozenset(folded(line) for line in lines if line[0].isupper())


@cache
def has_word_list() -> bool:
    """Say whether the list of English words is installed."""
    return _BRITISH.is_file()


@cache
def _ordinary() -> frozenset[str]:
    known = _ROLES | _DAYS | _PLACES
    if not has_word_list():
        return known
    lines = _BRITISH.read_text(encoding="utf-8").split()
    return known | {
        line.casefold() if line.isascii() else folded(line) for line in lines if line[0].islower()
    }
