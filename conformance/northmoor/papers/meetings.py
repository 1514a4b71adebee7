"""Meetings: strategy, conference, review, core group."""

from __future__ import annotations

from conformance.northmoor.wording import Paper, Scribe, Table


def _present(s: Scribe, *parts: str) -> Table:
    """Return who was there: professionals with their post, family with their relation."""
    rows = [("Name", "Role", "Agency")]
    for part in parts:
        if (held := s.cast.parts.get(part)) is None:
            continue
        official = bool(held.person.post)
        role = f"{{{part}:post}}" if official else held.relation.capitalize()
        rows.append((f"{{{part}:titled}}", role, f"{{{part}:employer}}" if official else "Family"))
    return s.table(*rows)


def strategy_meeting(s: Scribe) -> Paper:
    """Minutes of a strategy meeting under section 47 of the Children Act 1989."""
    return s.paper(
        "strategy-meeting",
        "Strategy meeting: minutes",
        "pdf",
        s.says("Held on {day} at 10.30 in the Staithe Room, Civic Centre, Northmoor, under "
               "section 47 of the Children Act 1989."),
        s.heading("Present"),
        _present(s, "manager", "sw", "police", "teacher", "health_visitor", "gp", "grandmother",
                 "mother"),
        s.heading("1. Why we met"),
        s.says(
            "{manager:first} opened the meeting and asked everybody to say what they knew, and "
            "how they knew it. {mother} and {grandmother} joined for items 1 and 4 only.",
            "{child} (born {child:born}, NHS number {child:nhs}) told {teacher:formal} on Tuesday "
            "that {child:he} had been “left to sort the little ones out” for most of the weekend. "
            "{child:He} did not want anybody to be in trouble.",
            "A member of the public rang the front door on {day:-2}. The caller lives in [[the "
            "house opposite|neighbour]] and heard shouting on three nights. {sw:formal} has "
            "spoken to {neighbour:formal} again; she does not want to be named.",
        ),
        s.heading("2. What is known"),
        s.says(
            "Police: {police:titled} reported two call-outs to {mother:address} since the spring. "
            "{partner} was arrested at the second and released without charge.",
            "Police: {father} ({father:born}) has a caution from before {child} was born. It has "
            "no bearing on today and should not have been put in the chronology.",
            "Health: {gp:formal} said that {mother:formal} had missed two appointments. She was "
            "prescribed sertraline in the winter, and may not be taking it.",
            "School: attendance is 81 per cent. {teacher:titled} described {child:first} as "
            "bright, funny and tired. {sibling:first} is often the last to be collected.",
            "{health_visitor:formal} has known the family for four years and has always found the "
            "home clean. {health_visitor:He} will visit this week if {mother:first} agrees.",
        ),
        s.heading("3. What we decided"),
        s.says(
            "The threshold for a section 47 enquiry is met. It will be a single-agency enquiry by "
            "{sw:titled}, with {police:formal} told of anything that changes the picture.",
            "{child} and {sibling} will be seen at school, apart, on {day:1}.",
        ),
        s.heading("4. What the family said"),
        s.says(
            "{grandmother:formal} said that she could have the children from Friday to Sunday. "
            "Her number is {grandmother:phone}.",
            "{mother:formal} cried and said that she was doing her best. She would like help and "
            "not to be judged. {manager:first} thanked her for coming.",
        ),
        s.heading("5. Actions"),
        s.table(
            ("Action", "Who", "By"),
            ("See the children alone and record their own words", "{sw:titled}", "{day:1}"),
            ("Home visit, with consent", "{health_visitor:titled}", "{day:4}"),
            ("Ring {grandmother:formal} about the weekend", "{sw:first}", "{day:1}"),
            ("Chair to send minutes to all agencies", "{manager:titled}", "{day:5}"),
        ),
    )  # fmt: skip


