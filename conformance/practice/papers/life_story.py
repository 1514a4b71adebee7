"""Life-story and later-life letters: plain words to a child about people they have lost."""

from __future__ import annotations

from conformance.practice.pen import Pen, bank
from conformance.practice.prose import CHILD

KIND = "life-story letter"

OPENINGS = (
    "Dear {subject.first},\n\nMy name is {sw.full}. When you were little I was your social worker, "
    "and I am writing so that you know where you come from.\n\n",
    "My life story\n\nThis book belongs to {subject.full#50} (everybody calls me {subject.alias})\n"
    "I was born on {subject.dob} at {@ward}\n\n",
    "To {subject.first}, to be read when you are ready.\n\nWritten by {fsw.first} and {sw.first}, "
    "with help from {carer1.first}, on {date:long}.\n\n",
)

STORY = bank(
    """
    Your birth {mother:mum} is {mother.first}. She was {x1.poss} best friend at school. She had
    brown hair like yours, and she was called {mother.formerfull} before she married.

    Your {father:dad}, {father.first}, worked on the buses. He chose your name because of his friend
    {x2.first}.

    You have {sib1.brother}s and a {sib2.brother}: {sib1.first}, who taught you to whistle, and
    {sib2.first}, who loved {@game}.

    {mgm.rolename} made you a blanket. {mgm.first} and {mgf.first} lived at {mgm.street}, near the
    canal. They still think about you.

    Your {pgf:Grandad} {pgf.first#58} died before you started school. He called you
    "{subject.alias}".

    When {mother.first} met {step.first}, home was not safe any more. {step.first} shouted a lot
    and hurt {mother.first}. You hid with {sib1.first}.

    You went to stay with {carer1.first} and {carer2.first#15}. {carer1.first} kept every one of
    your drawings. {x3.first} lived there too.

    {aunt.rolename} wanted you to live with her, and the judge thought about it for a long time.

    {mother.first} loved you. She could not look after you because of drugs. That was not your
    fault, {subject.first}, and it was not {sib1.poss} fault.

    Your first friends were {friend1.first}, {friend2.first} and {x4.first}. {friend1mum.first}
    always saved you a seat in the car.

    Your first teacher was {teacher.titled}. You called {teacher.him} "{teacher.first}" by mistake.

    You used to say "where {mother:me mam} gone" and "want our {sib1.first#60}". {mgm.first} wrote
    them down.

    At {@school} you had a coat peg with a fox. {=Hope#26} was the word you chose for your tile.

    You were very brave when you told {teacher.first} about {perp.first}.

    {word.first} came to your goodbye party. So did {cousin.first} and {cousin2.first} and all of
    the {uncle.plural}.

    Names on the back of the photo: {sib1.first}, {subject.first}, {x5.first}, {x6.lower} (in
    pencil), {mgf.pet}.

    {accent.first}, sometimes written {accent.noaccent}, used to sing to you.

    Our dog was called {=Bonnie#26} and the rabbits were {=Ant#47} and {=Dec#47}.

    ?same You have the same name as your {father:father}, {father.full}. Some people called him Big
    {father.first} and you Little {subject.first}.

    ?near {sib1.first} and you have names that sound alike. {mother.first} chose them for that.

    ?two {aunt.first#57} was also the {nurse:school nurse}, so you saw her at school on Tuesdays.

    {subject.first}, you asked me if {x7.first} is your {x7.brother}. She is not, she is {step.poss}
    {x7:daughter}.

    "{double.part}" on your red book is {double.full}, who was your childminder.

    My friend {friend1.first} is funny. My {sib1.brother} {sib1.alias} is not. I like {@club}. I
    do not like peas.
    """
)

ENDS = bank(
    """
    With love and good wishes, ¶{sw.first#38} ¶({sw.full#38}, {sw.relation})

    Keep this safe. If you have questions when you are older you can ask {@council} Council for your
    file. {fsw.full#38}
    """
)

MARKED = bank(
    """
    {<}Restricted, not to be given to {subject.first} with the book: {father.full} has two sons by
    {x7.full}.{>52p}

    {<}For the file, not for the child: not to be disclosed to {subject.first} until 18.
    {perp.full} is thought by {x8.full} to be the {perp:father}.{>52p}

    {<}CONFIDENTIAL ADDENDUM - withhold from {subject.first} ¶{carer1.full} and {carer2.full} have
    moved to be near {x9.full}. ¶END OF ADDENDUM{>52s}
    """
)


def write(pen: Pen) -> None:
    """Write a letter or a book to the child."""
    pen.write(pen.rng.choice(OPENINGS))
    pen.prose(pen.some(STORY, 9, 18), CHILD)
    pen.paragraphs(pen.one(*ENDS))
    if pen.rng.random() < 0.4:
        pen.paragraphs(pen.one(*MARKED))
