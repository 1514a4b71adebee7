"""Papers that were typed or written by hand, in any of five decades."""

from __future__ import annotations

from conformance.opened.papers.kind import Kind

TYPED = {"ocr": 0.045, "glued": 0.015, "spaced": 0.012, "typo": 0.02}
TYPED_DATES = ("%d.%m.%y", "%-d.%-m.%y", "%d/%m/%y", "%-d %b %Y", "%-d %B %Y")

RECORD = Kind(
    head=(
        "SOCIAL SERVICES DEPARTMENT - RUNNING RECORD\n\n"
        "{subject sf:39}     d.o.b. {dob subject}\n"
        "Address: {subject addr}   {subject pc}\n"
        "Worker: {sw is:39}\n\n",
        "RECORD OF CONTACTS\nSurname and forenames: {subject sf:39}\nBorn: {dob subject}\n"
        "Legal status: S.20 accommodated\nAllocated to: {sw full:39} ({@council} Area Team)\n\n",
        "C O N T A C T   S H E E T\n\n{subject spaced}\n{mother spaced} (parent)\n"
        "{step spaced} (cohabitee)\n\n",
    ),
    body=(
        "Home visit, by appointment. {mother ts} in, {step} upstairs and did not come down. House "
        "cold. {subject} and {sib1} still in nightclothes at eleven o'clock. {mother ts} says the "
        "school were told they had colds.",
        "{neighbour seen The lady with the corner garden} stopped me in the street. Asked was I "
        "from "
        '"the Cruelty". She would say only that {subject} wants feeding.',
        "{friend1mum ts} told me that {subject:59} is a sly little {?madam|thing}, that "
        "{subject he} takes "
        "food from the other children and was seen at the bins behind {@shop}.",
        "T.C. from {hv full}, {!HV}. She has seen the baby at clinic, weight satisfactory. She "
        "passed {mother} in {@street} on Tuesday with {x2 full}, whom she believes is lodging "
        "there now.",
        "Called, no reply. Card left. Neighbour at no. 7 said they had gone to "
        "{mgm ts} for the day.",
        "Office visit. {father} arrived without appointment wanting to know why he was "
        "not told of the case conference. Explained that letters were sent to {father addr}. He "
        "has "
        "been staying with {x1}, a friend from work, since the summer.",
        "Visit to {mgm} at {mgm addrshort}. {mgf} present throughout but said little. "
        "They would take {subject} and {sib1} tomorrow if asked. {mgm} thinks "
        "{mother} has never got over the business with {perp full}.",
        "School rang ({teacher is}). {subject} brought in by {friend1mum}, not "
        "collected until 4.40. {teacher ts} waited with {subject him}. Third time this half term.",
        "{father ini} seen in the precinct with {sib2}. He says {mother ini} asked him to have "
        "{sib2} for the weekend. Not what we had agreed.",
        "Discussed in supervision with {manager}. To continue fortnightly visiting. {manager ini} "
        "to "
        "write to Housing about the damp. I am to ask {gp ts} for a report.",
        "Took {subject} to {@hospital} for dental extraction. {subject He} was very good. "
        "{mother role Mum} was to meet us there and did not arrive. {subject He} asked twice "
        "whether {step} had gone.",
        "Letter received from {lawyer tfull}, acting for {father ts}. Copied to Legal.",
        "T.C. to {pgm ts} on {pgm tel}. She has not seen the children since "
        "{pgf} died. {pgf} was the one who brought them over. Invited her to the next review.",
        "{aunt full} telephoned. She is {mother poss} {aunt role sister} and wishes to be "
        "considered for "
        "{subject}. Lives at {aunt addr}, {aunt pc}. Two bedrooms. Husband is {uncle}. "
        "Told her I would speak to {manager}.",
        'Visited. {x4 full} opened the door and said he was "minding the place". {mother} was at '
        "the "
        "shops. {~Frank} conversation with him about who was in the house overnight. He gave "
        "his date of birth as {dob x4} and would not give an address.",
        "{step last} seen at the office re his own benefit claim. He was abrupt. Says {subject} "
        '"tells lies same as {subject his} {father role father}".',
        "Walked {subject} home. {subject He} told me {friend1} is moving to be near her "
        "{?cousins|family}. "
        "{subject He} likes {friend2} as well, but {friend2 poss} house is too far.",
        "Read the old file. {mother} was herself boarded out, as {mother former}, with a {x3 ts} "
        "at "
        "{x3 addr}. Nobody has written down why that ended.",
        "{subject ini} and {sib1 ini} to contact at the Family Centre. {father role Dad} brought "
        "sweets and a comic. {sib1} clung. {subject} told {father him} about the swimming.",
        "Money. Section payment of £12 to {mother ts} for the electric, receipt obtained. "
        "Meter no. {#meter}.",
        "{sib1 capf} reported to have a mark on {sib1 his} leg. {~Mark} is an inch long, behind "
        "the "
        "knee, yellow. {mother} says {sib1 he} fell from the coal bunker. {gp ts} to look.",
        "{carer1 ts} rang to say {subject} settled and eating. {carer2} is building {subject him} "
        "a "
        "rabbit hutch. Their two own children have taken to {subject him}.",
        "Rang {friend1mum ts} at {friend1mum addrshort} to thank her. She says the "
        "children were there until nine on Saturday because {mother} had forgotten.",
        "{word full} called at the office with clothes for {subject}. Would not stay. {word} "
        "is known to {sw ts} from the trouble at {@pub}.",
        "Spoke to {double ts} by telephone. {double half} confirmed that {double him} had seen "
        "{step} carry the television out.",
    ),
    foot=(
        "Transferred to new sheet.\n{sw is:38}\n",
        "{sw full:38}\nSocial Worker\n",
        "Case to remain open. Signed {sw ini}\n",
    ),
    lead="{d}  ",
    gap="\n\n",
    steps=(3, 24),
    running=("{subject sf} - RUNNING RECORD - sheet %p",),
    marked=(
        "<<paragraph NOT TO BE DISCLOSED TO FAMILY. {d}  A lady who would not have her name used "
        "called at the office. She is {neighbour seen the lady with the corner garden}. She has "
        "heard {subject} crying after midnight and has seen {step} strike {sib1}. Her "
        "{?husband|son-in-law} "
        "drinks with {step}, and she is frightened of what he would do.>>",
        "<<paragraph CONFIDENTIAL - THIRD PARTY: {d}  {x1 full} of {x1 addr} told me that she had "
        "been to bed with {step} while {mother} was in hospital. Not to go to {mother ts} under "
        "any "
        "circumstances.>>",
    ),
    drift=TYPED,
    dates=TYPED_DATES,
    widths=(64, 70, 74),
    old=True,
)

