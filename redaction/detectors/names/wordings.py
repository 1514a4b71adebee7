"""Names that are words where they stand: "Will ring Mum", "Grace period", "Summer term".

What can be read in no other way is left. An action list says "Hope to ring the school" of a Hope,
"Joy was evident" may be said of a Joy, and "Max 7" is a boy of seven: such are asked about.
"""

from __future__ import annotations

import re
from collections import defaultdict

from recordkeeping.disclosure.findings import Span
from redaction.detectors.normal import folded

_PRONOUNS = "you|he|she|it|we|they|there|this|that|these|those"
_VERBS_WORDS = """
also allow arrange ask assess attend be become begin benefit bring book call cause change chase
check collect complete consider contact continue depend discuss do draft drop email e-mail explore
feed follow get give go have help hold include keep let liaise look make meet monitor move need
never not obtain only phone provide refer remain remind report request require result review ring
see seek send share start stay submit support take talk telephone text try update visit wait work
write
"""
_VERBS = "|".join(_VERBS_WORDS.split())
_MODAL = rf"(?:{_PRONOUNS}|(?:{_VERBS})(?![^\W_])(?![ \u00a0]?[:=|(\d-]))"
_MARKS_WORDS = """
priority urgent complete completed closed read unread done received sensitive confidential
restricted resolved late absent present authorised unauthorised
"""
_MARKS = "|".join(_MARKS_WORDS.split())
_WHOM = r"(?-i:Dr|Mr|Mrs|Ms|Miss|GP|HV|SW|IRO|SENCO|CAMHS|MASH|DWP)"
_FOR_WHAT = (
    r"an?|the|new|beds?|bedding|furniture|carpets?|clothes|clothing|uniforms?|school|travel|driving"
    r"|equipment|essentials|white goods|home|house"
)
_KNOWN = "known(?! to)|said|done|made|written|recorded|gained|changed|achieved|understood|noted"
_ASKED = r"(?:(?-i:[A-Z])[\w'\u2019-]*[ \u00a0]){1,2}(?:for|about|re)"
_OBJECT = r"(?:him|her|them|it|me|us)(?= (?:for|up|about|re|to|if|on|again|today|tomorrow)|[.,!?])"
_BEGINNING_WORDS = rf"""
will: (?:i|{_MODAL})
may: {_MODAL}
mark: (?:as (?:an? )?(?:high |top |low )?(?:{_MARKS})|(?:it|this|them|the \w+) as)
mark: on (?:collar|arm|face|leg|neck|cheek|back|hand|thigh|wrist|body)
hope: (?:that|this|you|it|everyone|everything|i|we|all (?:is|are|was|goes|went))
chase: (?:up|re|{_WHOM}|the (?:school|gp|health|housing|police|referral|report|minutes|funding))
chase: {_OBJECT}|{_ASKED}|(?:cars?|abandoned|called off|discontinued|payments?)
drew: (?:an?|the|his|her|my|our|their|attention|pictures?|round|up)
grant: (?:for (?:{_FOR_WHAT})|claims?|applications?|funding|money|aid|of (?:£|\d|probate|leave))
price: (?:of|for|per|quoted|given (?:by|was|is)|agreed|from (?:the|an?)|includes?|tags?)
price: (?:is|was) (?:£|\d|too|high|low|about|around)
pat: on the (?:back|head|arm|shoulder|knee|bottom)
little: (?:is|was|has been|had been|can be|could be) (?:{_KNOWN})|turns on (?:the|this|that|whether)
little: (?:to (?:report|add|say|show)|else|more|by little|things?|ones?|wonder|progress|change)
little: (?:evidence|information|contact|interest|eye contact|engagement|support|food)
little: (?:boys?|girls?|did (?:we|they|he|she|i))
long: (?:pauses?|silences?|separations?|hours?|periods?|waits?|delays?|journeys?|days?|nights?)
long: (?:walks?|gaps?|absences?|lists?|history|conversations?|discussions?|chats?|talks?)
long: (?:term|standing|story)
rich: (?:pickings|tea|play|language|diet|vein|source)
early: (?:in|on|next|this|last|evenings?|mornings?|afternoons?|signs?|indications?|warning)
frank: (?:and (?:open|honest)|words)
sharp: (?:words|pains?|objects?|rise|fall|increase|tongue)
bright: (?:spark|lights?|as an?)
nick: of time
bill: (?:payer|to be paid|for (?:the|school|gas|water|repairs|rent|electric\w*)|of (?:£|\d|sale))
faith: (?:in (?:god|him|her|them|us|jesus|people)|based|is what)
patience: (?:is|was|will be|may be) (?:needed|required|advised|a virtue|wearing)
dawn: (?:start|chorus|till|until)
precious: (?:things?|little|few|time|memories|moments)
summer: (?:was|is) (?:spent|over)
"""
"""Verbs and plain words where a sentence begins with them: "Karen and Will help" names two people.

"May I" may be a May with the first letter of her surname, and "Bill from next door" is somebody.
"""
_ANYWHERE_WORDS = r"""
may: (?:half[ -]term|(?:day )?bank holiday)
mark: (?:scheme|sheet)s?
grace: (?:period|days)
early: (?:help|years|intervention|access|childhood|learning|release)
faith: (?:schools?|leaders?|groups?|communit(?:y|ies)|assembly|assemblies|formation)
frank: (?:discussion|conversation|exchange)s?
carol: (?:service|concert)s?
summer: (?:terms?|holidays?|half[ -]term|break|schemes?|uniform|fair|fete|months)
autumn: (?:terms?|half[ -]term|break|months)
june: half[ -]term
penny: (?:jar|pinching)
major: (?:incidents?|concerns?|issues?|trauma|surgery|depress\w+|crime)
amber: (?:fluid|liquid|lights?|zone|alerts?|warnings?|ratings?|rated|list|teething|beads)
crystal: meth
art: (?:therap\w+|work|class(?:es)?|rooms?|clubs?|lessons?|teachers?|gallery|projects?)
dawn: (?:raids?|warrant)
max: (?:dose|dosage|temp)
guy: fawkes
jack: (?:russells?|daniel['\u2019]?s)
price: (?:list|rise|increase)s?
sky: (?:sports?|news|tv|box|dish|broadband)
robin: (?:hood|reliant)
ash: wednesday
april: fool\w*
ruby: (?:murray|wedding)
bill: (?:payment|payer|reminder)s?
young: (?:people|persons?|carers?|adults?|offenders?|child|mum|mums|parents?|women|men)
victoria: (?:sponge|sandwich|line|station)
trinity: (?-i:College|Church|House)
iris: (?:scan|recognition)
"""
"""Names of things that begin with a name."""


