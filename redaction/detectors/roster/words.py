"""Names that are words of English too, and the words about a name that say whose it is."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from recordkeeping.disclosure.findings import Span
from recordkeeping.disclosure.people import Person
from redaction.detectors.nicknames import is_in_lists
from redaction.detectors.normal import folded
from redaction.detectors.roster.firsts import HERS, HIS
from redaction.detectors.roster.numbers import MONTHS
from redaction.everyday import is_common_word, is_everyday

_SHORT_AND_WORDS_WORDS = """
abs ads ally ant art arty barb beck bet biddy bill bran cal cam cat char con court dec den di don
dot drew ed em eve fats flick frank gem gems gene gill kit kitty mart mat max mo nan nat nick norm
pat patty peg pip ray reed rich rob rod sal sandy shell stew sue tabby tabs tan tel trace watt watts
wend wills
"""
_SHORT_AND_WORDS = frozenset(_SHORT_AND_WORDS_WORDS.split())
"""What people are called for short, and what any text may hold in small letters."""
_MESSAGE = re.compile(
    r"[^\n]{0,20}(?<![\d.])\d{1,2}[:.]\d\d(?![\d.]\d)(?P<label>[^\n:]{0,40}): "
    r"|[^\W\d_][^\n>:.]{0,24} > "
)
_HEADS_ENTRIES_WORDS = """
activity assessment breakfast call contact dinner education email family handover health home
incident lunch meal meals medication meeting night note observation phone police school session
sleep tea telephone transport update visit
"""
_HEADS_ENTRIES = frozenset(_HEADS_ENTRIES_WORDS.split())
_SAYS = re.compile(r"[>\s]*[^\W\d_][^\n:]{0,24}: ")
_STAMPED = re.compile(
    r"[>\s]*[\[(]?(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?[ \u00a0]+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    r"(?:[ \u00a0]?[ap]\.?m\.?)?[\])]?[ \u00a0]*[-\u2013]?[ \u00a0]*\Z"
)
_SENDS = re.compile(r"[ \u00a0]?:[ \u00a0]|[ \u00a0]\(\d{1,2}[:.]\d\d\):|[ \u00a0]>[ \u00a0]")
"""What stands behind whoever wrote a message: "faith: soz", "faith (15:02): soz", "faith > soz"."""
_QUOTE = "['\"\u201c\u2018\u201d\u2019]"
_BEGINS_SMALL = re.compile(rf"(?:\A|\n|[.!?]\s+|{_QUOTE})[>\s]*{_QUOTE}?\Z")
_DOES = re.compile(
    r"[ \u00a0](?:has|had|is|was|wos|were|hurt|hurts|hit|hits|said|says|told|did|didnt|does|doesnt"
    r"|got|gets|came|comes|went|goes|knows|wants|wanted|wont|aint|isnt|wasnt|hasnt|been|rang|took|kicked"
    r"|punched|pushed|shouts|shouted|smacked|smacks|makes|made|let|lets|left)(?![^\W_])"
)
"""What somebody does: a sentence that begins so names them, though without a capital."""
_JOTTED = re.compile(
    r"(?:\A|\n|[.!?;]\s+)[>\s]*[^A-Z\n.!?]{0,60}?"
    r"\b(?:met|saw|seen|told|asked?|rang|phoned|texted|from|with|wiv|visit(?:ed)?|spoke to|tc)"
    r"[ \u00a0]\Z"
)
_PRONOUN = re.compile(r"\b(?:i|u|you|he|she|it|we|they|who|that|this)[ \u00a0]\Z", re.IGNORECASE)
_AFTER_ANYBODY = frozenset(("will", "may", "rose", "drew", "bet", "left"))
"""Verbs that follow any role: "her uncle will"."""
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)?[ -]\Z")
_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|during|early|late|mid|last|next|this|of|from)[ -]\Z",
    re.IGNORECASE,
)
_IN_A_MONTH = re.compile(
    r"(?<![^\W_])(?:in|during|since|until|till|early|late|mid|last|next|this"
    r"|(?:beginning|start|middle|end|month) of)[ \u00a0\n-]\Z",
    re.IGNORECASE,
)
_NO_MONTH_BEFORE = re.compile(
    r"\b(?:(?:(?:confid|trust|believ|delight)\w*|faith|interest(?:ed)?|confidence|belief"
    r"|disappointed|disappointment|pride) in|(?:the|his|her|my|our|your|their) late)[ \u00a0\n]\Z",
    re.IGNORECASE,
)
"""Who is trusted, and who has died: "confided in May", "his late April"."""
_SINCE_DONE = re.compile(r"\b(?:since|until|till)[ \u00a0\n]\Z", re.IGNORECASE)
_DONE = re.compile(r"[ \u00a0\n][a-z]+ed(?![^\W_])")
_PERSONS = re.compile(r"['\u2019]s?(?![^\W_])")
_FROM_TO = re.compile(r"\bfrom[ \u00a0\n]\Z", re.IGNORECASE)
_ANY_MONTH = "|".join(MONTHS)
_TO_ANOTHER = re.compile(
    rf"[ \u00a0\n](?:(?:until|till|onwards?|through)(?![^\W_])|to[ \u00a0\n](?:\d|{_ANY_MONTH}))"
    rf"|[ \u00a0]?[-\u2013][ \u00a0]?(?:{_ANY_MONTH})",
    re.IGNORECASE,
)
_CAPITAL_BEHIND = re.compile(r"[ \u00a0\n]([A-Z][^\W_]*)")
_MONTH_AFTER = re.compile(r"[ ,/-]{1,2}(?:the )?'?\d")
_LABEL = re.compile(r"\.?[^\S\n]{0,2}(?:(?:no|number)\.?)?[^\S\n]{0,2}[:+(\d]")
_SENTENCE = re.compile(
    r"(?:\A|[.!?\u2026]['\"\u201d\u2019)]?\s+|\n\s*|[\u2022*-]\s+)['\"\u201c\u2018(]?\Z"
)
_LINE_GOES_ON = re.compile(r"[^\n]*?[^\W_]")
_ROLES_WORDS = """
mother: mother mum mummy mam mom birth-mother mummys
father: father dad daddy birth-father
parent: parent
stepmother: stepmother step-mother stepmum step-mum
stepfather: stepfather step-father stepdad step-dad
grandmother: grandmother grandma nan nana nanny nanna gran granny mgm pgm
grandfather: grandfather grandad granddad grandpa grampa mgf pgf
aunt: aunt auntie aunty
uncle: uncle
brother: brother half-brother step-brother stepbrother
sister: sister half-sister step-sister stepsister
sibling: sibling half-sibling
cousin: cousin
son: son
daughter: daughter
nephew: nephew
niece: niece
husband: husband
wife: wife
partner: partner ex-partner
boyfriend: boyfriend
girlfriend: girlfriend
friend: friend
neighbour: neighbour
carer: carer foster-carer
"""
_POSTS_WORDS = """
social worker: social-worker sw
teacher: teacher headteacher head-teacher
health visitor: health-visitor hv
doctor: doctor gp paediatrician
nurse: nurse school-nurse
midwife: midwife
police: pc police-officer officer
solicitor: solicitor
reviewing officer: iro reviewing-officer
support worker: support-worker family-support-worker fsw key-worker keyworker youth-worker
adviser: personal-adviser personal-advisor adviser advisor
manager: team-manager manager
safeguarding lead: safeguarding-lead dsl
"""
"""Who somebody is at work."""


def _words_of_roles(lines: str) -> dict[str, str]:
    """Return what each word for a role means."""
    parted = (line.partition(":") for line in lines.strip().split("\n"))
    return {word: role for role, _, words in parted for word in words.split()}


_POST_OF = _words_of_roles(_POSTS_WORDS)
_ROLE_OF = _words_of_roles(_ROLES_WORDS) | _POST_OF
_OFFICIAL = frozenset(_POST_OF.values())
_ROLE = "|".join(sorted((w.replace("-", "[ -]?") for w in _ROLE_OF), key=len, reverse=True))
_ROLES = re.compile(rf"(?<![^\W_])(?:{_ROLE})(?![^\W_])")
_OF = re.compile(r"\b(?:of|to)\b")
_ROLE_BEFORE = re.compile(
    rf"(?<![^\W_])({_ROLE})(?:[ \u00a0]|, |: | called | named )\Z", re.IGNORECASE
)
_WHOSE = (
    r"(?:his|your|her|their|my|our|the|maternal|paternal|birth|[\w'\u2019]+['\u2019]s)[ \u00a0]"
)
_ROLE_BEHIND = re.compile(
    rf"[ \u00a0]?(?:\(|, |[-\u2013] )(?:{_WHOSE})*({_ROLE})(?![^\W_])(?![ \u00a0](?-i:[A-Z]))",
    re.IGNORECASE,
)
_SAID_OF = re.compile(rf"(?<![^\W_])({_ROLE})(?:[ \u00a0]|: | called | named )\Z", re.IGNORECASE)
_SAID_BEHIND = re.compile(
    rf"[ \u00a0]?(?:\((?:{_WHOSE})*|(?:, |[-\u2013] )(?:{_WHOSE})+)({_ROLE})(?![^\W_])"
    r"(?![ \u00a0](?-i:[A-Z]))",
    re.IGNORECASE,
)
"""What says for certain who somebody is: no "Mum, Karen and Dad"."""
_POST_BELOW = re.compile(rf"[ \u00a0]*\n[ \u00a0(]*(?:{_WHOSE})?({_ROLE})(?![^\W_])", re.IGNORECASE)
_TITLE_BEFORE = re.compile(
    r"(?<![^\W_])(mr|mrs|ms|miss|mx|dr|prof|rev|sir|lady|master)\.?[ \u00a0]+\Z", re.IGNORECASE
)
_TITLE_IN = re.compile(
    r"(mr|mrs|ms|miss|mx|dr|prof|rev|sir|lady|master)\.?[ \u00a0]+", re.IGNORECASE
)
_COUPLE = re.compile(r"(?:mr|mrs|dr)\.?\s+(?:and|&)\s+(?:mr|mrs)\.?\s", re.IGNORECASE)
_FAR = 40  # letters
_FEMALE = frozenset((
    "mother", "stepmother", "grandmother", "aunt", "sister", "daughter", "niece", "wife",
    "girlfriend", "midwife",
))  # fmt: skip
_MALE = frozenset((
    "father", "stepfather", "grandfather", "uncle", "brother", "son", "nephew", "husband",
    "boyfriend",
))  # fmt: skip
_TITLES_OF = {"mrs": _MALE, "ms": _MALE, "miss": _MALE, "lady": _MALE, "mr": _FEMALE,
              "sir": _FEMALE, "master": _FEMALE}  # fmt: skip
_HIS, _HERS = frozenset(("mr", "sir", "master")), frozenset(("mrs", "ms", "miss", "lady"))
_SENIOR, _JUNIOR = frozenset(("senior", "snr", "sr")), frozenset(("junior", "jnr", "jr"))
_POSTS = "social|practitioner|worker|manager|nurse|lecturer|officer|teacher|leader|support|youth"
_IS_POST = rf"[ \u00a0](?:{_POSTS}|(?-i:[A-Z]))"
_GENERATION = re.compile(
    rf",?[ \u00a0]\(?(?:(senior|snr|sr|junior|jnr|jr)(?![^\W_])(?!{_IS_POST})"
    r"|the (elder|younger)(?![^\W_]))",
    re.IGNORECASE,
)


def needs_capital(form: str) -> bool:
    """Say whether a name is also a word that any text may hold: "May", and "Bill" or "Shell"."""
    return is_common_word(form) or form in _SHORT_AND_WORDS


def is_a_day(text: str, span: Span, form: str) -> bool:
    """Say whether the name of a month, or a label such as "Tel:", is no person here."""
    if form == "tel":
        return _LABEL.match(text, span[1]) is not None
    if form not in MONTHS:
        return False
    before = _DAY_BEFORE.search(text[max(0, span[0] - 12) : span[0]])
    return before is not None or _MONTH_AFTER.match(text, span[1]) is not None


def is_a_month(text: str, span: Span, form: str, names: Container[str]) -> bool:
    """Say whether the name of a month can be no person's: "in May the school", "since June".

    "since May left" and "confided in May" may be of somebody, and "in May Harwood's view" is.
    Behind it, one of the `names` that the roster lists begins what is said: "in May Tamsin left".
    """
    if form not in MONTHS or _PERSONS.match(text, span[1]):
        return False
    low = max(0, span[0] - _FAR)
    if _FROM_TO.search(text, low, span[0]):
        return _TO_ANOTHER.match(text, span[1]) is not None
    if not _IN_A_MONTH.search(text, low, span[0]) or _NO_MONTH_BEFORE.search(text, low, span[0]):
        return False
    if _SINCE_DONE.search(text, low, span[0]) and (
        _DOES.match(text, span[1]) or _DONE.match(text, span[1])
    ):
        return False
    capital = _CAPITAL_BEHIND.match(text, span[1])
    begun = folded(capital[1]) if capital else ""
    return capital is None or begun in names or _begins_a_clause(begun)


def _begins_a_clause(word: str) -> bool:
    """Say whether a word with a capital is no surname: "in May Mum left", "in May Karen left"."""
    return (is_everyday(word) and not is_common_word(word)) or is_in_lists(word) or word in _ROLE_OF


def may_be_a_month(text: str, span: Span, form: str) -> bool:
    """Say whether a name that is a month's stands where months do: "in May"."""
    before = text[max(0, span[0] - 12) : span[0]]
    return form in MONTHS and _MONTH_BEFORE.search(before) is not None


