"""Letters, reports and minutes that agencies wrote to each other and to courts, in any decade."""

from __future__ import annotations

from conformance.opened.papers.kind import Kind

LONG = ("%-d %B %Y", "%d/%m/%Y", "%d %B %Y", "%d.%m.%Y")

HEALTH = Kind(
    head=(
        "{@hospital} - Department of Child Health\n\nOur ref: {gp ini:38}/{?JM|PT|LS}/{?214|88}\n"
        "Dictated {d -2}  Typed {d}\n\n{gp tfull:39}\n\nDear colleague\n\n"
        "Re: {subject caps} DOB {dob subject}\n{subject addr} {subject pc}\nNHS No: "
        "{subject nhs}\n\n",
        "CHILD AND FAMILY CLINIC\n{@council}\n{d}\n\nDear {sw ts},\n\nre: {subject full} d.o.b. "
        "{dob subject}, NHS {subject nhs}\n\n",
        "{d}\n\nTo: {sw tfull}, Children's Services\nFrom: {psych tfull}\n\nPRIVATE\n\n"
        "{subject full} ({dob subject}), {subject addr}\nSeen with: {mother full}, {mgm full}\n\n",
    ),
    body=(
        "Thank you for asking me to see {subject}, who attended with {mother ts} and {sib1}.",
        "{mother ts} gave the history. The pregnancy was unplanned. {father ts} was in custody at "
        "the time of the birth and she was supported by {aunt}.",
        "There is a family history of epilepsy: {uncle full} has had fits since childhood, and "
        "{mgm ts} takes tablets for what she calls blackouts. {pgf ts} died of a stroke.",
        "On examination {subject} was a pale, guarded child on the 9th centile. {~Mark} on the "
        "left shin, "
        "brown, 2 cm, consistent with ordinary play.",
        "{subject} spoke about {sib1} with real warmth, and about {step} hardly at all. When I "
        "asked, "
        "{subject he} drew a house with nobody in it.",
        "{sib2 full} (NHS {sib2 nhs}) is also known to this clinic and was not brought to the "
        "last two "
        "appointments.",
        "{mother ts} has been prescribed fluoxetine by {gp ts}. She told me in confidence that "
        "she has drunk most evenings since {perp full} left.",
        "{hv tfull}, health visitor, has kindly plotted {subject poss} weight since birth. It "
        "falls "
        "away in the months when {step ts} is in the house.",
        "{mgm ts} says {subject:59} has never been any trouble to her, and that {subject:59} is a "
        "different "
        "child at weekends.",
        "We discussed sleep. {subject} shares a bed with {sib1}. {mother ts} means to ask "
        "{friend1mum}, a "
        "neighbour, for a spare mattress.",
        "I have written separately to {nurse ts} about enuresis, and to {teacher ts} at "
        "{@school} so that {subject} may leave the room without asking.",
        "Bloods were unremarkable. Lab ref. {#order}. Hearing normal. I do not think a scan on "
        "{@ward} would add anything.",
        "{mgm ts} stayed behind and told me that {mother} herself was in care, and that "
        "{mother poss} "
        "stepfather had interfered with her. {mgm ts} has never told {subject}.",
        "{subject poss} friend {friend2} had been in the same accident; the family were visited by "
        "{x1 full}, who runs the playgroup.",
        "{carer1 ts} now brings {subject} and keeps a careful chart. She and {carer2 ts} are "
        "managing well and {subject} has put on 2 kg.",
        "{x3 full}, student on placement, sat in with {subject poss} agreement.",
        "I would be anxious about any return home while {step ts} remains there, and have said so "
        "to "
        "{sw ts}.",
        "{?The family|They} can be reached on {mother tel} or through {mgm ts}, {mgm tel}.",
        "{accent full} came as interpreter for the {?afternoon|second half}. I was not clear "
        "whether {accent} is "
        "a relative.",
        "{subject} says {subject his} best friend is {friend1} and {subject his} worst is "
        "\"{x2:60} off the bus\".",
    ),
    foot=(
        "Yours sincerely\n\n\n{psych tfull:38}\nConsultant\n\ncc {gp ts:38}, {hv ts:38}, "
        "{mother ts:38}\n",
        "With kind regards\n\nYours sincerely,\n\n{gp tfull:38}\n{gp tel}\n",
        "{psych full:38}\nClinical Psychologist\ncc. {sw full:38}; {lawyer full:38}\n",
    ),
    gap="\n\n",
    in_order=True,
    marked=(
        "<<paragraph In confidence, and not to be copied to the family: {mother ts} is HIV "
        "positive and "
        "{step ts} does not know. {mother ts} fears for her safety should it come out.>>",
        "<<section CONFIDENTIAL TO PROFESSIONALS\n{mgm ts} disclosed to {psych ts} that "
        "{mgf full} had struck {mother} as a girl.\nShe does not want {mother} told that she has "
        "spoken.\n"
        "END OF CONFIDENTIAL SECTION>>",
    ),
    marks=0.28,
    banner=("STRICTLY CONFIDENTIAL: MEDICAL REPORT. NOT TO BE DISCLOSED TO PATIENT OR FAMILY "
        "WITHOUT "
            "THE AUTHOR'S CONSENT",),
    dates=LONG,
    widths=(0, 0, 78),
    old=True,
)  # fmt: skip

