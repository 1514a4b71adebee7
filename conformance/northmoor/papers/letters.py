"""Letters and reports from outside, and letters to a child."""

from __future__ import annotations

from conformance.northmoor.wording import Paper, Scribe


def neighbour_referral(s: Scribe) -> Paper:
    """A contact taken from somebody who asked not to be named."""
    return s.paper(
        "referral",
        "Contact and referral record",
        "pdf",
        s.table(
            ("Field", "Entry"),
            ("Received", "{day}, by telephone, 18.42"),
            ("About", "{child}, believed born {child:born}"),
            ("Referrer", "{neighbour:titled}, {neighbour:address}, {neighbour:phone}"),
            ("Wishes to be anonymous", "Yes. Promised by the call-taker."),
            ("Taken by", "{edt:titled}, {edt:post}"),
        ),
        s.heading("What the caller said"),
        s.says(
            "The caller can see into the kitchen from [[the window opposite|neighbour]]. She has "
            "seen {child:first} standing on a chair at the cooker late at night, and the little "
            "ones eating from the pan.",
            "On Saturday she heard a man, whom she knows as {partner:first}, shouting at "
            "{mother:first}. She took a pie round on Sunday. She [[used to clean at the "
            "school|neighbour]] and says that she knows a worried child when she sees one.",
            "She is frightened of what {partner} would do if he knew that she had rung.",
        ),
        s.heading("Decision"),
        s.says("Threshold for assessment met. Allocated to {sw:titled} by {manager:titled} on "
               "{day:1}."),
    )  # fmt: skip


def parent_health(s: Scribe) -> Paper:
    """A general practitioner's letter about a parent's health."""
    return s.paper(
        "parent-health",
        "Quayside Surgery, Fishergate, Northmoor",
        "pdf",
        s.says(
            "{day}",
            "Private and confidential. To {sw:titled}, Children’s Services.",
            "Re: {mother:titled}, born {mother:born}, NHS number {mother:nhs}, of "
            "{mother:address}.",
            "Thank you for asking about this patient, with her consent of {day:-9}. I have known "
            "{mother:formal} for eleven years. She has a recurrent depressive disorder, first "
            "treated when she was nineteen, and was an in-patient for five weeks after "
            "{sibling:first} was born.",
            "She takes sertraline 100 mg, and when she takes it she is well. She drinks more than "
            "is good for her, and would say the same. I have no concern about her affection for "
            "{child:first}, and I have some about her energy.",
            "Her mother, {grandmother}, is also my patient. I may not write about her.",
            "I would be glad to speak to you on {gp:phone}.",
            "Yours sincerely,",
            "{gp:titled}",
        ),
    )  # fmt: skip


def paediatric_report(s: Scribe) -> Paper:
    """A paediatrician's report on the child."""
    return s.paper(
        "paediatric-report",
        "Northmoor Infirmary: report of medical examination",
        "pdf",
        s.says("{child:whole}, born {child:born}, NHS {child:nhs}. Seen on {day} with "
               "{carer:titled}."),
        s.heading("History"),
        s.says(
            "{child:first} was brought by {carer:formal}, who has looked after {child:him} for "
            "three weeks. {mother} gave consent by telephone. There is asthma in the family: "
            "{sibling}, and a maternal aunt.",
            "{child:He} spoke freely and asked sensible questions. {child:He} sleeps better than "
            "{child:he} did, and would like to know whether {sibling:first} is sleeping too.",
        ),
        s.heading("Findings"),
        s.says(
            "A healthy young person. Two old scars on the left forearm, which {child:he} says are "
            "from the cooker, and I have no reason to doubt that.",
            "Vision and hearing normal. Two teeth need attention.",
        ),
        s.heading("Opinion"),
        s.says("These findings are in keeping with a child who has cooked too young. They are "
               "not, in "
               "my opinion, injuries that somebody gave {child:him}.", "{paediatrician:titled}, "
               "{paediatrician:post}, {paediatrician:phone}"),
    )  # fmt: skip


