"""Of what words and turns of phrase a unit is made that may keep something from somebody.

Nobody can list how people write that something is not to be passed on: "Mum is not to get wind of
this", "for the bench alone", "left off the version posted to the carers". What they have in common
are few things: a "not", a way of passing on or of learning, somebody who is not to learn, a word
that keeps back, those to whom alone it is told, and a "this". A unit's features are these, two of
them together, and how the unit stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from redaction.detectors.markings.layout import is_capitals
from redaction.detectors.markings.units import NEW_LINE, Edge, Unit

_CLASSES_OF_WORDS = """
not = not never no nor neither nobody none nothing without dont cant wont mustnt shouldnt cannot
    dinnae dinna didnae nae no-one don't can't won't mustn't shouldn't isn't aren't shan't oughtn't
    needn't wouldn't couldn't \u2260
was_not = didn't hasn't haven't hadn't wasn't weren't doesn't
until = until till unless before prior pending without
pass = disclos* divulg* reveal* shar* show* circulat* distribut* releas* forward* transmi* dissem*
    publish* photocop* repeat* relay* quot* communicat* serve* servic* discuss* mention* upload*
    minut* print* broadcast* pass passed passing copy copies copied copying send sent sending give
    given giving gives hand handed handing supply supplied tell told telling tells say saying inform
    informed alert alerted post posted read put put placed go goes gone went come comes came let
    lets recorded record typed type entered filed file leave leaves leaving issue issued out made
    attached enclosed included repeated
learn = kno known know knows learn learns learnt hear hears heard see sees seen saw find finds
    finding read reads reading view viewed inspect inspected look discover discovers guess guesses
    realise understand access aware get gets have has wind sight ears eyes notice attention find out
    open opened come across chance suspect
keep = w/hold w/held w/h hold til pass over sever withhold withheld conceal concealed hide hidden
    suppress suppressed remove removed removing detach detached omit omitted exclude excluded delete
    deleted redact redacted struck strip stripped blank blanked cut tear torn extract extracted
    obscure obscured separate separately apart aside loose back out off away keep kept keeping held
    holding leave left take taken lock locked black blacked
status = confidential* privileg* restrict* secre* embarg* classif* undisclos* confidence private
    privately sealed closed exempt sensitive withheld schtum hush immunity protected covert
whom = family families families' parents parent parents' mother mother's father father's mum mums
    mum's mam dad dads dad's mummy daddy gran granny nan nana grandma grandad grandfather
    grandmother grandparents aunt auntie aunts uncle brother sister siblings sibling husband wife
    partner partners boyfriend girlfriend relatives relative household couple stepfather stepmother
    stepdad stepmum step-dad step-mum step-father step-mother child child's children client clients
    client's user users young person people boy boys girl girls lad lads pupil pupils student
    students patient patients resident residents tenant tenants applicant applicants
    adopter adopters adoptive foster carer carers adoptee learner su yp respondent offender suspect
    complainant complainants employee requester defendant appellant parties party him her them he
    she they himself herself themselves anyone anybody others outsiders public his their perpetrator
    perp neighbour neighbours
office = panel court judge judges bench magistrates magistrate guardian members member committee
    chair chairman staff worker workers social team manager managers management hr police officer
    officers officer's dsl senco gp doctor doctors doctor's nurse nurses consultant clinic
    clinicians therapist supervisor supervisors solicitor solicitors lawyer lawyers counsel
    department agency agencies professional professionals internal office head headteacher board
    conference core mash marac mappa lado iro ofsted provider teacher teachers authority dept
    recipients recipient addressee yourself yourselves ourselves us adviser advisers director matron
    medical health visitor senior named designated allocated safeguarding interviewers reader
    readers sw sws duty hub
only = only alone solely strictly exclusively purely eyes personally personal own
following = following follows below above foregoing preceding remainder rest herein next
piece = section part page pages para paras paragraph paragraphs passage item items entry entries
    note notes sheet slip appendix annex annexe addendum box line lines report letter document
    minute minutes record file paper papers statement memo memorandum information info material
    detail details content contents comment comments remark remarks matter matters identity address
    whereabouts advice opinion e-mail email message reference references version summary log book
    chronology form bit words sentence sentences name bundle diary update intelligence intel
    evidence answer answers
copy = copy copies bundle version versions set sets system portal extract minutes sar sars dsar
    dsars release disclosure circulation print inspection file files record records papers carefirst
    mosaic liquidlogic report group book letter letters access
