"""Papers of this century: exports of case systems, e-mails, texts, forms, meetings of agencies."""

from __future__ import annotations

from conformance.opened.papers.kind import Kind

SYSTEM = ("%d/%m/%Y", "%d-%b-%Y", "%Y-%m-%d")
HURRY = {"typo": 0.035, "typo2": 0.012, "low": 0.04, "glued": 0.01, "pet": 0.05}

PLACEMENT = Kind(
    head=(
        "PLACEMENT PLAN (child looked after)\nChild: {subject full:39} | DOB {dob subject} | NHS "
        "{subject nhs} | "
        "UPN {subject upn}\nCarer(s): {carer1 full:39}, {carer2 full:39}\nCarer address: "
        "{carer1 addr}, {carer1 pc}\n"
        "Carer mobile: {carer1 mob}\nSocial worker: {sw full:39} ({sw email}, {sw tel})\nIRO: "
        "{iro full:39}\n\n",
        "CLA 03 - Placement information record\nName: {subject full:39}\nKnown as: "
        "{subject aka:50}\n"
        "Date of birth: {dob subject}\nPlacement with: {carer1 full:39}\nStart: {d -10}   Review: "
        "{d +18}\n"
        "Worker: {sw full:39}, {sw tel}; manager {manager full:39}, {manager tel}\n\n",
    ),
    body=(
        "Legal status and consent\nSection 20. {mother full} signed on {d -10}; {father full} has "
        "PR and was told "
        "by phone. Delegated authority: haircuts, sleepovers, school trips to the carers.",
        "Who may see {subject}\n{mother}: supervised, Tuesdays. {father}: phone, {father mob}. "
        "{mgm} and {mgf}: "
        "any Sunday. {step}: no contact of any kind. {sib1}: fortnightly with {aunt}.",
        "Who may NOT be told where {subject} lives\n{step full}, {perp full}, {uncle full}.",
        "Daily routine\nUp at 7. {subject} likes toast cut in squares and {@toy} on in the "
        "background. "
        "{~Will} not sleep without the landing light.",
        "Health\nGP {gp full}. Dentist overdue. {nurse full} to do the review health assessment. "
        "Allergic to "
        "penicillin. Last A&E {d -45} at {@hospital}.",
        "Education\n{@school}. {teacher full} is key adult. PEP due {d +20}. ULN {subject uln}. "
        "Transport by "
        "taxi, driver {x2 full}, badge checked, {x2 vrm}.",
        "Identity\n{subject} goes to mass with {mgm nan Nan}. {pgf full} taught {subject him} "
        "dominoes; "
        "{subject} keeps his medal in the blue tin.",
        "Risks\n{subject} was hurt by {perp}. May go quiet around {?tall|loud} men. {carer2} will "
        "not do bath "
        "time alone. {sib1} has also made a disclosure, being looked at by {pc title} {pc last}.",
        "Others in the placement\n{x4} (14), placed by another authority; {x1}, the carers' adult "
        "daughter, "
        "{dob x1}; {x3}, respite at weekends.",
        "Friends\n{friend1}, mobile held by {friend1mum full} ({friend1mum mob}). {friend2} is "
        "NOT to stay over "
        "until checks on {friend2dad full} are back.",
        "Emergency\nIf the carers cannot be reached: {x5 full}, back-up carer, {x5 mob}, "
        "{x5 addr}.",
        "Religion and language\nThe family speak {?two languages|some Polish|English} at home. "
        "{translit full} has "
        "interpreted before and {subject} likes {translit him}.",
        "Money\nPocket money £6. Savings a/c for {subject} via {manager}. Carers' mileage to "
        "{carer2 bank}.",
        "Contact arrangements for siblings\n{sib2}: with {step possts} family. No direct contact "
        "until the "
        "court has ruled. {sib1}: stays with {aunt full}, {aunt addr}, {aunt pc}.",
        "Child's comments\n\"{carer1:60} is nice, {carer2:60} snores. I miss {sib1:60}. Tell "
        '{mother role mum} I am ok."',
        "Parent's comments\n\"I never agreed to {carer1:60} {carer1 last}. My {mgm role mum} "
        "should of had "
        '{subject:60}."',
        "Delegated tasks for {fsw full}\nSwim bag from {mother addrshort}; birth certificate; "
        "bike from {uncle}.",
        "Passport\nHeld by {mother}, no. {mother passport}. {subject} has none.",
    ),
    foot=(
        "Signed: {sw full:38} (SW)  {carer1 full:38} (carer)  {mother full:38} (parent)\n",
        "Plan agreed {d}\n{manager full:38}, Team Manager\n{manager email:38}\n",
    ),
    in_order=True,
    running=("{subject full} | Placement plan | Page %p",),
    marked=(
        "<<section Confidential carer information (withhold from parents and child)\n{carer2} is "
        "being treated "
        "for prostate cancer. {x1} was herself adopted.\n--- end of confidential carer "
        "information --->>",
        "<<row Carer address (DO NOT SHARE WITH FAMILY): {carer1 addr}, {carer1 pc}>>",
    ),
    dates=SYSTEM,
)

