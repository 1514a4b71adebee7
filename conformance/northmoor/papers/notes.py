"""Notes: case notes, the emergency duty log, supervision, legal advice."""

from __future__ import annotations

from conformance.northmoor.wording import Block, Paper, Scribe

_VISITS = (
    (
        "Home visit, announced. {mother:first} at home with {child:first}. The kitchen was warm "
        "and there was food. {child:first} showed me a drawing of a boat.",
        "Spoke to {child:first} alone in the yard. {child:He} said that things are “all right, "
        "mostly”. I asked about the nights, and {child:he} asked about my dog.",
    ),
    (
        "Visit, nobody in. Card left. {mother:first} rang at four from {mother:phone} to say that "
        "they had been at {grandmother:first}’s.",
        "Rang {grandmother:formal}, who had not seen them since Sunday.",
    ),
    (
        "School visit. Saw {child:first} with {teacher:formal} and then alone. {child:He} said "
        "that {partner:first} is back, and that {mother:first} had told {child:him} not to say.",
        "Discussed with {manager:first}. We will see {mother:first} tomorrow, by ourselves.",
    ),
    (
        "{father:formal} rang the office. He would like to take {child:first} to the match. He "
        "may have his new address given to {child:first}: {father:address}.",
        "He was civil. I said that I would ask {child:first}, and that I could promise nothing.",
    ),
    (
        "Joint visit with {health_visitor:titled}. {sibling:first} has a cough. {mother:first} "
        "will ring the surgery. The bedroom that {child:first} and {sibling:first} share is tidy "
        "and cold.",
        "{child:first} asked whether I would be leaving. I said not this year, God willing.",
    ),
    (
        "Took {child:first} for chips on the front. {child:He} talked about {sibling:first} the "
        "whole way. {child:He} would like a room with a lock on the inside.",
        "{child:He} asked me what happens to the notes that I write. I told {child:him} that they "
        "are {child:his} as much as ours, and that {child:he} may ask to see them at any age.",
    ),
)


def case_notes(s: Scribe) -> Paper:
    """Several visits by one worker, as the case system prints them."""
    visits = s.rng.sample(_VISITS, 3)
    parts: list[Block] = []
    for number, visit in enumerate(visits):
        day = s.on(number * 11)
        parts += [day.heading("{day} – {sw}"), *day.says(*visit)]
    return s.paper("case-notes", "Case notes", s.rng.choice(("txt", "txt", "pdf")), *parts)


def leaving_care_notes(s: Scribe) -> Paper:
    """A personal adviser's notes of keeping in touch."""
    return s.paper(
        "leaving-care-notes",
        "Personal adviser: keeping in touch",
        "pdf",
        s.heading("{day} – {pa}"),
        s.says(
            "Coffee with {child:first} on the front. The flat has a new lock, and {child:he} has "
            "hung curtains. {friend:first} stays at weekends and may move in when the lease "
            "allows.",
            "{mother:first} has written, by way of {aunt:first}. {child:first} has not opened it. "
            "{child:He} asked me to keep it in the drawer until {child:he} is ready.",
        ),
        s.on(63).heading("{day} – {pa}"),
        s.on(63).says(
            "{child:first} rang from work. {sibling:first} had turned up at the flat at midnight, "
            "upset about {partner:first}. I told {manager:first} and {sibling:first}’s social "
            "worker. {sibling:first} is safe at {grandmother:formal}’s.",
            "{child:first} did everything right and wanted to know if {child:he} had. I said so.",
        ),
    )


def duty_log(s: Scribe) -> Paper:
    """An entry in the emergency duty team's log."""
    met = (
        "{day} 01.15. Call from police control. {child} found at the bus station with {friend}. "
        "Both cold, neither hurt. {edt:titled} spoke to {child:first} by telephone."
    )
    alone = (
        "{day} 01.15. Call from police control. {child} not at home; {mother} reported it at "
        "midnight. {edt:titled} took the details."
    )
    return s.paper(
        "duty-log",
        "Emergency duty team: log",
        "txt",
        s.says(
            met if s.has("friend") else alone,
            "{day} 02.40. {child:He} is back at {mother:address}. {mother:first} says that she "
            "will keep the door locked. Passed to {sw:titled} for the morning.",
        ),
    )