COURT = Kind(
    head=(
        "IN THE FAMILY COURT SITTING AT {@council}\nCase no. ZC{?19|20}C00{?412|318}\n"
        "IN THE MATTER OF THE CHILDREN ACT 1989\nAND IN THE MATTER OF {subject caps} (a child)\n"
        "AND {sib1 caps} (a child)\n\nBETWEEN\n{@council} COUNCIL  Applicant\nand\n"
        "{mother caps}  First Respondent\n{father caps}  Second Respondent\n\n"
        "STATEMENT OF {sw caps}\n\nI, {sw full}, social worker, WILL SAY as follows:\n\n",
        "REPORT TO THE JUVENILE COURT\n\nName: {subject full}\nDate of birth: {dob subject}\n"
        "Address: {subject addr}\nParents: {mother tfull:39} and {father tfull:39}\n"
        "Report by: {sw full:39}\nDate: {d}\n\n",
    ),
    body=(
        "I have been the allocated social worker for {subject} and {sib1} since {d -300}. I am "
        "supervised by {manager full}.",
        "{subject} was born on {dob subject} and {sib1} on {dob sib1}. They live with {mother ts} "
        "at "
        "{mother addr}.",
        "The {mother role mother}{mother nee} was herself the subject of a care order. Her "
        "parents are "
        "{mgm tfull} and {mgf tfull}, of {mgm addr}.",
        "{mother ts} married {father ts} on {d -3000}. They parted after he was convicted of "
        "wounding {x2 full}.",
        "On {d -40} officers attended the home. {pc title} {pc full} found {step full} hiding in "
        "the loft. "
        "{step ts} was taken to {@hospital} with a cut hand.",
        "{hv full}, health visitor, records that {sib2} was left in a pushchair outside {@pub}.",
        '{subject} told {teacher ts}: "{step:60} put my {mother role mum} on the floor and '
        '{sib1:60} was screaming."',
        "{perp full}, date of birth {dob perp}, was convicted of offences against a child and is "
        "known to "
        "the {mother role mother} as {perp aka}. She accepts that he stayed on three nights.",
        "{mgm ts} has been assessed by {fsw full} and would care for both children. {mgf ts} has "
        "angina. Their home at {mgm addrshort} has three bedrooms.",
        "{aunt full} was ruled out. She told me that she could not keep {mother} from the door.",
        "The {father role father} proposes his {pgm role mother}, {pgm full}. {pgf full}, her "
        "husband, died before "
        "these proceedings began.",
        "{aunt ts} describes {subject:59} as a child who lies awake listening, and says that "
        "{subject:59} "
        "has twice asked to live with her.",
        "The allegation first came by way of "
        "{neighbour seen a retired woman living within sight of the "
        "yard}, who did not wish to be a witness.",
        "Hair strand testing of {mother ts} by the laboratory (kit lot {#order}) shows cocaine in "
        "each segment. {mother ts} says that it was passive, from {x3 full}.",
        "{subject} has moved twice: to {carer1 tfull} and {carer2 tfull}, and before that for "
        "nine days to "
        "{x1 tfull}.",
        "{psych tfull} advises that the children should not be parted. I agree.",
        "{iro full} has told me that she is content with the interim care plan.",
        "I exhibit marked {sw inid:5}1 my chronology and marked {sw inid:5}2 the note of {d -12}.",
        "{word full} has filed a short statement. {~Will} power and good intentions aside, "
        "nothing in "
        "it deals with the risk from {perp last}.",
        "{double full} attended the last hearing with {mother ts}. {double} is said to be her "
        "friend.",
    ),
    foot=(
        "I believe that the facts stated in this statement are true.\n\nSigned "
        "{sw full:38}\nDated {d}\n",
        "{sw full:38}\nSocial Worker\nCountersigned {manager full:38}\n",
    ),
    lead="- ",
    gap="\n\n",
    in_order=True,
    running=("{subject lastcaps:40} - statement - page %p",),
    marked=(
        "<<privsection ADVICE OF COUNSEL - PRIVILEGED, filed here in error\nCounsel considers that "
        "{mgm full} is the weak point of the case and that {psych ts} should be asked again.\n"
        "End of counsel's advice.>>",
        "<<paragraph [CONFIDENTIAL - the following paragraph has been redacted from the version "
        "served on "
        "the parents. The foster carers are {carer1 full} and {carer2 full} of {carer1 addr}, "
        "{carer1 pc}.]>>",
    ),
    marks=0.3,
    dates=LONG,
    widths=(0, 76),
    old=True,
)