asks = must should shall may might can could would ought please pls kindly ask asks asked asking
    request requests requested requires required wish wishes wanted want wants prefer prefers like
    hope beg begs begged insist insists insisted condition understanding footing provided directed
    direct directs promise promised agreed agree obliged grateful glad thankful appreciate care
    sooner rather urged urge word
consent = consent permission approval authority leave authorisation agreement say-so clearance
    sanction
source = anonym* referrer* informant* caller source identity named identified whistleblower
law = privilege privileged prejudice solicitor solicitors counsel counsel's legal lawyer lawyers
    litigation
policy = policy policies procedure procedures protocol training course helpline line counselling
    leaflet act regulations gdpr law laws rights duties guidance website workshop module rules
    service services data notice applications
you = you your yours
we = we our ours
i = i my me myself
question = why how what when where which who whether
elsewhere = food drink drinks diet mobility growth zone parking area view movement breathing vision
    range resuscitation profit hire sale loan counselling tuition fostering school garden space road
    land sector dwelling hospital landlord tenancy nuts allergy allergic football toys sweets
    ibuprofen medication dose toilet car bus fish dog pen signature invitation waste bin shredding
    landline number numbers
contact = contact visit visits collect alone supervised unsupervised bail drive smoke bedroom sleep
    attend play hit smack touch eat food home school sweets work bed door phone
was = was were had did been
is = is are am be has have will would could does do can may might did was were said says told
"""
_TURNS_OF_PHRASE = r"""
no account = on no account|under no circumstances|in no (?:way|event|circumstances)|by no means
    |least of all|on any account|under any circumstances|not a day sooner
no further = no further|any further|\bgo(?:es|ne)? (?:no )?(?:further|beyond|outside)|stay(?:s|ed)?
     (?:between|within|inside|with (?:you|us|me)\b|here)|between (?:you and|us\b|ourselves
    |professionals|these|the two)|to (?:you )?as one worker|outside (?:this|the) (?:room|meeting
    |team|office|department|conference|panel)
no part of = (?:not|no|never) (?:to )?(?:form )?(?:any )?part of
eyes = \beyes\b
off record = off the (?:record|system|file)|in (?:strict |strictest |the strictest )?confidence
    |off record\b
    |under wraps|sub judice
stays with = (?:history|details?|information|matters?|notes?|findings|results?)
     (?:[^\s.;:]+ ){0,3}?(?:must|should|is to|are to|to|shall|has to) (?:stay|remain|rest|be kept)
     (?:only )?with\b|\bto (?:yourself|yourselves|ourselves)\b
out of = (?:leave|left|leaving|take|taken|cut|keep|kept|blank(?:ed)?|edit(?:ed)?|strip(?:ped)?
    |remain|stay)(?: [^\s.;:]+){0,4} (?:out|off|back|away|apart|separate(?:ly)?|aside)\b(?! (?:of
    |from) (?:school|trouble|work|the house|home|bed))
from = (?:keep|kept|hold|held|withheld|withhold|hidden|hide|conceal(?:ed)?|removed?|back|away|apart
    |excluded?|omitted?|out)(?: [^\s.;:]+){0,6} (?:from|of)\b
known to = (?:confidential|restricted|limited|known|private|sealed|closed|open|available) (?:only )?
    to\b
for only = \bfor (?:the |your |our )?(?:[^\s.;:]+ ){0,6}?(?:only|alone|eyes|personally|use only)\b
    |^only (?:the|for|to)\b|by no[ -]?one else|and no[ -]?one else|nobody else
ends only = [a-z)]+ (?:only|alone)$
on condition = on (?:the )?(?:strict )?(?:condition|understanding|footing|basis|proviso)|provided
     (?:that )?|so long as|as long as|only if (?:we|i|it)