def restricted_note(s: Scribe) -> Paper:
    """A file note with a paragraph marked against disclosure."""
    return s.paper(
        "file-note",
        "File note",
        "pdf",
        s.says("{day}. {sw:titled}. Supervision with {manager:titled}."),
        s.heading("Discussion"),
        s.says("{child:first}’s placement is steady. The plan remains long-term fostering."),
        s.marked(
            "Not to be disclosed to service user",
            "{aunt:titled} has asked to be assessed as a carer. She has told us that she is in "
            "treatment for a gambling debt. She lives at {aunt:address}; her number is "
            "{aunt:phone}. {mother:first} does not know of the application.",
        ),
        s.heading("Agreed"),
        s.says("To complete the viability assessment by {day:42}. {manager:first} may be rung at "
               "home about this on {manager:private_phone}."),
    )  # fmt: skip


def carer_supervision(s: Scribe) -> Paper:
    """A supervising social worker's note of a visit to foster carers."""
    return s.paper(
        "carer-supervision",
        "Foster carer supervision",
        "pdf",
        s.says(
            "Visit by {ssw:titled} to {carer} and {carer_two} at {carer:address} on {day}.",
            "{child:first} is settled. {carer:first} described a quarrel about a telephone, which "
            "ended with {child:first} laughing. Delegated authority was gone through again.",
        ),
        s.heading("The household"),
        s.says(
            "{carer_two:first} has been made redundant. They have savings for six months. "
            "{carer_child} has come home from university while she waits for an operation.",
            "{carer:first} would like more notice of contact with {mother}. Her mobile is "
            "{carer:phone}.",
        ),
        s.heading("Training"),
        s.says("Both have done the course on therapeutic care. {carer:first} may do it again as a "
               "tutor."),
    )  # fmt: skip


def return_interview(s: Scribe) -> Paper:
    """An interview with a young person who had been missing."""
    return s.paper(
        "return-interview",
        "Return home interview",
        "txt",
        s.says(
            "{child} was missing from {day:-3} to {day:-2}. Interview by {fsw:titled} on {day}.",
            "{child:He} had been with {friend} at {friend:address}. {friend:first}’s brother "
            "drove them to the coast. Nobody hurt {child:him}, and nobody asked {child:him} for "
            "anything.",
            "{child:He} went because {carer:first} and {carer_two:first} had been whispering, and "
            "{child:he} thought it was about sending {child:him} away.",
            "Push factor: not knowing. What would help: being told.",
        ),
    )


def legal_advice(s: Scribe) -> Paper:
    """Advice from the council's lawyer."""
    return s.paper(
        "legal-advice",
        "Advice of the legal department",
        "pdf",
        s.marked(
            "LEGALLY PRIVILEGED AND CONFIDENTIAL",
            "To {manager:titled} from {lawyer:titled}, {day}. You ask whether the evidence about "
            "{child} would meet the threshold of section 31. In my view it would, on the evidence "
            "of {teacher:titled} and {gp:titled} alone, and without calling {neighbour:formal}.",
            "The weakness is delay. If {mother:formal} is advised well, she will say that support "
            "was promised in the spring and did not come. She will be right.",
        ),
    )  # fmt: skip


def contact_record(s: Scribe) -> Paper:
    """A note of a contact that came to nothing."""
    return s.paper(
        "contact-record",
        "Contact record: no further action",
        "txt",
        (
            *s.says("{day}. Contact about {child}, born {child:born}."),
            *s.says(
                s.rng.choice(
                    (
                        "{teacher:titled} rang to ask whether the family was known. {child:first} "
                        "had come in without a coat. {mother:formal} sent one that afternoon.",
                        "{health_visitor:titled} asked for advice about benefits for {mother}. "
                        "Number for the advice centre given.",
                        "{neighbour} rang about a bonfire. Children were not near it. She did not "
                        "mind giving her name.",
                    )
                )
            ),
            *s.says("Checked by {manager:titled}. No further action."),
        ),
    )
