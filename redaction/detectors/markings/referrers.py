"""What tells who spoke in trust without a name: a role, where they live, how they know.

Near a marking for somebody who asked to stay unknown, "the caller", "the neighbour at number 14" or
"her children are in the same class" say who it was as well as a name does (domain brief §3.3, R02:
redact context too).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from recordkeeping.disclosure.findings import Span

_SPACE = re.compile(r"\(\?<[!=][^)]*\)|\[[^\]]*\]| ")


def _over_lines(pattern: str) -> re.Pattern[str]:
    """Return a pattern in which white space stands for a space: lines end where they must.

    A page as it is read ends a line with a space of its own, and a quoted message begins one with
    a sign. What looks back, and sets of signs, are of one letter: there it is one.
    """
    return re.compile(_SPACE.sub(_as_gap, pattern), re.IGNORECASE)


def _as_gap(found: re.Match[str]) -> str:
    return r"(?>\s[\s>|]{0,8})" if found[0] == " " else found[0].replace(" ", r"\s")


NEAR = 10_000  # letters on either side of a marking: some pages
_ROLES = (
    r"(?:referrers?|referer|callers?|informants?|complainant|whistle-?blower|tip-?off|anonymous "
    r"source"
    r"|confidential source|member of the public)"
)
_NEIGHBOUR = (
    r"(?:next[- ]door )?neighbou?rs?(?:,? (?:at|from|in|of|who lives (?:at|in)) (?:the "
    r")?(?:number|no\.?|flat|house|"
    r"\d)[^.,;:\n]{0,40})?"
)
_ROLE = _over_lines(
    rf"\b(?:the |an? |this |our |her |his |their )?(?:anonymous |confidential |same "
    rf")?(?:{_ROLES}|{_NEIGHBOUR})\b",
)
_LIVES = _over_lines(
    r"\b(?:(?:who |and |she |he |they |i )?(?:lives?|lived|living|resides?|is|stays?) )?"
    r"(?:next door(?: but one)?|(?:directly |just )?(?:opposite|above|below|across (?:the "
    r")?(?:road|street|landing|way))"
    r"(?: (?:the )?(?:family|house|home|flat|property|them|her|him))?"
    r"|(?:in|at|from) (?:the )?(?:flat|house|number|no\.?) (?:above|below|opposite|next door"
    r"|\d+\w?)(?: [A-Z]\w+(?: [A-Z]\w+)?)?"
    r"|on the same (?:street|road|landing|estate|floor|stair))",
)  # fmt: skip
_KNOWS = _over_lines(
    r"\b(?:(?:works?|worked|volunteers?|teaches|helps out) (?:at|for|in|with|as|on)\b"
    r"|(?:her|his|their|whose|my) (?:own |(?:\w+ )?)?(?:children|child|son|daughter|kids?"
    r"|grandson|granddaughter|boy|girl)s?"
    r" (?:is|are|goes?|attends?|plays?)\b"
    r"|(?:has|have) known (?:the )?(?:family|mother|father|mum|parents|them|her|him|\w+)\b"
    r"|(?:is|was|being) (?:an? |the )(?:\w+ )?(?:friend|relative|cousin|aunt|uncle|grandmother"
    r"|grandfather|colleague"
    r"|teacher|nurse|landlord|landlady|childminder|dinner lady|volunteer|coach|babysitter"
    r"|parent)\b)"
    r"[^.;\n]{0,90}",
)
_OTHERS = (
    r"(?:nobody|no[ -]?one|none of (?:them|this)|(?:the|her|his|their|my) (?:family|parents?|mother"
    r"|father|mum|dad|neighbou?rs?)|they|them|anyone|anybody|people|it|this|that)"
)
_LEARN = (
    r"(?:hear|know|known|learn|find out|told|come from|came from|get back|traced|named|identified"
    r"|recogni[sz]ed?|guess|passed on)"
)
_PROMISED = r"\b(?:promised|assured|reassured|guaranteed)\b[^.!?]{0,40}"
_NOT_WANT = (
    r"\b(?:do(?:es)? not|don.?t|doesn.?t|did not|didn.?t|would not|wouldn.?t) (?:want|wish|like)"
)
_ASKED = r"\b(?:asked|begged|pleaded|wants?|wanted|wish(?:es|ed)) (?:us |me |that (?:we|i) )?"
_FEARS = r"\b(?:afraid|frightened|scared|worried|terrified|nervous|anxious)\b[^.!?]{0,40}"
_WISHES = (
    r"(?<!not )(?<!n.t )\b(?:must|should|(?:is|are|has|have|asked|ask|wish(?:es|ed)?|wants?"
    r"|wanted|prefers?|preferred"
    r"|chose|chooses|hopes?|request(?:s|ed)|would (?:like|prefer|rather)) to|will) "
)
_WHOEVER = (
    r"(?:caller|referrer|informant|informer|source|complainant|tip-?off|letter writer|correspondent"
    r"|member of the public|(?:person|man|woman|lady|gentleman|neighbour|one|those|whoever)"
    r"(?: who)? (?:rang|called|phoned|telephoned|reported|told|wrote|e-?mailed|contacted))"
)
_IN_TRUST = _over_lines(
    # Each begins a word: said once before all of them, most places are passed over by it alone.
    r"\b(?:"
    + "|".join(
        (
            rf"{_PROMISED}\b(?:nobody|no[ -]?one|not|never|would\s?n.t|won.t)\b"
            rf"[^.!?]{{0,25}}\b{_LEARN}\b",
            rf"{_PROMISED}\b(?:confidential(?:ity)?|anonym\w+|in confidence)\b",
            rf"{_PROMISED}\b(?:her|his|their) (?:name|identity|details)\b",
            rf"{_NOT_WANT} {_OTHERS}(?: \w+)? (?:to )?(?:be )?{_LEARN}[^.!?]{{0,30}}"
            r"\b(?:who|from|it was|it.?s (?:her|him|them|me)|it is (?:her|him|them|me)|rung|rang"
            r"|called|spoken|reported|told)\b",
            rf"{_PROMISED}\b(?:never|not|would\s?n.t|won.t)\b (?:\w+ )?(?:say|tell|let on|name"
            r"|mention|reveal|repeat)\b",
            r"\b(?:person|source|informant|caller|somebody|someone|one|man|woman|lady|lad|member)\b"
            r"[^.!?]{0,20}\bwhose (?:identity|name) (?:is|was|must|has|needs|should|cannot|can)\b"
            r"[^.!?]{0,20}\b(?:protected|withheld|kept|secret|confidential|not|never)\b",
            r"\b(?:identity|names?) of (?:the |this |our )?(?:referrer|caller|informant|source"
            r"|complainant)s?\b[^.!?]{0,20}\b(?:not|never|no account|no circumstances|no way)\b",
            r"\bnames? (?:(?:be|to be|was|were|is|are|should be|must be) )?(?:kept|left|stays?)"
            r" (?:\w+ )?out\b",
            rf"{_ASKED}(?:not to|do not|did not|to not) (?:be (?:named|identified)"
            r"|say (?:who|where|(?:that )?(?:she|he|they|it)(?:.d| had| have| has| was)? (?:rang"
            r"|rung|called|phoned|told|spoken?|reported|written|been in touch|contacted|c[oa]me"
            r"|from)\b)"
            r"|tell \w+ who|let on\b|mention (?:her|his|their) name)",
            r"\b(?:would|did|will|do(?:es)?)(?: not|n.t) (?:give|leave|say)"
            r" (?:a|her|his|their|any) (?:own )?name\b",
            rf"{_FEARS}\b(?:being (?:identified|recogni[sz]ed|named\b(?= ?[.,;)]))"
            r"|find(?:ing)? out"
            r" (?:who|it was|that (?:she|he|they) (?:had )?(?:rang|rung|called|told|reported|spok))"
            rf"|(?:nobody|no[ -]?one|none of them) (?:should|must|would|could) (?:ever )?{_LEARN}\b"
            r"|that (?:the|her|his|their) \w+ (?:should|must|may)(?: not|n.t| never) (?:ever )?"
            rf"{_LEARN}\b"
            r"|know(?:ing)? (?:who|it was)|(?:will|would|getting) (?:get )?back to"
            r"|came from (?:her|him|them))",
            r"\bsp(?:oke|eaking|oken)\b[^.!?]{0,30}\b(?:in (?:\w+ )?confidence|off the record"
            r"|anonymously|on condition)\b",
            r"\b(?:told|rang|reported|said|shared)\b[^.!?]{0,30}"
            r"\b(?:in (?:the )?strict(?:est)? confidence|on (?:the )?condition|off the record"
            r"|anonymously)\b",
            r"\b(?:keep|kept|leave|left) (?:her|his|their) name out\b",
            r"\b(?:her|his|their|my|the (?:caller|source|informant)\W?s) (?:name|identity)"
            r" (?:(?:is|was|has been) (?:known to us but|withheld|not (?:recorded|written|given))"
            r"|(?:would|will|should|must|could|can)(?: not|n.t| never)(?: ever)? be (?:passed|given"
            r"|used|told|mentioned|disclosed|known|made known|revealed|shared|divulged)\b)",
            rf"{_WISHES}(?:remain|stay|be kept|be left|be|go) (?:\w+ly )?(?:anonymous|nameless"
            rf"|unnamed"
            r"|unidentified|in the background|out of (?:it|this))\b"
            r"(?! (?:in|on|for) (?:the |a |an |this |any |her |his |their )?(?:\w+ )?(?:survey"
            r"|questionnaire|poll|study|research|article|paper|film|feedback)\b)",
            r"\b(?:declin|refus)\w+ (?:(?:to )?(?:give|leave|provide|say|state|supply|share) )?"
            r"(?:(?:a|any|her|his|their|the|further|personal) )*(?:names?|details|identity)\b",
            r"\b(?:declin|refus)\w+ to (?:be (?:named|identified)|identify (?:her|him|them)sel)",
            r"\b(?:gave|left|giving|leaving|with) no name\b|\bno name (?:was )?(?:given|left"
            r"|taken)\b",
            r"\bname (?:and (?:address|number) )?(?:was )?not (?:given|left|supplied|taken)\b",
            r"\b(?:withheld|withholding|keeping back) (?:her|his|their) (?:own )?(?:name"
            r"|identity)\b",
            r"\b(?:we|i)\b(?: \w+){0,4}? (?:we|i)(?: would| will|.d|.ll)(?: never| not) (?:ever )?"
            r"(?:say|tell|let on|reveal|name|mention|repeat)\b",
            rf"\b{_WHOEVER}\b[^.!?]{{0,60}}"
            r"\b(?:described|known|recorded|noted|put down|identified) (?:here )?(?:only|here"
            r"|just|simply) as\b",
            rf"\banonymous {_WHOEVER}\b[^.!?]{{0,30}}\b(?:who|living|lives|from|near|opposite)\b",
            r"\b(?:do(?:es)?|did|would)(?: not|n.t) (?:want|wish|like) to (?:be (?:involved\b(?! "
            r"in)|dragged in"
            r"|brought into|(?:named|mentioned|quoted|identified)(?! in (?:\w+ ){0,3}?(?:papers?"
            r"|press|newspapers?|news|media|film|article|book|video|photos?)\b))|get involved"
            r"|give (?:a|any) name)\b",
            r"\b(?:keep|kept|stays?) (?:it|this|that) (?:strictly )?between (?:us|ourselves)\b",
            r"\b(?:did ?n.t|did not|never) (?:hear|get|have) (?:it|this|that) from (?:me|her|him"
            r"|them)\b",
            r"\b(?:keep|leave|kept|left) (?:her|him|them|my name|me) out of (?:it|this)\b",
        )
    )
    + ")"
)
_CAME_FROM = _over_lines(
    r"\b(?:call|report|information|concerns?|referral|allegation|tip|letter|complaint|account"
    r"|this|it)"
    r"(?: \w+){0,2} (?:came|comes|made|received|passed on|given|reported|raised)"
    r" (?:\w+ )?(?:from|by)\b"
    r"|\b(?:the|our) (?:source|informant|caller|referrer)\b"
    r"|\b(?:rang|rung|(?<!were )(?<!was )(?<!is )called|phoned|reported)\b"
    r"|\b(?:she|he|they) (?:is|was|lives?|works?|used to|has|knows?)\b"
)
"""Where the sentence beside one that speaks of trust says who it was."""
_OF_THEM = re.compile(
    r"(?:she|he|they|her|his|their|works?|lives?|drives?|walks?"
    r"|(?:the )?(?:caller|referrer|informant|source))\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on about whom the one before it told of."""
