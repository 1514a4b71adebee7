"""Sentences with numbers, dates and addresses: somebody's, the subject's own, and nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from conformance.casefiles import numbers, spellings
from conformance.casefiles.people import Member
from conformance.casefiles.scene import Passage, Put, Scene
from conformance.casefiles.truth import Expect

_SAID = {
    "nhs": ("NHS number {}.", "NHS no. {}", "Registered with the surgery, NHS: {}."),
    "upn": ("UPN {}.", "The school has the pupil number {}."),
    "nino": ("NI number {}.", "National Insurance number: {}."),
    "uln": ("ULN: {}.", "Unique learner number {} on the college form."),
    "utr": ("UTR {}.", "The accountant gave the tax reference (UTR) {}."),
    "chi": ("CHI {}.", "Born in Ayr, CHI number {}."),
    "passport": ("Passport number {}.", "Passport no: {}, expires next year."),
    "driving": ("Driving licence {}.", "Licence number {} was shown."),
    "vrm": ("Drives a blue Corsa, {}.", "Car outside again, reg {}.", "Index number {}."),
    "handle": ("Goes by {} online.", "Insta is {}."),
    "url": ("The profile is {}", "Photos were put up at {}"),
    "email": ("Can be reached at {}.", "Wrote from {} last week."),
}


def _number(kind: str, scene: Scene) -> bool | None:
    """Write a number of somebody, whom the roster may not list."""
    person = scene.third() if scene.rng.random() < 0.7 else scene.stranger()
    value = person and _value(person, kind)
    if not person or not value:
        return False
    if kind == "nhs":
        value = spellings.numbers(value, scene.rng)
    elif kind in ("upn", "nino", "vrm") and scene.rng.random() < 0.4:
        value = (
            value.replace(" ", "").lower() if scene.rng.random() < 0.3 else value.replace(" ", "")
        )
    scene.tell(scene.one_of(_SAID[kind]), scene.thing(person, kind, value, f"number, {kind}"))
    return None


def _value(member: Member, kind: str) -> str:
    return member.more.get(kind) or str(getattr(member.person, kind, ""))


def _bank(scene: Scene) -> bool | None:
    member = scene.third()
    if member is None:
        return False
    sort, account = member.more["bank"].split(" ")
    scene.tell(
        "Pays into sort code {}, account {}.",
        scene.thing(member, "bank", sort, "number, bank"),
        scene.thing(member, "bank", account, "number, bank"),
    )
    return None


def _reference(scene: Scene) -> None:
    said, value = numbers.reference(scene.rng)
    put = Put(value, "reference", Expect.REDACT, "number, reference", known=False)
    member = scene.stranger()
    name = scene.name(member, member.person.full, "unknown, full name")
    scene.tell(f"{said} {{}} concerns {{}} and nobody of this family.", put, name)


def _wrong_check(scene: Scene) -> bool | None:
    member = scene.third(lambda m: m.person.nhs)
    if member is None:
        return False
    right = member.person.nhs
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    put = Put(
        wrong,
        "nhs",
        Expect.REVIEW,
        "NHS number with a wrong check digit",
        member.id,
        member.standing,
        member.known,
    )
    scene.tell("NHS number {} as given over the phone.", put)
    return None


def _decoy_number(scene: Scene) -> None:
    ten = numbers.decoy(scene.rng)
    scene.tell(
        scene.one_of(
            ("Invoice {} is for the taxi.", "Purchase order {} was raised.", "Meter {} read.")
        ),
        scene.decoy(ten, "ten digits that are no NHS number"),
    )


def _phone(scene: Scene) -> bool | None:
    member = scene.third(lambda m: m.person.phone) if scene.rng.random() < 0.6 else scene.stranger()
    if member is None:
        return False
    words = spellings.phones(member.person.phone, scene.rng)
    scene.tell(
        scene.one_of(
            ("Mobile {}.", "New number: {}.", "Text {} and not the landline.", "Ring {} after six.")
        ),
        scene.thing(member, "phone", words, "telephone number"),
    )
    return None


def _local_phone(scene: Scene) -> bool | None:
    member = scene.third(lambda m: m.person.phone)
    if member is None:
        return False
    words = member.person.phone.split(" ")[1]
    scene.tell(
        "Ring {} and let it ring.", scene.thing(member, "phone", words, "telephone, local part")
    )
    return None


def _address(scene: Scene) -> bool | None:
    home = scene.cast.subject.person.address
    listed = scene.rng.random() < 0.6
    member = (
        scene.third(lambda m: m.person.address not in ("", home)) if listed else scene.stranger()
    )
    if member is None:
        return False
    address = member.person.address
    street, _, rest = address.rpartition(", ")
    town, _, postcode = rest.partition(" ")
    parted = address if listed else f"{street}, {rest}"
    words, phenomenon = scene.rng.choice(
        (
            (parted, "address on one line"),
            (f"{street}\n{town}\n{postcode}", "address on several lines"),
            (street, "address in part"),
            (f"{street}, {town}", "address without postcode"),
            (f"{street} {rest}".lower(), "address in lower case"),
        )
    )
    scene.tell(
        scene.one_of(("Staying at {}.", "The new address is {}.", "Seen outside {} at noon.")),
        scene.thing(member, "address", words, phenomenon),
    )
    return None


def _own_address(scene: Scene) -> None:
    child = scene.cast.subject
    scene.tell(
        "Visited {child} at {}.",
        scene.thing(child, "address", child.person.address, "address shared with the subject"),
    )


def _postcode(scene: Scene) -> bool | None:
    home = scene.cast.subject.person.address
    listed = scene.rng.random() < 0.5
    member = (
        scene.third(lambda m: m.person.address not in ("", home)) if listed else scene.stranger()
    )
    if member is None:
        return False
    code = " ".join(member.person.address.split(" ")[-2:])
    words, phenomenon = scene.rng.choice(
        (
            (code, "postcode"),
            (code.replace(" ", ""), "postcode without its space"),
            (code.lower(), "postcode in lower case"),
            (code.replace("1", "l").replace("0", "O"), "postcode misread"),
        )
    )
    scene.tell("The sat nav says {}.", scene.thing(member, "postcode", words, phenomenon))
    return None


def _birth(scene: Scene) -> bool | None:
    member = scene.third(lambda m: m.person.born) if scene.rng.random() < 0.7 else scene.stranger()
    if member is None or member.person.born is None:
        return False
    words = spellings.days(member.person.born, scene.rng)
    name = scene.name(
        member, member.person.full, "full name" if member.known else "unknown, full name"
    )
    scene.tell(
        scene.one_of(
            (
                "{} (DOB {}) lives there too.",
                "{}, born {}, was named.",
                "{} d.o.b. {}",
                "Checks on {}, date of birth {}, came back.",
            )
        ),
        name,
        scene.thing(member, "birth", words, "date of birth"),
    )
    return None


def _event(scene: Scene) -> None:
    day = scene.day - timedelta(days=scene.rng.randrange(20, 400))
    scene.tell(
        scene.one_of(
            (
                "The order was made on {}.",
                "Last seen {}.",
                "Review due {}.",
                "On {} the police were called.",
                "Moved in on {}.",
            )
        ),
        scene.event(day),
    )


def _own_number(scene: Scene) -> None:
    child = scene.cast.subject
    person = child.person
    born = spellings.days(person.born or scene.day, scene.rng)
    kind, said, words = scene.rng.choice(
        (
            ("nhs", "NHS number {}.", person.nhs),
            ("upn", "UPN {}.", person.upn),
            ("birth", "Born {} at the Infirmary.", born),
            ("phone", "{child} has a new phone, {}.", person.phone),
        )
    )
    scene.tell(said, scene.thing(child, kind, words, "subject's own particulars"))


def _official(scene: Scene) -> None:
    worker = scene.professional()
    kind = scene.rng.choice(("phone", "email"))
    scene.tell(
        "{} is on {}.",
        scene.name(worker, worker.person.full, "professional"),
        scene.thing(worker, kind, _value(worker, kind), "professional's own contact"),
    )


_PLACES = (
    ("Taken to {} by ambulance.", ("Nelson Ward", "Victoria Infirmary", "St Mary's Hospital")),
    ("Changed trains at {}.", ("Harold Wood", "Gordon Hill", "Mary Tavy")),
    ("{child} goes to {}.", ("Grace Darling Academy", "St Thomas More School", "Harvey Grammar")),
    ("Wanted a {} shirt for his birthday.", ("Chelsea", "Paul Smith", "Fred Perry")),
    ("Trainers are {}, and new.", ("Jordan", "Stan Smith")),
    ("We met in {}.", ("Nelson House", "the Wilson Room", "Florence Court")),
    ("Bought from {}.", ("George at Asda", "Harvey Nichols", "Holland & Barrett")),
)  # fmt: skip


def _place(scene: Scene) -> None:
    template, words = scene.rng.choice(_PLACES)
    scene.tell(template, scene.decoy(scene.rng.choice(words), "place or brand that holds a name"))


def _abbreviation(scene: Scene) -> None:
    first, second = scene.rng.sample(("SW", "HV", "IRO", "GP", "PC", "FSW", "EDT"), 2)
    put = partial(scene.decoy, phenomenon="abbreviation of a role")
    scene.tell("{} to chase, {} to visit within the week.", put(first), put(second))


_KINDS: Sequence[str] = tuple(_SAID)
PASSAGES: tuple[Passage, ...] = (
    *(partial(_number, kind) for kind in _KINDS),
    _bank, _reference, _wrong_check, _decoy_number, _decoy_number, _phone, _phone, _phone,
    _local_phone, _address, _address, _address, _own_address, _postcode, _postcode, _birth, _birth,
    _birth, _event, _event, _event, _own_number, _own_number, _official, _place, _place, _place,
    _abbreviation,
)  # fmt: skip
