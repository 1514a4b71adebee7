"""Sentences that name somebody in passing: at work, by half a name, by one they had before."""

from __future__ import annotations

from conformance.casefiles.people import Member
from conformance.casefiles.scene import Passage, Put, Scene
from conformance.casefiles.truth import Expect

_AT_WORK = (
    "{} to chase the school.",
    "Apologies from {}.",
    "Discussed with {} by phone.",
    "I agree with {} that {child} should see a dentist.",
    "{} chaired and took the minutes.",
    "Action for {}: refer to the dentist.",
)
_RANKS = {"police": ("DC", "PC", "DS"), "gp": ("Dr",), "nurse": ("Nurse", "Sister")}


def _short_at_work(scene: Scene) -> None:
    part, worker = scene.rng.choice(list(scene.cast.team.items()))
    person = worker.person
    words = scene.rng.choice(
        (
            person.formal,
            f"{person.forename[0]} {person.surname}",
            f"{person.forename[0]}. {person.surname}",
            f"{person.surname.upper()}, {person.forename}",
            f"{scene.rng.choice(_RANKS.get(part, (person.title,)))} {person.surname}",
        )
    )
    scene.tell(scene.one_of(_AT_WORK), scene.name(worker, words, "professional, short"))


def _first_at_work(scene: Scene) -> None:
    worker = scene.professional()
    full = scene.name(worker, worker.person.full, "professional")
    first = scene.name(worker, worker.person.forename, "professional, first name in prose")
    scene.tell(
        scene.one_of(
            (
                "{} rang the school. {} will try again.",
                "Handed over to {} today; {} has the keys.",
                "{} was on duty. I told {} about the window.",
            )
        ),
        full,
        first,
    )


def _namesake_of_worker(scene: Scene) -> bool | None:
    """Name somebody unlisted in full who has the first name of a professional."""
    worker, member = scene.professional(), scene.stranger()
    words = f"{worker.person.forename} {member.person.surname}"
    put = Put(
        words,
        "person",
        Expect.REDACT,
        "unknown, with a professional's first name",
        member.id,
        member.standing,
        known=False,
    )
    scene.tell(
        scene.one_of(
            (
                "{} from the flat below was there too.",
                "{child} stayed over with {} and the cousins.",
                "The caller named {} as the driver.",
            )
        ),
        put,
    )
    return None


def _relative_named_as_worker(scene: Scene) -> None:
    """Name a relative in a role by the first name of a professional: whose, only a person knows."""
    worker = scene.professional()
    put = Put(
        worker.person.forename,
        "person",
        Expect.REVIEW,
        "relative with a professional's first name",
    )
    scene.tell(scene.one_of(("Her aunt {} has offered to help.", "His friend {} rang.")), put)


def _middle(scene: Scene) -> bool | None:
    member = scene.third(lambda m: m.person.middle)
    if member is None:
        return False
    name = scene.name(member, member.person.middle, "middle name alone")
    scene.tell(scene.one_of(("At home they call her {}.", "Only {} was in.")), name)
    return None


def _first_and_letter(scene: Scene) -> bool | None:
    member = scene.third()
    if member is None:
        return False
    person = member.person
    words = scene.rng.choice(
        (
            f"{person.forename} {person.surname[0]}",
            f"{person.forename} {person.surname[0]}.",
            f"{person.title} {person.surname[0]}",
        )
    )
    name = scene.name(member, words, "name and a letter")
    scene.tell(scene.one_of(("{} rang twice.", "Spoke to {} at the gate.")), name)
    return None


def _once(scene: Scene) -> bool | None:
    """Name somebody by a surname that nobody listed: before a marriage, or an adoption."""
    member = scene.third(lambda m: m.id != scene.cast.family["mother"].id)
    if member is None:
        return False
    before = scene.stranger().person.surname
    put = Put(
        before, "person", Expect.REDACT, "former name nobody listed", member.id, member.standing
    )
    scene.tell(
        scene.one_of(
            (
                "{} (n\u00e9e {}) came along.",
                "{}, previously {}, has a file of her own.",
                "{} (formerly {}) signed the form.",
                "{}, maiden name {}, was at the meeting.",
                "{} (AKA {}) gave two addresses.",
            )
        ),
        scene.name(member, member.person.full, "full name"),
        put,
    )
    return None


def _several(scene: Scene) -> None:
    members: list[Member] = scene.rng.sample(list(scene.cast.strangers), 3)
    puts = [scene.name(m, m.person.forename, "unknown, in a list") for m in members]
    scene.tell(
        scene.one_of(
            (
                "Her mates {}, {} and {} were with her.",
                "In the car: {}, {}, {}.",
                "{child} named {}, {} and {}.",
            )
        ),
        *puts,
    )


def _jotted(scene: Scene) -> bool | None:
    """Write a note in haste: no capitals at all."""
    known, unknown = scene.third(), scene.stranger()
    if known is None:
        return False
    puts = (
        scene.name(known, known.person.forename.lower(), "jotted in small letters"),
        scene.name(unknown, unknown.person.forename.lower(), "unknown, jotted"),
    )
    scene.tell(
        scene.one_of(
            (
                "tc from {}, said {} had been round again and took the tv.",
                "hv to {} no reply, neighbour says {} has moved in.",
                "met {} at contact, she was with {} and the baby.",
            )
        ),
        *puts,
    )
    return None


PASSAGES: tuple[Passage, ...] = (
    _short_at_work, _short_at_work, _first_at_work, _namesake_of_worker,
    _relative_named_as_worker, _middle, _first_and_letter, _once, _several, _jotted,
)  # fmt: skip
