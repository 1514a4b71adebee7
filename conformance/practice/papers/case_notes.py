"""Case notes as social workers keep them: dated, hurried, half in abbreviations."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import SOCIAL

KIND = "case note"

HEADS = bank(
    """
    CASE NOTE ¶Client: {subject.full#39} ¶Entered by: {sw.full#39} ({sw.job}) ¶Date of contact:
    {date:slash} ¶Type: «Home visit|Telephone call|Office visit|Unannounced visit» ¶¶

    {subject.reversed#39} - {date:short} - «HV|TC|OV» - author {sw.initials#5}¶
    ------------------------------------------------------------¶

    Recorded {date:weekday#44}, «late entry|same day|typed up next morning». Worker:
    {sw.full}. Seen: {subject.first}, {mother:mum}, {sib1.first}. ¶¶

    Contact record | {date:iso} | Worker {sw.initial} | Subject {subject.first} | Purpose
    «stat visit|CIN visit|follow-up to MASH contact» ¶¶
    """
)

VISIT = bank(
    """
    From my note of last week: {perp.initial} and {x2.initial} were in the car, and
    {uncle.initial} was driving.

    Visited as arranged. {mother.first} opened the door and was «chatty|guarded|a bit flat», said
    she had been up with {sib2.first} most of the night. {mgm.rolename} was in the kitchen.

    T/c from {mother.first} at 09:20. She was crying and hard to follow. From what I could make
    out {step.first} came round last night «shouting|banging on the window|in drink» and
    {neighbour.first} rang the police.

    {subject.first} showed me {subject.his} room. {subject.He} shares with {sib1.first} at the
    moment and says {sib1.he} snores. There are posters of {@club} on the wall and a lot of
    {@brand} trainers under the bed.

    I asked who helps. {mother.first} named her friend {x1.first}, who «lives over the road|works
    nights at the bakery|has the dog when they are away», and {mgm:nan}.

    {subject.first} told me {step.first} "just goes mad for nothing" and that {sib1.first} hides in
    the bathroom. {subject.He} said {subject.he} wanted to stay at {aunt.poss} house.

    No reply at the address. Neighbour at the next door but one, who gave her name as {x3.full},
    said the family «had gone to the coast|were at hospital|left with bags early on». Card left.

    Spoke with {father.first} outside. He was polite. Says {mother.first} will not let him have
    {subject.first} overnight because of {x5.first}, his new girlfriend.

    {mother.first} and {step.full} are "on a break". She told me he is stopping with his mate
    {x2.first} above the chip shop on {@street}. I am not convinced.

    {hv.first} ({hv.job}) joined me for the second half. {=HV#48} weighed {sib2.first} and is happy
    with the centiles. {=SW#48} to chase the nursery place.

    Discussed {perp.full}. {mother.first} insists he has not been to the property since «Easter|half
    term|the hearing». {subject.first} was within earshot so I moved it to the kitchen.

    {=Will#26} ring {teacher.first} tomorrow about attendance. {=Mark#26} as priority.

    {word.first} came in while we were talking. {=Hope#26} that {subject.first} will manage the
    move was shared by everyone in the room.

    {carer1.first} and {carer2.full#15} are "over the moon" with how {subject.he} has settled. Mr
    and Mrs {carer1.couple} have asked about the clothing allowance again.

    The {friend1mum.plural} have offered to take {subject.first} on «Saturdays|bank holidays» so
    {mother.first} can do her shift. {friend1mum.full} to be checked before that happens.

    {subject.first} is friends with {friend1.first} and {friend2.first}; {friend2.poss}
    {friend2dad:dad} drives them to training. No concerns about {friend2dad.full} on our system.

    Asked about the bruise. {subject.first} said "{sib1.lower#60} done it wi the remote" and
    laughed. {mother:Mum} rolled her eyes. Explanation fits.

    {mgf.first} says our {subject.alias} "int eatin nowt" and {mgm.rolename} is "mithered to death"
    about the court.

    Called at {mgm.address}, {mgm.postcode} on way back. {mgm.titled} was out, {mgf.first} in.

    {mother.poss} phone has been cut off, use {mgm.phone} (that is {mgm:nan}) until pay day.
    {father:Dad} still on {father.phone}.

    {subject.first} gave me a picture {subject.he} had drawn: {subject.him}, {sib1.first},
    {cousin.first} and the dog. {step.first} not in it. I asked. "He can go in the bin."

    {mother.first} née {mother.former} confirmed the {mother.former} side have never met
    {step.first}.

    {double.full} (or is it just {double.part}? I have both on the system) turned up at the end of
    the visit wanting money from {mother.first}.

    {translit.full} rang, the name is on the old file as {translit.spelt}. Same person, same number:
    {translit.phone}.

    {accent.noaccent} was mentioned again. {accent.first} and {mother.first} know each other from
    the hostel ({@refuge}).

    {abbrev.full} is the tenant downstairs. For the avoidance of doubt {abbrev.initials} in my
    earlier notes is {abbrev.first}, not {=SW#48} or {=HV#48}.

    ?same {father.full} and {subject.full} have the same name and post goes astray. The letter from
    the court was for {father.first#27!r} Snr; {subject.first} opened it.

    ?near {mother.first} called {subject.first} "{sib1.first}" twice and corrected herself. I have
    to watch my own typing with {subject.first} and {sib1.first}.

    ?two {aunt.full} is also {nurse:the school nurse}, so she is in meetings as {nurse.full} and at
    Sunday dinner as {aunt.first#57}. I have raised this with {manager.first}.

    Bumped into {x6.lowerfull} outside, sounded like he'd been drinking, asked me where
    {mother.first} was. did not tell him.
    """
)

ENDS = bank(
    """
    Plan: {sw.initials} to speak to {manager.initials}, {hv.initials} to re-weigh. {mother.initials}
    to attend GP with {sib2.initials}. Next visit {date:weekday}.

    ACTIONS ¶1. Ring {father.full} ¶2. {=Chase#26} {gp.titled} re letter ¶3. {sib1.initials} school
    transport ¶4. Update chron ¶¶Signed: {sw.full#38}, {sw.relation}

    Danger statement reviewed. No change. Mgmt oversight requested from {manager.full}. ¶¶
    {sw.initials#38} ¶{sw.email} ¶{sw.phone}

    Left 16:50. Mileage to be claimed. Laptop ticket {%order} still open, could not upload photos.
    """
)

RESTRICTED = bank(
    """
    {<}** 3rd party info - not for disclosure to {mother.first} or {step.first} ** {x1.full} has
    seen bruises on {sib1.first} and wants it kept between us.{>52p}

    {<}Do not disclose: {cousin.first} told {sw.first} that {uncle.first} has a gun.{>52p}

    The person who rang is {neighbour:a former employee of the club who still has keys#51!v} and
    must stay nameless.

    {<}Confidential source - not for release: "{neighbour.first} from over the way saw
    {step.first} hit {sib1.first}".{>52p}

    {<}THIRD PARTY INFORMATION - NOT TO BE SHARED WITH SERVICE USER: {neighbour.full}
    telephoned to say that {neighbour.he} hears {step.first} through the wall most nights and that
    {x4.full} sells something from the car.{>52p}

    {<}[RESTRICTED - do not disclose to family] {x3.first} told me in confidence that {mother.first}
    has been seeing {perp.first} again. [END OF RESTRICTED]{>52p}

    {<}The following is confidential and should not be released to the parents. ¶A caller who would
    not leave {x5.his} name, described only as {neighbour:a lady who can see the yard from her
    back bedroom#51!v}, reported children out late.{>52p-}
    """
)

PROSE = bank(
    """
    {<}{sib2.first} is on a restricted diet and {mother.first} keeps a list on the fridge.{>53p}

    {<}{father.first} fell out with a third party over parking and the council will not disclose who
    rang.{>53p}

    {<}{mother.first} asked whether what she says is confidential. I explained the limits, and that
    restricted information is kept apart.{>53p}

    {<}{subject.first} is not to be disclosed to strangers, as {mgm:nan} put it, and laughed.
    Access to the park is restricted while the works go on.{>53p}
    """
)


def write(pen: Pen) -> None:
    """Write a day's or a month's notes of one worker."""
    pen.write(pen.one(*HEADS))
    lines = pen.some(VISIT, 9, 19)
    pen.prose(lines[3:], SOCIAL)
    if pen.rng.random() < 0.45:
        pen.paragraphs(*pen.some(RESTRICTED, 1, 1))
    if pen.rng.random() < 0.35:
        pen.paragraphs(*pen.some(PROSE, 1, 1))
    pen.prose(lines[:3], SOCIAL)
    pen.write(pen.one(*ENDS))
