"""Assessments, plans and chronologies."""

from __future__ import annotations

from conformance.northmoor.wording import Block, Paper, Scribe


def core_assessment(s: Scribe) -> Paper:
    """A core assessment of several pages, under the headings of the Assessment Framework."""
    return s.paper(
        "core-assessment",
        "Core assessment",
        "pdf",
        _particulars(s),
        _who_and_how(s),
        _development(s),
        _parents(s),
        s.heading("Analysis"),
        s.says(
            "There is love here, and not enough of anything else. {child:first} is doing an "
            "adult’s work. Nobody asked {child:him} to; that is part of the harm. If "
            "{mother:first} is helped to be well, and {partner:formal} is not in the home, I "
            "believe that the children will be safe. If nothing changes by the summer, I do not.",
        ),
        s.heading("Recommendation"),
        s.says("A child in need plan, reviewed every six weeks, with {fsw:titled} as the family’s "
               "support worker. {manager:titled} agreed this on {day}."),
    )  # fmt: skip


def _particulars(s: Scribe) -> Block:
    """The head of a core assessment: who everybody is."""
    return s.table(
        ("Child", "Details"),
        ("Name", "{child:whole}"),
        ("Known as", "{child:alias}"),
        ("Date of birth", "{child:born}"),
        ("NHS number", "{child:nhs}"),
        ("Pupil number", "{child:upn}"),
        ("Mother", "{mother:titled}, {mother:address}, {mother:phone}"),
        ("Father", "{father:titled}, {father:address}"),
        ("Assessed by", "{sw:titled}, {sw:post}, {sw:phone}"),
        ("Completed", "{day}"),
    )


def _who_and_how(s: Scribe) -> tuple[Block, ...]:
    """Whom it is about, and whom the assessor spoke with."""
    return (
        s.heading("Who this is about"),
        *s.says(
            "{child} was {child:himself} from the first visit: watchful, polite, and quick to "
            "make a cup of tea for anybody who looked as if they needed one. {child:He} likes "
            "drawing, the sea when it is rough, and being left alone with a book.",
            "{child:He} lives with {child:his} mother, {mother}. {sibling}, {child:his} sibling, "
            "lives at home too. {grandmother:titled} lives ten minutes away and is the person "
            "{child:he} rings when things go wrong.",
            "{half_brother} is {child:his} half-brother. He has a different father, {partner}, "
            "and does not know it yet. Nobody should learn it from a letter of ours.",
        ),
        s.heading("Sources"),
        *s.says(
            "I saw {child:first} seven times, four of them alone. I spoke with {mother:formal}, "
            "{father:formal}, {teacher:titled}, {health_visitor:titled} and {gp:titled}, and read "
            "the files since {day:-1400}. {neighbour:formal} gave information and asked that her "
            "name be left out of anything that the family may see.",
        ),
    )


def _development(s: Scribe) -> tuple[Block, ...]:
    """The child: health, education, feelings."""
    return (
        s.heading("Health"),
        *s.says(
            "{child:He} is well. {child:He} has missed two dental checks. {paediatrician:titled} "
            "measured {child:him} on {day:-40} and found {child:his} growth to be along the 25th "
            "centile, as it has always been.",
            "{sibling} has asthma and was admitted for one night in the autumn. The inhaler had "
            "run out. {mother:first} was distressed at this and blamed herself.",
        ),
        s.heading("Education"),
        *s.says(
            "Attendance is 81 per cent, and falls on Mondays. {teacher:titled} thinks that "
            "{child:first} will do well in {child:his} examinations if {child:he} sleeps.",
            "May is the hardest month: it is when {child:his} uncle died, and when the rent rises.",
        ),
        s.heading("Emotional and behavioural development"),
        *s.says(
            "{child:first} drew {child:his} family for me. {mother:first} is in the middle with "
            "very large hands. {partner:first} is in a separate box. I asked who was in the box; "
            "{child:he} said, “That’s where he’s meant to be.”",
            "{child:He} knows the sound of each person on the stairs. {child:He} goes to "
            "{sibling:first} before {sibling:first} wakes.",
        ),
    )


def _parents(s: Scribe) -> tuple[Block, ...]:
    """The adults and the home, with what one of them told us alone."""
    return (
        s.heading("Parenting capacity"),
        *s.says(
            "{mother:formal} (NHS {mother:nhs}) has lived with depression since her own time in "
            "care. She told me about that in confidence, and I record only that it matters. She "
            "is warm, and she is exhausted.",
            "{father} sends money when he can. He was himself a boy of whom nobody took notice, "
            "and it is the first thing he says about himself. He would like to see {child:first} "
            "more.",
            "{partner} would not be interviewed.",
        ),
        s.heading("Family and environment"),
        *s.says(
            "The home at {mother:address} has three bedrooms. It is damp at the back. The "
            "landlord has been told. {mother:formal}’s National Insurance number, for the housing "
            "claim, is {mother:nino}.",
            "The income is a part-time wage and benefits. There is debt to a catalogue and to "
            "{aunt}, who does not press for it.",
        ),
        *s.marked(
            "RESTRICTED – THIRD PARTY INFORMATION",
            "{aunt} told me that {mother:first} was harmed as a child by somebody who still lives "
            "in the town. She has never told {child:first} and does not mean to.",
        ),
    )


