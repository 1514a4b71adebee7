"""Sentences that name somebody: each way of writing a name that papers have, one function each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random

from conformance.casefiles import spellings
from conformance.casefiles.people import Member
from conformance.casefiles.scene import Passage, Put, Scene
from conformance.casefiles.truth import Expect
from conformance.northmoor.people import Person

ABOUT = (
    "{} came to the door and would not let us in.",
    "Rang {} at ten; no answer, message left.",
    "{child} spent the weekend with {} and came back quiet.",
    "{} was there when I arrived, and left soon after.",
    "We agreed that {} would not be told until Monday.",
    "{child} said that {} shouts at night.",
    "{} has moved out, by all accounts for good.",
    "I asked {} about the bruise. The answer did not fit.",
    "According to {}, nobody had slept.",
    "{child} was collected by {} again, half an hour late.",
    "There was an argument between {} and the man downstairs.",
    "School report that {} has not been seen since half-term.",
    "{} is thought to have the keys.",
    "Took a call from {}, who was upset and hung up.",
    "The cannabis in the kitchen belongs to {}, we were told.",
    "Contact with {} is supervised for now.",
    "{child} does not want to see {} at all this month.",
    "No one could say where {} had been on the night.",
    "{} attended A&E with a cut hand and gave another account there.",
    "Money is short since {} lost the job at the harbour.",
)  # fmt: skip
TEXTED = (
    "was with {} last nite dont tell",
    "{} says im not allowed out",
    "ask {} she knows",
    "its {} fault not mine",
    "{} been drinkin again",
    "gona stay at {} tonite ok",
)
_INITIALS_OF_ROLES = frozenset(
    ["SW", "HV", "GP", "PC", "IRO", "PA", "DI", "DC", "TA", "LA", "SSW", "FSW"]
)

Form = Callable[[Person, Random], str | None]
_ORDINARY: dict[str, Form] = {
    "full name": lambda p, _: p.full,
    "first name only": lambda p, _: p.forename,
    "title and surname": lambda p, _: p.formal,
    "title and full name": lambda p, _: f"{p.title} {p.full}",
    "initial and surname": lambda p, r: f"{p.forename[0]}{r.choice(('.', ''))} {p.surname}",
    "surname first": lambda p, _: f"{p.surname.upper()}, {p.forename}",
    "capitals": lambda p, _: p.full.upper(),
    "lower case": lambda p, _: p.full.lower(),
    "one typo": lambda p, r: spellings.typed_wrong(p.full, 1, r),
    "two typos": lambda p, r: spellings.typed_wrong(p.full, 2, r),
    "misread by a machine": lambda p, r: spellings.misread(p.full, r),
    "glued": lambda p, _: f"{p.forename}{p.surname}",
    "letter-spaced": lambda p, _: f"{' '.join(p.forename)}  {' '.join(p.surname)}",
    "hyphen at the end of a line": lambda p, _: spellings.parted(p.full),
    "name over two lines": lambda p, _: f"{p.forename}\n{p.surname}",
    "accents dropped": lambda p, _: other(p.full, spellings.plain(p.full)),
}


def other(name: str, instead: str) -> str | None:
    """Return another spelling, or None where it is none."""
    return instead if instead != name else None


def written(phenomenon: str, form: Form, scene: Scene) -> bool | None:
    """Write a sentence about a third party in a form of their name."""
    member = scene.third(lambda m: form(m.person, scene.rng))
    if member is None or not (words := form(member.person, scene.rng)):
        return False
    scene.tell(scene.one_of(ABOUT), scene.name(member, words, phenomenon))
    return None


def _initials(scene: Scene) -> bool | None:
    member = scene.third()
    words = member and spellings.initials(member.person, scene.rng)
    if not member or not words or words in _INITIALS_OF_ROLES:
        return False
    scene.tell(scene.one_of(ABOUT), scene.name(member, words, "initials"))
    return None


def _nickname(scene: Scene) -> bool | None:
    member = scene.third(
        lambda m: (n := spellings.NICKNAMES.get(m.person.forename)) and n not in m.aliases
    )
    if member is None:
        return False
    nick = spellings.NICKNAMES[member.person.forename]
    scene.tell(scene.one_of(ABOUT), scene.name(member, nick, "nickname nobody listed"))
    return None


def _alias(scene: Scene) -> bool | None:
    member = scene.third(lambda m: m.aliases and m.aliases[0] != m.maiden)
    if member is None:
        return False
    scene.tell(scene.one_of(ABOUT), scene.name(member, member.aliases[0], "alias"))
    return None


def _maiden(scene: Scene) -> None:
    mother = scene.cast.family["mother"]
    first = scene.name(mother, mother.person.full, "full name")
    before = scene.name(mother, mother.maiden, "former name")
    scene.tell(
        scene.one_of(
            (
                "{} (née {}) gave her consent.",
                "{}, formerly {}, is on two systems.",
                "{} used to be known as {} and old letters say so.",
            )
        ),
        first,
        before,
    )


def _possessive(scene: Scene) -> bool | None:
    member = scene.third(lambda m: not m.person.forename.endswith("s"))
    if member is None:
        return False
    scene.tell(
        scene.one_of(
            (
                "It was {}'s idea to leave.",
                "We looked for {}\u2019s coat together.",
                "She was round at {}s flat until late.",
                "{}'s phone is off.",
            )
        ),
        scene.name(member, member.person.forename, "possessive"),
    )
    return None


def _family(scene: Scene) -> bool | None:
    child = scene.cast.subject.person.surname
    member = scene.third(lambda m: m.person.surname != child)
    if member is None:
        return False
    words = spellings.plural(member.person.surname)
    scene.tell(
        scene.one_of(("The {} have lived there for years.", "{child} ate with the {} on Sunday.")),
        scene.name(member, words, "family in the plural"),
    )
    return None


def _conjoined(scene: Scene) -> None:
    one, two = scene.cast.family["carer_two"], scene.cast.family["carer"]
    if scene.rng.random() < 0.5:
        scene.tell(
            "{} and {} have been asked to keep a diary.",
            scene.name(one, one.person.forename, "joined names"),
            scene.name(two, two.person.full, "joined names"),
        )
    else:
        both = scene.name(two, f"Mr and Mrs {two.person.surname}", "joined names")
        scene.tell("{} would like a week of respite in August.", both)


def _half_of_double(scene: Scene) -> bool | None:
    aunt = scene.cast.family["aunt"]
    half = aunt.person.surname.split("-")[1]
    words = scene.rng.choice((f"{aunt.person.title} {half}", f"{aunt.person.forename} {half}"))
    scene.tell(scene.one_of(ABOUT), scene.name(aunt, words, "half of a double-barrelled name"))
    return None


def _otherwise(scene: Scene) -> bool | None:
    def spelled(member: Member) -> str | None:
        person = member.person
        for part in (person.surname, person.forename):
            if part in spellings.OTHERWISE:
                return person.full.replace(part, spellings.OTHERWISE[part][0])
        return None

    member = scene.third(spelled)
    if member is None:
        return False
    words = spelled(member) or ""
    scene.tell(scene.one_of(ABOUT), scene.name(member, words, "spelled by another ear"))
    return None


def _word_name(scene: Scene) -> None:
    sister = scene.cast.family["sister"]
    scene.tell(
        scene.one_of(
            (
                "{} cried when I left.",
                "{} is doing well at school and has a part in the play.",
                "{} had not eaten since the morning.",
            )
        ),
        scene.name(sister, sister.person.forename, "name that is a word"),
    )
    scene.tell(" ")
    scene.tell(
        *scene.rng.choice(
            (
                (
                    "{} I suggest that we meet before then?",
                    scene.decoy("May", "word that is no name"),
                ),
                ("I {} that this can wait.", scene.decoy("hope", "word that is no name")),
                (
                    "The {} period for the rent ends soon.",
                    scene.decoy("grace", "word that is no name"),
                ),
                ("They acted in good {}.", scene.decoy("faith", "word that is no name")),
                ("{} is the earliest month for court.", scene.decoy("May", "word that is no name")),
                ("It was a {} to see her smile.", scene.decoy("joy", "word that is no name")),
            )
        )
    )


def _namesake(scene: Scene) -> bool | None:
    father, child = scene.cast.family["father"], scene.cast.subject
    brother = scene.cast.family["brother"]
    if father.person.forename not in (child.person.forename, brother.person.forename):
        return False
    if father.person.forename == child.person.forename:
        either = Put(father.person.full, "person", Expect.REVIEW, "father and son alike")
        scene.tell("{} was named in the report; it does not say which of them.", either)
        return None
    senior = scene.name(father, father.person.full, "father and son alike")
    scene.tell("{} senior left by the back gate.", senior)
    return None


def _near_name(scene: Scene) -> bool | None:
    child, brother = scene.cast.subject.person, scene.cast.family["brother"]
    if (child.forename, brother.person.forename) != ("Kayden", "Jayden"):
        return False
    scene.tell(
        "{child} and {} share a room; {} is up at night.",
        scene.name(brother, brother.person.forename, "sibling's like name"),
        scene.name(brother, brother.person.forename, "sibling's like name"),
    )
    return None


def _shared_surname(scene: Scene) -> bool | None:
    own = scene.cast.subject.person.surname
    member = scene.third(lambda m: m.person.surname == own and m.person.title == "Mr")
    if member is None or member.id != scene.cast.family["father"].id:
        return False
    scene.tell(
        scene.one_of(("{} was rude on the phone.", "We wrote to {} about contact.")),
        scene.name(member, member.person.formal, "surname shared with the subject"),
    )
    return None


def _professional(scene: Scene) -> None:
    worker, another = scene.professional(), scene.professional()
    person, else_ = worker.person, another.person
    scene.tell(
        scene.one_of(
            (
                "{} chaired. {} sent apologies.",
                "Discussed with {}; {} to follow up.",
                "{} has the minutes and {} the plan.",
                "Spoke to {} and e-mailed {}.",
            )
        ),
        scene.name(worker, f"{person.title} {person.full}", "professional"),
        scene.name(another, else_.full, "professional"),
    )


def _professional_shares(scene: Scene) -> bool | None:
    manager, mother = scene.cast.team["manager"], scene.cast.family["mother"]
    if manager.person.forename != mother.person.forename:
        return False
    scene.tell(
        "{} agreed the visit. {} was not sure about the time.",
        scene.name(manager, manager.person.full, "professional with a family's name"),
        scene.name(manager, manager.person.forename, "professional with a family's name"),
    )
    return None


def _role_word(scene: Scene) -> None:
    word = scene.rng.choice(("Mum", "Dad", "Gran", "the neighbour", "step-dad", "Nana", "MGM"))
    scene.tell(
        scene.one_of(("{child} said that {} had gone out.", "{child} misses {}.")),
        scene.decoy(word, "role word alone"),
    )


def _role_and_name(scene: Scene) -> None:
    part, word = scene.rng.choice(
        (
            ("grandmother", "Nanny"),
            ("aunt", "Auntie"),
            ("aunt", "her aunt"),
            ("mother", "Mum,"),
            ("partner", "her boyfriend"),
            ("carer", "carer"),
            ("half_brother", "baby"),
        )
    )
    member = scene.cast.family[part]
    name = scene.name(member, member.person.forename, "role and name")
    scene.tell(f"{{child}} told me that {word} {{}} makes the tea.", name)


def _unknown_full(scene: Scene) -> None:
    member = scene.stranger()
    words = scene.rng.choice((member.person.full, f"{member.person.title} {member.person.surname}"))
    scene.tell(scene.one_of(ABOUT), scene.name(member, words, "unknown, full name"))


def _unknown_first(scene: Scene) -> None:
    member = scene.stranger()
    scene.tell(
        scene.one_of(ABOUT), scene.name(member, member.person.forename, "unknown, first name")
    )


def unknown_lower(scene: Scene) -> None:
    """Write a text message that names somebody whom nobody listed, in small letters."""
    member = scene.stranger()
    words = scene.rng.choice((member.person.forename, member.person.full)).lower()
    scene.tell(scene.one_of(TEXTED), scene.name(member, words, "unknown, lower case"))


def texted(scene: Scene) -> bool | None:
    """Write a text message that names somebody of the roster in small letters."""
    member = scene.third()
    if member is None:
        return False
    name = scene.name(member, member.person.forename.lower(), "first name, lower case")
    scene.tell(scene.one_of(TEXTED), name)
    return None


def _in_file(scene: Scene) -> bool | None:
    member = scene.third()
    if member is None:
        return False
    first, last = member.person.forename, member.person.surname
    words = scene.rng.choice(
        (f"{first}_{last}", f"{last.lower()}-{first.lower()}", f"{first}{last}")
    )
    put = scene.name(member, words, "name in a file's name")
    scene.tell(
        scene.one_of(("See {}_statement.docx on the drive.", "Saved as {}.pdf in the file.")), put
    )
    return None


def _child_label(scene: Scene) -> None:
    label = scene.rng.choice(("Child A", "Child B", "Mother F", "Person 2"))
    scene.tell("In the judgment they are called {}.", scene.decoy(label, "label for a child"))


def _described(scene: Scene) -> None:
    neighbour = scene.cast.family["neighbour"]
    words = scene.rng.choice(
        (
            "the lady at the house opposite who used to clean at the school",
            "a woman who can see into their kitchen from her landing",
            "the retired dinner lady across the road",
        )
    )
    put = Put(
        words,
        "person",
        Expect.REVIEW,
        "source described, not named",
        neighbour.id,
        neighbour.standing,
        neighbour.known,
    )
    scene.tell("The call came from {}, who was promised that nobody would hear of it.", put)


def _misspelt(scene: Scene) -> bool | None:
    alleged = scene.cast.family["alleged"]
    listed = scene.cast.roster.person(alleged.id)
    if listed is None or listed.name == alleged.person.full:
        return False
    name = scene.name(alleged, alleged.person.full, "roster spells it wrong")
    scene.tell(scene.one_of(ABOUT), name)
    return None


def _two_roles(scene: Scene) -> None:
    aunt = scene.cast.family["aunt"]
    put = Put(
        aunt.person.full,
        "person",
        Expect.REDACT,
        "relative in a second role",
        aunt.id,
        aunt.standing,
        aunt.known,
    )
    scene.tell("{}, who helps in the school office and is an aunt, was in the room.", put)


def _shown(scene: Scene) -> None:
    member = scene.cast.family[scene.rng.choice(("grandfather", "uncle"))]
    scene.tell(
        "{} taught {child} to fish off the pier.",
        scene.name(member, member.person.full, "shown by a ruling"),
    )


def _statement(scene: Scene) -> bool | None:
    member = scene.third()
    if member is None:
        return False
    name = scene.name(member, member.person.full, "statement about the subject")
    scene.tell("\u201c{child} hit me first,\u201d said {}, \u201cand then ran.\u201d", name)
    return None


def _dialect(scene: Scene) -> bool | None:
    member = scene.third()
    if member is None:
        return False
    name = scene.name(member, member.person.forename, "a child's own words")
    scene.tell(
        scene.one_of(
            (
                "\u201cMe and our {} was on the wall, like, and he never done nowt.\u201d",
                "\u201cIt weren't me, it were {}, I telt yous.\u201d",
                "\u201cI wanna go wi' {} an' that.\u201d",
            )
        ),
        name,
    )
    return None


def _own(scene: Scene) -> None:
    child = scene.cast.subject
    person = child.person
    words = scene.rng.choice(
        (
            person.full,
            child.aliases[0],
            f"{person.surname.upper()}, {person.forename}",
            person.full.upper(),
            f"{person.forename} {person.middle} {person.surname}",
        )
    )
    scene.tell(
        scene.one_of(
            ("{} would like to be a vet.", "This file is about {}.", "We asked {} alone.")
        ),
        scene.name(child, words, "subject's own name"),
    )


PASSAGES: tuple[Passage, ...] = (
    *(partial(written, name, form) for name, form in _ORDINARY.items()),
    *(partial(written, name, _ORDINARY[name]) for name in ("full name", "first name only")),
    _initials, _nickname, _alias, _maiden, _possessive, _family, _conjoined, _half_of_double,
    _otherwise, _word_name, _namesake, _near_name, _shared_surname, _professional, _professional,
    _professional_shares, _role_word, _role_and_name, _unknown_full, _unknown_full, _unknown_first,
    _unknown_first, _in_file, _child_label, _described, _misspelt, _two_roles, _shown, _statement,
    _dialect, _own, _own,
)  # fmt: skip