def begins_a_sentence(text: str, span: Span) -> bool:
    """Say whether a word has its capital from its place alone; not where it is all of its line."""
    if _SENTENCE.search(text[max(0, span[0] - 6) : span[0]]) is None:
        return False
    return _LINE_GOES_ON.match(text, span[1]) is not None


def is_texted(text: str, span: Span) -> bool:
    """Say whether a word stands in a line of messages, as "[19:24] Nia: gona stay at grace"."""
    start = text.rfind("\n", 0, span[0]) + 1
    if _PRONOUN.search(text, start, span[0]):
        return False  # "i may", "she will"
    if _SAYS.match(text, start, span[0]):
        return _is_below_a_stamp(text, span[0])
    message = _MESSAGE.match(text, start, span[0])
    return message is not None and not _heads_an_entry(message["label"] or "")


def _heads_an_entry(label: str) -> bool:
    """Say whether a log says what happened, and not who wrote: "15:15  Contact: Roy came"."""
    words = re.findall(r"[^\W\d_]+", label)
    if len(words) != 1:
        return False
    plain = folded(words[0])
    return plain in _HEADS_ENTRIES


def is_named_small(text: str, span: Span) -> bool:
    """Say whether a word in small letters is somebody: '"bill hurt mum"', '"rich"', "met joy"."""
    if is_texted(text, span) or is_sender(text, span):
        return True
    before, behind = text[max(0, span[0] - 80) : span[0]], text[span[1] : span[1] + 1]
    if re.search(rf"{_QUOTE}\Z", before) and re.match(_QUOTE, behind):
        return True
    if _BEGINS_SMALL.search(before) and _DOES.match(text, span[1]):
        return True
    return _JOTTED.search(before) is not None