def conference(s: Scribe) -> Paper:
    """Minutes of an initial child protection conference."""
    return s.paper(
        "conference",
        "Initial child protection conference",
        "pdf",
        s.says("Held on {day}. Chair: {iro:titled}. Quorate: yes."),
        s.heading("Who attended"),
        _present(s, "iro", "sw", "manager", "teacher", "health_visitor", "police", "mother",
                    "father",
                 "partner"),
        s.heading("Summary of risk and strengths"),
        s.says(
            "{mother} loves her children and says so. When she is well the house has routines, "
            "and {child:first} sleeps and gets to school.",
            "When she is not, {child:first} does the cooking and puts {sibling:first} to bed. "
            "{child:He} told {sw:titled}: “I listen for the door.”",
            "{partner} attended for part of the meeting. {partner:He} does not accept that the "
            "children hear the arguments.",
            "{father:formal} asked for his number to be kept from {mother:formal}; he may be "
            "reached on {father:phone} after work.",
        ),
        s.heading("Decision"),
        s.says(
            "It was the unanimous view that {child} has suffered, and may suffer, significant "
            "harm. {child:He} is made the subject of a child protection plan: emotional abuse.",
            "{sibling} is made the subject of a plan in the same category.",
        ),
        s.heading("Outline plan"),
        s.table(
            ("What must change", "How we shall know", "Who helps"),
            ("{child:first} is a child at home, not a carer", "{child:He} says so", "{fsw:titled}"),
            ("{mother:first} takes her medicine", "GP confirms, with consent", "{gp:titled}"),
            ("No arguments at night", "No calls from neighbours", "{sw:titled}"),
        ),
    )  # fmt: skip


def lac_review(s: Scribe, medium: str = "pdf") -> Paper:
    """Minutes of a looked-after child's review, written to the child."""
    return s.paper(
        "lac-review",
        "Looked-after child review: record of meeting",
        medium,
        s.says("Held on {day} at the home of {carer} and {carer_two}. Reviewing officer: "
               "{iro:titled}. Next review: {day:182}."),
        s.heading("Who came"),
        _present(s, "iro", "sw", "ssw", "carer", "carer_two", "teacher", "nurse", "grandmother"),
        s.heading("Your views"),
        s.says(
            "{child:first}, you chaired the first part of this meeting yourself, and did it well. "
            "You said that you want to stay with {carer:first} and {carer_two:first} until you "
            "finish college, and that you would like to be called {child:alias} in these notes.",
            "You asked to see {sibling:first} every week and not every fortnight. Everybody "
            "thought that was fair. {sw:titled} will arrange it.",
        ),
        s.heading("How you are living"),
        s.says(
            "You share the top floor with {carer_child:first}, who has been ill this winter and "
            "is waiting for an operation. You have been kind about the noise.",
            "{carer:formal} says that you are good company and leave wet towels on the stairs.",
            "Contact with your mother, {mother}, will stay at once a month and be supported by "
            "{fsw:titled}. Your father, {father}, wrote to you in May and you may write back.",
        ),
        s.heading("Health and education"),
        s.says(
            "{nurse:titled} saw you on {day:-20}. Your immunisations are up to date. You will see "
            "the dentist before the summer.",
            "{teacher:formal} is pleased with your mock results. Your UPN for the exam board is "
            "{child:upn}.",
        ),
        s.heading("Decisions"),
        s.table(
            ("Decision", "Who", "By"),
            ("Weekly time with {sibling:first}", "{sw:titled}", "{day:14}"),
            ("Passport application, signed by the council", "{manager:titled}", "{day:42}"),
            ("Savings account opened in your name", "{ssw:titled}", "{day:30}"),
        ),
    )  # fmt: skip


def core_group(s: Scribe) -> Paper:
    """Notes of a core group, as a Word document."""
    return s.paper(
        "core-group",
        "Core group meeting",
        "docx",
        s.says("Met on {day} at school. {sw:titled} took these notes."),
        _present(s, "sw", "teacher", "health_visitor", "fsw", "mother"),
        s.heading("Since we last met"),
        s.says(
            "{fsw:titled} has visited {mother:formal} six times. They made a plan for mornings, "
            "which is on the fridge, and {child:first} drew the pictures for it.",
            "{sibling:first} has started at breakfast club. The club will waive the charge until "
            "Easter; {teacher:formal} asks that this stay between us.",
            "{grandmother} is not well, and the weekend arrangement has stopped for now. She will "
            "have tests at the Infirmary this month.",
        ),
        s.heading("Next"),
        s.says("Will everybody please send reports to the chair by {day:21}. We may ask for the "
               "plan to end at the next conference, if the grace period for the rent holds."),
    )  # fmt: skip
