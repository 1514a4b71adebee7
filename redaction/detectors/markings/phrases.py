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
_TO_BE = r"[tlfi1][o0] ?[bhl8][ecf]"
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
_SOMEBODY = rf"[^\W_]++(?:'s)?(?: {_FAMILY})?"
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
         rf"from {_FAMILY}"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"(?:withhold|keep)(?: {_THIS})?(?: {_THING})?(?: "
         rf"confidential)? from {_FAMILY}"),
        (Meaning.RESTRICTED, Force.NOTICE, rf"(?:withheld|kept(?: back)?|(?:hold|held|keep) back) "
         rf"from {_FAMILY}"),
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
)  # fmt: skip