def is_sender(text: str, span: Span) -> bool:
    """Say whether a word stands where a message says whom it is from: "[19:24] faith: soz"."""
    line = text[text.rfind("\n", 0, span[0]) + 1 : span[0]]
    behind = _SENDS.match(text, span[1])
    if behind is None:
        return False
    if not line.strip():
        return behind[0] != ": " or _is_below_a_stamp(text, span[0])
    return _STAMPED.fullmatch(line) is not None


def _is_below_a_stamp(text: str, at: int) -> bool:
    """Say whether the line above says when a message was sent: "[30/05/22, 11:20]"."""
    start = text.rfind("\n", 0, at) + 1
    above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
    return _STAMPED.fullmatch(above) is not None


def is_told(text: str, span: Span, form: str) -> bool:
    """Say whether a role or a title stands right before a name: "uncle mark", no "uncle may"."""
    if form in _AFTER_ANYBODY:
        return False
    before = text[max(0, span[0] - _FAR) : span[0]]
    return bool(_ROLE_BEFORE.search(before) or _TITLE_BEFORE.search(before))


def roles_beside(text: str, span: Span) -> frozenset[str]:
    """Return the roles in which a text names somebody: "her uncle Mark", "Mark (uncle)"."""
    found = [
        _ROLE_BEFORE.search(text[max(0, span[0] - _FAR) : span[0]]),
        _ROLE_BEHIND.match(text, span[1], span[1] + _FAR),
    ]
    return frozenset(_role(match[1]) for match in found if match)