HEARING = Kind(
    head=(
        "CHILDREN'S HEARING: SOCIAL BACKGROUND REPORT\nTo: the Reporter, {@council}\n\n"
        "Child: {subject full}\nDate of birth: {dob subject}\nCHI: {subject chi}\n"
        "Relevant persons: {mother full:39}, {father full:39}\nAuthor: {sw full:39}\nHearing "
        "date: {d +14}\n\n",
        "REPORT FOR CHILDREN'S PANEL\n{subject sf:39}   born {dob subject}\nSchool: {@school}\n"
        "Household: {mother full:39}, {step full:39}, {sib1:39}, {sib2:39}\n\n",
    ),
    body=(
        "Grounds of referral. That {subject} is likely to suffer through want of parental care. "
        "{mother ts} accepts the grounds in part, {father ts} does not.",
        "{subject} stays with {subject his} {mother role mother} in a three-apartment at "
        "{subject addr}. {step ts} "
        "stays there most of the week though his own tenancy is {step addr}.",
        "Family. {mother} is the second of the {?four|five} children of {mgm ts} and {mgf ts}. "
        "{aunt} stays round the corner and is a good support.",
        "{father}, {dob father}, works away. He sees {subject} when he can. His late "
        "{pgf role father}, "
        "{pgf full}, had a big hand in bringing up {sib1}.",
        "{sib1} was placed with {pgm ts}, {pgm addr}, following a hearing on {d -200}.",
        "School. {head ts} reports attendance of 61 per cent. {teacher ts} finds {subject} "
        "polite, wary, "
        "and fond of art. {subject He} goes about with {friend1 full}.",
        "Offending. {subject} was charged along with {x2 full} and {x4 full} with breaking "
        "windows at "
        "the primary. {pc title} {pc last} has no concerns since.",
        "Health. {gp ts} has no concerns. {hv ts} visited to see {sib2}. {sib2 full}, CHI "
        "{sib2 chi}, "
        "is behind with immunisations.",
        '{subject poss} views. "I want to stay with my {mother role mum} but I want {step:60} '
        "out. {sib1:60} "
        'gets my room when {sib1 he} comes."',
        "{friend2dad ts} holds that {subject:59} is out of control and should be sent away.",
        "The first referral came from {neighbour seen somebody in the same stair with a dog}.",
        "{mother} told me that {perp full} had been at the door with a drink in him. He is "
        "her ex-partner. She phoned {uncle}, who put him down the stair.",
        "Panel members last time asked about {mgm ts} as kinship carer. {mgm} would need "
        "a bigger let; {x3 full} of the housing association is hopeful.",
        "{subject} was accommodated for two weeks with {carer1 full} and {carer2 full} and "
        "spoke well of them. {carer1} sent {subject him} a birthday card.",
        "{friend2dad ts} alleges that {subject} took {friend2 poss} bicycle. It was found at "
        "{x5 poss}.",
        "<<prose The Reporter explained that reports are confidential to those with a right to "
        "them, and "
        "that {mother ts} has that right.>>",
        "Supports. {fsw full} sees {mother} weekly. {mother} has kept six of nine appointments.",
        "{translit full}, who translates for the family, was present when I visited on {d -9}. "
        "{translit} added "
        "nothing of {translit his} own.",
        "{abbrev full} phoned the office to say the house is a shambles. {abbrev} fell out with "
        "{mother} about money in the spring.",
        "Money is short. A crisis grant was claimed, helpline ticket {#claim}. {~Patience} will "
        "be needed.",
    ),
    foot=(
        "Recommendation: compulsory supervision order, {subject} to stay at home.\n\n{sw full:38}\n"
        "Countersigned: {manager is:38}\n",
        "{sw full:38}, Social Worker   Tel. {sw tel}\n",
    ),
    gap="\n\n",
    in_order=True,
    marked=(
        "<<section NON-DISCLOSURE REQUEST. This part is withheld from {father full} under the "
        "rules.\n"
        "{mother} has moved with {sib2} to {@refuge}. Her new number is {mother mob}.\n"
        "END OF NON-DISCLOSURE PART>>",
    ),
    marks=0.35,
    dates=LONG,
    widths=(0, 72),
    old=True,
)