S47 = Kind(
    head=(
        "ChildCase v6 export | Form: S47 Enquiry | Record 00{?48|51}7731\nPerson: "
        "{subject full:39} | ID 20{?114|877} | "
        "DOB {dob subject} | Sex {?-|not stated}\nCreated by: {sw full:39} {d} {t}\nAuthorised "
        "by: {manager full:39}\n"
        "Household: {mother full:39} ({mother role mother}); {step full:39} (adult male); "
        "{sib1 full:39} (sibling); "
        "{sib2 full:39} (sibling)\n\n",
        "SECTION 47 ENQUIRY - RECORD OF OUTCOME\nSubject: {subject full:39} {dob subject}\nLead: "
        "{sw full:39}\n"
        "Police: {pc title} {pc full:39}, ref {step police}\nStrategy discussion: {d -1} {t}, "
        "{manager:39}, {pc is:39}, "
        "{hv is:39}, {head is:39}\n\n",
    ),
    body=(
        'Reason for enquiry: {teacher full} rang at {t}. {subject} had said "{step:60} strangled '
        'me for laughing". '
        "Linear red marks to neck, photographed by {nurse full}.",
        "Earlier contact: {d -8}, {neighbour seen a caller who can see the back garden}, would "
        "not give a name.",
        "{step} told officers that {subject:59} is an attention seeker and that {subject:59} "
        "bruises easily.",
        "Visit 1: {sw} and {pc title} {pc last} to {subject addr}. {mother} opened the door. "
        "{step} left by "
        "the back with {x2 full}. {sib1} and {sib2} seen in pyjamas.",
        "Child seen alone: Y. {subject} spoken to in {@school} with {teacher} present. "
        "{subject He} drew "
        '{step} with "big hands" and {sib1} under the table.',
        "Account of {mother role mother} ({mother full}, {dob mother}): {subject} and {sib1} had "
        "been play fighting. "
        '{step} "wouldn\'t hurt a fly". Became angry when {aunt} was mentioned.',
        "Account of {step full}, DOB {dob step}: no comment interview. Solicitor {x4 full}. "
        "Bailed to {step addr}, "
        "{step pc}.",
        "Account of {father full}: told by phone {father mob} at {t}. Says {perp full} is a "
        "drinking friend of "
        '{step poss} and "a wrong un".',
        "Sibling {sib1 full}, {dob sib1}, NHS {sib1 nhs}: no marks. Asked if {subject} was in "
        "trouble.",
        "Medical: {gp full} {t} at {@hospital}. Findings consistent with gripping. Body map "
        "uploaded. "
        "{~Mark} 3 described as older.",
        "Checks: {hv full} - {sib2} not brought x2. Probation - {perp last}, licence ends "
        "{d +200}. Housing - "
        "arrears. CAMHS - {psych full} has {sib1} on the list.",
        "Vehicle seen outside: {step vrm}, keeper {x2 full}, DOB {dob x2}.",
        "Family network: {mgm full} ({mgm mob}), {aunt full} ({aunt mob}). {mgm} will have the "
        "children tonight. "
        "{mgf} to stay away from work.",
        'Phone download: {step} messaged {mother} "tell ur {sib1 role kid} keep it shut". Sent to '
        "{x3 full}, "
        "handle {x3 handle}.",
        "Information from {friend1mum full}: {friend1} came home saying {subject} has to stand in "
        "the hall at "
        "night. {friend1mum} is happy to be named.",
        "Analysis: {subject} is at risk of significant harm from {step}. {mother} is not able to "
        "protect while she believes him. {sib1} and {sib2} likely to suffer the same.",
        "Management oversight ({manager ini}): agree threshold met. ICPC by {d +12}. {sw ini} to "
        "update {iro full}.",
        "Police: {step} charged s.39, court {d +30}. Bodycam clip {#claim}. Officer {pc full} "
        "{pc email}.",
        "Note: nurse involved, {nurse full}, is said to be related to the family, {manager} aware.",
        "Household also visited by {word full}. {~Dawn} knock by police on {d -4} found {word} "
        "asleep on the sofa.",
    ),
    foot=(
        "Outcome: substantiated, proceed to conference.\nRecorded by {sw full:38} {d} {t}\n",
        "--- end of form --- printed by {x1 full:38} on {d +400}\n",
    ),
    gap="\n\n",
    in_order=True,
    running=("{subject full} ID 20114 - S47 - page %p of 4",),
    marked=(
        "<<row RESTRICTED - 3rd party: referrer {neighbour full}, {neighbour mob}, "
        "{neighbour addr}, wishes to remain "
        "anonymous>>",
        "<<row Restricted field (not for disclosure): {mother} is staying at {@refuge} with "
        "{sib2} from {d +1}, "
        "key worker {x1 full} {x1 mob}>>",
        "<<section Police sensitive - do not disclose\nIntelligence from {x4 full} that "
        "{perp last} sleeps at {x4 addr}.\n"
        "End police sensitive>>",
    ),
    marks=0.5,
    drift=HURRY,
    dates=SYSTEM,
)