_SENTENCE = re.compile(
    r"[^.!?\n]*(?:(?:\.(?=\d)|\n(?!\s*\n|[ \t]*[A-Z][\w /'-]{1,30}:))[^.!?\n]*)*(?:[.!?]|$|(?=\n))"
)
"""A sentence ends with its stop, its paragraph, or where the next field of a form begins."""
_EMPTY_LINE = re.compile(r"\n\s*\n")
_ASKED_OF = re.compile(r"\?\s*$|\(y(?:es)?\W{1,3}n", re.IGNORECASE)
"""A question of a form, which says nothing yet."""
_TRADE = _over_lines(
    r"\b(?:child ?minder|baby-?sitter|nanny|landlord|landlady|lodger|tenant|shop-?keeper|newsagent"
    r"|barber|hairdresser|cleaner|caretaker|cleric|vicar|priest|imam|pastor|postman|postwoman"
    r"|post(?:al)? worker|milkman|coach|dinner lady|dinner ?lady|lollipop (?:lady|man|woman)"
    r"|(?:taxi|bus|delivery|van) driver|bar ?(?:maid|man|staff)|pharmacist|chemist|librarian"
    r"|lunchtime (?:supervisor|assistant)|volunteer|(?:ex-?|former )?(?:colleague|work ?mate"
    r"|flat ?mate|house ?mate))\b",
)
"""What few people of a family's life are, so that the word alone says who it was."""
_AT_HOME = _over_lines(
    r"\b(?:lady|woman|man|gentleman|person|people|one|couple|tenant|resident|mother|mum|dad|father"
    r"|family|neighbours?|girl|boy|lad)(?: who lives?| living)? (?:at|in|from|of) (?:the )?"
    r"(?P<home>(?:number|no\.?|nr|flat|house|block|caravan|plot) \w{1,4})\b",
)
_UNNAMED = _over_lines(
    r"\b(?:identity|names?) of (?:the |this |our )?(?:referrer|caller|informant|source"
    r"|complainant)s?\b[^.!?]{0,20}\b(?:not|never|no account|no circumstances|no way)\b",
)
_ARTICLE = r"(?:the|that|this|their|her|his|our|same|an?)"
_BARE_PLACE = re.compile(r"(?:opposite|above|below|is above|is below)$", re.IGNORECASE)