CONFERENCE = Kind(
    head=(
        "MINUTES OF A CASE CONFERENCE held at {@council} Area Office on {d}\n\n"
        "Concerning: {subject full:39} ({dob subject}), {sib1 full:39} ({dob sib1})\n\nPresent:\n"
        "{iro full:39} (Chair)\n{sw full:39} ({sw ini:5})  {!SW}\n{hv full:39} ({hv ini:5})  "
        "{!HV}\n"
        "{pc title} {pc full:39} ({pc ini:5})\n{teacher full:39} ({teacher ini:5})\n"
        "{mother full:39} (part)\n{mgm tfull:39} (part)\nApologies: {gp ts:39} {!GP}\n\n",
        "CHILD PROTECTION CONFERENCE - {d}\nChildren: {subject full:39}, {sib1 full:39}, "
        "{sib2 full:39}\n"
        "Chair {iro is:39}   Minutes {x1 is:39}\nAttending {sw is:39}, {manager is:39}, "
        "{nurse is:39}, "
        "{head is:39}, {pc is:39}\n\n",
    ),
    body=(
        "{iro ini} opened the meeting and everyone said who they were. {mother ts} "
        "was supported by {x3 full}, advocate.",
        "{sw ini} read {sw his} report. {mother} had not told workers that {perp full} was back in "
        "{@council}. {sib1} let it slip on the way to swimming.",
        "{hv ini} said that {sib2} is not meeting milestones, and that {mother} has missed four "
        "clinics.",
        "{teacher ini}: {subject} is always first in and last out. {subject He} gives half "
        "{subject his} "
        "packed lunch to {sib1}.",
        "{pc ini} gave police information. {step full}, {dob step}, has cautions for theft and "
        "one for assault on "
        "a former partner, {x5 full}. {perp lastcaps} is on licence.",
        "{mgm ts} interrupted to say that {mother} was \"a good girl until she met {step:60}\".",
        "{mother} said: \"nobody has asked me what I want. {step:60} has never laid a finger on "
        "{subject:60}.\"",
        "The Chair asked about parentage. {father full} is {subject poss} and {sib1 poss}. "
        "{mother} would "
        "not name {sib2 poss}, the birth entry says {x4 full}.",
        "{subject label Child A} and {sib1 label Child B} were seen alone. "
        "{subject label Child A} drew the police car; "
        "{sib1 label Child B} would not speak about night times.",
        "The three older ones were discussed as C1 to C3 in the last minutes; {sib1 label C2} "
        "should "
        "have read eight, not nine.",
        "{mgm ts} described {subject:59} as old before {subject his} time. {hv ini} agreed.",
        "The information about late nights is from {neighbour seen the lady who feeds the cats}; "
        "the Chair "
        "asked that nobody guess further.",
        "{gp ts} sent a letter. {mother} is on the methadone programme. {subject} last seen with "
        "tonsillitis on {d -30}.",
        "{nurse full} has {subject} on her caseload. She weighed {subject} and wrote to {gp ts}.",
        "{manager ini} asked that {father} and the {father plural} be told the outcome by letter, "
        "not by telephone.",
        "{fsw} has done six sessions with {mother ts} and {step ts}. They argue about "
        "money and about {aunt}.",
        "It was agreed that {mgm} and {aunt}{?, if willing,| together} may have the children "
        "overnight. {sw ini} to visit {aunt addr}.",
        "{sib1 full} and {cousin full} are in one class; {cousin poss} parents are to be told "
        "nothing by "
        "school.",
        "Child's view, by {fsw}: \"tell {iro:60} I am not going to a foster\".",
        "Mr and {carer1 ts:15} attended for item 6. They can keep {subject} until the summer.",
        "{word} had telephoned before the meeting. {~Hope} was expressed that {word} might be "
        "assessed. {word full} was not invited.",
        "DECISION: both names to the Register, neglect. Core group {d +10}: {sw}, {hv}, {teacher}, "
        "{mother}.",
    ),
    foot=(
        "Meeting closed {t}.\nMinutes agreed by {iro full:38}, {d +5}\nCirculated to: {sw:38}, "
        "{hv:38}, "
        "{teacher:38}, {pc title} {pc last:38}, {gp ts:38}\n",
        "Next conference {d +90} at {t}.\n{x1 is:38}, minute taker\n",
    ),
    gap="\n",
    in_order=True,
    marked=(
        "<<section CONFIDENTIAL SECTION - parents asked to leave the room\n{pc ini} reported that "
        "{x2 full}, "
        "{dob x2}, of {x2 addr}, has told officers where {perp last} is sleeping.\n{x2} must not "
        "be known to "
        "have spoken.\n{mother} and {mgm ts} rejoined the meeting: end of confidential section.>>",
        "<<section Closed session. Not to be recorded in the version for the family.\n{hv ini} "
        "believes {mother} "
        "is pregnant by {perp last}.\nEnd of closed session.>>",
        "<<privsection LEGAL ADVICE (PRIVILEGED)\n{lawyer full} for the Council advised that the "
        "threshold is not yet "
        "met as to {sib1}. {x4 ts} should not be called.\nThe lawyer left: end of legal advice.>>",
        "<<prose The Chair reminded all that what is said at conference is confidential but that "
        "these "
        "minutes will be shared with {mother ts} and with {father ts}.>>",
    ),
    marks=0.6,
    banner=("RESTRICTED. Not to be copied or shown to any member of the family without the Chair's "
            "agreement.",),
    banners=0.08,
    dates=LONG,
    widths=(0, 0, 78),
    old=True,
)  # fmt: skip

