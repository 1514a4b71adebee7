"""The wordings of markings, as offices write them: a table that `phrases` reads.

Of each group, behind `==`: what stands in every one of its phrases, `_` for a space; a text in
which none of it stands is not looked at. Of each phrase: what it means, how plainly it has to stand
(`!` an order, `:` a notice, `?` weak), and its words. {NAMES} stand in `phrases`; a space stands
for whatever parts two words. A line that is set in goes on with the one above.
"""

WORDINGS = r"""

== disclos, divulg, reveal
restricted! {NOT} ?(?:{TO_BE} {MISREAD_TOLD}|[tlfi1][o0] {TOLD})(?: {TOWARDS} {ANYBODY})?
restricted! (?:(?:must|should|may|shall|can|ought|is|are) (?:{NOT}|never) (?:to )?
    |cannot |can't |mustn't |shouldn't )be {TOLD} {TOWARDS} {FAMILY}
restricted! (?:do|must|should) {NOT} {SAY} (?:(?:{THIS}|(?:this|the) {THING}|{THING}
    |it) ){1,2}{TOWARDS} {ANYBODY}
restricted! (?:this|these|above|following)(?: [^\W_]++){0,12}? (?:must|should|shall) (?:{NOT}
    |never) be {TOLD}(?: {TOWARDS} {ANYBODY})?
restricted: {NOT} {TOLD} {TOWARDS} {ANYBODY}
restricted: {NOT} for (?:onward |general )?disclosure(?: {TOWARDS} (?:{ANYBODY}|{SOMEBODY}))?
restricted: non ?disclos(?:able|ure)(?: (?:information|section|material|request|part|order))?
restricted: no (?:onward )?disclosure(?: {TOWARDS} {ANYBODY})?
restricted: (?:to be )?(?:redact(?:ed)?|remove(?:d)?)(?: this)? (?:before
    |prior to) (?:any )?disclosure
health! (?:disclosure|disclosing) (?:[^\W_]++ ){0,12}?serious (?:[^\W_]++ ){0,4}?harm
referrer! {NOT} (?:to )?(?:reveal|disclose) the (?:name|identity) of (?:the )?{SOURCE}

== do_not, don't, dont, never, do_n0t
restricted! treat(?: this)? as (?:strictly )?confidential and {DO_NOT} (?:{SAY}|{SHOW}|tell)
restricted! {DO_NOT} {SHOW} (?:{THIS} |(?:this |the )?{THING} ){1,2}(?:\w+ )?{TOWARDS} {ANYBODY}
restricted! {DO_NOT} (?:{SAY}|{SHOW}) (?:[^\W_]++ ){0,4}?{TOWARDS} {FAMILY}
restricted! {DO_NOT} {SAY} (?:{THIS} )?to [^\W_]++
restricted! {DO_NOT} (?:{SAY}|release|share)(?: {THIS})?(?: {THING})?(?:{CLAUSE_END}|(?= (?:under|in
    |without|as part)))
restricted: {DO_NOT} (?:{SAY}|{SHOW})(?! (?:(?:his|her|their|any|the) )?(?:food|drinks?|cups?
    |bottles?|towels?|beds?|bedrooms?|baths?|rooms?|toys?|clothes|combs?|hats?|medicines?|medication|tablets?
    |lifts?|money|passwords?|sweets|him|her|them|me)\b)
referrer! {DO_NOT} (?:name|identify) (?:the )?{SOURCE}
referrer! {DO_NOT} (?:say|let on|tell (?:them|any(?:one|body))) (?:that )?(?:it (?:was
    |came from) me|i(?:'ve| have| had)? (?:said|told|rang|called|spoke|came))

== never, not_to_be, not_too_be, n0t_to_be, not_be, n0t_be, cannot_be, to_he, is_not, are_not,
    not_get, nothing, no_part, not_know, not_find, not_to_know, not_released, not_disclosed,
    not_shared, not_for, not_to_go, not_to_see, not_to_read, not_to_have
restricted! {THIS}(?: {THING})? (?:{MODAL} {NOT}|cannot|{NOT}) (?:{TO_BE}|be) (?:{TOLD}|shared
    |released|copied|passed on|(?!read to){SHOWN} {TOWARDS} {ANYBODY})(?: {TOWARDS} {ANYBODY})?
restricted! (?:this|these|it|and|report|letter|information) (?:must|should|shall|may|is
    |are) {NOT} (?:to )?(?:be )?(?:released|shared|disclosed|passed on|repeated
    |shown) {TOWARDS} (?:{FAMILY}|them)
restricted! (?:nothing|no part|none)(?: [^\W_]++){0,5}? (?:is to|are to|must|should|can|may
    |shall) be (?:{TOLD}|shared|released|shown|copied) {TOWARDS} {FAMILY}
restricted! (?:address|whereabouts|location)(?: [^\W_]++){0,5}? (?:{MODAL} {NOT}|cannot
    |never) (?:to )?(?:be )?(?:{TOLD}|{SHOWN}|known) {TOWARDS} {FAMILY}
restricted! {FAMILY} (?:(?:must|should|is|are) {NOT}(?: to)?|must never) (?:(?:be )?(?:told
    |made aware|informed)|know|find out|learn)(?: (?:about|of))?(?: (?:this|it|these
    |the above))?{CLAUSE_END}
restricted! {FAMILY} (?:must|should|shall|is|are) {NOT} (?:to )?be told (?:that
    |of|about|why|where|who)
restricted: {NOT} (?:to be )?(?:disclosed|released|shared) {ON_ACCESS}
restricted! [^\W_]++ (?:(?:must|is|are) {NOT}(?: to)?|must never) (?:(?:be )?told|know|find out)
    (?: (?:about|of))?(?: (?:this|it|these|the above))?{CLAUSE_END}
restricted: (?:must|should|may) {NOT} be (?:{TOLD}|{SHOWN}) {TOWARDS} {FAMILY}
restricted: {NOT} {TO_BE} (?:{TOLD}|{SHOWN}) (?:or|and) (?:{TOLD}|{SHOWN}) {TOWARDS} {ANYBODY}
restricted: {NOT} to go (?:to {FAMILY}|(?:on|in|into|onto) (?:the (?:open|main|shared|child's)
    |[^\W_]++'s) file)
restricted! (?:this|these|(?<![^\W_]\x20)above|the above)(?: [^\W_]++){0,8}? (?:is|are) {NOT}
     for (?:[^\W_]++ or )?{FAMILY}
restricted! [^\W_]++ (?:is|are) {NOT} to (?:see|read|have) (?:this|these)
restricted! (?:this|these|it) (?:must|should) {NOT} get back to {FAMILY}
restricted! (?:(?:this|the) {THING}|information|details) (?:{MODAL} {NOT}|cannot) (?:{TO_BE}
    |be) (?!read to){SHOWN} {TOWARDS} {FAMILY}
restricted! {WANTS} (?:(?!wh|if\b)[^\W_]++ ){0,10}?(?:{NOT} (?:to )?be|(?:is|are) {NOT}) (?:{TOLD}
    |shared|passed|repeated) {TOWARDS} \w+
restricted: {NOT} {TO_BE} (?:shared|released|copied|passed on|{SHOWN} {TOWARDS} (?:{ANYBODY}
    |{SOMEBODY}))(?: {TOWARDS} (?:{ANYBODY}|{SOMEBODY}))?

== not_shared, not_released, not_for
restricted: {NOT} (?:shared|released) {TOWARDS} {ANYBODY}
restricted: {NOT} for (?:onward |general )?(?:sharing|release|circulation|distribution
    |subject access|(?:the )?d?sars?|{FAMILY})(?: {TOWARDS} {ANYBODY})?

== withh, redact, exempt, keep, kept, held_back, hold_back, remove
restricted! to be (?:withheld|redacted|kept(?: confidential)?) from (?!children\b){FAMILY}
restricted: (?:withhold|keep)(?: {THIS})?(?: {THING})?(?: confidential)? from {FAMILY}
restricted: (?:withheld|kept(?: back)?|(?:hold|held|keep) back) from (?!children\b){FAMILY}
restricted! th(?:is|ese) (?:parts?|sections?|pages?|paragraphs?|lines?|information|entry|entries
    |appendix|annexe?) (?:is|are|was|were)(?: (?:to be|being))? (?:withheld
    |kept(?: back)?|held back) from [^\W_]++
restricted: keep(?: this)? off the (?:open|main|shared|child's) file
restricted: (?:to be )?(?:redact(?:ed)?|remove(?:d)?)(?: this)? (?:before|prior to) (?:any )?
    (?:release|sharing)
restricted: to be redacted
restricted: (?:to be )?(?:redact(?:ed)?|remove(?:d)?)(?: this)? (?:before|prior to) (?:the )?(?:file
    |records?|papers) (?:is|are) (?:shared|released|disclosed|seen|read)
restricted: (?:withhold|redact|remove|withheld)(?: this)? {ON_ACCESS}
restricted? (?:please )?redact
restricted: exempt (?:from (?:disclosure|release|subject access|(?:the )?d?sar)|information
    |material)

== confiden
restricted: (?:strictly |highly |most )?confidential (?:section|annexe?|appendix|addendum|supplement
    |part|information|info|note|material|content|minutes?|details|slip|sheet|discussion|matters?
    |entry|memo(?:randum)?|message|communication|comments?|views?|observations?|concerns?|opinion|
    (?:to|between|for) (?:the )?professionals|to (?:the )?(?:court|conference|panel|core group))
third_party: confidential {THIRD}(?: (?:information|material|details|section))?
referrer: confidential (?:{SOURCE}|referral|informer)
referrer! (?:promised|assured of|guaranteed) (?:[^\W_]++ ){0,2}?confidentiality
restricted! th(?:is|ese) (?:(?:information|paragraph|section|note|entry|details?) )?(?:(?:was|were
    |is|has been|have been) )?(?:given|shared|provided|told|received|said)(?: to (?:me
    |us))? in (?:the )?(?:strict(?:est)? )?confidence
restricted! (?:told|gave|said|shared|informed)(?: (?:me|us))? (?:this|these|the following|the above)
    (?: (?:me|us)| to (?:me|us))? in (?:the )?(?:strict(?:est)? )?confidence
restricted! {WANTS} (?:(?:that|for|us|me|to|we) ){0,2}(?:keep (?:this|these|what [^\W_]++ (?:said
    |told \w+))|(?:this|these)(?: {THING})? (?:to )?(?:is|be|remains?|stays?|are)
    (?: kept)?) (?:strictly )?(?:confidential|private|between (?:us|ourselves|professionals))
restricted! (?:this|the (?:following|above|preceding)) (?:paragraph|section|passage|entry|part|page
    |note|information) (?:is|are|remains|must remain) (?:strictly |highly )?confidential
restricted! (?:this|these)(?: {THING})? (?:is
    |are) (?:strictly |highly )?confidential and {NOT} (?:for|to be|disclosable|releasable)
restricted! (?:address|whereabouts|location|placement)(?: (?:is|are|remains?|to (?:be|remain)
    |must (?:be|remain)))?(?: kept)? (?:strictly )?confidential
restricted: (?:given|provided|received|told) in (?:strict(?:est)? )?confidence|in (?:the )?strict
    (?:est)? confidence
health: (?:medical(?:ly)?|clinical(?:ly)?|health) (?:in confidence|confidential)
adoption: confidential adoption(?: (?:information|report|records?|file))?
privilege: confidential legal advice|legal advice (?:confidential|in confidence)
restricted? (?:strictly |highly |most )?confidential|in confidence

== eyes, _only, professional, need_to_know, closed
restricted: (?:for )?(?:the )?(?:eyes of )?(?:professionals?|practitioners?|social workers?)(?:'s
    |')? (?:eyes )?only|(?:workers?|staff)(?:'s|')? eyes only
restricted: professionals?'? (?:section|information)
restricted: (?:on a )?need to know(?: basis)?(?: only)?
restricted: closed (?:section|part of the (?:file|record|minutes|meeting))

restricted: (?:staff|workers?) only(?:{LABEL_END}|(?=\x20?[>*=<])|$)
restricted: closed session

== children's_file, child's_file, family's_file, client's_file, file
restricted! {NOT} for (?:the |his |her |their |any )?(?:{FAMILY}|[^\W_]++)(?:'s|s'|')? (?:own |open
    |main |shared )?(?:files?|records?|copy|copies|bundle|version)(?! (?:only )?note)

== restrict
restricted! (?:this|these|the (?:following|above|preceding)) (?:report|letter|document|record
    |paragraph|section|passage|entry|part|page|note|information) (?:is|are
    |remains) (?:strictly |highly )?restricted(?! to)
restricted: restricted (?:access|section|information|info|circulation|file|material|document|record
    |content|note|distribution|entry|minutes?|report|part|page|paragraph|annexe?|appendix|data)
restricted: access (?:is )?(?:strictly )?restricted|restrict access
adoption: restricted adoption(?: (?:information|report|records?|file))?
restricted? (?:strictly |highly )?restricted

== sensitiv, immunity, intelligence
police: (?:pii )?police sensitive(?: information| intelligence| material)?|pii sensitive
    |sensitive police(?: information| intelligence| material)?
police: public interest immunity|(?:sensitive|restricted|confidential) (?:police )?intelligence
    |police intelligence(?: report| log| only)?
health: (?:medical(?:ly)?|clinical(?:ly)?) sensitive
restricted: (?:highly |very )?sensitive (?:(?:third party|personal) )?(?:information|section
    |material|content|data|note|matters?)

== third, 3rd
third_party: {THIRD}(?: (?:confidential|sensitive|personal|restricted))? (?:information|info|section
    |material|details?|data|records?|content|file|documents?|documentation|correspondence|input
    |disclosure)
third_party: (?:information|details|data|material|names?) (?:of|about|relating to|regarding|on|from
    |concerning|provided by|given by|supplied by) (?:an? |other )?{THIRD}
third_party? {THIRD}

== anon, confidential, protected, withheld, secret, unnamed, unidentified, identi, _name, to_know,
    to_be_known, _who_
referrer: {ANON} (?:{SOURCE}|referral|call|tip off|allegation|informer)
referrer: source of (?:the |this )?(?:referral|information|call)(?: (?:is|to be
    |kept)){0,3} (?:confidential|{ANON}|withheld)
referrer! {SOURCE}(?:'s|s'|')? (?:names?|details|identity|address|number) (?:is |are )?{NOT}
    (?: to)?(?: be)? (?:given(?: out)?|passed on|{TOLD}|released|repeated|used|told|named|shown)
referrer! {NO_WISH} to (?:leave|give|provide) (?:a|an|any|his|her|their) (?:name|details|identity)
referrer: {SOURCE}(?:'s?)?(?: (?:details|name|identity))? (?:is )?(?:to (?:be|remain) )?(?:kept )?
    (?:confidential|{ANON}|withheld)
referrer! {WANTS} (?:that (?:he|she|they) |for (?:his|her|their) \w+ )?(?:to )?(?:remain|stay
    |be kept|be treated as|be|should remain|remains) (?:completely |strictly |totally |entirely )?
    (?:{ANON}|confidential|unnamed|unidentified)(?! (?:in|on|for) (?:[^\W_]++ ){1,2}?(?:survey
    |questionnaire|poll|study|research|article|film|feedback)\b)
referrer! {WANTS} (?:(?:for|that|to) )?(?:his|her|their|the|my) (?:own )?(?:name|identity|details?
    |contact details|call|referral)(?: [^\W_]++){0,2}? (?:not (?:to )?(?:be )?{KEPT}|(?:to )?
    (?:be )?(?:kept |remain )?(?:confidential|{ANON}|private|withheld|out of it))
referrer! {WANTS} not to be (?:named|identified)
referrer! (?:{WANTS} (?:that )?(?:we|us|me|nobody|no one) (?:do not|don't|not|to not)?(?: to)? ?)
    (?:say|tell|know|disclose)(?: [^\W_]++){0,2}? who (?:had )?(?:rang|rung|called|told|it was|made
    |referred)
referrer! {NO_WISH} (?:to be (?:named|identified)(?! in (?:[^\W_]++ ){0,3}?(?:papers?|press|news
    (?:papers?)?|media|film|article|book|video|photos?)\b)|(?:his|her|their|the) (?:name|identity
    |details)(?: [^\W_]++){0,3}? {KEPT})
referrer! (?:name|identity|identities|details)(?: of (?:the |this |our )?\w+)? (?:(?:is|are) to|must
    |should|shall|to|has to|have to|needs? to) (?:be |remain )?(?:kept )?(?:strictly )?
    (?:confidential|{ANON}|protected|withheld|secret)
referrer! (?:name|identity) of (?:the |this )?{SOURCE}(?: [^\W_]++){1,8}? (?:to be|being|is
    |must be) (?:kept )?(?:strictly )?(?:confidential|{ANON}|withheld|protected|secret)
referrer! (?:name|identity)(?: of (?:the |this |our )?\w+)? (?:is |are |has been )?(?:being )?
    (?:kept )?(?:strictly )?(?:confidential|{ANON}|withheld)
referrer! (?:his|her|their|the \w+(?:'s?)?|whose) (?:name|identity)
    (?: of (?:the )?\w+)? (?:{MODAL} {NOT}|{NOT}|cannot) (?:to )?be {KEPT}
referrer! {NO_WISH} (?:for )?(?:the|his|her|their) (?:family|mother|father|mum|dad|child
    |parents?) to know(?: (?:who|that|it was)\b| (?:of|about) (?:this|th(?:e|is) (?:call|referral
    |report))|(?= ?[.,;!]))
referrer! {NO_WISH} (?:family|mother|father|mum|dad|parents?) to know(?:(?= ?[.,;!])|(?= ?$))
referrer! (?:request(?:s|ed|ing)|ask(?:s|ed|ing)(?: for)?|promised|assured of|guaranteed|wish(?:es
    |ed)(?: for)?|wants?) (?:complete |total )?anonymity

== privile, prejudice, contemplation, for_the_purpose
privilege: (?:confidential (?:and|&) )?(?:subject to )?legal(?:ly)? (?:professional )?privileged?
    (?: (?:and|&) confidential)?
privilege: (?:legal advice|litigation|solicitor client|lawyer client|lp) privileged?
privilege: (?:subject to )privilege|privileged (?:and|&) confidential|confidential (?:and
    |&) privileged
privilege: privileged (?:communication|advice|document|correspondence|material|legal advice
    |information)
privilege: without prejudice(?! to\b)(?: save as to costs)?
privilege! this (?:document|e mail|email|advice|note|letter|report|attendance note|memo|memorandum
    |correspondence|communication|chain) (?:is|was|has been) (?:(?:confidential and )?
    (?:subject to )?(?:legal(?:ly)? )(?:professional )?privileged?|prepared (?:in contemplation of
    |for the purposes? of) (?:litigation|(?:obtaining |giving )?legal))
privilege? privileged

== police_nat, pnc, marac, mappa
police: police national computer(?: (?:record|check|information|print ?out|result)s?)?
police: pnc (?:record|check|information|print ?out|print|result|disclosure|search|data|report)s?
police: (?:marac|mappa)(?: (?:level )?\d)?(?: (?:meeting|case|risk))? (?:minutes?|information
    |referral|action plan|notes?|research(?: form)?|report|record|disclosure|document|summary)
police: (?:minutes|record|notes) of (?:the )?(?:marac|mappa)(?: meeting)?

== serious_harm
health: serious harm (?:test|opinion|to (?:the )?(?:physical|mental) (?:or (?:physical
    |mental) )?health)

== adopt, permanence
adoption: adoption (?:case |agency |support |panel |act )?(?:records?|file|papers|section|content
    |minutes)
adoption: (?:sealed|closed) adoption(?: (?:information|report|records?|file))?
    |adoption (?:information|report) (?:restricted|confidential)
adoption: child(?:'s|s)? permanence report|(?:prospective )?adopters?'?s? (?:report|details|identity
    |address|information)
adoption: adoptive (?:parents?|family|placement)(?:'s|s|')? (?:details|identity|address|information)

== not_, n0t_, never, don't, dont, no_account, no_circumstances, unaware
restricted: {NOT} {TO_BE} {OUT}(?: {TOWARDS} (?:{ANYBODY}|{SOMEBODY}))?
restricted: {NOT} {TO_BE} (?:mentioned|repeated|told|accessed|known)
    (?: online)? {TOWARDS} (?:{ANYBODY}|{SOMEBODY})
restricted: {NOT} {TO_BE} repeated(?! (?:until|in|at|for)\b)
restricted: (?:must|should|may|shall) {NOT} be (?:{TOLD}|shared|released|copied|circulated)
restricted: {DO_NOT} (?:{SAY}|share|release)(?: {THIS})? (?:to|with) [^\W_]++{LABEL_END}
restricted: {NOT} for (?!resus|profit|use\b)[^\W_]++{COLON}
restricted: {NOT} {TO_BE} (?:included|recorded|entered|filed|put|placed) (?:in|on
    |with) (?:the |any )?(?:[^\W_]++ )?(?:copy|copies|minutes|file|letter|report|record)(?: (?:for
    |to|given to) {ANYBODY})?
restricted: {NOT} for (?:[^\W_]++ (?:or|and) )?(?:photocopying|copying|transmission
    |onward transmission|(?:onward )?dissemination|publication|inspection|minuting|forwarding|
    (?:the )?(?:open |main )?file|onward sharing|inclusion in|service (?:on|upon)|filing|uploading
    |upload|attachment|viewing|reading by|(?:patient|public|family|client|parental|online) (?:access
    |viewing|view)|wider (?:sharing|circulation|distribution|use)|onward use|quotation|repetition)
restricted: {NOT} for (?:the )?(?:eyes|ears) of (?:{FAMILY}|[^\W_]++)
restricted: {NOT} for (?:{FAMILY}|[^\W_]++)(?:'s|s'|')? (?:copy|eyes|ears|file)
restricted: {NOT} (?:open|available|accessible) (?:to|for) (?:{FAMILY}(?: access)?|inspection
    |access)(?: (?:by|to) {ANYBODY})?
restricted: {NOT} (?:to be )?(?:disclosable|shareable|sharable|releasable)(?: {TOWARDS} {ANYBODY})?
restricted: {NOT} to (?:leave (?:the|this) (?:office|file|department|team|safe|cabinet)
    |go out with (?:the|these) (?:[^\W_]++ )?(?:minutes|report|file|papers|letter|copies))
restricted: {DO_NOT} (?:minute|photocopy|circulate|distribute|disseminate|forward|copy)(?: (?:this
    |to [^\W_]++(?: [^\W_]++)?))?
restricted: {DO_NOT} (?:file|put|place|upload|enter|record|include|log)(?: {THIS})? (?:on|in|onto
    |to) (?:the |any )?(?:(?:open|main|shared|public|child's|client's|family|family's) )?(?:file
    |letter|copy|minutes|report|record)(?: (?:to|for) {ANYBODY})?
restricted: {DO_NOT} (?:mention|repeat)(?: {THIS})? to (?:{FAMILY}|[^\W_]++)
restricted: {DO_NOT} (?:tell|inform) (?:{FAMILY}|[^\W_]++{COLON})
restricted: {DO_NOT} (?:{SAY}|release|share|include|provide) (?:[^\W_]++ ){0,6}?(?:d?sars?
    |subject access(?: requests?)?)
restricted: {FAMILY} {NOT} to (?:be )?{HEARD}(?: (?:of|about))?(?: (?:this|it|these))?{CLAUSE_END}
restricted! {FAMILY} (?:must|should) (?:{NOT}|never) (?:see|read|hear|have|be shown|be given
    |get hold of) (?:this|these)
restricted! (?:unaware|not aware|knows? nothing)(?: of (?:this|it))? and (?:must|should|is
    |are) (?:{NOT}|never) (?:to )?be (?:told|made aware|informed)
restricted: (?:{NOT} |un)aware of this(?: information| entry| note)?
restricted: (?:information|matters?|facts?|details) (?:that |which )?{FAMILY} (?:do|does|is|are|must
    |should|may|can) {NOT} (?:to )?(?:know|have|aware|told|see|read|hear|learn|be told|be given
    |be shown)
restricted: (?:information|matters?|facts?|details) (?:{NOT} |un)(?:known|disclosed|shared|given
    |revealed|available|told)(?: yet)? (?:to|with) {FAMILY}
restricted: {NOT} (?:seen|read) by {FAMILY}|{NOT} (?:told to|discussed with) {FAMILY}
restricted! (?:under no circumstances|on no account|in no circumstances) (?:(?:is|are|must|should
    |may|to|this|these|it|the|{THING}) ){0,6}be (?:{TOLD}|shared|copied|(?:shown|given|sent|released
    |passed) {TOWARDS} {FAMILY})(?: {TOWARDS} {ANYBODY})?
restricted! (?:this|these)(?: {THING})? (?:must|should|is|are) (?:{NOT}|never) (?:to )?(?:go|get
    |be sent|be passed|be given) (?:back )?to {FAMILY}
restricted! (?:this|these)(?: {THING}| conversation)? (?:is|are) {NOT} for (?:onward )?(?:sharing
    |disclosure|release|circulation|inspection)
restricted! (?:this|these)(?: (?:{THING}|papers?|sheet))? (?:must|should|may|is|are) (?:{NOT}
    |never) (?:to )?be (?:given|shown|sent|passed|handed|copied|read)(?: out)? to {FAMILY}

== withh, hid, kept, keep, hold, exclu, omit, remov, detach, delet, redact, sar, take, cut, strip
restricted: (?:to be )?(?:withh[eo]ld|withold|hidden|hide|keep|kept|held|hold|excluded?|omit(?:ted)?
    |removed?|deleted?|redact(?:ed)?|left out)(?: {THIS})?(?: (?:confidential|private|back|off
    |out))?(?: (?:from|of))? {FAMILY}(?:'s|s'|')?(?: (?:online )?(?:copy|copies|file|version|report
    |record))
restricted: (?:to be )?(?:withh[eo]ld|withold|hidden|hide|kept(?: back)?|keep|held back|hold back
    |excluded?|omit(?:ted)?)(?: {THIS})? from {FAMILY}
restricted: (?:to be )?(?:withhold|withheld|hide|hidden|keep(?: this)?) from (?!the\b|an?\b|school\b
    |getting\b)[^\W\d_]{3,}+
restricted: (?:to be )?omitted from (?:the |any )?copy(?: (?:given|sent|for) (?:to )?(?:{FAMILY}
    |[^\W_]++))?
restricted: (?:to be )?{TAKEN_OUT}(?: (?:this|these))?(?: (?:page|sheet|section|slip|part|paragraph
    |annexe?|leaf|note))? {BEFORE_RELEASE}(?: (?:is|are|go|goes)(?: (?!to\b)[^\W_]++)?)?
    (?: to {ANYBODY})?
restricted: to be (?:withheld|redacted|held back)|for redaction|redact from here(?: on)?
restricted: (?:d?sars?|subject access(?: requests?)?) (?:withhold|redact|exempt|exclude
    |do not (?:release|disclose))
restricted! (?:this|these|the (?:above|following|below))(?: {THING})? (?:is|are|must|should)
    (?: to)? be (?:withheld|kept|redacted|removed|held back|excluded|omitted)(?: from)? {FAMILY}
restricted! (?:this|these)(?: {THING})? (?:is|are|must|should)(?: to)? be (?:withheld|kept
    |held back) from [^\W_]++
restricted? (?:please )?withhold

== only, between, to_professional, off_the_record, minuted, restricted_to, without, exclu, withdrew,
    absent, asked_to_leave
restricted: (?:for|to) (?:the )?(?:(?:eyes|information|use) of )?(?:the )?(?:[^\W_]++ (?:and
    |&) )?{STAFF}(?: (?:use|eyes|copy|information|members))? only
restricted: {STAFF} (?:use|eyes|copy|information|access) only
restricted: (?:judge|gp|social work(?:er)?(?: staff| team)?|adoption team|medical staff|dsl|slt
    |senco|iro|lado|(?:team|service|senior|line) managers?|head ?(?:teacher|master|mistress)?
    |deputy head|designated (?:[^\W_]++ ){0,2}?lead|safeguarding (?:lead|team)|supervisor
    |caldicott guardian) only
restricted: for your (?:information|eyes) only
restricted: (?:strictly |private )?(?:between (?:ourselves|professionals)|to professionals)|
    (?:strictly )?off the record|(?:un|not )minuted(?: discussion)?
restricted: (?:access )?(?:restricted|limited) to (?:the )?(?:[^\W_]++ ){0,2}?{STAFF}
    (?: (?:managers?|leaders?|members?))?(?: (?:and|&) (?:above|{STAFF}))?(?: only)?
restricted: (?:discussion|part|section|item) (?:held )?without (?:the )?{FAMILY}
    (?: (?:being )?present)?
restricted: {FAMILY} (?:excluded|withdrew|withdrawn|absent|asked to leave)(?: (?:from|for
    |during) (?:this|the following) (?:part|section|item|discussion|entry))

== closed, sealed, locked, protected, part_, section_, secret, side_of
restricted: (?:sealed|locked|protected|embargoed) (?:case )?(?:record|file|entry|item|note
    |information|papers|section|part|minutes)|closed (?:minutes?|session)
court: sealed by (?:order of )?(?:the )?court
adoption: adoption sealed
restricted: (?:part|section|schedule|volume) (?:[a-e]|[1-5]|i{1,3}|one|two|three) (?:closed
    |restricted|confidential)
restricted: (?:confidential|closed|restricted) side of (?:the )?file|(?:secret and confidential
    |strictly secret|confidential and secret)

== exempt
restricted: exempt (?:from (?:access|disclosure)|under) [^\n.:]{0,70}?(?:act|regulations?)
    (?: \d{4})?
restricted: exempt (?:from access|under (?:the )?(?:[^\W_]++ ){0,2}?(?:schedule|sch|section|s|para
    (?:graph)?|dpa|gdpr|data protection|access))
restricted: exempt from disclosure under (?:[^\W_]++ )?[^\W_]++

== confiden, sensitiv, strictly_private
restricted: confidential to (?:the )?(?:[^\W_]++ ){0,2}?(?:supervision|department|team|panel
    |board|committee|court|conference|judge|social workers?|chair|manager|agenc(?:y|ies)|members
    |core group|social services|advis[eo]rs?|services?|practitioners?|nurses?|doctors?|consultant
    |police|school|head ?teacher)
restricted: confidential (?:(?:contact|placement|carers?'?) )?(?:address|file note|contact details
    |address and telephone number)
restricted: confidential from here(?: on)?|confidential below this line
restricted: (?:please )?(?:keep|kept|treat)(?: {THIS})? (?:as )?(?:strictly )?(?:confidential
    |private|secret)(?: at (?:his|her|their) (?:own )?request)?
restricted: (?:told|said|given|shared|disclosed|reported)(?: to (?:me
    |us))? in (?:strict )?confidence
restricted! this is (?:strictly|highly|absolutely) confidential(?! to\b)
restricted! (?:this|these)(?: (?:{THING}|conversation))? (?:is|are|must|should)(?: to)? (?:be )?
    (?:kept|treated as|regarded as|remain|stay) (?:strictly |completely )?(?:confidential|private
    |secret)
restricted? (?:highly |very )sensitive|sensitive{COLON}|strictly private{COLON}

== disclosure, dissemination, circulation, to_yoursel, other_people, other_than, other_famil,
    transmission
restricted: disclosure (?:is )?(?:restricted|prohibited|refused|not permitted|not allowed
    |not agreed)
restricted: no (?:further |onward )?(?:dissemination|circulation|transmission)
    (?: {TOWARDS} {ANYBODY})?
restricted: (?:please )?keep (?:this|it) to yoursel(?:f|ves)
third_party: information (?:about|on|concerning|relating to|regarding) (?:persons|people|individuals
    |family members) other than (?:the )?[^\W_]++
third_party: other people(?:'s|s') information

== third, 3rd, t/p, tp_
third_party: {THIRD}(?: (?:information|info|material|details|data))?,? (?:no consent
    |consent (?:to [^\W_]++ )?(?:not|refused|withheld))(?: (?:given|obtained|sought|to [^\W_]++))?
third_party! this is (?:confidential |sensitive )?{THIRD} (?:information|info|material|data)
third_party: t/?p (?:info(?:rmation)?|material|details|data)

== anon, protect, referrer, informant, source, caller
referrer: {SOURCE}(?:'s)?(?: (?:details|name|identity))?,? (?:is )?(?:(?:please )?(?:protect
    |withhold)|(?:please )?do not (?:name|identify|disclose)|not to be (?:named|identified
    |disclosed)|(?:to be )?protected|(?:identity|name) (?:to be )?protected|{ANON}(?: at (?:own|his
    |her|their) (?:own )?request)?)
referrer: anonymity (?:requested|promised|guaranteed|assured|wanted)

== privilege, lpp, contemplation, purposes_of, purpose_of
privilege! {PRIVILEGE} (?:applies|attaches|is (?:claimed|asserted|maintained|not waived)
    |has not been waived)(?: (?:to|over|in) (?:this|the|these) [^\W_]++)?
privilege! (?:attracts?|covered by|protected by|subject to) {PRIVILEGE}
privilege! advice,? which (?:is|was|remains) (?:legally )?privileged|(?:the )?(?:following
    |above) advice is (?:legally )?privileged
privilege! this (?:paragraph|section|part|entry|page) is (?:legally )?privileged
privilege: (?:legal )?(?:advice|opinion)(?:,? [^\W_]++){0,8}?,? (?:legally )?privileged
privilege: prepared (?:in contemplation of|for the (?:dominant )?purposes? of) (?:[^\W_]++ ){0,2}?
    (?:legal proceedings|litigation|court proceedings|proceedings|legal advice)
privilege? privilege

== further, this_to, between, ask, request, do_not, don't, dont, these_to
restricted! (?:this|these|it)(?: {THING})? (?:is|are|must|should|ought|may) (?:{NOT}
    |never) (?:to )?go(?: any| no)? (?:further|outside|beyond)
restricted! (?:this|these|it)(?: {THING})? (?:must|should|is to|are to|has to) (?:go no further|
    (?:stay|remain|be kept) (?:strictly )?(?:between|among|within) (?:us|ourselves|the|these
    |professionals|agencies|our))
restricted! (?:understanding|promise|basis|proviso)(?: [^\W_]++){1,2} (?:would|will|must|should
    |goes?|went) (?:go )?no further
restricted: (?:must|should|to) go no further|(?:strictly )?between (?:you and me|ourselves|agencies)
    |(?:strictly|just) between us{COLON}
restricted! (?:do|does|did|has|have) {NOT} (?:consent|agree|consented|agreed|want|wish)(?: (?:to
    |for))? (?:this|these|the (?:above|following))(?: {THING})?(?: (?:to be|being))? (?:{TOLD}
    |{SHOWN})(?: {TOWARDS} {ANYBODY})?
restricted! (?:please )?keep (?:this|these|it)(?: {THING})? (?:strictly )?between (?:us|ourselves
    |you and me|the two of us|professionals|agencies)
restricted! (?:this|it) is (?:strictly |just |purely )?between (?:us|ourselves|you and me
    |professionals|agencies)
restricted! {ASKS} (?:that )?(?:you|we|staff|nobody|no one|colleagues) (?:do not|don't|never)
    (?:{CLAUSE_END}|(?: (?:tell|share|disclose|discuss|mention|pass|repeat|show|copy|reveal|let)))
restricted! {ASKS} (?:that |if )?(?:this|these|the (?:above|following|contents)|what [^\W_]++ said)
    (?: {THING})? (?:(?:is|are|was|were|to|must|should) )?(?:be )?(?:{NOT} (?:to )?(?:be )?(?:{TOLD}
    |{SHOWN}) {TOWARDS}|(?:kept|withheld|redacted|held back) from) {ANYBODY}
restricted: {DO_NOT} (?:tip off|alert)(?: {FAMILY})?
restricted! {DO_NOT} let {FAMILY} (?:know|see|read|hear|find out|have) (?:this|these|about this
    |of this)
restricted! {DO_NOT} (?:raise|bring up|discuss|talk about|speak of|repeat|mention|pass on
    |share) (?:this|these|any of this|the (?:above|following|contents))(?: {THING})? (?:with|to
    |in front of)(?: [^\W_]++){1,2}
restricted: {DO_NOT} (?:refer to|quote|cite|reference|mention|use)(?: (?:this|these|it))? (?:in|on)
    (?: (?:any|the|your))?(?: [^\W_]++)? (?:correspondence|letters?|reports?|minutes|court
    |statements?|conversations?|contact|writing)
restricted: {DO_NOT} (?:upload|scan|attach|add|copy|save|index|file|put|place|record|store)
    (?: {THIS})? (?:on|in|into|onto|to) (?:[^\W_]++(?:'s)? ){1,2}(?:file|records?|system|bundle
    |portal|folder|letters?|copy)

== hid, redact, withh, exclu, suppress, remov, omit, block, conceal, take, out_of
restricted: (?:to be )?(?:hidden|hide|redact(?:ed)?|withh[eo]ld|excluded?|suppress(?:ed)?|removed?
    |omit(?:ted)?|blocked?|conceal(?:ed)?)(?: (?:this|these))? from (?:[^\W_]++ ){0,3}?(?:access
    |view|viewing|records?|portal|app|copy|copies|disclosure|bundle|d?sars?|release|minutes|letter
    |subject access|inspection)
restricted: (?:please )?(?:redact|withhold|suppress|conceal|exclude|remove|omit|black out|block out)
    (?: (?:the )?(?:above|following)| th(?:is|ese)(?: {THING})?)
restricted: (?:withhold|redact|suppress|conceal|withheld|redacted){LABEL_END}
restricted: (?:address|whereabouts|location|identity|contact details|telephone number) (?:(?:is|are
    |to be) )?(?:withheld|suppressed|omitted|hidden)
restricted! (?:this|these|the (?:above|following))(?: {THING})? (?:must|should|is to|are to|needs to
    |may need to) be {TAKEN_OUT} {BEFORE_RELEASE}
restricted! (?:keep|leave|take) (?:this|these)(?: {THING})? (?:out of|off|away from|back from)
    (?: (?:the|any|her|his|their))? (?:{FAMILY}|copy|copies|file|minutes|record|letter|report
    |bundle)

== only, opened_by, seen_by, read_by
restricted: (?:to be )?(?:opened|read|seen|viewed|accessed|held|used) (?:only by (?:the )?{STAFF}
    |by (?:the )?{STAFF} only)

== restricted, limited
restricted: (?:circulation|distribution|access|viewing|release|sharing|disclosure)(?: (?:is|are))?
    (?: strictly)? (?:restricted|limited)|limited (?:circulation|distribution|access|disclosure)

== serious_harm
health: (?:risk of |likely to cause |may cause |would cause |could cause )?serious harm (?:to
    (?: the)? {FAMILY}|(?:[^\W_]++ ){0,5}?if (?:disclosed|released|shown|seen|told|known|shared))
health: serious harm (?:may|would|could|is likely to|will) (?:result|follow|be caused)

== pii, sensitiv, covert, intel
police: pii (?:material|claim|application|schedule|applies)|sensitive (?:unused |source )?
    (?:schedule|material)|police intel(?:ligence)?|covert (?:information|intelligence|source|enquir
    (?:y|ies))

== confiden
restricted! (?:this|these)(?: {THING})? (?:is|are|must|should)(?: to)? be (?:kept|treated|held
    |regarded) in (?:the )?(?:strict(?:est)? |utmost |complete )?confidence
restricted! (?:please )?(?:keep|treat|hold|regard) (?:this|these|the (?:above|following))
    (?: {THING})?(?: as)? (?:strictly )?(?:confidential|private|in (?:strict )?confidence)
restricted! (?:speaking|writing|telling|sharing|passing|tell|saying)(?: [^\W_]++){0,3}? in (?:the )?
    (?:strict(?:est)? |complete |total |absolute )?confidence

== tear, cut, detach, remov, destroy, discard
restricted: (?:to be )?(?:tear|torn|cut|detach(?:ed)?|removed?|discard(?:ed)?)(?: off| out)?(?: this
    (?: (?:page|sheet|slip|section|part))?)? (?:before|prior to) (?:sending|giving|posting|copying
    |showing|filing|sharing|handing)(?: [^\W_]++){0,2}?(?: (?:to|with))? {ANYBODY}

== consent
third_party: consent to (?:share|disclose|disclosure|release|sharing) (?:not (?:given|obtained
    |granted)|refused|withheld|declined)

== not_
restricted: {NOT} {TO_BE} (?:[^\W_]++ (?:or|and|nor) ){1,2}(?:{TOLD}|{SHOWN}|{OUT})
    (?: {TOWARDS} {ANYBODY})?
restricted! (?:this|these)(?: {THING})? (?:must|should|shall|is|are) (?:{NOT}
    |never) (?:to )?be {OUT}
restricted! (?:{ASKS}|prefer|rather|want|wish) (?:that )?[^\W_]++ (?:(?:does|do|is|are) not|doesn't
    |don't|never) (?:to )?(?:be )?(?:see|hear|read|learn|find out|told)(?: (?:about|of))? (?:this
    |these){CLAUSE_END}
restricted! (?:this|these) {THING}(?: [^\W_]++){0,10}? (?:must|should|shall|may) {NOT} be (?:shared
    |released|copied|circulated|passed on|{SHOWN}) (?:without|unless|except|outside|further|with|to)
restricted! grateful if (?:you|we|staff|colleagues) (?:did|would|could|do) {NOT} (?:tell|share
    |disclose|discuss|mention|pass|repeat|show|copy|reveal|let|give|send)
restricted! (?:should be|would be|i am|be) grateful if (?:this|these|the (?:above|following))
    (?: {THING})?(?: (?:is|are|was|were|could|can))? {NOT} (?:be )?(?:{TOLD}|{SHOWN})
    (?: {TOWARDS} {ANYBODY})?

== no_part, none_of, nothing_of
restricted! (?:no part|none|nothing) of (?:this|these)(?: {THING})? (?:may|must|should|can|is to
    |are to) be (?:{TOLD}|{SHOWN}|{OUT})

== not_to_tell, to_not_tell, not_to_let, not_to_mention, not_to_inform, not_to_say, keep_it_from,
    keep_this_from, keep_that_from, not_been_told, unaware, not_aware, not_know_and,
    n't_know_and, nobody, no_one
restricted! (?:{WANTS}|made (?:me|us) promise|(?:i|we)(?: (?:have|had))? (?:promised|agreed))
    (?: [^\W_]++){0,3}? (?:{NOT} to|to {NOT}) (?:tell|inform|let on to|(?:mention|say)
    (?: (?:it|this|that|so|anything|a word))? to) {FAMILY}(?:{CLAUSE_END}
    |(?= (?:about|that|what|how|why|where|who|yet|for now|at this|until)\b))
restricted! {WANTS}(?: [^\W_]++){0,3}? (?:to )?keep (?:it|this|that) (?:all )?from {FAMILY}
restricted! {FAMILY} (?:has|have) {NOT} been told and (?:should|must|is|are|may) {NOT}
restricted! {FAMILY} (?:does not|doesn't|do not|don't) know and (?:(?:must|should|is|are) {NOT}
    |mustn't|shouldn't)
restricted! (?:nobody|no one)(?: (?:in|of|at) (?:[^\W_]++ ){0,2}[^\W_]++)? (?:is|are|must|should
    |may)(?: to)? (?:know|hear|be told|find out|learn)(?: (?:of|about))?(?: (?:this
    |it))?{CLAUSE_END}
restricted: {FAMILY} (?:unaware|{NOT} aware){CLAUSE_END}

== i_said, i_told, i_spoke, i_mentioned, i've, i_have, i_had, i'd
restricted! {DO_NOT} (?:tell|let on to|say to) {FAMILY} (?:that )?i(?:'ve|'d| have| had)? (?:said
    |told|spoke|spoken|mentioned)

== told, informed, alerted, made_aware, not_know, n't_know, not_find, n't_find
restricted! {NO_WISH} {FAMILY} (?:to be )?(?:told|informed|alerted|made aware)(?! off\b)
restricted! {WANTS} (?:that )?(?!(?:we|i|it|you|they)\b)(?:{FAMILY}|[^\W_]++) (?:{NOT} (?:to )?be
    |(?:is|are|was|were) {NOT}|not) (?:told|informed|alerted|made aware)(?! off\b)
restricted! (?:rather|prefer(?:s|red)?(?: it if| that)?|like it if) {FAMILY} (?:(?:did|do|does) not
    |didn't|don't|doesn't) (?:know|find out|hear)(?: (?:about|of) (?:this|it))?{CLAUSE_END}

== not_want, not_wish, n't_want, n't_wish, dont_want
restricted: {NO_WISH} {FAMILY} to (?:know|find out|hear|learn|see|be told)(?: (?:of|about) (?:this
    |it))?{COLON}

== x5x, evaluation
police: (?:police )?(?:intel(?:ligence)?(?: (?:log|report|form))? )?[35]x5x[25](?: (?:intel
    (?:ligence)?|report|log|form))?(?: handling(?: code)? [a-z0-9]\b)?
police: (?:source|intel(?:ligence)?) evaluation

== advice, opinion, legal_plan, legal_gat, planning_meeting
privilege: (?:counsel|solicitor|lawyer|barrister)(?:'s|s'|s) (?:written |further |urgent )?(?:advice
    |opinion)
privilege: (?:(?:notes?|record|summary) of )?(?:the )?(?:legal )?(?:advice|opinion) (?:of|from|by
    |given by) (?:our |the )?(?:(?:leading|junior|council(?:'s)?|county|borough|authority(?:'s)?) )?
    (?:counsel|solicitors?|lawyers?|barrister|legal services|legal department|legal team)
privilege: legal advice (?:sought|received|given|obtained|taken)(?! (?:to|by)\b)(?:
     (?:on |of )?\d{1,2}(?: [a-z]{3,9})?)?
privilege: legal (?:planning|gateway|gatekeeping) (?:meeting|panel) (?:minutes?|notes?|record)
privilege: (?:minutes?|notes?|record) of (?:the |a )?legal (?:planning|gateway|gatekeeping)
    (?: (?:meeting|panel))?

== this_part, this_section, this_paragraph, this_page, this_report, this_entry, this_information
restricted! this (?:part|section|paragraph|page|report|entry|information)(?: of (?:the|this|my|her
    |his|their) [^\W_]++)? (?:must|should|shall|may|is) (?:{NOT}|never) (?:to )?be (?:(?:seen|read
    |viewed) by|(?:shown|read out|given|disclosed|revealed|sent) to|(?:shared|discussed)
     with) (?!(?:the|a|an|any|all|other|more|those|people)\b)[^\W_]++

== the_above, the_following, the_next, the_preceding, the_last, these_
restricted! (?:these|the (?:above|following|next|preceding|last)(?: (?:two|three|few))?) (?:parts?
    |sections?|paragraphs?|pages?|entr(?:y|ies)|lines?|notes?) (?:(?:must|should|shall|may|is|are)
     (?:{NOT}|never) (?:to )?be (?:(?:seen|read|viewed) by|(?:shown|read out|given|disclosed
    |revealed|sent) to|(?:shared|discussed) with)|(?:is|are) {NOT} (?:to be )?for) (?!(?:the|a|an
    |any|all|other|more|those|people|us|everyone|use|publication)\b)[^\W_]++

== in_confid, not_known, n't_know, not_know, bit_secret, bit_quiet, not_telling, n't_telling,
    can't_know, cannot_know, not_told
restricted: (?:info(?:rmation)?|details?) (?:shared|given|supplied|provided|passed on) in (?:strict
     )?confidence(?: by (?:the )?[^\W_]++)?
restricted: {FAMILY} (?:doesn't|does not|do not|don't) know{COLON}
restricted: not known to (?:the )?[^\W_]++{COLON}
restricted: (?:please )?keep this bit (?:secret|private|quiet)
restricted: (?:things|matters|what|information) (?:that )?(?:we (?:are {NOT}|aren't|have {NOT}
    |haven't) (?:telling|told|tell)|{FAMILY} (?:can't|cannot|must {NOT}|mustn't) (?:know|see|read
    |hear))(?: (?:about )?[^\W_]++)?

== secret, private, sealed, hidden
restricted? (?:strictly |top |very )(?:secret|private)(?:{LABEL_END}|(?=$))|(?:secret|private)
    {LABEL_END}|sealed(?:{LABEL_END}|(?=$))|(?:secret|sealed|hidden)(?=\x20?[|\t\v])

== footing, understanding, condition, confidence, basis
restricted! (?:on|upon) (?:the |strict )?(?:footing|understanding|condition|basis|proviso)(?: that)?
     (?:it|this|these|they|that|what follows) (?:goes?|is to go|are to go|stays?|remains?)
     (?:no further|between|with)

== next, following, follows, above, foregoing, preceding, below
restricted! {DO_NOT} (?:{SAY}|{SHOW}|mention|repeat|copy|read out|include) the (?:next|following
    |preceding|previous|last) (?:(?:two|three|four|few|\d) )?(?:sentences?|lines?|paragraphs?|words
    |entr(?:y|ies)|items?|pages?|sections?|parts?)
restricted! the (?:sentences?|lines?|paragraphs?|passages?|entr(?:y|ies)|pages?|sections?|parts?
    |text|note) (?:that follows?|which follows?|below|overleaf|above|following) (?:is|are) {NOT} for
     (?:onward|further|wider|general|any)
restricted! (?:everything|all|anything)(?: that is| that stands)? below(?: this line| the line| it
    | here| this)? (?:may|must|should|is|can) {NOT}(?:{CLAUSE_END}| (?:to )?be (?:shared|disclosed
    |copied|shown|seen|read|released|given)| for)
restricted! the (?:above|foregoing|preceding) (?:is|are|must|should) {NOT} (?:to )?(?:go|be put
    |be included|appear|be recorded|be entered|feature|be minuted) (?:in|into|on|onto|among) the

== off_record, off_the_record
restricted: off (?:the )?record(?=\x20?[:-]\x20)

== withhold, redact, hold_back, keep_back, leave_out, leave_off, take_out, blank, omit
restricted: (?:withhold|redact|hold back|keep back|leave (?:out|off)|take out|blank(?: out)?
    |black out|omit)(?: this| these| it)? (?:if|when|should|on|upon|before) (?:(?:the|this|his|her
    |their|any|ever|a|file|files|records?|papers?|copy|copies|he|she|they|is|are|be|an) ){0,6}
    (?:requested|asked for|asks?|disclosed|disclosure|released?|copied|seen|accessed|access|sar
    |inspected|inspection)(?: for (?:his|her|their|the) (?:files?|records?|papers))?
restricted! (?:hold|held|keep|kept) back (?:until|till|'til) (?:[^\W_]++ ){1,2}(?:is|are|turns?
    |reach(?:es)?|comes) (?:1[68]|eighteen|sixteen|of age|an adult|adult|older|grown)

== embargo
restricted: embargo(?:ed)? (?:until|till|pending|before) (?:[^\W_]++ ?){1,8}{COLON}

== not_4
restricted: {NOT} 4 (?:onward )?(?:disclosure|sharing|release|circulation|copying|file|{FAMILY})

== open_file, main_file, shared_file, family_file, open_record, main_record, shared_record,
    open_part, open_section, open_minutes
restricted: {NOT} (?:to go |to be (?:put |placed |filed |recorded )?)?(?:on|for|in|into) (?:the |her
     |his |their )?(?:open|main|shared|family) (?:file|record|part|section|minutes){LABEL_END}

== exempt
third_party: (?:s(?:ec(?:tion)?)?\.?\x20?\d{1,3},? (?:info(?:rmation)?,? )?)?{THIRD}
    (?: info(?:rmation)?)?, exempt|exempt, {THIRD}(?: info(?:rmation)?)?

== order_of, direction_of, ruling_of
court: (?:sealed|closed|withheld|restricted|embargoed) (?:by|on|at|under)
     (?:the )?(?:order|direction|ruling)s? of the (?:judge|court|sheriff|reporter|magistrates?
    |bench|tribunal|registrar)(?:{COLON}|(?=[.)\]]?$))

== with_the, with_our
restricted! (?:history|details?|information|info|notes|results?|findings|material|this) (?:must
    |should|is to|are to|shall|has to|have to) (?:stay|remain|rest) (?:only )?with (?:the |our )
    {STAFF}

== when_she, when_he, when_they, or_for, nor_for, and_for
restricted: (?<=\(){NOT} for (?:[^\W_]++(?:'s)? )?{FAMILY}(?:,? (?:or |and |nor )?(?:for )?
    (?:{FAMILY}|[^\W_]++)){1,4}(?: when (?:he|she|they) (?:is|are|grows?|gets?) [^\W_]++)?(?=\.?\))

== x_restricted, x_confidential, x_withheld, x_sealed
restricted: x{2,4} (?:restricted|confidential|withheld|sealed) x{2,4}

== alone, eyes_only
restricted: for (?:you|yourself) (?:alone|only)(?=$)

== after_read, once_read, when_read, have_read, you've_read
restricted: (?:please )?(?:delete|destroy|shred|burn)(?: this| it| these)?(?: message| e ?mail
    | note)? (?:after|once|when) (?:you(?:'ve| have)? )?read(?:ing)?(?: this| it)?(?=[.!)]?$)

== to_yourself, to_yourselves, to_ourselves
restricted! (?:(?:can|could|will|would|must) (?:you )?)?(?:please )?keep (?:all )?(?:this|it|that
    |what follows)(?: bit)? (?:strictly )?to (?:your|our)sel(?:f|ves)

== ddatgelu, datgelu, rannu, rhannu, cyfrinachol, ddangos, dangos
restricted: d?dim i'w (?:d?datgelu|rannu|d?dangos|gop[\xefi]o)
    (?: (?:i'r|i|[\xe2a]'r|gyda'r) [^\W_]++){0,2}
restricted: peidiwch [\xe2a] (?:datgelu|rhannu|dangos)(?: (?:hyn|hwn|hon))?
restricted: (?:gwybodaeth |yn )?(?:gwbl |hollol )?gyfrinachol{COLON}|cyfrinachol{COLON}

== have_sight
restricted: {FAMILY} {NOT} to have sight(?: of (?:this|these|it))?
"""