def details(text: str, marked: Iterable[Span]) -> Iterator[Span]:
    """Yield where something near the marked places tells who it was, none twice."""
    done = -1
    for start, end in _near(marked, len(text)):
        for found in sorted(_told(text, max(start, done), end)):
            if found[0] >= done:
                done = found[1]
                yield found


def told_again(text: str, in_trust: Iterable[Span]) -> Iterator[Span]:
    """Yield where somebody is told of again as a sentence told of who spoke in trust.

    "The lady at number 12 wants to stay unknown": elsewhere, "the woman at no. 12". Relatives are
    left out, because a file is full of them.
    """
    again = set[str]()
    for start, end in in_trust:
        again.update(
            rf"(?:{_ARTICLE} (?:[\w'\u2019]+ )?)?{re.escape(m[0]).replace(chr(92) + ' ', ' ')}"
            for m in _TRADE.finditer(text, start, end)
        )
        for home in _AT_HOME.finditer(text, start, end):
            number = re.escape(home["home"].split()[-1])
            again.add(
                rf"(?:{_ARTICLE} )?(?:[^\W\d_]+ )(?:who lives? |living )?(?:at|in|from|of)"
                rf" (?:the )?(?:number|no\.?|nr|flat|house|block|caravan|plot) {number}"
            )
    if again:
        for found in _over_lines(rf"\b(?:{'|'.join(sorted(again))})\b").finditer(text):
            yield found.span()


