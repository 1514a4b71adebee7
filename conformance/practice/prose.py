"""Prose that names nobody: what most of a case file says, in the voices of those who say it."""

from __future__ import annotations

from conformance.practice.pen import bank

SOCIAL = bank(
    """
    I arrived at ten past three because of the roadworks by the Travelodge. The dog, a Staffie
    cross, was shut in the yard.

    There is black mould round the window of the box room. Environmental Health have been e-mailed
    with photographs, and so have the Housing Association.

    Money is tight until the Personal Independence Payment is decided. A Section 17 payment of forty
    pounds went on the pre-payment meter.

    The Freedom Programme starts after half term at the Methodist church hall, with a crèche.

    We talked about «online safety|gaming|bedtimes». Fortnite stays off on school nights. YouTube
    Kids is set up on the tablet.

    I was offered tea, and the mugs were clean. The television stayed on throughout, Homes Under the
    Hammer and then Loose Women.

    Analysis: the risk is of cumulative emotional harm. What would need to change is that adults
    stop arguing through the children.

    Cultural needs: the family keep Ramadan and would like a female worker where possible.

    Direct work with the Bear Cards. "Worried", "Muddled" and "Hopeful" were picked, in that order.

    The tenancy is with Northern Counties Housing and is in arrears of six hundred pounds.

    Case transferred from the Assessment Team to Safeguarding East under the new structure. The
    Liquidlogic episode has been authorised.

    Evidence of change is thin. Appointments are kept in the week before a meeting and not after it.

    The Strengthening Families framework was used. Grey areas: drug use, and who sleeps where.

    Nothing was seen today that needs action before the Bank Holiday.

    Probation (National Probation Service, North East) confirmed the licence ends in the New Year.

    A Merlin came through as well but concerns another household in the same block.

    The Independent Domestic Violence Adviser could not get through on the safe number.

    Chronology, genogram and ecomap are on the file. The Delegated Authority form is not.

    The contact centre is closed on Good Friday; the next supervised session will be double length.

    Feedback about the last worker was positive; feedback about the Council, less so.

    The Child and Family Assessment was completed within timescale and «shared|gone through» with
    the parents. Strengths were identified alongside the worries.

    The home was tidy, there was food in the cupboards, and the smoke alarm worked when pressed.

    We used the Three Houses tool. The House of Worries was the fullest, the House of Dreams had a
    trampoline, a Labrador and "no more shouting".

    Universal Credit has been sanctioned again and the family are relying on the Trussell Trust food
    bank and on Early Help vouchers for Asda.

    This remains at Child in Need level under Section 17. Should the written agreement be broken,
    legal advice will be sought under the Public Law Outline.

    There is a pattern of engagement when agencies are present and of withdrawal once plans step
    down.

    Neglect was scored on the Graded Care Profile. Stimulation and boundaries were the weakest
    areas.

    I explained my role, the duty to share, and how to make a complaint. A leaflet in Polish was
    left although English is spoken well.

    The Family Group Conference was offered again. It was declined for now; the door is open.

    Substance use is reported as cannabis at weekends, no crack, no heroin. A hair strand test has
    not been ordered.

    The bedroom door has a lock on the outside, said to be from the former tenants. I asked that
    it be removed and will check.

    Signs of Safety scaling: parents gave a six, school gave a four, I would give a four and a half.

    The Public Protection Notification was graded amber and no further action was taken by the MASH.

    An application for two year old funding has been made. The nursery has a place on Tuesdays and
    Thursdays.

    The Duty and Advice team will hold this over the Christmas closure. Out of hours are aware.

    It was raining hard and we sat in the Fiesta to talk. The Jobcentre was the next appointment.

    Consent for information sharing was signed, with Housing and the Drug and Alcohol Service
    crossed out.

    On balance the lived experience is better than at the last Child Protection Conference but
    fragile.
    """
)