MISSING = Kind(
    head=(
        "MISSING FROM HOME / CARE - RETURN INTERVIEW\nYoung person: {subject full:39}  DOB "
        "{dob subject}\n"
        "Reported by: {carer1 full:39}  {carer1 mob}\nMissing from: {carer1 addr}\nFrom {d -2} "
        "{t} to {d -1} {t}\n"
        "Police informed {t}\nInterviewer: {fsw full:39}\n\n",
        "MISFER report {d}\nName {subject caps:39} b. {dob subject}\nInformant {carer2 full:39}, "
        "foster carer\n"
        "Risk: medium   OIC {pc title} {pc last:39}   URN {step police}\n\n",
    ),
    body=(
        "Circumstances: had an argument with {carer2} over the phone. Left by the bathroom window "
        "in "
        "{?black|grey} trackies and a {@brand} jacket.",
        "{carer1} rang round: {friend1 full} (not seen), {friend2 full} (phone off), "
        "{cousin full} (said no but "
        "sounded odd).",
        "Social media checked: {subject handle} active at {t}, tagged {x2 handle} and "
        "{friend2 handle}. "
        "Picture outside {@shop} in {@street}.",
        "{friend2dad full} {friend2dad mob} says his {friend2} has gone as well and that the "
        'two of them have been seen with a man called "{x4}".',
        "{mother} visited at {mother addr} by {pc title} {pc last}. {step} refused entry. "
        "{mother} says she has not seen {subject} but "
        "two mugs were warm.",
        "Found at {x4 addr} by officers at {t}. {x4 full}, {dob x4}, arrested. {x1 full} (15) and "
        "{x3 full} (16) "
        "also there.",
        '{subject} told me: "{x4:60} picks us up from {@pub}, {x1:60} gets paid to bring girls '
        "and lads. "
        'I didnt want to but {friend2:60} did."',
        "Given lifts in {x4 vrm}. Given a phone, number {x4 mob}. Knows him as {x4 handle}.",
        "{subject} worried that {friend2} will be blamed. {friend2} has told {friend2 his} "
        "{friend2dad role dad} it was "
        "{cousin poss} idea.",
        "Health: seen by {nurse full}. Declined anything more. {gp} to be told.",
        "{friend2dad} describes {subject:59} as a bad influence and says {subject:59} is the one "
        "with the money.",
        "Push factors: {subject} hates {carer2 poss} rules. Pull: {x1}, money, and wanting to see "
        "{sib1}.",
        '{sib1} had messaged that {step} was "kicking off". I think {subject} went to look after '
        "{sib1}.",
        "{aunt full} let {subject} sleep on her settee on {d -2}, and rang nobody. {aunt mob}.",
        "{carer1} doing her best. {carer2} is at the end of his tether. {sw full} told {t}.",
        "Train ticket {#order}. {subject} says {word full} bought it. {~Rob} or anybody else, "
        "{subject he} would not say more.",
        "Safety plan: {subject} will text {fsw} ({fsw mob}). Code word with {carer1}. "
        "{friend1mum} is a safe house.",
        "{iro full} and {manager full} copied in. Strategy meeting {d +1}, {pc full} to bring the "
        "mapping of {x4} and the {x4 plural}.",
        "Previous episodes: {d -30} (found at {mgm addrshort}); {d -61} (found with {cousin}); "
        "{d -80}.",
    ),
    foot=(
        "{fsw full:38}\n{fsw email:38}\n{d} {t}\n",
        "Submitted {t}. Copy: {sw is:38}, {pc is:38}\n",
    ),
    gap="\n\n",
    in_order=True,
    marked=(
        "<<paragraph [Not to be shared with {subject} or carers: {x3 full} gave the address to "
        "the police. {x3} "
        "is {x3 pclow} area, known to {x4}, at risk if it is known.]>>",
    ),
    marks=0.3,
    drift=HURRY,
    dates=SYSTEM,
)