def _over_lines(words: str) -> str:
    """Return a pattern of words between which a line may end."""
    return re.sub(r"(?<!\[) ", r"[ \\u00a0\\n]", words)


def _patterns(lines: str) -> dict[str, re.Pattern[str]]:
    """Return what stands behind each word where it is no name."""
    behind: dict[str, list[str]] = defaultdict(list)
    for line in lines.strip().split("\n"):
        word, _, said = line.partition(": ")
        behind[word].append(said)
    return {
        word: re.compile(_over_lines(rf" (?:{'|'.join(said)})(?![^\W_])"), re.IGNORECASE)
        for word, said in behind.items()
    }


_BEGINNING, _ANYWHERE = _patterns(_BEGINNING_WORDS), _patterns(_ANYWHERE_WORDS)
_BEGINS = re.compile(
    r"(?:\A|\n[^\S\n]*\n|[.!?:\u2022|][)'\"\u2019\u201d]?\s+|[-=_]{3}\s*\n"
    r"|\n[^\S\n]*(?:[-*\u2022\u2013]|\(?\d{1,2}[.)]|[a-z]\))\s+)['\"\u2018\u201c(]?\Z"
)
"""Where a sentence begins; a line alone may go on with the one above."""
_COLOURS = frozenset(("amber", "rose", "scarlet", "violet"))
_GRADED = re.compile(
    r"\b(?:grading|graded|grade|rating|rated|rag|risk|status|level|priority|colour|code|flag(?:ged)?"
    r"|assessed as|alert|warning)[ \u00a0:=|\u2013-]{1,4}\Z",
    re.IGNORECASE,
)
_GRADE_ENDS = re.compile(r"[ \u00a0]*(?:[|.,;)/\n]|$|[-\u2013])")
_FAR = 12  # letters


def is_a_word(text: str, span: Span) -> bool:
    """Say whether a name of one word is nobody's there, but the word that it also is."""
    word = folded(text[slice(*span)])
    anywhere, beginning = _ANYWHERE.get(word), _BEGINNING.get(word)
    if anywhere and anywhere.match(text, span[1]):
        return True
    if word in _COLOURS and _GRADED.search(text, max(0, span[0] - 2 * _FAR), span[0]):
        return _GRADE_ENDS.match(text, span[1]) is not None
    if beginning is None or not beginning.match(text, span[1]):
        return False
    return _BEGINS.search(text[max(0, span[0] - _FAR) : span[0]]) is not None