HEALTH = bank(
    """
    Bristol stool chart type one. Movicol was started and a diary sheet given.

    A Common Assessment was declined. The Healthy Child Programme contacts are up to date.

    Asthma is poorly controlled. Inhaler technique with the Volumatic was poor and was shown again.

    The Cardiff tool could not be used because of distress. Weight was taken in a nappy.

    There was no reply to two letters and a text. In line with the Was Not Brought policy I inform
    you.

    Hearing was tested at the Audiology Department and glue ear was found on the left.

    Self-harm was by scratching with a pencil sharpener blade. No suicidal intent. Safety plan
    given.

    Feeding: Aptamil, four to five ounces every three hours, winded well, posseting only.

    The Red Book was not available. Figures were taken from SystmOne.

    Contraception was discussed. The Brook clinic and the C-Card were explained.

    On examination, height and weight were on the 25th and 9th centiles. Chest clear, abdomen
    soft, no rash. Ears were not looked at because of tears.

    Development is within normal limits on the Ages and Stages Questionnaire except for
    communication.

    Sleep hygiene was discussed: no screens after eight, a bath, a story, the same order each night.

    The Strengths and Difficulties Questionnaire was in the high range for emotional symptoms and
    for peer problems.

    Immunisations are up to date apart from the second MMR. Calpol given for fever last week.

    There is no evidence at present of a neurodevelopmental condition. The pathway has a waiting
    time of two years in this area.

    Safety netting advice was given. Attend the Emergency Department should the headache return with
    vomiting.

    Perinatal Mental Health closed the case after three missed appointments, in line with their
    policy.

    The Edinburgh Postnatal Depression Scale was declined. Mood appeared flat, eye contact was
    brief.

    Dental decay in four teeth. Referred to the Community Dental Service for a general anaesthetic.

    Routine bloods including Vitamin D were normal. Iron was borderline and a supplement was
    started.

    Eczema has flared. Double base gel, Aveeno wash and a short course of hydrocortisone.

    Trauma-focused work may be offered once the placement is settled; it should not begin before.

    I would be grateful if the practice could code this consultation as a safeguarding contact.

    The growth chart, the body map and the consent form are scanned to the Clinical Portal.
    """
)

SCHOOL = bank(
    """
    A SALT block of six sessions is finished. Targets: two-key-word level and the sound "k".

    The Year group visited the Jorvik centre, and everyone came back with a plastic helmet.

    Thrive targets have been met in part. A Lexia licence is in use at home.

    Swimming kit is provided by the school. Goggles are on loan.

    Reasons given for absence: tummy bug, dentist, overslept, bus strike, new shoes.

    An application to the Local Authority for an in-year move was withdrawn.

    Free School Meals are taken daily. Friday is fish. Seconds are always asked for.

    Assembly certificates this term: Kindness, Times Tables Rock Stars, Tidy Tray.

    Attainment is below age related expectations in Reading and Writing and secure in Mathematics.

    Pupil Premium funds a place at Breakfast Club and a uniform voucher for Tesco.

    Attendance has improved since the bus pass arrived but lateness on Mondays persists.

    The Zones of Regulation are used in class. Most often it is the blue and the yellow one, green
    after Forest School.

    An Education, Health and Care needs assessment was not agreed. We intend to ask again after the
    Spring assessment week.

    Homework is rarely handed in. There is no quiet place to do it and no working tablet.

    Friendships are changeable. Lunchtimes are harder than lessons and the Lego club helps.

    The Boxall Profile shows gaps in organisation of experience. A nurture place begins after half
    term.

    Two fixed term suspensions this academic year, both for defiance, neither for violence.

    A lanyard, a time-out card and a seat near the door were agreed at the last Team Around the
    Family.

    Clothing is sometimes too small. The PTA second hand rail has been used with tact.

    Phonics screening was passed on the second attempt, to great excitement and a Freddo.

    The self portrait in the art room had no mouth. I note this without reading anything into it.

    Our Designated Safeguarding Lead attends every review and the concern is kept on CPOMS.

    Parents' Evening was by video because of the boiler. The link was sent through ParentMail.
    """
)

POLICE = bank(
    """
    Vehicle was stopped on the A64 at Malton Road services and the occupants were advised.

    A threat to life warning was considered by the Duty Inspector and was not given.

    Operation Stonecrop remains live. Nothing was added to the Police National Database.

    Scenes of Crime attended. A footwear mark (Nike) was lifted from the sill.

    A section 46 power was discussed with the Emergency Duty Team and not thought necessary.

    Conditional caution to attend a perpetrator programme was refused.

    The log was closed as Domestic Incident, verbal only, no offences disclosed.

    No visible injuries to any person. The premises were in good order apart from a broken plate
    and a hole in the plasterboard of the hallway.

    Body Worn Video was activated and is retained under the usual category.

    A Domestic Violence Protection Notice was considered and not sought owing to the willing
    departure of the male party.

    House to house enquiries produced no further witnesses. Ring doorbell footage to be requested.

    Children were seen and spoken to, warm, fed and in night clothes. No power of protection was
    used.

    A Public Protection Notice was submitted with medium risk. Victim Support leaflet left.

    Enquiries with the Driver and Vehicle Licensing Agency and the Border Force were negative.

    The custody clock was paused for rest. Appropriate Adult scheme attended from Remploy House.

    Intoxilyser reading was not taken. Demeanour described as tearful, then abusive, then asleep.

    Op Encompass notification sent to the school before nine in the morning.

    Following review by the Crown Prosecution Service the matter was discontinued on evidential
    grounds.

    A quantity of green vegetable matter and a set of Salter scales were seized and bagged.
    """
)