def trusted(text: str, wishes: Sequence[Span] = ()) -> Iterator[Span]:
    """Yield sentences that say that somebody spoke in trust, or tell beside one who it was.

    `wishes` are such sentences that a marking's words told.
    """
    if not wishes and not _IN_TRUST.search(text):
        return
    sentences = [s.span() for s in _SENTENCE.finditer(text) if s[0].strip()]
    trust = {
        n
        for n, span in enumerate(sentences)
        if not _ASKED_OF.search(text, *span)
        and (_IN_TRUST.search(text, *span) or any(a < span[1] and span[0] < b for a, b in wishes))
    }
    begun = [s + len(text[s:e]) - len(text[s:e].lstrip()) for s, e in sentences]
    goes_on = False  # whether the last sentence told of somebody who spoke in trust
    for n, (_, end) in enumerate(sentences):
        after = n > 0 and not _EMPTY_LINE.search(text, sentences[n - 1][1], begun[n])
        before = n + 1 < len(sentences) and not _EMPTY_LINE.search(text, end, begun[n + 1])
        beside = (after and n - 1 in trust) or (before and n + 1 in trust)
        goes_on = n in trust or bool(goes_on and after and _OF_THEM.match(text, begun[n]))
        if goes_on or (beside and _CAME_FROM.search(text, begun[n], end)):
            yield begun[n], end