ADOPTION = Kind(
    head=(
        "ADOPTION - FORM E: PARTICULARS OF CHILD\n\n1. Child\nNames: {subject full:39}\nBorn: "
        "{dob subject}\n"
        "Baptised: yes, R.C.\nPresent home: with {carer1 tfull:39}, {carer1 addr}\n\n",
        "PERMANENCE REPORT (part one: the child and the birth family)\nChild: {subject full:39}\n"
        "d.o.b. {dob subject}\nBirth {mother role mother}: {mother full:39}, d.o.b. {dob mother}\n"
        "Birth {father role father}: {father full:39}, d.o.b. {dob father}\nReport author: "
        "{sw full:39}\n\n",
    ),
    body=(
        "Birth {mother role mother}. {mother full}{mother nee}, {dob mother}, of {mother addr}. "
        "Brown hair, "
        "slight, shy in company. Shop work. She has signed nothing.",
        "Birth {father role father}. {father full} is tall, fair, a roofer. He knows of the plan "
        "and "
        "asks only that {subject} should be told that he came.",
        "Maternal grandparents. {mgm full} and {mgf full}. They kept {sib1} and could "
        "not manage another. {mgf}, born {dob mgf}, has heart trouble.",
        "Paternal side. {pgf full} died aged {?61|58}. {pgm full}{pgm nee} lives at {pgm addr}.",
        "Siblings. {sib1 full}, {dob sib1}. {sib2 full}, {dob sib2}. {subject} "
        "should be told of both.",
        "Why adoption is proposed. {mother} went back to {step full} after each separation.",
        "Medical. {gp tfull} examined {subject} on {d -12}. Nothing to prevent adoption. "
        "{mother poss} {mgm role mother} had T.B.",
        "The first introductions were on {d -60}. {x1 tfull} and {x2 tfull} came with {x3 full} "
        "of the "
        "Society. {subject} showed them the hens.",
        "{x1} cried in the car. {x2} thought {subject} like his own nephew, {x4}.",
        "{subject} calls {carer1 ts} \"{carer1 nan Nanny}\" and {carer2 ts} \"{carer2:60}\".",
        "Referees for the applicants: {x5 full}, {x5 addr}; {x7 full}, a deacon.",
        "The applicants' own identifying details are in a sealed envelope: {x1 full}, {x2 full}, "
        "{x1 addr}, {x1 pc}.",
        "Naming. They mean to keep {subject} and to add a second name after {x6}, who was lost.",
        "Letterbox contact once a year, {mother} and {mgm} by way of {fsw full}. {sib1} to have a "
        "photograph.",
        "{aunt full} wrote opposing the plan. Her letter is at page 40. She says {mother} was "
        "pressed by {hv ts}.",
        "{lawyer full} for the Council advises a freeing application be lodged by {d +21}.",
        "{subject poss} understanding. {subject He} says \"{x1:60} is going to be my forever "
        "one\".",
        "{accent full} claims to be a cousin of the birth {father role father}. {accent} has no "
        "standing.",
    ),
    foot=(
        "{sw full:38}\nAdoption and Permanence\n{d}\n",
        "Seen and approved: {manager full:38}\nAgency decision maker informed {d +2}\n",
    ),
    gap="\n\n",
    in_order=True,
    count=(13, 16),
    running=("ADOPTION IN CONFIDENCE - {subject full} - page %p",),
    banner=("ADOPTION CASE RECORD. RESTRICTED: NOT TO BE DISCLOSED TO ANY PERSON EXCEPT UNDER THE "
            "ADOPTION AGENCIES REGULATIONS.",),
    banners=0.3,
    closing=(
        "<<section- PART TWO - NOT TO BE SEEN BY BIRTH FAMILY\nApplicants: {x1 full} ({dob x1}) "
        "and {x2 full} "
        "({dob x2}). N.I. {x1 nino}, {x2 nino}. He drives {x2 vrm}. Tel. {x1 tel}.>>",
    ),
    closes=0.4,
    dates=LONG,
    widths=(0, 70),
    old=True,
)  # fmt: skip