DAYBOOK = Kind(
    head=(
        "{@home} - DAY BOOK\nOn duty: {x1 is:39}, {x2 is:39}. Sleeping in: {x3 is:39}\n"
        "In residence: {subject}, {friend2}, {x6}, {x8}, {x5}\n\n",
        "{@home} CHILDREN'S HOME\nDaily log - {d}\nEarly: {x2} / {x1}   Late: {x3} / {x4}\n\n",
    ),
    body=(
        "All up by {t}. {subject} refused porridge, ate toast. {x6} late down and swore at {x1}. "
        "Sanction: no pool table.",
        "{subject} did paper round with {x2}. {~Dawn} start, in good heart. Wants to buy {sib1} a "
        "birthday present. {sib1 He} will be at contact Saturday.",
        "Laundry: {x8 poss} blazer missing. Turned up in {x6 poss} wardrobe. {~Mark} on collar.",
        "GP clinic: {subject}, {x5}. {gp ts} says {subject poss} chest clear. {x5} to see the "
        "optician.",
        "Plumber in to the top bathroom. Job no. {#order}.",
        "{manager is} and {sw is} called re review. All paperwork on the office shelf.",
        "{subject poss} {!SW} rang, can't make it until {d +3}. {subject} took it well until tea "
        "and "
        "then threw {subject his} plate. {x2} sat with {subject him} on the stairs.",
        "Contact: {sib1} and {sib2} brought by {sw}. Played football in the yard. {sib2} had on "
        "odd shoes. {sib1} asked was {subject} bad, is that why {subject he} lives here.",
        "{mgm nan Nana} visited with {aunt nan Auntie}. Brought a cake. {subject} would "
        "not go in at first. {mgm ts} left at {t}, upset.",
        "Trip to the baths. {subject}, {friend2}, {x5}, {x8}. Lost property: one towel, "
        "name tape {x8 is}.",
        "Pocket money paid: {subject} 1.50, {friend2} 1.50, {x5} 1.20, {x8} nil (window).",
        "Phone call from {carer1 ts}, who had {subject} before. Asks if {subject he} got the "
        "photographs. {x1} to ask {sw} is that allowed.",
        "{father role Dad} telephoned, {father full}. Drink taken, {x3} thought. Wanted "
        "{subject}. Told "
        "him Sunday as arranged. He said to tell {subject} the dog's had pups.",
        "{accent} turned up at the gate asking for {subject}. Not on the list. Sent away. "
        "{accent} left a parcel with the cook.",
        "{subject} had a good chat with {x1} about {pgf}. Remembers his pigeons. Has his cap in "
        "{subject his} drawer, nobody to move it.",
        "{x1} writes: in my view {subject:59} plays on {subject his} upbringing and is ringleader "
        "to {x5}.",
        "Supper: {x6} helped. {word} rang for {subject} twice and was told to ring at six. {word} "
        "said it was about the bike.",
        "{friend2} and {subject} fell out over the {@toy} tape. {friend2} said something "
        "about {subject poss} {mother role mam}. Separated. Both to bed by {t}.",
        "{x6} absconded at {t} over the back wall with {x8}. Police informed, {pc title} "
        "{pc last} took "
        "details. Back at {t} brought by a taxi driver, fare £6.40 from petty cash.",
        '{x5} told {x1} that {x2} "comes in the room when the light\'s off". Written up, Officer '
        "in "
        "Charge informed at once, {x2 ts} sent home.",
        "Night: {subject} heard crying. Made cocoa. Said {subject he} dreamt about {perp}. "
        "{x4} wrote "
        "it on a separate sheet for {sw}.",
    ),
    foot=(
        "Quiet night. All in.   {x3 ini:5}\n",
        "Handed over to days {t}. {x4 is:38}\n",
        "Keys and float checked. {x1 ini:5}/{x2 ini:5}\n",
    ),
    in_order=True,
    count=(16, 19),
    lead="{t}  ",
    gap="\n",
    marked=(
        "<<paragraph STAFF ONLY - not for the children's files: {x6} is to have no bath "
        "unattended. "
        "A relative of {x6 poss}, {x7 full}, is out of prison and {x6} has asked who will tell.>>",
    ),
    marks=0.2,
    drift={**TYPED, "low": 0.03},
    dates=TYPED_DATES,
    widths=(66, 78),
    old=True,
)

