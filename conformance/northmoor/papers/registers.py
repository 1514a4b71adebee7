"""Short records of every class: what a service writes when it writes little.

In these templates `child` is whomever the record is about, who may be grown up.
"""

from __future__ import annotations

from conformance.northmoor.papers.notes import contact_record, duty_log
from conformance.northmoor.wording import Paper, Scribe

_TEXTS: dict[str, tuple[str, ...]] = {
    "SC-MASHW": (
        "Working copy for the enquiry about {child}, born {child:born}. Police, health and school "
        "each searched what they hold.",
        "Decision recorded by {manager:titled} on the originator’s file. This copy is to go.",
    ),
    "SC-SO": (
        "Supervision order in respect of {child}, born {child:born}. Supervisor: {sw:titled}.",
        "{mother:formal} kept every appointment. {child:first} is walking to school again.",
    ),
    "SC-PRIV": (
        "Report under section 7 on {child}, for the Family Court. {mother} and {father} disagree "
        "about where {child:first} should spend the school week.",
        "{child:He} told me that {child:he} would like two of everything and no arguments. "
        "{sw:titled}",
    ),
    "SC-PF": (
        "Private fostering notification. {child} has stayed with {neighbour:formal} at "
        "{neighbour:address} for five weeks while {mother:first} works away.",
        "Visited by {sw:titled}. {child:first} is content and is doing {child:his} homework.",
    ),
    "SC-LADO-U": (
        "Consultation about {child}, {child:born}. A pupil said that {child:formal} had shouted. "
        "Two adults were present and describe a raised voice across a playground.",
        "Outcome: unfounded. {manager:titled} has told {child:formal} and the head teacher.",
    ),
    "SC-CDR": (
        "Child death review: working papers. {child:whole}, born {child:born}.",
        "{mother:formal} asked that {child:first} be called by {child:his} name in these papers.",
    ),
    "AD-WITHDR": (
        "{child:titled} withdrew from assessment as a prospective adopter, after {child:his} "
        "father fell ill. We thanked {child:him} and said that the door stays open.",
    ),
    "AD-ENQ": (
        "{child:titled}, {child:phone}, rang to ask about adoption. Information pack sent to "
        "{child:address}.",
    ),
    "FO-CARER": (
        "Approval of {child:titled} as a foster carer ended at {child:his} request after eleven "
        "years and nineteen children.",
        "{ssw:titled} wrote to thank {child:him}. National Insurance number for the final "
        "payment: {child:nino}.",
    ),
    "FO-REF": (
        "Panel did not recommend {child:titled} for approval: there is at present no spare room. "
        "{child:He} may apply again.",
    ),
    "FO-ENQ": (
        "{child:titled} enquired about fostering at the stall in the market. E-mail {child:email}.",
    ),
    "RE-OTHER": (
        "Beacon Garth children’s home: visitors’ book. {child:titled} came to mend the boiler; "
        "signed in by {fsw:full}.",
    ),
    "RE-STAFF": (
        "{child:titled} left the staff of Beacon Garth. Reference given by {manager:titled}.",
    ),
    "ED-SCP2": (
        "Safeguarding partnership papers about {child}, born {child:born}, held by the school as "
        "a secondary record. The primary record stands with Children’s Services.",
        "Received by {teacher:titled} for the core group. {sibling:first} is mentioned.",
    ),
    "ED-CPFILE": (
        "School safeguarding file for {child}, UPN {child:upn}. {teacher:titled} noted that "
        "{child:first} had fallen asleep in assembly.",
    ),
    "ED-CPCOPY": (
        "Copy of the safeguarding file of {child}, kept after transfer. Receipt signed by the new "
        "school.",
    ),
    "ED-PUPIL": (
        "Pupil record: {child:whole}, UPN {child:upn}, born {child:born}, of {child:address}.",
        "{child:He} took part in the harvest play and was a convincing turnip.",
    ),
    "ED-REG": ("Attendance register: {child:filed}, UPN {child:upn}. Present 171 of 190 days.",),
    "ED-EHCP": (
        "Education, health and care plan for {child:whole}, born {child:born}. "
        "{psychologist:titled} recommends a quiet place and warning of changes.",
        "{mother:formal} said what {child:first} would say: that noise has corners.",
    ),
    "ED-EWO": (
        "Attendance casework: {child}. {mother:formal} was offered help before any notice was "
        "sent. {child:first} is back for mornings.",
    ),
    "ED-2YO": ("Two-year-old offer, list of the term: {child:filed}, {child:born}, "
    "{child:address}.",),
    "ED-VS": (
        "Personal education plan for {child}, UPN {child:upn}. {teacher:titled} will see that the "
        "laptop arrives.",
    ),
    "YO-OOCD": (
        "Community resolution. {child} broke a window of the pier café, paid for it out of "
        "{child:his} wages and apologised to the owner in person.",
    ),
    "YO-DRUG": (
        "Young people’s substance service: {child}, born {child:born}. Last seen by {fsw:titled}. "
        "{child:He} has not used cannabis since the spring.",
    ),
    "HE-CH": (
        "School nursing record: {child:whole}, NHS {child:nhs}. Height and weight recorded by "
        "{nurse:titled}. No concerns.",
    ),
    "HE-REC": (
        "Note of a filmed therapy session with {child}, made with consent. Consent was withdrawn.",
    ),
    "SF-MATCH": (
        "Supporting families: match of {child:filed}, {child:born}, with two criteria. Result "
        "placed on the child’s file.",
    ),
    "IG-COURT": ("Disclosure to the Family Court about {child}, by order. Sent by "
    "{lawyer:titled}.",),
    "IG-FOI": (
        "Request for information from {child:titled}, {child:email}: how many children’s homes "
        "does the council run? Answered: one, with five beds.",
    ),
    "IG-SARBUN": (
        "Copy of the bundle released to {child}. Collected in person; {pa:titled} sat with "
        "{child:him} for the first hour.",
    ),
    "IG-COMPL": (
        "Complaint by {child} at stage 1: nobody told {child:him} that {child:his} social worker "
        "had left. Upheld. {manager:titled} apologised.",
    ),
}  # fmt: skip

CLASSES = frozenset(_TEXTS)
"""The classes that a short record can be written for."""


def short_record(s: Scribe, record_class: str) -> Paper:
    """Write a short record of a class."""
    if record_class == "SC-NFA":
        return contact_record(s)
    if record_class == "SC-EDT":
        return duty_log(s)
    medium = s.rng.choice(("txt", "txt", "pdf"))
    kind = f"record-{record_class.lower()}"
    return s.paper(kind, "Record sheet", medium, s.says("Entered {day}.", *_TEXTS[record_class]))