TRAIL = (
    "-----Original Message-----\nFrom: {teacher full:37}\nSent: {d -1} {t}\nTo: "
    "{sw full:37}\nSubject: {subject:37}\n\n"
    "Hi {sw}, {subject} came in without a coat again. {friend1} lent {subject him} one. {mother} "
    "shouted at {friend1mum} in the yard, {head} had to step in. {step} was parked on the "
    "zigzags.\n\n{teacher:38}\n\n",
    "On {d -2} at {t}, {aunt full:37} <{aunt email:37}> wrote:\n> hi {sw}, its {aunt:37}, "
    "{mother poss:37} {aunt role sister}.\n"
    "> {mgm:37} is not well enough and {uncle:37} has lost his job.\n> can we still have "
    "{subject:37} and {sib1:37}? "
    "{x3:37} from church will help.\n> my number is {aunt mob}\n\n",
    "From: {father full:37} <{father email:37}>\nTo: {sw email:37}\nDate: {d -3} {t}\nSubject: MY "
    "KIDS\n\nwhy is "
    "{perp:60} allowed near {subject:60} and not me. ask {pgm:60}, ask {uncle:60}. i will be "
    "telling {x2 lowfull} at the paper.\n"
    "{father:38}\n\n",
)

CLOSING = (
    "<<privilege CONFIDENTIAL AND LEGALLY PRIVILEGED: LEGAL ADVICE\nFrom: {lawyer full:37}\nTo: "
    "{manager full:37}\n"
    "Date: {d -1} {t}\n\n{manager}, the short answer is no. Until {pc} gives us the {x2 full} "
    "interview we have "
    "nothing that ties {step ts} to it. I would hold off serving {father ts}.\n{lawyer:38}>>\n\n",
    "<<message NOT TO BE DISCLOSED TO THE FAMILY\nFrom: {x5 full:37} <{x5 email:37}>\nTo: "
    "{sw full:37}\n"
    "Sent: {d -5} {t}\n\nI was at school with {mother}, please dont say it was me. {step} has "
    "been selling out of "
    "the back bedroom and {x2} does the running. my mobile is {x5 mob}.\n{x5:38}>>\n\n",
    "<<message RESTRICTED - THIRD PARTY - NOT FOR DISCLOSURE\nFrom: {friend2dad full:37}\nTo: "
    "{sw email:37}\n"
    "Date: {d -6} {t}\n\nOur {friend2} has told us what {perp} did. We do not want {subject} or "
    "{mother} to find "
    "out that {friend2} has spoken. {friend2dad mob}\n{friend2dad:38}>>\n\n",
    "<<privilege LEGALLY PRIVILEGED AND CONFIDENTIAL\nFrom: {lawyer full:37}\nTo: {sw full:37}, "
    "{manager full:37}\n"
    "Date: {d -2} {t}\nSubject: advice - {subject last:37}\n\n{sw}, you asked whether we could "
    "proceed without "
    "{aunt}. In my view the evidence of {hv} is thin and {x1 full} would not come up to proof. "
    "I would not put {mother ts} to {x1 poss} account.\n{lawyer:38}>>\n\n",
    "<<privilege Subject: PRIVILEGED - counsel's note\nFrom: {lawyer full:37} "
    "<{lawyer email:37}>\nSent: {d -4} {t}\n\n"
    "Counsel thinks that {step full} will say {mother} did it. We should settle the s.20 point "
    "before {father poss} "
    "solicitor sees the log. Please do not forward.\n{lawyer:38}>>\n\n",
)

MAIL_END = (
    "<<disclaimer This e-mail and any files with it are confidential and meant only for the "
    "person to whom "
    "they are addressed. If it reached you by mistake please delete it and tell the sender.>>\n",
    "<<disclaimer Thornmere Council: the contents of this message may be privileged or "
    "confidential. Opinions are the "
    "author's. E-mails are monitored and may be released under the Freedom of Information Act "
    "2000.>>\n",
    "{sw full:38} | {sw job} | {sw tel} | {sw email:38}\n",
)

