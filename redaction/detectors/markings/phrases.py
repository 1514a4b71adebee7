"""The phrases of markings: their words, by what they mean and how plainly they have to stand.

All are in small letters, as `spelling` mends a text; a space stands for whatever parts two words.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Meaning(StrEnum):
    """What kind of thing a marking protects: who must be asked follows from it."""

    RESTRICTED = "restricted"
    THIRD_PARTY = "third party"
    REFERRER = "referrer"
    PRIVILEGE = "privilege"
    COURT = "court"
    POLICE = "police"
    HEALTH = "health"
    ADOPTION = "adoption"


class Force(IntEnum):
    """How plainly a phrase has to stand to be a marking."""

    WEAK = 1
    NOTICE = 2
    ORDER = 3


# Atomic, as words below are: a long line of dots or dashes is not tried in every way.
GAP = r"(?>[ _*/\"'(:-]{1,4}(?:\n[ >|*]{0,6})?|\n[ >|*]{0,6})"
_NOT = r"n[o0][tlfi1]"
_TO_BE = r"(?:[tlfi1][o0]|2) ?[bhl8][ecf]"
_THIRD = r"(?:third|3rd) ?(?:part(?:y|ies)|parry)(?:'s)?"
_FAMILY = (
    r"(?:(?:the|his|her|their|this|our|any|either|birth|foster|your|my|whole|other) ){0,2}"
    r"(?:service users?|clients?|customer|famil(?:y|ies)|child(?:ren)?|young (?:person|people)"
    r"|(?:step ?)?(?:parents?|mothers?|fathers?|mum|mam|dad)|data subject|subject|patient|resident"
    r"|pupil|student"
    r"|carers?|siblings?|brothers?|sisters?|grand(?:parents?|mother|father|ma|dad)|nan|gran"
    r"|(?:ex )?(?:partner|husband|wife)|relatives?|aunt|uncle|adopters?|adoptee|applicant|requester"
    r"|perpetrator|su|yp|individual|person concerned)"
)
_ANYBODY = (
    rf"(?:{_FAMILY}|anybody|anyone|others?|(?:any )?other (?:person|people|parties)|{_THIRD}"
    r"|him|her|them|the public|outside (?:agencies|the)|(?:any )?unauthori[sz]ed)"
)
_SOMEBODY = rf"[^\W_]++(?:'s)?(?:[\x20\n]{_FAMILY})?"  # no further than a colon
_TOLD = r"(?:disclosed|divulged|revealed)"
_MISREAD_TOLD = r"(?:disclosed?|divulged?|revealed)"
_SHOWN = r"(?:shared|released|shown|given|read|viewed|seen|passed|copied|discussed|sent|repeated)"
_SAY = r"(?:disclose|divulge|reveal)"
_SHOW = r"(?:share|release|show|give|pass|copy|forward|discuss|send|read out)"
_TOWARDS = r"(?:to|with|by|on to|in front of)"
_THIS = (
    r"(?:this|these|the (?:above|below|following)|any of (?:this|the)|any part of this"
    r"|(?:the )?contents?|(?:his|her|their|the) (?:new |current |home )?"
    r"(?:address|identity|details|whereabouts|location|name))"
)
_THING = (
    r"(?:(?:information|info|details?|report|letter|note|record|document|file|minutes|section"
    r"|paragraph|page|entry|e mail|email|message|material|statement|above|of this (?:\w+)))"
)
_MODAL = r"(?:must|should|may|shall|is|are|can|ought|needs?|has)"
DO_NOT = r"(?:please )?(?:d[o0] n[o0]t|don't|dont|never)"
_NO_WISH = r"(?:(?:does|do|did|would) not|doesn't|don't|didn't|wouldn't) (?:wish|want|like)"
_WANTS = (
    r"(?:wish(?:es|ed)?|want(?:s|ed)?|ask(?:s|ed)?|request(?:s|ed|ing)?|prefer(?:s|red)?"
    r"|like|insist(?:s|ed)?)"
)
_ON_ACCESS = (
    r"(?:under|on|in|via|through|from|for) (?:an? |any |the )?(?:d?sars?|subject access(?: "
    r"requests?)?"
    r"|access to (?:files?|records)(?: requests?)?)"
)
_KEPT = r"(?:disclosed|revealed|known|shared|given|passed on|made known)"
_SOURCE = r"(?:referrers?|informants?|source|caller|complainant)"

_OUT = (
    r"(?:circulated|disseminated|photocopied|copied|forwarded|transmitted|distributed|divulged"
    r"|minuted)"
)
_HEARD = r"(?:told|know|see|read|hear|informed|made aware|find out|learn)"
_STAFF = (
    r"(?:(?:allocated|named|key|senior|medical|nursing|clinical|health|social work|legal|duty"
    r"|adoption"
    r"|fostering|core) )?"
    r"(?:professionals?|practitioners?|workers?|social workers?|staff|team|panel(?: members?)?"
    r"|committee(?: members?)?|court|judge|magistrates|guardian|chair(?:man|person)?|managers?"
    r"|director(?: of (?:[^\W_]++ )?[^\W_]++)?|(?:children's|child care|welfare|medical) officer"
    r"|officers?"
    r"|doctors?|gps?|consultant|police|agencies|department|core group)(?:'s|')?"
)
_BEFORE_RELEASE = (
    r"(?:before|prior to) (?:(?:any|the|this|a|it|is|giving|sending|copying) ){0,3}"
    r"(?:disclos\w++|releas\w++|sharing|shared|copy\w*+|copies|access|inspection|viewing|viewed"
    r"|d?sars?"
    r"|subject access|circulat\w++|distribut\w++|minutes|report|file|papers|records?|sent out"
    r"|issued?)"
)
_TAKEN_OUT = (
    r"(?:removed?|detach(?:ed)?|deleted?|redact(?:ed)?|taken out|take out|stripped|cut out|withheld"
    r"|omitt?e?d?|excluded?)"
)
_PRIVILEGE = (
    r"(?:(?:legal|litigation|solicitor client|lawyer client) )?(?:(?:professional|advice) "
    r")?privilege"
)

_Phrases = tuple[tuple[Meaning, Force, str], ...]

PHRASES: tuple[tuple[tuple[str, ...], _Phrases], ...] = (
    # Of each group: what stands in every one of its phrases, and the phrases.
    (("disclos", "divulg", "reveal"), (
        (Meaning.RESTRICTED, Force.ORDER, rf"{_NOT} ?(?:{_TO_BE} {_MISREAD_TOLD}|[tlfi1][o0] "
         rf"{_TOLD})"
         rf"(?: {_TOWARDS} {_ANYBODY})?"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:(?:must|should|may|shall|can|ought|is|are) "
         rf"(?:{_NOT}|never) (?:to )?|cannot |can't |mustn't |shouldn't )be"
         rf" {_TOLD} {_TOWARDS} {_FAMILY}"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:do|must|should) {_NOT} {_SAY}"
         rf" (?:(?:{_THIS}|(?:this|the) {_THING}|{_THING}|it) ){{1,2}}{_TOWARDS} {_ANYBODY}"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:this|these|above|following)(?: "
         rf"[^\W_]++){{0,12}}? (?:must|should|shall) (?:{_NOT}|never) be {_TOLD}"
         rf"(?: {_TOWARDS} {_ANYBODY})?"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} {_TOLD} {_TOWARDS} {_ANYBODY}"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} for (?:onward |general )?disclosure(?: "
         rf"{_TOWARDS} (?:{_ANYBODY}|{_SOMEBODY}))?"),
        (Meaning.RESTRICTED, Force.NOTICE, r"non ?disclos(?:able|ure)(?: (?:information|section"
         r"|material))?"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"no (?:onward )?disclosure(?: {_TOWARDS} "
         rf"{_ANYBODY})?"),
        (Meaning.RESTRICTED, Force.NOTICE, r"(?:to be )?(?:redact(?:ed)?|remove(?:d)?)(?: this)? "
         r"(?:before|prior to) (?:any )?disclosure"),
        (Meaning.HEALTH, Force.ORDER, r"(?:disclosure|disclosing) (?:[^\W_]++ ){0,10}?"
         r"(?:likely to|would|could|may|might) (?:be likely to )?cause serious (?:[^\W_]++ "
         r"){0,4}?harm"),
        (Meaning.REFERRER, Force.ORDER, rf"{_NOT} (?:to )?(?:reveal|disclose) the (?:name"
         rf"|identity) of (?:the )?{_SOURCE}"),
    )),
    (("do not", "don't", "dont", "never", "do n0t"), (
        (Meaning.RESTRICTED, Force.ORDER, rf"treat(?: this)? as (?:strictly )?confidential and "
         rf"{DO_NOT} (?:{_SAY}|{_SHOW}|tell)"),
        (Meaning.RESTRICTED, Force.ORDER, rf"{DO_NOT} {_SHOW} (?:{_THIS} |(?:this |the "
         rf")?{_THING} ){{1,2}}"
         rf"(?:\w+ )?{_TOWARDS} {_ANYBODY}"),
        (Meaning.RESTRICTED, Force.ORDER, rf"{DO_NOT} (?:{_SAY}|{_SHOW}) (?:[^\W_]++ "
         rf"){{0,4}}?{_TOWARDS} {_FAMILY}"),
        (Meaning.RESTRICTED, Force.ORDER, rf"{DO_NOT} (?:{_SAY}|release|share)(?: {_THIS})?(?: "
         rf"{_THING})?"
         r"(?= ?[.!)\]*:-]| ?$| (?:under|in|without|as part))"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{DO_NOT} (?:{_SAY}|{_SHOW})"),
        (Meaning.REFERRER, Force.ORDER, rf"{DO_NOT} (?:name|identify) (?:the )?{_SOURCE}"),
    )),
    (("not to be", "n0t to be", "not be", "n0t be", "cannot be", "to he", "is not", "are not",
      "not get", "nothing", "no part", "not know", "not find", "not to know", "not released",
      "not disclosed", "not shared", "not for", "not to go", "not to see", "not to read",
      "not to have"), (
        (Meaning.RESTRICTED, Force.ORDER, rf"{_THIS}(?: {_THING})? (?:{_MODAL} {_NOT}|cannot"
         rf"|{_NOT}) (?:{_TO_BE}|be) "
         rf"(?:{_TOLD}|shared|released|copied|passed on|(?!read to){_SHOWN} {_TOWARDS} "
         rf"{_ANYBODY})(?: {_TOWARDS} {_ANYBODY})?"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:this|these|it|and|report|letter|information) "
         rf"(?:must|should|shall|may|is|are) {_NOT} (?:to )?(?:be )?"
         rf"(?:released|shared|disclosed|passed on|repeated|shown) {_TOWARDS} (?:{_FAMILY}|them)"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:nothing|no part|none)(?: [^\W_]++){{0,5}}? "
         rf"(?:is to|are to|must|should|can|may|shall) be "
         rf"(?:{_TOLD}|shared|released|shown|copied) {_TOWARDS} {_FAMILY}"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:address|whereabouts|location)(?: [^\W_]++){{0,5}}? "
         rf"(?:{_MODAL} {_NOT}|cannot|never) (?:to )?(?:be )?"
         rf"(?:{_TOLD}|{_SHOWN}|known) {_TOWARDS} {_FAMILY}"),
        (Meaning.RESTRICTED, Force.ORDER, rf"{_FAMILY} (?:(?:must|should|is|are) {_NOT}(?: "
        rf"to)?|must "
         rf"never) (?:(?:be )?(?:told|made aware|informed)|know|find out|learn)"
         rf"(?: (?:about|of))?(?: (?:this|it|these|the above))?(?= ?[.,;:!)\]-]| ?$)"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} (?:to be )?(?:disclosed|released|shared) "
         rf"{_ON_ACCESS}"),
        (Meaning.RESTRICTED, Force.ORDER, rf"[^\W_]++ (?:(?:must|is|are) {_NOT}(?: to)?|must "
        rf"never) "
         rf"(?:(?:be )?told|know|find out)(?: (?:about|of))?(?: (?:this|it|these|the above))?"
         rf"(?= ?[.,;:!)\]-]| ?$)"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"(?:must|should|may) {_NOT} be (?:{_TOLD}|{_SHOWN}) "
         rf"{_TOWARDS} {_FAMILY}"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} {_TO_BE} (?:{_TOLD}|{_SHOWN}) (?:or|and) "
         rf"(?:{_TOLD}|{_SHOWN}) {_TOWARDS} {_ANYBODY}"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} to go (?:to {_FAMILY}|(?:on|in|into|onto) the "
         rf"(?:open|main|shared|child's) file)"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:this|these)(?: [^\W_]++){{0,8}}? (?:is|are) {_NOT} "
         rf"for (?:[^\W_]++ or )?{_FAMILY}"),
        (Meaning.RESTRICTED, Force.ORDER, rf"[^\W_]++ (?:is|are) {_NOT} to (?:see|read|have) "
         rf"(?:this|these)"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:this|these|it) (?:must|should) {_NOT} get back to "
         rf"{_FAMILY}"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:(?:this|the) {_THING}|information|details) "
         rf"(?:{_MODAL} {_NOT}|cannot) (?:{_TO_BE}|be) (?!read to){_SHOWN} {_TOWARDS} {_FAMILY}"),
        (Meaning.RESTRICTED, Force.ORDER, rf"{_WANTS} (?:(?!wh|if\b)[^\W_]++ ){{0,10}}?(?:{_NOT} "
         rf"(?:to )?be|(?:is|are) {_NOT}) "
         rf"(?:{_TOLD}|shared|passed|repeated) {_TOWARDS} \w+"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} {_TO_BE} (?:shared|released|copied|passed "
         rf"on|{_SHOWN} {_TOWARDS} (?:{_ANYBODY}|{_SOMEBODY}))"
         rf"(?: {_TOWARDS} (?:{_ANYBODY}|{_SOMEBODY}))?"),
    )),
    (("not shared", "not released", "not for"), (
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} (?:shared|released) {_TOWARDS} {_ANYBODY}"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} for (?:onward |general )?(?:sharing|release"
         rf"|circulation"
         rf"|distribution|subject access|(?:the )?d?sars?|{_FAMILY})(?: {_TOWARDS} {_ANYBODY})?"),
    )),
    (("withh", "redact", "exempt", "keep", "kept", "held back", "hold back", "remove"), (
        (Meaning.RESTRICTED, Force.ORDER, rf"to be (?:withheld|redacted|kept(?: confidential)?) "
         rf"from (?!children\b){_FAMILY}"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"(?:withhold|keep)(?: {_THIS})?(?: {_THING})?(?: "
         rf"confidential)? from {_FAMILY}"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"(?:withheld|kept(?: back)?|(?:hold|held|keep) back) "
         rf"from (?!children\b){_FAMILY}"),
        (Meaning.RESTRICTED, Force.NOTICE, r"keep(?: this)? off the (?:open|main|shared|child's) "
         r"file"),
        (Meaning.RESTRICTED, Force.NOTICE, r"(?:to be )?(?:redact(?:ed)?|remove(?:d)?)(?: this)? "
         r"(?:before|prior to) (?:any )?(?:release|sharing)"),
        (Meaning.RESTRICTED, Force.NOTICE, r"to be redacted"),
        (Meaning.RESTRICTED, Force.NOTICE, r"(?:to be )?(?:redact(?:ed)?|remove(?:d)?)(?: this)? "
         r"(?:before|prior to) (?:the )?(?:file|records?|papers) (?:is|are) "
         r"(?:shared|released|disclosed|seen|read)"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"(?:withhold|exclude|redact|remove|withheld)"
         rf"(?: this)? {_ON_ACCESS}"),
        (Meaning.RESTRICTED, Force.WEAK, r"(?:please )?redact"),
        (Meaning.RESTRICTED, Force.NOTICE, r"exempt (?:from (?:disclosure|release|subject access"
         r"|(?:the )?d?sar)|information|material)"),
    )),
    (("confiden",), (
        (Meaning.RESTRICTED, Force.NOTICE, r"(?:strictly |highly |most )?confidential (?:section"
         r"|annexe?|appendix|addendum|supplement"
         r"|part|information|info|note|material|content|minutes?|details|slip|sheet|discussion"
         r"|matters?|entry"
         r"|(?:to|between|for) (?:the )?professionals|to (?:the )?(?:court|conference|panel|core "
         r"group))"),
        (Meaning.THIRD_PARTY, Force.NOTICE, rf"confidential {_THIRD}(?: (?:information|material"
         rf"|details|section))?"),
        (Meaning.REFERRER, Force.NOTICE, rf"confidential (?:{_SOURCE}|referral|informer)"),
        (Meaning.REFERRER, Force.ORDER, r"(?:promised|assured of|guaranteed) (?:[^\W_]++ "
         r"){0,2}?confidentiality"),
        (Meaning.RESTRICTED, Force.ORDER, r"th(?:is|ese) (?:(?:information|paragraph|section"
         r"|note|entry|details?) )?(?:(?:was|were|is|has been|have been) )?"
         r"(?:given|shared|provided|told|received|said)(?: to (?:me|us))? in (?:the "
         r")?(?:strict(?:est)? )?confidence"),
        (Meaning.RESTRICTED, Force.ORDER, r"(?:told|gave|said|shared|informed)(?: (?:me|us))? "
         r"(?:this|these|the following|the above)(?: (?:me|us)| to (?:me|us))? in (?:the )?"
         r"(?:strict(?:est)? )?confidence"),
        (Meaning.RESTRICTED, Force.ORDER, rf"{_WANTS} (?:(?:that|for|us|me|to|we) ){{0,2}}"
         rf"(?:keep (?:this|these|what [^\W_]++ (?:said|told \w+))|(?:this|these)(?: {_THING})? "
         rf"(?:to )?(?:is|be|remains?|stays?|are)(?: kept)?) "
         rf"(?:strictly )?(?:confidential|private|between (?:us|ourselves|professionals))"),
        (Meaning.RESTRICTED, Force.ORDER, r"(?:this|the (?:following|above|preceding)) (?:paragraph"
         r"|section|passage|entry|part|page|note|information) (?:is|are|remains|must remain) "
         r"(?:strictly |highly )?confidential"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:this|these) (?:is|are) (?:strictly |highly )?"
         rf"confidential and {_NOT} (?:for|to be)"),
        (Meaning.RESTRICTED, Force.ORDER, r"(?:address|whereabouts|location|placement)(?: (?:is|are"
         r"|remains?|to (?:be|remain)|must (?:be|remain)))?(?: kept)? (?:strictly )?confidential"),
        (Meaning.RESTRICTED, Force.NOTICE, r"(?:given|provided|received|told) in "
         r"(?:strict(?:est)? )?confidence|in (?:the )?strict(?:est)? confidence"),
        (Meaning.HEALTH, Force.NOTICE, r"(?:medical(?:ly)?|clinical(?:ly)?|health) (?:in "
         r"confidence|confidential)"),
        (Meaning.ADOPTION, Force.NOTICE, r"confidential adoption(?: (?:information|report"
         r"|records?|file))?"),
        (Meaning.PRIVILEGE, Force.NOTICE, r"confidential legal advice|legal advice "
         r"(?:confidential|in confidence)"),
        (Meaning.RESTRICTED, Force.WEAK, r"(?:strictly |highly |most )?confidential|in confidence"),
    )),
    (("eyes", " only", "professional", "need to know", "closed"), (
        (Meaning.RESTRICTED, Force.NOTICE, r"(?:for )?(?:the )?(?:eyes of )?(?:professionals?"
         r"|practitioners?|social workers?)(?:'s|')? (?:eyes )?only|(?:workers?|staff)(?:'s|')? "
         r"eyes only"),
        (Meaning.RESTRICTED, Force.NOTICE, r"professionals?'? (?:section|information)"),
        (Meaning.RESTRICTED, Force.NOTICE, r"(?:on a )?need to know(?: basis)?(?: only)?"),
        (Meaning.RESTRICTED, Force.NOTICE, r"closed (?:section|part of the (?:file|record"
         r"|minutes|meeting))"),
    )),
    (("restrict",), (
        (Meaning.RESTRICTED, Force.ORDER, r"(?:this|these|the (?:following|above|preceding)) "
         r"(?:report|letter|document|record|paragraph|section|passage|entry|part|page|note"
         r"|information) (?:is|are|remains) (?:strictly |highly )?restricted(?! to)"),
        (Meaning.RESTRICTED, Force.NOTICE, r"restricted (?:access|section|information|info"
         r"|circulation|file|material|document|record"
         r"|content|note|distribution|entry|minutes?|report|part|page|paragraph|annexe?|appendix"
         r"|data)"),
        (Meaning.RESTRICTED, Force.NOTICE, r"access (?:is )?(?:strictly )?restricted|restrict "
         r"access"),
        (Meaning.ADOPTION, Force.NOTICE, r"restricted adoption(?: (?:information|report|records?"
         r"|file))?"),
        (Meaning.RESTRICTED, Force.WEAK, r"(?:strictly |highly )?restricted"),
    )),
    (("sensitiv", "immunity", "intelligence"), (
        (Meaning.POLICE, Force.NOTICE, r"(?:pii )?police sensitive(?: information| intelligence| "
         r"material)?|pii sensitive|sensitive police"
         r"(?: information| intelligence| material)?"),
        (Meaning.POLICE, Force.NOTICE, r"public interest immunity|(?:sensitive|restricted"
         r"|confidential) (?:police )?intelligence"
         r"|police intelligence(?: report| log| only)?"),
        (Meaning.HEALTH, Force.NOTICE, r"(?:medical(?:ly)?|clinical(?:ly)?) sensitive"),
        (Meaning.RESTRICTED, Force.NOTICE, r"(?:highly |very )?sensitive (?:(?:third party"
         r"|personal) )?(?:information|section|material|content|data|note|matters?)"),
    )),
    (("third", "3rd"), (
        (Meaning.THIRD_PARTY, Force.NOTICE, rf"{_THIRD}(?: (?:confidential|sensitive|personal"
         rf"|restricted))? "
         r"(?:information|info|section|material|details?|data|records?|content|file|documents?"
         r"|documentation|correspondence|input|disclosure)"),
        (Meaning.THIRD_PARTY, Force.NOTICE, rf"(?:information|details|data|material|names?) "
         rf"(?:of|about|relating to|regarding|on|from|concerning"
         rf"|provided by|given by|supplied by) (?:an? |other )?{_THIRD}"),
        (Meaning.THIRD_PARTY, Force.WEAK, rf"{_THIRD}"),
    )),
    (("anonym", "confidential", "protected", "withheld", "secret", "unnamed", "unidentified",
      "identi", " name", "to know", "to be known", " who "), (
        (Meaning.REFERRER, Force.NOTICE, rf"anonymous (?:{_SOURCE}|referral|call|tip off"
         rf"|allegation|informer)"),
        (Meaning.REFERRER, Force.NOTICE, r"source of (?:the |this )?(?:referral|information"
         r"|call)(?: (?:is|to be|kept)){0,3}"
         r" (?:confidential|anonymous|withheld)"),
        (Meaning.REFERRER, Force.ORDER, rf"{_NO_WISH} to (?:leave|give|provide) (?:a|an|any|his"
         rf"|her|their) (?:name|details|identity)"),
        (Meaning.REFERRER, Force.NOTICE, rf"{_SOURCE}(?:'s?)?(?: (?:details|name|identity))? "
         rf"(?:is )?(?:to (?:be|remain) )?(?:kept )?"
         r"(?:confidential|anonymous|withheld)"),
        (Meaning.REFERRER, Force.ORDER, rf"{_WANTS} (?:that (?:he|she|they) |for (?:his|her"
         rf"|their) \w+ )?(?:to )?"
         r"(?:remain|stay|be kept|be treated as|be|should remain|remains) (?:completely "
         r"|strictly |totally |entirely )?"
         r"(?:anonymous|confidential|unnamed|unidentified)"),
        (Meaning.REFERRER, Force.ORDER, rf"{_WANTS} (?:(?:for|that|to) )?(?:his|her|their|the"
         rf"|my) (?:own )?(?:name|identity|details?|contact details|call|referral)"
         rf"(?: [^\W_]++){{0,2}}? (?:not (?:to )?(?:be )?{_KEPT}|(?:to )?(?:be )?(?:kept |remain "
         rf")?(?:confidential|anonymous|private|withheld|out of it))"),
        (Meaning.REFERRER, Force.ORDER, rf"{_WANTS} not to be (?:named|identified)"),
        (Meaning.REFERRER, Force.ORDER, rf"(?:{_WANTS} (?:that )?(?:we|us|me|nobody|no one) "
         rf"(?:do not|don't|not|to not)?(?: to)? ?)(?:say|tell|know|disclose)(?: [^\W_]++){{0,2}}? "
         rf"who (?:had )?(?:rang|rung|called|told|it was|made|referred)"),
        (Meaning.REFERRER, Force.ORDER, rf"{_NO_WISH} (?:to be (?:named|identified)"
         rf"|(?:his|her|their|the) (?:name|identity|details)(?: [^\W_]++){{0,3}}? {_KEPT})"),
        (Meaning.REFERRER, Force.ORDER, r"(?:name|identity|identities|details)(?: of (?:the "
         r"|this |our )?\w+)?"
         r" (?:(?:is|are) to|must|should|shall|to|has to|have to|needs? to) (?:be |remain "
         r")?(?:kept )?(?:strictly )?"
         r"(?:confidential|anonymous|protected|withheld|secret)"),
        (Meaning.REFERRER, Force.ORDER, r"(?:name|identity)(?: of (?:the |this |our )?\w+)?"
         r" (?:is |are |has been )?(?:being )?(?:kept )?(?:strictly )?(?:confidential|anonymous"
         r"|withheld)"),
        (Meaning.REFERRER, Force.ORDER, rf"(?:his|her|their|the \w+(?:'s?)?|whose) (?:name"
         rf"|identity)(?: of (?:the )?\w+)? (?:{_MODAL} {_NOT}|{_NOT}|cannot) (?:to )?be {_KEPT}"),
        (Meaning.REFERRER, Force.ORDER, rf"{_NO_WISH} (?:for )?(?:the|his|her|their) (?:family"
         rf"|mother|father|mum|dad|child|parents?) to know"
         r"(?: (?:who|that|it was)\b| (?:of|about) (?:this|th(?:e|is) (?:call|referral|report))"
         r"|(?= ?[.,;!]))"),
        (Meaning.REFERRER, Force.ORDER, r"(?:request(?:s|ed|ing)|ask(?:s|ed|ing)(?: for)?"
         r"|promised|assured of|guaranteed|wish(?:es|ed)(?: for)?|wants?) (?:complete |total "
         r")?anonymity"),
    )),
    (("privile", "prejudice", "contemplation", "for the purpose"), (
        (Meaning.PRIVILEGE, Force.NOTICE, r"(?:confidential (?:and|&) )?(?:subject to "
         r")?legal(?:ly)? (?:professional )?privileged?(?: (?:and|&) confidential)?"),
        (Meaning.PRIVILEGE, Force.NOTICE, r"(?:legal advice|litigation|solicitor client|lawyer "
         r"client|lp) privileged?"),
        (Meaning.PRIVILEGE, Force.NOTICE, r"(?:subject to )privilege|privileged (?:and|&) "
         r"confidential|confidential (?:and|&) privileged"),
        (Meaning.PRIVILEGE, Force.NOTICE, r"privileged (?:communication|advice|document"
         r"|correspondence|material|legal advice|information)"),
        (Meaning.PRIVILEGE, Force.NOTICE, r"without prejudice(?! to\b)(?: save as to costs)?"),
        (Meaning.PRIVILEGE, Force.ORDER, r"this (?:document|e mail|email|advice|note|letter"
         r"|report|attendance note|memo|memorandum|correspondence|communication|chain)"
         r" (?:is|was|has been) (?:(?:confidential and )?(?:subject to )?(?:legal(?:ly)? "
         r")(?:professional )?privileged?"
         r"|prepared (?:in contemplation of|for the purposes? of) (?:litigation|(?:obtaining "
         r"|giving )?legal))"),
        (Meaning.PRIVILEGE, Force.WEAK, r"privileged"),
    )),
    (("police nat", "pnc", "marac", "mappa"), (
        (Meaning.POLICE, Force.NOTICE, r"police national computer(?: (?:record|check|information"
         r"|print ?out|result)s?)?"),
        (Meaning.POLICE, Force.NOTICE, r"pnc (?:record|check|information|print ?out|print|result"
         r"|disclosure|search|data|report)s?"),
        (Meaning.POLICE, Force.NOTICE, r"(?:marac|mappa)(?: (?:level )?\d)?(?: (?:meeting|case"
         r"|risk))? (?:minutes?|information|referral|action plan|notes?"
         r"|research(?: form)?|report|record|disclosure|document|summary)"),
        (Meaning.POLICE, Force.NOTICE, r"(?:minutes|record|notes) of (?:the )?(?:marac|mappa)(?: "
         r"meeting)?"),
    )),
    (("serious harm",), (
        (Meaning.HEALTH, Force.NOTICE, r"serious harm (?:test|opinion|to (?:the )?(?:physical"
         r"|mental) (?:or (?:physical|mental) )?health)"),
    )),
    (("adopt", "permanence"), (
        (Meaning.ADOPTION, Force.NOTICE, r"adoption (?:case |agency |support |panel |act "
         r")?(?:records?|file|papers|section|content|minutes)"),
        (Meaning.ADOPTION, Force.NOTICE, r"(?:sealed|closed) adoption(?: (?:information|report"
         r"|records?|file))?|adoption (?:information|report) (?:restricted|confidential)"),
        (Meaning.ADOPTION, Force.NOTICE, r"child(?:'s|s)? permanence report|(?:prospective "
         r")?adopters?'?s? (?:report|details|identity|address|information)"),
        (Meaning.ADOPTION, Force.NOTICE, r"adoptive (?:parents?|family|placement)(?:'s|s|')? "
         r"(?:details|identity|address|information)"),
    )),
    (("not ", "n0t ", "never", "don't", "dont", "no account", "no circumstances", "unaware"), (
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} {_TO_BE} {_OUT}(?: {_TOWARDS} (?:{_ANYBODY}"
         rf"|{_SOMEBODY}))?"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"{_NOT} {_TO_BE} (?:mentioned|repeated|told|accessed|known)"
         rf"(?: online)? {_TOWARDS} (?:{_ANYBODY}|{_SOMEBODY})"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} {_TO_BE} repeated(?! (?:until|in|at|for)\b)"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"(?:must|should|may|shall) {_NOT} be (?:{_TOLD}|shared"
         r"|released|copied|circulated)"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"{DO_NOT} (?:{_SAY}|share|release)(?: {_THIS})? (?:to|with)"
         r" [^\W_]++(?= ?[:-])"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} for (?!resus|profit|use\b)[^\W_]++(?= ?:)"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"{_NOT} {_TO_BE} (?:included|recorded|entered|filed|put"
         rf"|placed) (?:in|on|with) (?:the |any )?(?:[^\W_]++ )?(?:copy|copies|minutes|file"
         rf"|letter|report"
         rf"|record)(?: (?:for|to|given to) {_ANYBODY})?"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} for (?:photocopying|copying|transmission"
         r"|onward transmission|(?:onward )?dissemination|publication|inspection|minuting"
         r"|forwarding"
         r"|the (?:open )?file|onward sharing)"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} for (?:the )?(?:eyes|ears) of (?:{_FAMILY}"
         rf"|[^\W_]++)"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"{_NOT} for (?:{_FAMILY}|[^\W_]++)(?:'s|s'|')? (?:copy|eyes"
         rf"|ears|file)"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} (?:open|available|accessible) (?:to|for) "
         rf"(?:{_FAMILY}(?: access)?|inspection|access)(?: (?:by|to) {_ANYBODY})?"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_NOT} (?:to be )?(?:disclosable|shareable|sharable"
         rf"|releasable)(?: {_TOWARDS} {_ANYBODY})?"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"{_NOT} to (?:leave (?:the|this) (?:office|file|department"
         rf"|team|safe|cabinet)|go out with (?:the|these) (?:[^\W_]++ )?(?:minutes|report|file"
         rf"|papers"
         rf"|letter|copies))"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"{DO_NOT} (?:photocopy|circulate|distribute|disseminate"
         rf"|forward|copy)(?: (?:this|to [^\W_]++(?: [^\W_]++)?))?"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"{DO_NOT} (?:file|put|place|upload|enter|record|include|log)"
         rf"(?: {_THIS})? (?:on|in|onto|to) (?:the |any )?(?:(?:open|main|shared|public|child's"
         rf"|client's"
         rf"|family|family's) )?(?:file|letter|copy|minutes|report|record)(?: (?:to|for) "
         rf"{_ANYBODY})?"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"{DO_NOT} (?:mention|repeat)(?: {_THIS})? to (?:{_FAMILY}"
         rf"|[^\W_]++)"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"{DO_NOT} (?:tell|inform) (?:{_FAMILY}|[^\W_]++(?= ?:))"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{DO_NOT} (?:{_SAY}|release|share|include|provide)"
         r" (?:[^\W_]++ ){0,6}?(?:d?sars?|subject access(?: requests?)?)"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"{_FAMILY} {_NOT} to (?:be )?{_HEARD}(?: (?:of|about))?"
         rf"(?: (?:this|it|these))?(?= ?[.,;:!)\]-]| ?$)"),
        (Meaning.RESTRICTED, Force.ORDER,
         rf"{_FAMILY} (?:must|should) (?:{_NOT}|never) (?:see|read|hear"
         rf"|have|be shown|be given|get hold of) (?:this|these)"),
        (Meaning.RESTRICTED, Force.ORDER,
         rf"(?:unaware|not aware|knows? nothing)(?: of (?:this|it))? and "
         rf"(?:must|should|is|are) (?:{_NOT}|never) (?:to )?be (?:told|made aware|informed)"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"(?:{_NOT} |un)aware of this(?: information| entry| note)?"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"(?:information|matters?|facts?) (?:that |which )?{_FAMILY} "
         rf"(?:do|does|is|are) {_NOT} (?:know|have|aware|told)"),
        (Meaning.RESTRICTED, Force.ORDER,
         rf"(?:under no circumstances|on no account|in no circumstances)"
         rf" (?:(?:is|are|must|should|may|to|this|these|it|the|{_THING}) ){{0,6}}be (?:{_TOLD}"
         rf"|shared|copied"
         rf"|(?:shown|given|sent|released|passed) {_TOWARDS} {_FAMILY})(?: {_TOWARDS} "
         rf"{_ANYBODY})?"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:this|these)(?: {_THING})? (?:must|should|is|are) "
         rf"(?:{_NOT}|never) (?:to )?(?:go|get|be sent|be passed|be given) (?:back )?to {_FAMILY}"),
        (Meaning.RESTRICTED, Force.ORDER,
         rf"(?:this|these)(?: {_THING}| conversation)? (?:is|are) {_NOT} "
         rf"for (?:onward )?(?:sharing|disclosure|release|circulation|inspection)"),
        (Meaning.RESTRICTED, Force.ORDER,
         rf"(?:this|these)(?: (?:{_THING}|papers?|sheet))? (?:must|should"
         rf"|may|is|are) (?:{_NOT}|never) (?:to )?be (?:given|shown|sent|passed|handed|copied|read)"
         rf"(?: out)? to {_FAMILY}"),
    )),
    (("withh", "hid", "kept", "keep", "hold", "exclu", "omit", "remov", "detach", "delet", "redact",
      "sar", "take", "cut", "strip"), (
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"(?:to be )?(?:withh[eo]ld|withold|hidden|hide|keep|kept|held"
         rf"|hold|excluded?|omit(?:ted)?|removed?|deleted?|redact(?:ed)?|left out)(?: {_THIS})?"
         rf"(?: (?:confidential|private|back|off|out))?(?: (?:from|of))? {_FAMILY}(?:'s|s'|')?"
         rf"(?: (?:online )?(?:copy|copies|file|version|report|record))"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"(?:to be )?(?:withh[eo]ld|withold|hidden|hide|kept(?: back)?"
         rf"|keep|held back|hold back|excluded?|omit(?:ted)?)(?: {_THIS})? from {_FAMILY}"),
        (Meaning.RESTRICTED, Force.NOTICE,
         r"(?:to be )?(?:withhold|withheld|hide|hidden|keep(?: this)?)"
         r" from (?!the\b|an?\b|school\b|getting\b)[^\W\d_]{3,}+"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"(?:to be )?omitted from (?:the |any )?copy"
         rf"(?: (?:given|sent|for) (?:to )?(?:{_FAMILY}|[^\W_]++))?"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"(?:to be )?{_TAKEN_OUT}(?: (?:this|these))?"
         rf"(?: (?:page|sheet|section|slip|part|paragraph|annexe?|leaf|note))? {_BEFORE_RELEASE}"
         rf"(?: (?:is|are|go|goes)(?: (?!to\b)[^\W_]++)?)?(?: to {_ANYBODY})?"),
        (Meaning.RESTRICTED, Force.NOTICE, r"to be (?:withheld|redacted|held back)|for redaction"
         r"|redact from here(?: on)?"),
        (Meaning.RESTRICTED, Force.NOTICE,
         r"(?:d?sars?|subject access(?: requests?)?) (?:withhold|redact"
         r"|exempt|exclude|do not (?:release|disclose))"),
        (Meaning.RESTRICTED, Force.ORDER,
         rf"(?:this|these|the (?:above|following|below))(?: {_THING})? "
         rf"(?:is|are|must|should)(?: to)? be (?:withheld|kept|redacted|removed|held back"
         rf"|excluded|omitted)"
         rf"(?: from)? {_FAMILY}"),
        (Meaning.RESTRICTED, Force.ORDER, rf"(?:this|these)(?: {_THING})? (?:is|are|must|should)"
         r"(?: to)? be (?:withheld|kept|held back) from [^\W_]++"),
        (Meaning.RESTRICTED, Force.WEAK, r"(?:please )?withhold"),
    )),
    (("only", "between", "to professional", "off the record", "minuted", "restricted to", "without",
      "exclu", "withdrew", "absent", "asked to leave"), (
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"(?:for|to) (?:the )?(?:(?:eyes|information|use) of )?(?:the )?"
         rf"(?:[^\W_]++ (?:and|&) )?{_STAFF}(?: (?:use|eyes|copy|information|members))? only"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_STAFF} (?:use|eyes|copy|information) only"),
        (Meaning.RESTRICTED, Force.NOTICE, r"(?:judge|gp|social work(?:er)?(?: staff| team)?"
         r"|adoption team|medical staff) only"),
        (Meaning.RESTRICTED, Force.NOTICE, r"for your (?:information|eyes) only"),
        (Meaning.RESTRICTED, Force.NOTICE,
         r"(?:strictly |private )?(?:between (?:ourselves|professionals)"
         r"|to professionals)|(?:strictly )?off the record|(?:un|not )minuted(?: discussion)?"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"(?:access )?restricted to (?:the )?(?:named |allocated )*"
         rf"{_STAFF}(?: (?:and|&) {_STAFF})?(?: only)?"),
        (Meaning.RESTRICTED, Force.NOTICE,
         rf"(?:discussion|part|section|item) (?:held )?without (?:the )?"
         rf"{_FAMILY}(?: (?:being )?present)?"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"{_FAMILY} (?:excluded|withdrew|withdrawn|absent"
         rf"|asked to leave)(?: (?:from|for|during) (?:this|the following) (?:part|section|item"
         rf"|discussion"
         rf"|entry))"),
    )),
    (("closed", "sealed", "locked", "protected", "part ", "section ", "secret", "side of"), (
        (Meaning.RESTRICTED, Force.NOTICE,
         r"(?:sealed|locked|protected|embargoed) (?:record|file|entry|item"
         r"|note|information|papers|section|part|minutes)|closed (?:minutes|session)"),
        (Meaning.COURT, Force.NOTICE, r"sealed by (?:order of )?(?:the )?court"),
        (Meaning.ADOPTION, Force.NOTICE, r"adoption sealed"),
        (Meaning.RESTRICTED, Force.NOTICE,
         r"(?:part|section|schedule|volume) (?:[a-e]|[1-5]|i{1,3}|one"
         r"|two|three) (?:closed|restricted|confidential)"),
        (Meaning.RESTRICTED, Force.NOTICE,
         r"(?:confidential|closed|restricted) side of (?:the )?file"
         r"|(?:secret and confidential|strictly secret|confidential and secret)"),
    )),
    (("exempt",), (
        (Meaning.RESTRICTED, Force.NOTICE, r"exempt (?:from (?:access|disclosure)|under)"
         r" [^\n.:]{0,70}?(?:act|regulations?)(?: \d{4})?"),
        (Meaning.RESTRICTED, Force.NOTICE,
         r"exempt (?:from access|under (?:the )?(?:[^\W_]++ ){0,2}?"
         r"(?:schedule|sch|section|s|para(?:graph)?|dpa|gdpr|data protection|access))"),
        (Meaning.RESTRICTED, Force.NOTICE, r"exempt from disclosure under (?:[^\W_]++ )?[^\W_]++"),
    )),
    (("confiden", "sensitiv", "strictly private"), (
        (Meaning.RESTRICTED, Force.NOTICE, r"confidential to (?:the )?(?:[^\W_]++ )?(?:supervision"
         r"|department|team|panel|board|committee|court|conference|judge|social workers?|chair"
         r"|manager"
         r"|agenc(?:y|ies)|members|core group|social services)"),
        (Meaning.RESTRICTED, Force.NOTICE,
         r"confidential (?:(?:contact|placement|carers?'?) )?(?:address"
         r"|file note|contact details|address and telephone number)"),
        (Meaning.RESTRICTED, Force.NOTICE,
         r"confidential from here(?: on)?|confidential below this line"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"(?:please )?(?:keep|kept|treat)(?: {_THIS})? (?:as )?"
         r"(?:strictly )?(?:confidential|private|secret)(?: at (?:his|her|their) (?:own "
         r")?request)?"),
        (Meaning.RESTRICTED, Force.NOTICE,
         r"(?:told|said|given|shared|disclosed|reported)(?: to (?:me|us))?"
         r" in (?:strict )?confidence"),
        (Meaning.RESTRICTED, Force.ORDER,
         r"this is (?:strictly|highly|absolutely) confidential(?! to\b)"),
        (Meaning.RESTRICTED, Force.ORDER,
         rf"(?:this|these)(?: (?:{_THING}|conversation))? (?:is|are|must"
         r"|should)(?: to)? (?:be )?(?:kept|treated as|regarded as|remain|stay) (?:strictly "
         r"|completely )?"
         r"(?:confidential|private|secret)"),
        (Meaning.RESTRICTED, Force.WEAK,
         r"(?:highly |very )sensitive|sensitive(?= ?:)|strictly private(?= ?:)"),
    )),
    (("disclosure", "dissemination", "circulation", "to yoursel", "other people", "other than",
      "other famil", "transmission"), (
        (Meaning.RESTRICTED, Force.NOTICE, r"disclosure (?:is )?(?:restricted|prohibited|refused"
         r"|not permitted|not allowed|not agreed)"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"no (?:further |onward )?(?:dissemination|circulation"
         rf"|transmission)(?: {_TOWARDS} {_ANYBODY})?"),
        (Meaning.RESTRICTED, Force.NOTICE, r"(?:please )?keep (?:this|it) to yoursel(?:f|ves)"),
        (Meaning.THIRD_PARTY, Force.NOTICE,
         r"information (?:about|on|concerning|relating to|regarding) "
         r"(?:persons|people|individuals|family members) other than (?:the )?[^\W_]++"),
        (Meaning.THIRD_PARTY, Force.NOTICE, r"other people(?:'s|s') information"),
    )),
    (("third", "3rd", "t/p", "tp "), (
        (Meaning.THIRD_PARTY, Force.NOTICE,
         rf"{_THIRD}(?: (?:information|info|material|details|data))?,? "
         r"(?:no consent|consent (?:to [^\W_]++ )?(?:not|refused|withheld))(?: (?:given|obtained"
         r"|sought|to"
         r" [^\W_]++))?"),
        (Meaning.THIRD_PARTY, Force.NOTICE, r"t/?p (?:info(?:rmation)?|material|details|data)"),
    )),
    (("anonym", "protected", "referrer", "informant", "source", "caller"), (
        (Meaning.REFERRER, Force.NOTICE,
         rf"{_SOURCE}(?:'s)?(?: (?:details|name|identity))?,? (?:is )?"
         rf"(?:(?:please )?do not (?:name|identify|disclose)|not to be (?:named|identified"
         rf"|disclosed)"
         rf"|(?:to be )?protected|(?:identity|name) (?:to be )?protected"
         rf"|anonymous(?: at (?:own|his|her|their) (?:own )?request)?)"),
        (Meaning.REFERRER, Force.NOTICE,
         r"anonymity (?:requested|promised|guaranteed|assured|wanted)"),
    )),
    (("privilege", "contemplation", "purposes of", "purpose of"), (
        (Meaning.PRIVILEGE, Force.ORDER, rf"{_PRIVILEGE} (?:applies|attaches|is (?:claimed|asserted"
         rf"|maintained|not waived)|has not been waived)(?: (?:to|over|in) (?:this|the|these) "
         rf"[^\W_]++)?"),
        (Meaning.PRIVILEGE, Force.ORDER,
         rf"(?:attracts?|covered by|protected by|subject to) {_PRIVILEGE}"),
        (Meaning.PRIVILEGE, Force.ORDER,
         r"advice,? which (?:is|was|remains) (?:legally )?privileged"
         r"|(?:the )?(?:following|above) advice is (?:legally )?privileged"),
        (Meaning.PRIVILEGE, Force.ORDER,
         r"this (?:paragraph|section|part|entry|page) is (?:legally )?"
         r"privileged"),
        (Meaning.PRIVILEGE, Force.NOTICE, r"(?:legal )?(?:advice|opinion)(?:,? [^\W_]++){0,8}?,? "
         r"(?:legally )?privileged"),
        (Meaning.PRIVILEGE, Force.NOTICE,
         r"prepared (?:in contemplation of|for the (?:dominant )?purposes?"
         r" of) (?:[^\W_]++ ){0,2}?(?:legal proceedings|litigation|court proceedings|proceedings"
         r"|legal advice)"),
        (Meaning.PRIVILEGE, Force.WEAK, r"privilege"),
    )),
)  # fmt: skip