FOSTERING = Kind(
    head=(
        "FOSTERING HOUSEHOLD LOG\nCarers: {carer2:15} and {carer1 full:15}\n"
        "Child in placement: {subject full}, {dob subject}\nPlaced: {d -120}   {!SW}: "
        "{sw full}\n\n",
        "Foster carer\u2019s diary. Please keep factual. Remember the child may read this one "
        "day.\n"
        "Carer: {carer1 full:39}   Tel: {carer1 tel}\nChild: {subject:39}   Week beginning {d}\n\n",
    ),
    body=(
        "{subject} slept through. Good breakfast. Dropped at {@school}, {teacher ts} at the door "
        "as "
        "usual.",
        "Contact at the centre 4 till 5. {mother role Mum} was there on time with {sib2}. "
        "{subject} "
        "sat on her knee. {mother} asked me was {subject he} eating and I said yes. On the way "
        "home "
        '{subject he} said "{mother role mum} smelled like {step:60}".',
        "{subject He} wet the bed again. Changed with no fuss. {carer2} thinks it is always after "
        "the phone calls with {father role Dad}.",
        "{friend1} came to play and stayed for tea. {friend1 poss} {friend1mum role mum}, "
        "{friend1mum}, brought a bag "
        "of clothes that {friend1 he} has grown out of. She lives at {friend1mum addrshort}.",
        "Our {x2} was home from college. {subject} follows him about like a puppy. {x2} let "
        "{subject him} hold the gerbil.",
        "{subject} asked at bath time where {sib1} lives now. I said with {aunt nan Auntie} "
        'and {uncle nan Uncle}. {subject He} said "{sib1:60} should live with me, I know how to '
        'do the toast".',
        "{sw ts} visited. {subject} showed {sw him} the loose tooth. {sw} left life story "
        "pages to fill in. {sw His} new number is {sw mob}.",
        "{mgm} rang from {mgm tel}. I let {subject} talk for ten minutes. {mgm} told "
        "{subject him} that {pgf nan Grandad} is in heaven with the dog. {subject He} did not "
        "know. {sw} informed.",
        "My {x1 role sister} {x1} and her lad {x4} stopped for the weekend. {sw} knows. "
        "{subject} and {x4} made a den.",
        "Doctor\u2019s. {gp ts} says it is only impetigo. Cream three times a day. {subject} gave "
        '{subject his} name as "{subject aka:50}" to the receptionist, very grown up.',
        "Had words with the neighbour, {x3}, about the ball. She knows {subject his} family from "
        "{@street}. Told {carer2} we shall need to be careful.",
        "{carer2} found {subject} in the larder at {t} with bread under {subject his} top. Nothing "
        "said. We have put a box by {subject his} bed with fruit in.",
        "{friend2} called round without asking. {friend2dad ts} fetched {friend2 him} home at "
        "{t}. He was "
        "quite rude to me on the step about foster kids.",
        "{x1} thinks {subject:59} is the image of {father} and will turn out the same. I told her "
        "not to say "
        "it in front of {subject him}.",
        "Letter came for {subject} in {mother possts} writing, no stamp, so somebody pushed it "
        "through our door. {mother} is not meant to have our address. Rang {manager ts} straight "
        "away.",
        "{nurse ts} did {subject poss} medical at school. Heard from {teacher is} that {subject} "
        "was brave.",
        "{carer1 ini:5} not well, so {x1} collected. {subject} was worried till {subject he} saw "
        "me on the sofa.",
        "Bought shoes at {@brand}, size 12, {subject he} wanted {@toy} on them. Receipt kept.",
        "{subject poss} cousin {cousin} rang. They laughed a lot. {cousin} asked what is our road "
        "called and {subject} said {subject he} is not allowed to say.",
        "{translit} was at the school gate again and waved. {subject} hid behind me. {translit} "
        "has "
        "been told about this before by {pc title} {pc last}.",
    ),
    foot=("{carer1 full:38}\n", "Signed {carer1 is:38} / {carer2 is:38}\n", "{carer1} x\n"),
    count=(15, 18),
    lead="{d}: ",
    gap="\n",
    steps=(1, 3),
    marked=(
        "<<paragraph PRIVATE, for our link worker only, not for {subject poss} file: {carer2} has "
        "had "
        "his test results and they are not good. {x2} and {x1} are expecting, "
        "she is due in the spring and {x2} is not telling people yet.>>",
    ),
    marks=0.22,
    drift={"typo": 0.03, "low": 0.03, "pet": 0.05},
    old=True,
)