MAIL = Kind(
    head=(
        "From: {sw full:37} <{sw email:37}>\nSent: {d} {t}\nTo: {manager full:37} "
        "<{manager email:37}>\nCc: {iro full:37}\nSubject: {subject last:37} - update\n"
        "Attachments: {sib1 file}_chronology.docx\n\nHi {manager}\n\n",
        "From: {sw full:37}\nTo: {hv full:37}; {gp full:37}\nDate: {d} {t}\n"
        "Subject: RE: {subject ini:37} / {sib1 ini:37}\n\nHi {hv},\n\n",
        "From: {sw full:37} [mailto:{sw email:37}]\nSent: {d} {t}\nTo: {teacher full:37}\n"
        "Subject: FW: {subject:37}\n\nDear {teacher}\n\n",
    ),
    body=(
        "Just to let you know {mother} turned up at school again today with {step} in the car. "
        "{subject} would "
        "not go out to them.",
        "I spoke to {mgm} last night ({mgm mob}). {mgm} is worried sick. {mgf} is back in "
        "{@hospital}.",
        "{father} has emailed me from {father email} and is now copying in his MP's office.",
        "<<prose Just to be clear for the minutes: I never said it was third party information, I "
        "said the "
        "third party at the table should speak up.>>",
        "{teacher} thinks {subject:59} is masking and that {subject:59} knows more than "
        "{subject he} lets on.",
        "Can you ring {aunt full} please? {aunt mob} or {aunt email}. She says {sib1} and "
        "{subject} can come Friday.",
        "Have attached the report for {sib2 full} (NHS {sib2 nhs}). The {!GP} letter is in there "
        "too.",
        "{friend1mum full} put this on facebook: {friend1mum url}. She names {subject} and "
        "{friend1}. Can someone have a word.",
        "{carer1} asks if {subject} can have {friend2} for tea. {friend2dad} seems fine, has he "
        "been checked?",
        "{psych} saw {sib1} on {d -3} and wants a chat before it goes any further. {psych email}",
        "The {step plural} have got a solicitor. Letter says {x3 tfull} is acting.",
        "{pc} says they still can't find {perp}. Last seen with {x2 full}, drives {x2 vrm}.",
        "I know {x1 full}, who runs the breakfast club, is fond of {subject}. {x1} has offered to "
        "sit with "
        "{subject him} at the review.",
        "thanks for yesterday. {mother} was in bits afterwards. she said {perp} had told her "
        "{sib1} wasnt {father poss}.",
        "Is it {?right|true} that {uncle} is moving in with {pgm}? {pgf} would turn in his grave.",
        '{accent} emailed reception ({accent email}) asking for "the file on {subject}". I have '
        "not replied.",
        "{translit} will translate on {d +4}. {translit poss} number is {translit mob}.",
        "FYI photo {x4 file}.jpg is on {sib1 poss} phone, {pc} has it. {x4} is 19.",
        "{~May} I remind everyone about the PEP on {d +8}. Ref {#order} for the room.",
        "Please note my new number {sw private}, that's my own phone so keep it to yourself "
        "please.",
        "{nurse} is on leave until {d +5}, try {hv}.",
    ),
    foot=("Regards\n{sw:38}\n\n",),
    count=(6, 9),
    gap="\n\n",
    marked=(
        "<<paragraph PLEASE DO NOT SHARE WITH THE FAMILY: {x5 full} rang me at home. {x5} has seen "
        "{perp} go in at "
        "the back of {mother addrshort} three nights running. {x5 mob} if the police want to "
        "talk.>>",
        "<<prose I did tell her nothing is off the record and that I can't keep a confidential "
        "note for one parent.>>",
    ),
    marks=0.35,
    drift=HURRY,
    trail=TRAIL,
    closing=CLOSING,
    closes=0.65,
    ends=MAIL_END,
    dates=("%d %B %Y", "%d/%m/%Y", "%-d %b %Y"),
)