def official_roles_beside(text: str, span: Span) -> frozenset[str]:
    """Return the posts in which a text names somebody: "social worker Karen", "Karen (SW)"."""
    below = _POST_BELOW.match(text, span[1], span[1] + _FAR)
    signed = frozenset((_role(below[1]),)) if below else frozenset()
    return (roles_beside(text, span) | signed) & _OFFICIAL


def private_roles_beside(text: str, span: Span) -> frozenset[str]:
    """Return whose relative or friend somebody is where they are named: "her aunt Karen"."""
    found = [
        _SAID_OF.search(text[max(0, span[0] - _FAR) : span[0]]),
        _SAID_BEHIND.match(text, span[1], span[1] + _FAR),
    ]
    return frozenset(_role(match[1]) for match in found if match) - _OFFICIAL


def roles_in(relation: str) -> frozenset[str]:
    """Return the roles that a roster's words for a relation name."""
    own = _OF.split(folded(relation))[0]
    words = [_role(match[0]) for match in _ROLES.finditer(own)]
    # Of "mother's partner" the last one is the person's own.
    return frozenset(words[-1:])


def _role(word: str) -> str:
    plain = re.sub(r"[ -]", "", folded(word))
    return _SOLID.get(plain, plain)


_SOLID = {word.replace("-", ""): role for word, role in _ROLE_OF.items()}