PUPIL = Kind(
    head=(
        "{@school}\nPUPIL RECORD CARD\n\nSurname: {subject last:50}\nForenames: {subject:50}\n"
        "Date of birth: {dob subject}\nHome address: {subject addrlines}\n{subject pc}\n"
        "{father role Father}: {father full:39}\n{mother role Mother}: {mother full:39}\n"
        "Emergency contact: {mgm full:39} ({mgm role gran}) {mgm tel}\nDoctor: {gp tfull}\n"
        "Previous school: {@other_school}\n\n",
        "{@school}: CONFIDENTIAL PUPIL FILE\nName of pupil {subject full:39}\nBorn {dob subject}\n"
        "Lives with {mother full:39} and {step full:39}\nSiblings in school: {sib1:39}, "
        "{cousin:39}\n"
        "Class: {teacher ts:39}\n\n",
    ),
    body=(
        "{x1 ts}, dinner lady, says {subject:59} hides crusts up {subject his} jumper and pinches "
        "the little "
        "ones.",
        "Settled quickly. Reads fluently to {teacher ts}. Friends: {friend1}, {friend2}.",
        "Fight in the yard with {x2 full}. Both kept in. Wrote to {mother ts}. No reply.",
        "{mother ts} in to see me about reading. Left in tears. She had bruising to the wrist. "
        "She said she had trapped it. {head ts} told.",
        "Free dinners from {d}. {father full} out of work since Christmas.",
        "{friend1 poss} {friend1mum role mother}, {friend1mum ts}, complained that {subject} had "
        "taken {friend1 poss} "
        "{@toy} pencil case. Found in {x4 poss} tray. Apologised to {subject}.",
        "Educational Psychologist saw {subject}. {psych tfull} will report. Non-verbal 104.",
        "Absent 11 sessions. E.W.O. called at {subject addrshort}. {x1}, a baby-sitter, came "
        "to the door. {mother} still in bed.",
        '{subject} told {teacher ts} in news time that {step} "went through the door" and the '
        "police "
        "came. {teacher ts} wrote down exactly what was said. Sent to {head ts}.",
        "{nurse is}: hearing test passed. Nits. Note sent to {mother ts}, also to the "
        "{friend2 plural}.",
        "Collected by {uncle full}, not on our list. Rang {mgm ts}, who said all right.",
        "Class photograph money owing: {subject}, {x4}, {x5 full}.",
        "Parents' evening: {father role dad} came, {father full}, sat at the back. Took "
        "{subject poss} book home to show {pgm nan Granny}.",
        "{subject} made a card for {pgf:58} in hospital. {teacher ts} kept a copy, see pocket. He "
        "died on {d -4}.",
        "Moved to top table with {friend2} and {x3}. Much happier. Star of the week.",
        "Note from {carer1 ts}: {subject} is now living with her at {carer1 addr}. Only "
        "{carer1 ts} or "
        "{carer2 ts} to collect. Told the office, {x1 ts}.",
        "{sw ts}, Social Services, rang to ask about attendance and {subject poss} appearance. "
        "Told "
        "{sw ts} 78 per cent and often hungry.",
        "Bus pass lost, no. {#claim}. {~Will} need another before Monday.",
        "{abbrev full} came to school drunk asking for {subject}. Caretaker saw {abbrev} off the "
        "premises.",
    ),
    foot=(
        "Card continued overleaf.\n",
        "{head tfull:38}, Headteacher\n",
        "Initialled {teacher ini:5}\n",
    ),
    count=(15, 18),
    lead="{d} - ",
    gap="\n",
    steps=(8, 50),
    drift=TYPED,
    dates=TYPED_DATES,
    widths=(0, 72),
    old=True,
)