MARAC = Kind(
    head=(
        "MARAC MINUTES {d}   {@council}\nChair: {pc title} {pc full:39}\nCase {?4|7|11}\nVictim: "
        "{mother full:39} {dob mother} "
        "{mother addr}\nPerpetrator: {step full:39} {dob step} a.k.a. {step aka}\nChildren: "
        "{subject full:39} {dob subject}, "
        "{sib1 full:39} {dob sib1}\n\n",
        "Multi-Agency Risk Assessment Conference - case summary for children's file\nDate {d}\nV: "
        "{mother full:39}\n"
        "P: {step full:39}, {dob step}, {step addr}\nChn: {subject:39}, {sib1:39}, "
        "{sib2:39}\nIDVA: {x1 full:39}\n\n",
    ),
    body=(
        "Police: {d -20} {step} attended {mother addrshort} and put a brick through the window. "
        "{x3 full} "
        "next door dialled 999. Log {step police}.",
        "Police: {step last} has previous against {x5 full} ({dob x5}), who has moved to "
        "{x5 addr} and is "
        "not to be found by him.",
        "IDVA: {mother} is frightened of {step poss} {?brothers|family}. {x2 full} follows her "
        "home from {@shop}. "
        "Changes of phone: now {mother mob}.",
        "Housing: {mother} could be moved. {x4 full} has a flat off {@street} in mind.",
        "Health: {hv full} - {sib2} was in her arms when {mother} was pushed. {gp full} sees "
        "{mother} for "
        "low mood and {step} for his back.",
        'Education: {head full} - {subject} tells {teacher} that {step} "has a knife under the '
        'seat". {step vrm}.',
        "CSC: {sw full} has a CP plan in place for {subject label YP1}, {sib1 label YP2}. "
        "{manager} to chair the core group.",
        "Probation: {x2 full} supervised by us until {d +60}. Ordered to stay away from {@pub}.",
        "Mental health: {step} is open to the crisis team. {psych full} to share with {pc} on a "
        "need to know "
        "basis. {!TM} to confirm.",
        "Substance misuse: {mother} engaging. {x1} drives her to the clinic.",
        "Adult services: {mgm full} is 70 and lives with {mgf full} at {mgm addr}; {step} has "
        "been to their door.",
        "Risk to others: {aunt full}, {aunt addr}, {aunt mob}, gave a statement. {father full} "
        "has made threats "
        "about {step} on {father handle}.",
        "Flag {mother addr}, {mgm addrshort}, and school.",
        "{friend1mum full} to be a safe contact, {friend1mum mob}.",
        "Benefits: joint claim closed, NI {step nino}, {mother nino}. UTR for his van work "
        "{step utr}.",
        "Driving licence {step driving} seized.",
        "{double full} is providing an alibi. {double half} is on a suspended sentence too.",
        "{abbrev full} was in the car. {!HV} saw {abbrev} with the pushchair on {d -9}.",
        "{~Chase} up by {pc ini}: markers on phone {mother mob}; conference room booking {#claim}.",
    ),
    foot=("Actions by {d +7}: {pc ini:5}, {sw ini:5}, {x1 ini:5}\n", "Minutes: {x4 full:38}\n"),
    gap="\n",
    in_order=True,
    count=(15, 18),
    banner=(
        "MARAC - RESTRICTED. These minutes must not be disclosed to the victim, the perpetrator "
        "or any "
        "third party, or placed on a file that they may see.",
    ),
    banners=0.35,
    dates=SYSTEM,
    drift={"typo": 0.03, "low": 0.03},
    widths=(0,),
)

TEXTS = Kind(
    head=(
        "Handset extraction: messages, device of {sib1 full:39}, {sib1 mob}\nExhibit "
        "{pc ini:5}/4, extracted {d}\n\n",
        "Messages shown to {sw} by {subject} and typed out at {subject poss} request, {d}\n\n",
        'whatsapp export - group "{?the girls|fam|squad}" - admin {x1 low:35} {x1 mob}\n\n',
    ),
    body=(
        "{friend1 low}: u comin out\n{subject low}: cant {carer1 low} says no",
        "{mother role mum}: its ur {mother role mum} new number {mother mob} dont tell "
        "{carer1 low}",
        "{subject low}: is {step low} there\n{mother role mum}: no he has gone {x2 lowfull} house",
        "{x1 low}: {x3 low} is such a snake she told {friend2 low} everything",
        "{x4 low}: got u them trainers. meet me outside {@shop} bring {friend2 low}",
        "{subject low}: tell {sib1 low} i love {sib1 him}\n{aunt low}: will do hun x {mgf low} "
        "says hi",
        "{sib1 low}: {perp aka} is back\n{subject low}: omg ring {sw low}",
        "{father role dad}: happy birthday {subject aka:50} sorry im not there. {pgf low:58} wud "
        "be "
        "so proud x",
        "{friend2 low}: my {friend2dad role dad} saw {x4 low} {x4 last} get nicked lol",
        "{x2 low}: add me {x2 handle} or snap {x2 url}",
        "{mgm role nan}: its {mgm nan nanny} love. {uncle low} will fetch you at 5. {@street} end",
        "{cousin low}: is it tru about {mother low} and {perp low}\n{subject low}: dont say his "
        "name",
        "{subject low}: im at {x5 lowfull} in {x5 addrshort}\n{friend1 low}: who even is that",
        "{x1 low}: {word low} is askin for u. {~will} u come or not",
        "{step}: where is she\n{subject}: dunno {step:60}. leave us alone",
        "{carer1}: Hi love it's {carer1}, tea at 6. {carer2} will pick you up from "
        "{friend1 poss}. x",
        "{friend1 low}: hw is {subject low} doin @{x3 low} party lol\n{x3 low}: mint",
        "{x5 low}: wot postcode\n{friend2 low}: {friend2 pclow}",
        "{sib1 low}: {hv low} came she weighed {sib2 low}\n{subject low}: did {step low} hide",
        "{aunt low}: {aunt nan auntie} here. {mother low}s phone is off. is she with {x2 low}?? "
        "ring {mgm low}",
        "{x3 low}: {friend2 low} {x1 low} n me goin {@pub} after. bring {cousin low}",
        "{subject low}: {teacher low} was well nice today. told {teacher him} bout {step low}",
    ),
    foot=(
        "-- end of extract, {x2 full:33}, digital unit --\n",
        "Typed by {sw full:38}\n",
        "(media omitted)\n",
    ),
    count=(18, 22),
    lead="[{d}, {t}]\n",
    gap="\n",
    steps=(0, 1),
    dates=("%d/%m/%Y", "%d/%m/%y"),
    drift={"typo": 0.03, "pet": 0.08},
)