HOUSING = Kind(
    head=(
        "{@council} HOUSING\nOur ref "
        "HN/{#meter}\n{d}\n\n{mother tfull:39}\n{mother addrlines}\n"
        "{mother pc}\n\nDear {mother ts}\n\n",
        "{d}\n\nFrom: {x1 full:39}, Tenancy Sustainment\nCopy: {manager full:39}, Children's "
        "Services\n"
        "Re: {mother addr} {mother pc}\n\nDear {mother ts}\n\n",
    ),
    body=(
        "I write about your tenancy. Your rent account is in arrears of "
        "£{?612.40|388.17|1,204.00} and no "
        "payment has come since {d -70}.",
        "We have had complaints from more than one household about noise and visitors. In "
        "particular "
        "a {?man|caller} named as {step full} was seen on {d -11} damaging the entry door.",
        "{step ts} is not named on the tenancy. You told {x2 full} of this office that he only "
        "visits. "
        "A parking permit for {step vrm} was nevertheless asked for in his name at your address.",
        "The household on our records is yourself, {subject} (born {dob subject}), {sib1} (born "
        "{dob sib1}) "
        "and {sib2}. Please say if that has changed.",
        "Your {aunt role sister} {aunt full} of {aunt addr} has been put down as next of kin. She "
        "may be "
        "reached on {aunt tel}.",
        "{sw full} of Children's Services has written to support a move. So has {hv tfull}. I am "
        "told by "
        "{sw ts} that {subject} cannot share with {sib1} any longer.",
        "The report of {d -14} was made by "
        "{neighbour seen an elderly resident on the ground floor}.",
        "The damp survey was done by {x4 full} on {d -20}. Job no. {#order}. Please let him in.",
        "A neighbour, {x3 full} at {x3 addrshort}, has kindly offered to keep a key.",
        "The guarantor, {mgm full}, {mgm addr}, has been sent a copy.",
        "Offer: a two-bedroom flat off {@street}, near {@school}. You should bring your National "
        "Insurance number; we hold {mother nino}.",
        "{friend1mum full}, who is also on the list, tells us that you and she would exchange. "
        "She is at {friend1mum addr}.",
        "Former tenant arrears: {father full}, sole tenant to {d -900}, last known at "
        "{father addr}, "
        "{father pc}.",
        "An injunction against {perp full} (born {dob perp}) bars him from {@street} and from "
        "{mother addrshort}.",
        "Payments by standing order may be made from your account {mother bank}.",
        "If you need help to fill in the form, {fsw full} or {x5} at the advice shop beside "
        "{@shop} will "
        "go through it with you.",
        "I have spoken with {head ts} about transport for {subject} should you take the offer.",
        "{double full} has been seen coming and going with keys. {double half} told our officer "
        "that "
        "{double he} pays you £40 a week.",
        "The letter you sent in was signed by {uncle full}. We can only deal with the tenant.",
    ),
    foot=(
        "Yours sincerely\n\n{x1 full:38}\nHousing Officer   {x1 email:38}\n",
        "Yours sincerely\n\n\n{x1 tfull:38}\np.p. District Housing Manager\n\nc.c. {sw ts:38}\n",
    ),
    gap="\n\n",
    in_order=True,
    marked=(
        "<<paragraph CONFIDENTIAL - not for the tenant. The complainant is {neighbour full} of "
        "{neighbour addr}, "
        "{neighbour pc}. {neighbour} will give evidence only if not named.>>",
        "<<prose You are not obliged to take out contents insurance, though a policy with third "
        "party "
        "cover is sold at our desk. Anything you tell the officer there is treated as "
        "confidential.>>",
    ),
    marks=0.35,
    dates=LONG,
    widths=(0, 0, 80),
    old=True,
)