def sibling_assessment(s: Scribe) -> Paper:
    """A short assessment of one child in which a sibling is spoken of."""
    return s.paper(
        "sibling-assessment",
        "Child and family assessment",
        "pdf",
        s.says("Subject: {child:whole}, born {child:born}, NHS {child:nhs}. Completed by "
               "{sw:titled} on {day}."),
        s.heading("What is going well"),
        s.says("{child:first} has friends, plays football on Saturdays, and adores {sibling}. "
               "They have the same laugh."),
        s.heading("What worries us"),
        s.says(
            "{child:first} wets the bed when {partner} has been at the house. {child:He} has been "
            "seen by {paediatrician:titled}, and nothing is wrong with {child:his} kidneys.",
            "{child:He} told {teacher:titled} something about a game that {child:he} was made to "
            "play. {child:He} has not told {sibling:first}, and asked us not to.",
        ),
        s.heading("What we shall do"),
        s.says("{psychologist:titled} will offer {child:him} six sessions. {mother} agrees."),
    )  # fmt: skip


def early_help(s: Scribe) -> Paper:
    """An early help assessment, agreed with the family."""
    return s.paper(
        "early-help",
        "Early help assessment",
        s.rng.choice(("txt", "txt", "docx")),
        s.says(
            "Made with {mother} at {mother:address} on {day}, with her agreement, for {child} "
            "(born {child:born}).",
            "{mother:first} asked for help with bedtimes and money. {child:first} asked for a bed "
            "that is not bunks.",
            "{fsw:titled} will visit on Thursdays until {day:84}. {grandmother} will sit with the "
            "children when {mother:first} has her course.",
        ),
        s.heading("Team around the family"),
        s.table(
            ("Who", "Does what"),
            ("{fsw:titled}", "Visits; helps with the claim"),
            ("{teacher:titled}", "Breakfast club"),
            ("{mother:titled}", "Bedtime by half past seven"),
        ),
    )  # fmt: skip


def pathway_plan(s: Scribe) -> Paper:
    """A pathway plan under the Children (Leaving Care) Act 2000, with its table."""
    return s.paper(
        "pathway-plan",
        "My pathway plan",
        "docx",
        s.says(
            "This plan belongs to {child}. It was written with {pa:titled}, {child:his} "
            "{pa:post}, on {day}. Telephone {pa:phone}, e-mail {pa:email}.",
            "I live at {child:address}. My number is {child:phone}.",
        ),
        s.heading("What I want"),
        s.table(
            ("Part of my life", "Where I am", "What happens next", "Who"),
            ("Home", "My own flat, first year of the tenancy", "Decorating grant", "{pa:titled}"),
            ("Study", "Level 3, second year", "Visit to the university", "{teacher:titled}"),
            ("Money", "Bursary and a Saturday job", "Budget every month", "{pa:titled}"),
            ("Health", "Registered at Quayside Surgery, NHS {child:nhs}", "Dentist", "Me"),
            ("People", "I see {sibling:first} on Sundays", "Ask about {brother:first}",
             "{pa:titled}"),
            ("Identity", "I have my life-story book", "Ask for my file", "Me"),
        ),
        s.heading("Who I can count on"),
        s.says(
            "{carer} and {carer_two}: Sunday dinner, and a key. {friend}, since Year 7. "
            "{grandmother:first}, when she is well.",
            "I do not want {mother:first} to have this address. {partner} must never have it.",
        ),
        s.marked(
            "NOT TO BE SHARED WITH FAMILY MEMBERS",
            "{pa:titled} noted that {mother} has moved to {mother:address} and has asked for news.",
        ),
    )  # fmt: skip


def chronology(s: Scribe) -> Paper:
    """A chronology kept in a workbook."""
    return s.paper(
        "chronology",
        "Chronology",
        "xlsx",
        s.says("Kept by {sw:titled}. Last entry {day}."),
        s.table(
            ("Date", "Source", "Event", "Entered by"),
            ("{day:-2900}", "Health visitor", "{health_visitor:titled} opens a file for {child}.",
             "{health_visitor:full}"),
            ("{day:-2100}", "Police", "Call-out to {mother:address}. {partner} present.",
             "{sw:full}"),
            ("{day:-2060}", "Neighbour", "{neighbour} rings the front door about shouting.",
             "{sw:full}"),
            ("{day:-1990}", "School", "{teacher:titled} reports low attendance.", "{sw:full}"),
            ("{day:-1800}", "Hospital", "{sibling} admitted overnight with asthma.", "{sw:full}"),
            ("{day:-1500}", "Court", "{father} sentenced for driving while disqualified.",
             "{lawyer:full}"),
            ("{day:-1100}", "Placement", "{child} placed with {carer} and {carer_two}.",
             "{ssw:full}"),
            ("{day:-400}", "Review", "{iro:titled} chairs; weekly time with {sibling:first} "
             "agreed.",
             "{iro:full}"),
        ),
    )  # fmt: skip