EXPORT = Kind(
    head=(
        "person_id\tdate\ttype\tworker\tsummary\n",
        "REF\tDATE\tEVENT\tRECORDED BY\tDETAIL\n",
        "CASE NOTES EXTRACT - {subject sf:39} - {dob subject} - NHS {subject nhs}\nref\t"
        "date\ttype\tby\tnote\n",
    ),
    body=(
        "phone call\t{sw is:39}\tTC from {mother full}, {mother mob}. Wants contact moved. {step} "
        "shouting behind her.",
        "visit\t{fsw full:39}\t{!HV} to {subject addr}. Seen: {subject}, {sib1}, {sib2}. {x1 full} "
        "was babysitting.",
        "email\t{manager is:39}\tfrom {father email}. {father} objects to {mgm} having {subject}.",
        "contact\t{sw full:39}\tUPN {sib1 upn}; {sib1 full} off school, {dob sib1}",
        "letter\t{x3 full:39}\tfiled: GP letter re {sib2 sf}, NHS {sib2 nhs}",
        "referral\t{sw is:39}\t{perp sf} DOB {dob perp} seen at {perp addr}, {perp pc}. Police "
        "ref {perp police}",
        "meeting\t{iro full:39}\tLAC review. Present {mother}, {carer1}, {sw}, {teacher is}. "
        "Apologies {gp ts}.",
        "phone call\t{sw is:39}\tAnon call from {neighbour seen a lady two doors along}. Noise, "
        "{subject} out late.",
        "case note\t{fsw is:39}\t{aunt} feels {subject:59} is manipulative and plays {mother} and "
        "{mgm} off.",
        "case note\t{sw ini:5}\t{subject ini} upset after contact. {sib1 ini} was told {carer2} "
        '"isnt your {father role dad}".',
        "phone call\t{sw is:39}\t{friend1mum full} returned call. {friend1} saw {x4 full} outside "
        "school.",
        "finance\t{x3 is:39}\tPaid {carer1 sfp} £412.16 a/c {carer1 bank} batch {#order}",
        "health\t{nurse full:39}\tImms up to date for {subject}. {sib1} declined by {mother}.",
        "education\t{teacher full:39}\tPEP done. ULN {sib1 uln}. {friend2 full} a good influence.",
        "police\t{pc title} {pc full:39}\t{step full} stopped in {step vrm} with {x2 full}; "
        "passenger {x5 is}.",
        "visit\t{sw is:39}\t{mgm sf} and {mgf sf}, {mgm addr}. Viability positive. {mgf} smokes "
        "in the kitchen.",
        "case note\t{fsw is:39}\t{aunt full} (m. {aunt mob}) says {uncle} hit {cousin}. Passed to "
        "the other team.",
        "supervision\t{manager full:39}\tDrift discussed. {sw ini} to chase {psych ts}. {!IRO} "
        "alert.",
        "admin\t{x3 is:39}\tDuplicate record merged: {subject caps} / {subject ini}",
        "legal\t{lawyer full:39}\tPLO letter to {mother ts} and {step ts}. {~Will} be served by "
        "hand.",
        "case note\t{sw ini:5}\t{word full} phoned. Says {word he} is {mother poss} friend. No "
        "details given.",
        "contact\t{fsw is:39}\t{pgm full} brought {pgf poss:58} album. {subject} delighted.",
    ),
    foot=("(end of extract)\n", "rows: 21; run by {x3 full:38} {d} {t}\n"),
    count=(18, 20),
    lead="20{?1147|8770}\t{d}\t",
    gap="\n",
    steps=(1, 20),
    in_order=False,
    marked=(
        "<<row RESTRICTED: not to be disclosed\t{sw is:39}\tSource {neighbour full}, "
        "{neighbour tel}, says {step} hits "
        "{subject} most Fridays>>",
        "<<row THIRD PARTY - WITHHOLD\t{manager is:39}\t{carer1 full} separated from {carer2}; "
        "now at {x1 addr}>>",
    ),
    marks=0.5,
    drift={**HURRY, "pet": 0.02},
    dates=SYSTEM,
)