TRANSFER = Kind(
    head=(
        "TRANSFER SUMMARY\nFrom {@council} (North) to South team\nFamily name: {mother last:39}\n"
        "Children: {subject full:39} {dob subject}; {sib1 full:39} {dob sib1}\nPrepared by "
        "{sw full:39}, {d}\n\n",
        "CLOSING / TRANSFER SUMMARY\n{subject full:39}  DOB {dob subject}  NHS {subject nhs}\n"
        "Worker {sw is:39}   Manager {manager is:39}   Date {d}\n\n",
    ),
    body=(
        "Known since {d -1400}, when {hv ts} referred {subject} for failure to thrive. {mother} "
        "was "
        "then living with {x2 full}.",
        "Significant people: {mgm full} ({mgm role MGM}, see below), {aunt full}, "
        "{friend1mum full}, and "
        "{x1 full}, who was {mother poss} own foster carer.",
        "{mgm role MGM} is the constant in {subject poss} life. She has had {subject} at weekends "
        "since {mgf} retired.",
        "{father full} (DOB {dob father}) is in work and has {subject} on alternate Saturdays at "
        "{father addr}. {father ini} can be prickly on the phone but means well.",
        "{step full}, also known as {step aka}, is a Schedule One matter. See the police letter, "
        "ref {step police}. "
        "Must not be alone with {sib1} or {sib2}.",
        "{pgf full} died on {d -500}. {subject} did not go to the funeral and still asks. {pgm} "
        "has kept "
        "him something.",
        "Placements. {carer1 full} and {carer2 full} twice; {x3 ts} in an emergency; {@home} for "
        "eleven "
        "weeks. {carer1} would have {subject} back.",
        "School. {@school}, before that {@other_school}. {teacher full} knows {subject him} best. "
        "UPN {subject upn}.",
        "{subject poss} friends are {friend1 full} and {friend2 full}. {friend2 poss} family are "
        "known to us: "
        "{friend2dad is}.",
        "Health. {gp tfull}. {subject} has an inhaler. {psych full} offered four sessions, "
        "{subject} "
        "went to three.",
        "What {subject} wants. To be called {subject aka:50}. To see {sib1} without "
        "{mother role Mum} there.",
        "Unfinished: passport for {subject}; life story, {fsw} has the photographs of {uncle} and "
        "the "
        "{uncle plural}.",
        "Allegation of {d -600} against {perp full}: {subject} and {cousin full} interviewed by "
        "{pc title} {pc full}. "
        "No charge. {cousin poss} parents do not want it raised again.",
        "{sib2 full} is {step possts}. {sib2} was adopted in {@council} and the new name must not "
        "go on this file.",
        "{friend1mum full} has always said that {subject:59} is the one who gets {sib1} fed.",
        "The source of the second referral is {neighbour seen the lady with the greyhounds}.",
        '<<prose A note on words: the old index says "restricted" on the spine, which only ever '
        "meant the "
        "reading room. Nothing there is secret from {subject}.>>",
        "Tips. {mother} reads letters late; text is better, {mother mob}. Do not call when {step} "
        "answers.",
        "{aunt full} is to be rung before any move. {aunt tel}.",
        "{translit full} has helped with the language at visits and knows everyone. {translit} "
        "does not charge.",
        "{abbrev full} lodged with them one winter.",
        "{~Grace} period for the council tax ends {d +20}. Helpline ticket {#claim}.",
        "Risk to workers: {step} has a dog. {uncle poss} temper is mostly noise.",
    ),
    foot=(
        "{sw full:38}\n{d}\n",
        "Received for South team: {fsw full:38}\n",
        "{sw ini:5}/{manager ini:5}\n",
    ),
    gap="\n\n",
    in_order=True,
    marked=(
        "<<section THIRD PARTY INFORMATION - NOT TO BE DISCLOSED\n{friend2dad full} told us that "
        "{friend2} has "
        "been hurt by {x5 full}. {friend2} is at {friend2 addr} and has a worker of {friend2 his} "
        "own.\n"
        "END OF THIRD PARTY INFORMATION>>",
    ),
    marks=0.3,
    closing=(
        "<<section- RESTRICTED\nSource for the drugs information was {x4 full}, {x4 tel}. He "
        "lives near "
        "{mother} and is a friend of {step poss}.>>",
    ),
    closes=0.3,
    widths=(0, 74),
    old=True,
)