DUTY = Kind(
    head=(
        "DUTY DESK - MESSAGE BOOK\n{@council} District\n\n",
        "DUTY LOG\nDuty worker {sw is:39}, back-up {fsw is:39}, duty senior {manager is:39}\n\n",
    ),
    body=(
        "{mother full} ({mother tel}) for {sw}. Giro not come. Can someone ring before dinner. "
        "Helpline ticket {#claim}.",
        "{pc title} {pc last}: attended {subject addrshort} last night, domestic. {step full} "
        "arrested. "
        "Children {subject} and {sib1} seen, asleep. Log no. {step police}.",
        "{hv full} {!HV} re {sib2}, missed two developmentals. {mother role Mother} says she is "
        "staying at "
        "{aunt addr}. {hv His} number {hv tel}.",
        "{neighbour seen Anonymous caller, retired, lives opposite}. Children at the "
        "{?end|corner} house left alone. Would "
        "be {subject} "
        "and {sib1}. Rang off when asked her name.",
        "{x1 full} of {x1 addr}, {x1 pc}. Wants to foster. Has heard of us from {x2}. Pack posted.",
        "{father ts} in reception, shouting. Says {mother} has let {perp full} back. Police "
        "called, left "
        "before they came. Registration {father vrm}.",
        "{carer1 ts}: {subject} has a temperature, should contact go ahead? Told yes, unless "
        "worse.",
        "{head tfull}, {@school}: {subject} has not been collected, nor {cousin}. {sw} out. "
        "{fsw} went.",
        "{lawyer tfull}'s secretary: statement wanted by {d +6}.",
        "{pgm ts} rang to thank {sw} for the flowers. {pgf:58} would have liked them.",
        "Housing: eviction notice on {subject addrshort}, arrears in {mother possts} name. "
        "Officer dealing is "
        "{x3 full}.",
        "{friend2dad full}, parent at school. His {friend2} came home saying {subject} has been "
        '"told to '
        'keep a secret by {step:60}". Would like to be rung on {friend2dad tel}.',
        "Ward office, {@hospital}. {mother ts} took tablets, {@ward}. {sib2} with her. "
        "{x5} has the others, she is a friend from the flats.",
        "Prison visits: {perp tfull} requests address of children. Refused. Governor's office "
        "told.",
        "{mgm full} to say {mgf} has had his operation and they can't have {subject} at half term.",
        "Probation re {step is}: released {d +9}, address given is {step addr}. {!DC} {pc last} "
        "has it.",
        "Cleaner found child's coat with name tape {subject caps}.",
        "{x4 full}, landlord, wants {mother ts} out. {x4} will change the locks himself. Told him "
        "he may not. {~Hope} he heard.",
        "{uncle} rang three times. Says it's about {pgm poss} will. Not for us.",
        "{gp ts}'s surgery returning the call. {subject} seen {d -2}, no marks. {sib1} not "
        "brought.",
    ),
    foot=("Book closed {t}.\n", "Handed to E.D.T.   {sw ini:5}\n"),
    count=(17, 20),
    lead="{d} {t}  ",
    gap="\n",
    steps=(0, 1),
    marked=(
        "<<paragraph CALLER'S NAME NOT TO BE GIVEN OUT: {neighbour full}, {neighbour addr}, rang "
        'about {subject}. Can hear {step} through the wall. "I\'ve to live here after".>>',
    ),
    marks=0.4,
    drift={**TYPED, "low": 0.05, "typo": 0.03},
    dates=TYPED_DATES,
    widths=(0, 68, 76),
    old=True,
)