def psychologist_report(s: Scribe) -> Paper:
    """A clinical psychologist's report with a restricted paragraph."""
    return s.paper(
        "psychologist-report",
        "Psychological assessment",
        "pdf",
        s.says(
            "Prepared by {psychologist:titled} for the reviewing officer, {iro:titled}, on {day}.",
            "{child:first} came to six sessions and missed none. We built a model of a "
            "lighthouse. It has no door. {child:He} said that doors were where people came in.",
        ),
        s.heading("Formulation"),
        s.says(
            "{child} learned early that {child:his} safety lay in watching other people. This has "
            "made {child:him} kind, and it has made {child:him} tired. {child:He} carries "
            "{mother:first}’s sadness as if it were a bag that {child:he} had been asked to hold.",
        ),
        s.marked(
            "Not to be disclosed to service user",
            "{carer_two:first} told me that {carer:first} has had a recurrence of her illness, "
            "and that they may not be able to foster beyond the spring. They have not told "
            "{child:first}.",
            "In my view {child:he} should hear it from them, and soon.",
        ),
        s.heading("Recommendation"),
        s.says("Ten further sessions. I ask that this report not be read to {child:him} in a car."),
    )  # fmt: skip


def school_report(s: Scribe) -> Paper:
    """A school's report for a review."""
    return s.paper(
        "school-report",
        "Lanyard Street Academy: report for review",
        "pdf",
        s.says("Pupil: {child}. UPN {child:upn}. Report by {teacher:titled}, {day}."),
        s.table(
            ("Subject", "Now", "Target", "Comment"),
            ("English", "6", "7", "Writes with real grace. May go far."),
            ("Mathematics", "5", "5", "Will ask when stuck, which is new."),
            ("Art", "8", "8", "A drawer of hands."),
        ),
        s.says(
            "{child:first} was absent on eleven Mondays. On two of them {child:he} was bringing "
            "{sibling:first} to the infants.",
            "There was an incident in the canteen with {friend}, who said something about foster "
            "children. They have made it up, and {friend:first} came to say sorry with a cake. "
            "{friend:first}’s parents have been told.",
            "Any questions to me at {teacher:email}.",
        ),
    )  # fmt: skip


def life_story_letter(s: Scribe) -> Paper:
    """A later-life letter: an original that cannot be replaced."""
    return s.paper(
        "life-story-letter",
        "A letter for when you are ready",
        "pdf",
        s.says(
            "{day}",
            "Dear {child:first},",
            "I was your social worker when you were small, and I promised to write down how you "
            "came to live with {carer:first} and {carer_two:first}, so that you would not have to "
            "guess.",
            "You were born in the Infirmary on {child:born}, in a storm. Your mum, {mother}, says "
            "that the lights went out and that you did not mind. Your dad, {father}, ran the last "
            "mile because the buses had stopped.",
            "Your mum was very young, and had nobody to show her. She was ill, and did not always "
            "say so. You looked after {sibling:first} when somebody should have been looking "
            "after you. None of it was because of anything that you did.",
            "{grandmother:first} kept your first shoes, and asked me to put them with this letter.",
            "You may be angry when you read your file. You will find that we were sometimes slow. "
            "I am sorry for that. I thought about you often, and I still do.",
            "With love and respect,",
            "{sw:titled}",
        ),
    )  # fmt: skip


def grandmother_letter(s: Scribe) -> Paper:
    """A handwritten letter, scanned."""
    return s.paper(
        "handwritten-letter",
        "",
        "scan-jpeg",
        s.says(
            "{grandmother:address}",
            "{day}",
            "Dear {sw:formal},",
            "I am writing because on the telephone I cry. I cannot have {child:first} and "
            "{sibling:first} to live with me. I have had my results and they are not good. I have "
            "not told {mother:first} yet, so please say nothing.",
            "Tell {child:first} that the door is always open, and that her nan is proud of her.",
            "Yours truly, {grandmother}",
        ),
    )  # fmt: skip


def fax(s: Scribe) -> Paper:
    """An old fax, scanned to PDF without a text layer."""
    return s.paper(
        "fax",
        "",
        "scan-pdf",
        s.says(
            "FAX: Northmoor Constabulary to Children’s Services, {day}",
            "From {police:titled}. Re {partner}, born {partner:born}.",
            "Attended {mother:address} at 23.10. {mother} present with {child} and {sibling}. No "
            "complaint made. Children in bed. Notified for information.",
        ),
    )  # fmt: skip