LAW = bank(
    """
    The bundle is deficient in that sections C and F are missing and the index is that of another
    case.

    Our client is a litigant who suffers from anxiety. An intermediary assessment by Communicourt is
    sought.

    We refer to the Practice Direction 12J and to the judgment in Re H-N.

    A Prohibited Steps Order is in place until further order. Breach is a contempt.

    The Authority's Care Plan is for long term fostering with a plan for reduced time with family.

    Please note our offices are closed between Christmas Eve and the New Year.

    We should be obliged to receive your response within fourteen days, failing which we are
    instructed to apply without further notice.

    The threshold criteria under section 31(2) of the Children Act 1989 are not accepted as drafted.

    The Case Management Hearing is listed before the Designated Family Judge with a time estimate of
    ninety minutes, in person.

    The Official Solicitor has been invited to act and the certificate of capacity is awaited.

    An Agreed Position Statement and a Schedule of Issues will be lodged by the Applicant by noon.

    The Legal Aid Agency has extended the certificate to cover a Part 25 application for a parenting
    assessment.

    Nothing in this letter is to be taken as an admission, and all rights are reserved.

    Costs in the application are in dispute. A breakdown in the usual form accompanies the bundle.

    The Special Guardianship assessment runs to forty pages and, with respect, says little.

    Re B-S is well known to the Court and we do not rehearse it here.

    Cafcass have filed their safeguarding letter. The Guardian is on annual leave until the end of
    term.

    Kindly acknowledge safe receipt, and confirm that the enclosed USB stick could be opened.
    """
)

CHILD = bank(
    """
    There is a photograph of you in a paddling pool with a bucket on your head. Nobody made you.

    People wrote a lot of reports about you. They used long words because they were worried.

    Your first word was "duck" and your second was "no".

    We have put in a map so that you can find the park with the green slide.

    Lots of children live with foster families. There were three in your class alone.

    The Social Workers tried to help for a whole winter before the Judge was asked.

    Sometimes grown-ups have problems that are too big for them, and children think it is because of
    something they did. It never is.

    There is a Court where a Judge wears ordinary clothes and listens to everybody before deciding.

    You learned to ride a bike with no stabilisers on the path by the allotments, and you only
    fell in the nettles once.

    Your favourite things were beans on toast, Paw Patrol, and jumping off the third step.

    It is all right to feel cross and sad and happy about the same person.

    On the day you moved you carried your rabbit in a Sainsbury's bag, because the suitcase was
    full.

    Every Christmas we put a card in your Memory Box, next to the hospital bracelet.

    You cried at the zip wire and then asked to go on it eleven times.

    Some pieces of the jigsaw are missing, and we have left a space for them.

    There is a word, "placement", that people in offices use. It only means the house where you
    live.
    """
)

CHAT = bank(
    """
    whos got the wifi code

    its on at the Odeon at 7

    cba

    soz just seen this

    hahahaha dead

    got any vapes

    i passed my maths!!!

    am at the Subway by Primark

    lol

    wot time

    cant come out am grounded

    ok see u there

    bring money for maccies

    did u do the maths

    no credit soz

    im dead its so funny

    ring me when ur off the bus

    omw

    ??????

    had a well bad day not bein funny

    theyre all on about it in snapchat

    u comin netflix at mine tonite

    yh

    swear down i never said that

    got a detention for nothing lol

    fancy a Greggs after
    """
)

OLD = bank(
    """
    Admitted to the Cottage Homes under section one. Transport by County ambulance.

    No settlement under the Poor Law has been made out. The matter stands over to Lady Day.

    Seen by the Medical Officer: tonsils, to be done at the Infirmary. Teeth, fair.

    A Christmas parcel from the Rotary was delivered and gratefu1ly received.

    Spectacles were mended at the cost of the Committee, 4s 6d.

    The report of the Inspector was received and laid upon the table. The weekly payment was
    c0ntinued.

    The home was found clean but poor1y furnished, the bedding sufficient, the larder bare.

    Boots and a winter coat were granted from the Clothing Fund, per the Superintendent.

    The infant is thriving on National Dried Milk and has two teeth.

    A further visit is to be paid before Michae1mas. No action is called for at present.

    The Committee RESOLVED that the boarding-out allowance be increased by five shillings.

    The bottom of this sheet is torn away and a stain covers two lines.

    Rent is in arrears to the extent of three weeks. The Corporation has been written to.

    The attached carbon is faint. The original was sent to the Home Office.

    Conduct and health: good. School: backward in arithmetic. Remarks: none.
    """
)

VOICES = {
    "social": SOCIAL,
    "health": HEALTH,
    "school": SCHOOL,
    "police": POLICE,
    "law": LAW,
    "child": CHILD,
    "chat": CHAT,
    "old": OLD,
}
