"""What made-up people and places are called: each maker of case files draws from its own stock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from conformance.practice import names
from conformance.practice.numbers import Ground


@dataclass(frozen=True, slots=True)
class Stock:
    """Names of many traditions with what becomes of them, streets, schools, places and brands.

    A tradition is three strings: first names of women, of men, and surnames; surnames of several
    words stand between bars. Traditions called north, south, plain and young must be there.
    """

    traditions: Mapping[str, tuple[str, str, str]]
    home: tuple[str, ...]
    accented: Mapping[str, tuple[str, ...]]
    transliterated: Mapping[str, tuple[tuple[str, str], ...]]
    doubled: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]
    abbreviated: Mapping[str, tuple[str, ...]]
    place_named: Mapping[str, tuple[str, ...]]
    near: tuple[tuple[str, str], ...]
    near_sex: Mapping[str, str]
    pets: Mapping[str, str]
    called: tuple[str, ...]
    real_people: frozenset[str]
    ground: Ground
    schools: tuple[str, ...]
    places: Mapping[str, tuple[str, ...]]
    council: str
    mails: tuple[str, ...]

    def surnames(self, tradition: str) -> list[str]:
        """Return a tradition's surnames; those of several words are kept whole."""
        text = self.traditions[tradition][2]
        if "|" not in text:
            return text.split()
        head, *rest = text.split("|")
        # Single words may stand before the first surname of several: "Pugh ap Rhys|Prosser".
        starts = [at for at, word in enumerate(head.split()) if word in {"ap", "Ní", "van", "de"}]
        words = head.split()
        cut = starts[0] if starts else len(words)
        return [name for name in (*words[:cut], " ".join(words[cut:]), *rest) if name]

    def first_names(self, tradition: str, sex: str) -> list[str]:
        """Return a tradition's first names for women and girls, or for men and boys."""
        return self.traditions[tradition][0 if sex == "f" else 1].split()

    def a_tradition(self, rng: Random) -> str:
        """Draw a tradition; those of these islands come a little over half the time."""
        return rng.choice(self.home if rng.random() < 0.55 else sorted(self.traditions))


TOWNS = (
    ("Leeds", "LS"), ("Bradford", "BD"), ("Hull", "HU"), ("Sheffield", "S"), ("Stockport", "SK"),
    ("Bolton", "BL"), ("Preston", "PR"), ("Carlisle", "CA"), ("Sunderland", "SR"), ("Derby", "DE"),
    ("Leicester", "LE"), ("Coventry", "CV"), ("Swindon", "SN"), ("Ipswich", "IP"), ("Luton", "LU"),
    ("Norwich", "NR"), ("Croydon", "CR"), ("Romford", "RM"), ("Plymouth", "PL"), ("Torquay", "TQ"),
    ("Newport", "NP"), ("Swansea", "SA"), ("Wrexham", "LL"), ("Medway", "ME"), ("Reading", "RG"),
)  # fmt: skip

STREETS = (
    "Larkspur", "Old Foundry", "Tannery", "Bishopsgarth", "Coltsfoot", "Quarry Hill", "Mill Race",
    "Wetherden", "Priory", "Sandpiper", "Upper Holme", "St Oswald's", "Ropewalk", "Cinder",
    "Ferncliffe", "Bullrush", "Hanging Ditch", "Gasworks", "Thornbury", "Jubilee", "Skylark",
    "Beck Side", "Chantry", "Lime Kiln", "Pottery", "Vicarage", "Nelson", "Albert", "Gladstone",
)  # fmt: skip
WAYS = ("Road", "Street", "Close", "Avenue", "Drive", "Lane", "Terrace", "Court", "Gardens", "Rise")
LOCALITIES = (
    "Netherthorpe", "Kirkby Moor", "Eastfield", "Marsh End", "Holbrook", "Highgreen", "Scarcroft",
    "Cold Ashby", "Wyke", "Thornhill Lees", "Bellfield", "Southmead",
)  # fmt: skip
FLATS = ("Flat 3, ", "Flat 12b, ", "12A ", "Apt 6, ", "Flat 2 ")

SCHOOLS = (
    "Nelson House Primary School", "St Winifred's Academy", "Harold Wood Academy",
    "Florence Road Primary", "Thomas Tallow School", "Stanley Grove High School",
    "Beatrice Park Nursery",
)  # fmt: skip
PLACES = {
    "council": ("Ashvale", "Marlsea", "Kestrel Bridge", "Holmfirth Vale", "Tarnside"),
    "ward": ("Florence ward", "Rosalind Suite", "Ward 12 (Alexandra)", "Victoria Unit"),
    "street": ("Stafford Street", "Charlotte Row", "Preston Road", "Albert Parade"),
    "club": ("Chelsea", "Preston", "Stockport Celtic", "Sydney Street Boxing Club"),
    "brand": ("Jordan", "Ted Baker", "George at Asda", "Paul Smith", "Fred Perry"),
    "pub": ("the Prince Albert", "the Lord Nelson", "the Duke of York", "the Victoria"),
    "game": ("Mario Kart", "Sonic", "Harry Potter Lego", "Thomas the Tank"),
    "refuge": ("Grace House", "Haven", "Ruth Court", "Lydia Lodge"),
}
"""Places and brands around a case; many hold a name, some that of somebody in the file."""

STOCK = Stock(
    traditions=names.TRADITIONS,
    home=("north", "north", "south", "plain", "plain", "young", "scots", "irish", "welsh"),
    accented=names.ACCENTED,
    transliterated=names.TRANSLITERATED,
    doubled=names.DOUBLED,
    words=names.WORDS,
    abbreviated=names.ABBREVIATED,
    place_named=names.PLACE_NAMED,
    near=names.NEAR,
    near_sex=names.NEAR_SEX,
    pets=names.PET,
    called=("Smiler", "Biggsy", "Tink", "Cheeks", "Moony", "Duchess", "Ginge", "Bean", "Dotty"),
    real_people=names.REAL_PEOPLE,
    ground=Ground(TOWNS, STREETS, WAYS, LOCALITIES, FLATS),
    schools=SCHOOLS,
    places=PLACES,
    council="ashvale.example",
    mails=("postbox.example", "mailhive.example", "inbox.example", "webpost.example"),
)