BENEFIT = Kind(
    head=(
        "APPLICATION FOR HELP WITH COSTS (section 17 / kinship allowance)\n\nABOUT YOU\nSurname: "
        "{mgm last:39}\n"
        "First name(s): {mgm:39}\nTitle: {mgm title}\nDate of birth: {dob mgm}\nNational "
        "Insurance no: {mgm nino}\n"
        "Address: {mgm addr}\nPostcode: {mgm pc}\nTelephone: {mgm mob}\nE-mail: {mgm email}\n\n",
        "KINSHIP CARERS: FINANCIAL ASSESSMENT FORM\n\nApplicant 1\nName: {aunt full:39}   DOB: "
        "{dob aunt}\n"
        "NI no: {aunt nino}\nApplicant 2\nName: {uncle full:39}   DOB: {dob uncle}\nNI no: "
        "{uncle nino}\n"
        "Address: {aunt addr}, {aunt pc}\nMobile: {aunt mob}   Other: {uncle mob}\n\n",
    ),
    body=(
        "ABOUT THE CHILD\nName: {subject full:39}   DOB: {dob subject}\nNHS: "
        "{subject nhs}\nSchool: {@school}\n"
        "Social worker: {sw full:39}",
        "OTHER PEOPLE IN THE HOME\n1. {x1 full:39}   {dob x1}   lodger\n2. {cousin full:39}   "
        "{dob cousin}\n"
        "3. {x4 full:39}   {dob x4}   works nights",
        "INCOME\nWages from {@shop}, £842 a month. UTR (self-employed): {uncle utr}. Child "
        "benefit is still paid to "
        "{mother full}, NI {mother nino}.",
        "BANK\nName on account: {mgm full:39}\nSort code and account: {mgm bank}",
        "OTHER CHILDREN\n{sib1 full:39}, {dob sib1}, at {@other_school}, ULN "
        "{sib1 uln}\n{sib2 full:39}, {dob sib2}",
        "CAR\nRegistration {uncle vrm}. Licence {uncle driving}. I need it to take {subject} to "
        "contact with "
        "{mother} and to {@hospital}.",
        "IDENTITY SEEN\nPassport {aunt passport} ({aunt is}); passport {uncle passport}; birth "
        "certificate of {subject}; "
        "UPN {sib1 upn} on school letter",
        "WHY DO YOU NEED HELP?\n{subject} came to us with nothing but a carrier bag. {step} had "
        "burned the "
        "rest. {mother} owes money to {x2 full} and we are getting her post.",
        "WHO ELSE HELPS?\n{pgm full} has {subject} on Sundays. My friend {x3 full} of {x3 addr}, "
        "{x3 pc} does "
        "the school run. {fsw} from Early Help comes on Mondays.",
        "DEBTS\nCatalogue, {x5 full} is the agent. Electric meter serial {#meter}. Debt helpline "
        "ticket {#claim}.",
        "PARENT'S CONTRIBUTION\n{father full} gives £10 when he can, tel {father mob}. He lives "
        "at {father pcout} way.",
        "HEALTH\n{mgf full} has COPD. {mgm} has a bad hip. {gp ts} will confirm.",
        "REFEREES\n{friend1mum tfull}, {friend1mum addr}, {friend1mum mob}\n{x7 full}, {x7 email}",
        "OFFICE USE\nChecked by {manager is:39} {d +3}. {!TM} to sign. Batch no. {#meter}.",
        "ANYTHING ELSE\n{~Bill} for school shoes enclosed. {abbrev full} said you would pay it. "
        "{subject} asks can "
        "{friend2} come on the holiday.",
        "CONSENT\nI agree that you may speak to {mother} and to {carer1 full}, who had {subject} "
        "before us.",
    ),
    foot=(
        "Signed {mgm full:38}   Date {d}\n",
        "Signed {aunt is:38}\nWitness {x3 full:38}\n{d}\n",
    ),
    count=(13, 16),
    gap="\n\n",
    in_order=True,
    marked=(
        "<<section THIRD PARTY INFORMATION (office only, not to be copied to "
        "applicant)\n{x2 full}, {x2 mob}, "
        "telephoned to say the applicants have £9,000 saved.\nEnd of third party information>>",
        "<<prose Please say if you hold third party, fire and theft cover. This form is not "
        "confidential "
        "between departments; we share it with Revenues.>>",
    ),
    marks=0.4,
    dates=SYSTEM,
    drift={"low": 0.03, "typo": 0.02, "capf": 0.05},
)