def title_of(text: str, span: Span) -> str:
    """Return the title that a name has, in it or before it, without its stop; none of a couple."""
    if _COUPLE.match(text, span[0]):
        return ""
    inside = _TITLE_IN.match(text, *span)
    before = inside or _TITLE_BEFORE.search(text[max(0, span[0] - 12) : span[0]])
    return folded(before[1]) if before else ""


def without_title(words: str) -> str:
    """Return a name without the title before it."""
    return _TITLE_IN.sub("", words, count=1) if _TITLE_IN.match(words) else words


def cannot_be(title: str) -> frozenset[str]:
    """Return the roles of people who never have a title: no uncle is Mrs."""
    return _TITLES_OF.get(title, frozenset())


def cannot_be_called(person: Person, *, by_first_name: bool) -> frozenset[str]:
    """Return the titles that somebody cannot have: no listed Mr Dale is a Mrs, no Karen a Mr.

    A title that the roster lists tells more than a first name does, and a whole name than both.
    """
    listed = frozenset(
        word.rstrip(".")
        for name in (person.name, *person.aliases)
        for word in folded(name).split()[:1]
    )
    mr, mrs = listed & _HIS, listed & _HERS
    if by_first_name and not (mr or mrs):
        mr, mrs = listed & HIS, listed & HERS
    return (_HERS if mr and not mrs else frozenset()) | (_HIS if mrs and not mr else frozenset())


def has_a_sex(person: Person) -> bool:
    """Say whether a title or a first name that the roster lists is a man's or a woman's alone."""
    return bool(cannot_be_called(person, by_first_name=True))


def sex_of(title: str) -> str:
    """Return "his" or "hers" of a title, or nothing of one that both have."""
    return "his" if title in _HIS else "hers" if title in _HERS else ""


def generation_behind(text: str, end: int) -> str:
    """Return "senior" or "junior" where it stands behind a name, or nothing."""
    match = _GENERATION.match(text, end)
    if match is None:
        return ""
    said = folded(match[1] or match[2])
    return "senior" if said in _SENIOR or said == "elder" else "junior"


def generations_in(names: Iterator[str]) -> frozenset[str]:
    """Return whether names say that somebody is the elder or the younger one."""
    words = {word.strip("(),.") for name in names for word in folded(name).split()}
    return frozenset(
        said for said, marks in (("senior", _SENIOR), ("junior", _JUNIOR)) if words & marks
    )