asked = (?:has|have|had) (?:\w+ )?(?:asked|requested|begged|insisted)|\basks? (?:that|us|me|not
    |please|you)|(?:wishes|wants|would like|prefers?|do(?:es)? not (?:want|wish)|doesn't want|don't
     want|should not like|would not (?:like|wish)|wouldn't (?:like|want))\b
polite = (?:should|would|'d|i'd|we'd) (?:be |sooner |rather |prefer)(?:\w+ )?(?:grateful|obliged
    |thankful|glad|it|if|that)?|grateful if|obliged if|could (?:i|we|you)|would you
unnamed = anonym|not (?:to be |be |wish to be |want to be )?(?:named|identified)|(?:identity|name)s?
     (?:\w+ )?(?:protected|withheld|kept|not)|would identify|identify (?:him|her|them|me|the)|able
     to tell|keep (?:him|her|me|them) out
get wind = get wind|wind of|come to the (?:ears|notice|attention|knowledge)|sight of|sets? eyes
    |find(?:ing)? (?:out|its way)|got to know|gets? to (?:know|hear|see)|let on|let slip|breathe a
     word|tip(?:ped)? (?:him|her|them|off)|a word\b|keep (?:schtum|quiet|mum)|find (?:its|their) way
    |hint
before release = (?:before|prior to|when|if|on|until|from|till)(?: [^\s.;:]+){0,6} (?:disclos\w*
    |releas\w*|cop(?:y|ies|ying|ied)|shar\w+|sen[dt]\w*|sending|giv\w+|hand\w+|access|inspection
    |circulat\w*|print\w*|shown|filing|served?|arrests?|hearing|interview\w*|requested|asked|asks|seen|reads?
    |turns \d+|(?:is|are) (?:\d\d|of age|eighteen|adult|older|grown)|enquiries|trial|meeting
    |charged)\b
left room = asked to leave|left the (?:room|meeting)|withdrew|excluded|not present|absent|sent out
this piece = \b(?:this|these|the (?:following|above|foregoing|next|preceding)|the (?:two|three|four)
     (?:\w+ ){0,2}(?:above|below|next)|my next|what (?:follows|comes next|i say|is (?:in|noted|set))
    |what i(?:'m| am| have)?|next)\b(?: \w+){0,2} (?:section|part|page|para\w*|passage|item|entr\w+
    |notes?|sheet|slip|appendix|annexe?|addendum|box|lines?|report|letter|document|minutes?|record
    |file|papers?|statement|memo\w*|information|info|material|details?|contents?|comments?|remarks?
    |matter|e-?mail|message|summary|log|book|form|bit|words|sentences?|answers?|row|column|version
    |advice|two|three|next|follows|here|typing|say|said|at this)\b
this = \b(?:(?:this|these)(?! (?:morning|afternoon|evening|week|weekend|month|year|time|term|day
    |date|case|point|stage|matter|family|child|boy|girl|man|woman|is)\b)|what follows
    |what comes next|the following|the foregoing)\b
do not = (?:^|\bplease |\bpls |\bkindly |[,;] )(?:do not|don't|dont|never|dinnae|not to)\b
third party = \b(?:third|3rd)[ -]part(?:y|ies)|\bt/?p\b
reported = (?:asked|ask|asks|wanted to know|wondered|wonder) (?:\w+ )?(?:if|whether|who|what|why
    |how)\b|(?:said|says|told|explained|reminded|assured|knows?|understands?|understood|agreed
    |stated|stressed|clear|aware|reports?|reported) (?:[^\s.;:]+ ){0,3}?that\b|\bi (?:said|explained
    |told)
is not to know = (?:can't|cannot|mustn't|must not|not to|never|doesn't|does not|do not|don't|no one
    |nobody|not|no)(?: [^\s.;:]+){0,3} (?:know|find out|learn|hear|see|read|get wind|kno)\b
not for = \b(?:not|never) for\b
not to = \b(?:not|never) (?:to|be)\b|\b(?:must|should|shall|may|can|could|would|will|is|are
    |ought)(?: not|n't|nt| never)\b|cannot|mustn|shouldn
"""
_TOKEN = re.compile(r"\u2260|w/h(?:old|eld)?|[^\W_]+(?:['\u2019-][^\W_]+)*")
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][a-z]{2,}")
_NO_SECRET = re.compile(
    r"\bconfidentiality (?:statement|policy|notice|agreement|clause|reminder)\b"
    r"|\bfor (?:official|office) use only\b|\bnot an? (?:full|complete|verbatim|formal)\b"
    r"|\b(?:not|never|no longer) on the (?:tele)?phone\b"
    r"|\b(?:see|sees|visit|meet|meets) (?:his|her|him|them|their|[^\W\d_]+'s)\b"
)
"""What forbids to meet somebody, or says of a paper only what it is for."""
_NEAR, _WHOM_NEAR, _BEFORE = 6, 12, 5  # words
_FEWEST, _MOST = 2, 40  # words of a unit
CORES = (
    "forbids to pass", "forbids to learn", "did not pass", "did not learn", "kept from", "out of",
    "kept until", "office alone", "alone", "known to", "status", "no further", "get wind",
    "not for", "unnamed", "off record", "eyes", "no part of", "no account", "stays with",
)  # fmt: skip
"""What may keep something from somebody: without one of them a unit keeps nothing."""
_BESIDE_CORES = (
    "is", "elsewhere", "of the following", "of this", "of a piece", "past", "reported", "from whom",
    "whom", "office", "copy", "asks", "asked", "do not", "you", "policy", "on condition",
)  # fmt: skip
_TOLD = (
    "is", "elsewhere", "policy", "you", "we", "i", "contact", "consent", "source", "law", "asks",
    "only", "office", "whom", "until", "copy", "piece",
)  # fmt: skip
_STANDS_BESIDE_CORES = (
    "capitals", "alone", "heads", "over all", "colon", "stop", "paragraph", "line", "bracket",
    "command", "question", "cell", "small", "dash",
)  # fmt: skip
_COMMANDS_WORDS = """
please do don't dont not never keep withhold remove detach omit exclude hold leave treat destroy
return strictly highly kindly
"""
_COMMANDS = frozenset(_COMMANDS_WORDS.split())
_LENGTHS = (3, 7, 14, 24, _MOST)


def _entries(table: str) -> Iterator[tuple[str, str]]:
    for entry in table.strip().replace("\n    ", "\0").split("\n"):
        name, _, words = entry.partition(" = ")
        yield name, words


_CLASSES: dict[str, set[str]] = {}
_STEMS: list[tuple[str, str]] = []
for _class, _words in _entries(_CLASSES_OF_WORDS):
    for _word in _words.replace("\0", " ").split():
        if _word.endswith("*"):
            _STEMS.append((_word[:-1], _class))
        else:
            _CLASSES.setdefault(_word, set()).add(_class)
_TURNS = {name: re.compile(words.replace("\0", "")) for name, words in _entries(_TURNS_OF_PHRASE)}
_FIRST = {
    name: frozenset(words.split())
    for name, words in {
        "no account": "account circumstances way event means least sooner",
        "no further": "further go goes gone stay stays stayed between worker outside",
        "no part of": "part",
        "eyes": "eyes",
        "off record": "off confidence wraps judice",
        "out of": "out off back away apart separate separately aside",
        "from": "from of",
        "known to": "to",
        "for only": "only alone eyes personally else",
        "ends only": "only alone",
        "unnamed": "named identified identity name names would identify able keep",
        "get wind": "get wind come sight set sets find finding got gets let breathe tip tipped word"
        " keep",
        "before release": "before prior when if on until from till",
        "not for": "for",
        "stays with": "with yourself yourselves ourselves",
    }.items()
}
"""The turns by which something is kept back, and a word without which each is not there."""
_STEMS_OF = {"unnamed": ("anonym", "identi"), "get wind": ("hint",)}
_MORE = tuple((name, turn) for name, turn in _TURNS.items() if name not in _FIRST)


@lru_cache(maxsize=1 << 16)
def classes_of(word: str) -> frozenset[str]:
    """Return of what kinds a word in small letters is."""
    out = {*_CLASSES.get(word, ()), *(_CLASSES.get(word[:-2], ()) if word.endswith("'s") else ())}
    return frozenset(out | {kind for stem, kind in _STEMS if word.startswith(stem)})


def features(unit: Unit, words: str, written: str, *, at_head: bool) -> frozenset[str]:
    """Return of what a unit is made and how it stands; nothing, where it can keep nothing back.

    `words` are its words as they were meant, in small letters; `written` as they stand.
    """
    words = " ".join(words.split())
    if _NO_SECRET.search(words):
        return frozenset()
    tokens = _TOKEN.findall(words)
    if not _FEWEST <= len(tokens) <= _MOST:
        return frozenset()
    said = _keeping(tokens, words, written)
    cores = [core for core in CORES if core in said]
    if not cores:
        return frozenset()
    said |= _beside(tokens, words)
    if "elsewhere" in said and not said & {"of the following", "of this"}:
        return frozenset()
    stands = _stands(unit, tokens, words, written, at_head=at_head)
    out = said | {f"stands: {one}" for one in stands}
    for core in cores:
        out |= {f"{core} + {other}" for other in _BESIDE_CORES if other in said}
        out |= {f"{core} + stands: {one}" for one in _STANDS_BESIDE_CORES if one in stands}
    length = next(most for most in _LENGTHS if len(tokens) <= most)
    out.add(f"words: {length}")
    if "status" in said:
        out.add(f"status + words: {min(length, _LENGTHS[2])}")
    return frozenset(out)


def _keeping(tokens: list[str], words: str, written: str) -> set[str]:
    """Return what may keep something back in a unit, and from whom."""
    of, known = [classes_of(token) for token in tokens], set(tokens)
    every = frozenset().union(*of)
    out = {
        name
        for name, first in _FIRST.items()
        if (not known.isdisjoint(first) or any(stem in words for stem in _STEMS_OF.get(name, ())))
        and _TURNS[name].search(words)
    }
    named = _NAME.search(written) is not None
    out |= _forbidding(tokens, of, named=named)
    if "from" in out and "keep" in every and (every & {"whom", "copy", "piece"} or named):
        out.add("kept from")
    if "before release" in out and "keep" in every:
        out.add("kept until")
    if out & {"for only", "ends only"}:
        out.add("office alone" if "office" in every else "alone")
    if "status" in every:
        out.add("status")
    return out


def _forbidding(tokens: list[str], of: list[frozenset[str]], *, named: bool) -> set[str]:
    """Return what is forbidden, or was not done, by each "not", and to whom."""
    out, whom, forbids = set[str](), set[str](), False
    conditioned = _CONDITIONS.search(" ".join(tokens)) is not None
    for at, kinds in enumerate(of):
        if not kinds & {"not", "was_not"}:
            continue
        after = frozenset().union(*of[at + 1 : at + 1 + _NEAR])
        wished = conditioned or (at + 1 < len(tokens) and tokens[at + 1] in _WISHES)
        did = at > 0 and tokens[at - 1] in _TELLS_WHAT_WAS
        told = not wished and ("was_not" in kinds or did)
        if "pass" in after:
            out.add("did not pass" if told else "forbids to pass")
        if "learn" in after:
            out.add("did not learn" if told else "forbids to learn")
        forbids = forbids or "pass" in after or "learn" in after
        if "whom" in frozenset().union(*of[at + 1 : at + 1 + _WHOM_NEAR]):
            whom.add("from whom")
        if "whom" in frozenset().union(*of[max(0, at - _BEFORE) : at]):
            whom.add("whom before")
    if not forbids:
        return out
    return out | whom | ({"from whom"} if named else set())


def _beside(tokens: list[str], words: str) -> set[str]:
    """Return of what else a unit is made."""
    of = [classes_of(token) for token in tokens]
    every = frozenset().union(*of)
    out = {name for name, turn in _MORE if turn.search(words)}
    if "this piece" in out or "following" in every:
        out.add("of the following")
    elif "this" in out:
        out.add("of this")
    elif "piece" in every:
        out.add("of a piece")
    if "question" in of[0]:
        out.add("asks at first")
    plain = {"status", "keep", "pass"}
    if "was" in every or any(
        token.endswith("ed") and not kinds & plain for token, kinds in zip(tokens, of, strict=True)
    ):
        out.add("past")
    return out | {kind for kind in _TOLD if kind in every}


_WISHES = frozenset(("want", "wish", "like"))
_CONDITIONS = re.compile(
    r"\b(?:on|upon) (?:the |strict |condition |that ){0,3}?(?:understanding|condition|footing|basis"
    r"|proviso|terms)\b|\b(?:asks?|asked|requests?|requested) that\b"
)
"""How it is said that what "does not" happen must not: on the understanding, as is asked."""
_TELLS_WHAT_WAS = frozenset(("did", "has", "have", "had", "was", "were", "does"))


def _stands(unit: Unit, tokens: list[str], words: str, written: str, *, at_head: bool) -> set[str]:
    line = unit.before in NEW_LINE
    stands = {
        "capitals": is_capitals(written),
        "line": line,
        "paragraph": unit.before in (Edge.TEXT, Edge.BLANK),
        "alone": line and unit.ends_line,
        "heads": unit.before in (Edge.TEXT, Edge.BLANK) and unit.after in (Edge.LINE, Edge.WRAP),
        "over all": unit.before is Edge.TEXT,
        "colon": unit.after is Edge.COLON,
        "dash": unit.after is Edge.DASH,
        "stop": unit.after is Edge.STOP,
        "question": unit.after is Edge.QUESTION,
        "bracket": unit.before is Edge.OPENS,
        "cell": Edge.CELL in (unit.before, unit.after),
        "command": tokens[0] in _COMMANDS,
        "small": written[:1].islower(),
        "head": at_head,
        "quote": '"' in written or "\u201c" in written,
        "subject": words.startswith("subject"),
    }
    return {name for name, so in stands.items() if so}