_CONSENT = re.compile(
    r"^[^\n:?]{0,40}\b(?:consents?|agrees?|willing|happy|wish(?:es)?|content|permission)\b"
    r"[^\n:?]{0,30}\b(?:names?|named|identified|identity)\b[^\n:?]{0,20}[:?]"
    r"[ \t]*:?(?P<answer>[^\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_UNTICKED = re.compile(r"(?:\u2610|\[ ?\]|\( ?\))\s*(?:yes|no)\b", re.IGNORECASE)
_DECLINES = re.compile(
    r"\W*(?:no|n|not|declined|refused)\b(?! (?:known|applicable)\b)", re.IGNORECASE
)
_OF_REFERRER = re.compile(
    r"^[ \t>*-]*(?:(?:details of |name of |who is )?(?:the )?(?:referrer|referred by|informant"
    r"|caller|source|complainant|whistle-?blower)\b[^\n:?]{0,25}"
    r"|relationship to (?:the )?[^\n:?]{0,25}):[^\n]*\S",
    re.IGNORECASE | re.MULTILINE,
)
_FORM = 900  # letters of a form on either side of an answer


def is_of_identity(text: str, start: int, end: int) -> bool:
    """Say whether a sentence begins with who told, and keeps back no more than that."""
    if text[start:end].casefold().startswith("the "):
        start += len("the ")
    return _UNNAMED.match(text, start, end) is not None


def fields(text: str) -> Iterator[Span]:
    """Yield the fields of a form that say who told, where they would not be named."""
    would_not = [
        asked.span()
        for asked in _CONSENT.finditer(text)
        if _DECLINES.match(_UNTICKED.sub("", asked["answer"]))
    ]
    would_not += [told.span() for told in _UNNAMED.finditer(text)]
    for start, end in would_not:
        low, high = max(0, start - _FORM), min(len(text), end + _FORM)
        for field in _OF_REFERRER.finditer(text, low, high):
            if not _CONSENT.match(text, field.start()):
                yield field.span()


def _near(marked: Iterable[Span], length: int) -> Iterator[Span]:
    reach = 0
    for start, end in sorted(marked):
        low, high = max(reach, start - NEAR), min(length, end + NEAR)
        if low < high:
            yield low, high
            reach = high


def _told(text: str, start: int, end: int) -> Iterator[Span]:
    lately = 0  # sentences since somebody was spoken of who may be meant
    for sentence in _SENTENCE.finditer(text, start, end):
        if not sentence[0].strip():
            continue
        roles = [role.span() for role in _ROLE.finditer(text, *sentence.span())]
        lately = 2 if roles else lately - 1
        yield from roles
        for told in _LIVES.finditer(text, *sentence.span()):
            if not _BARE_PLACE.match(told[0]) and (lately > 0 or "next door" in told[0].casefold()):
                yield told.span()
        if lately > 0:
            for told in _KNOWS.finditer(text, *sentence.span()):
                yield told.span()
