"""The names of Northmoor's people: traditions of naming, weighted as in an English coast town."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Literal

Sex = Literal["F", "M"]


@dataclass(frozen=True, slots=True)
class Tradition:
    """A way of naming: its forenames, its surnames, and the SSD's code of ethnicity."""

    weight: int
    ethnicity: str
    female: tuple[str, ...]
    male: tuple[str, ...]
    surnames: tuple[str, ...]

    def forename(self, rng: Random, sex: Sex) -> str:
        """Draw a forename."""
        return rng.choice(self.female if sex == "F" else self.male)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


ENGLISH = Tradition(
    56,
    "WBRI",
    _words(
        "Donna Karen Tracey Michelle Leanne Gemma Stacey Chloe Megan Jade Amber Sophie "
        "Emily Lauren Bethany Hannah Charlotte Paige Courtney Ellie Poppy Daisy Lily Ruby Holly "
        "Joy Hope Faith Grace May Olive Ivy Rose Summer Autumn"
    ),
    _words(
        "Dean Darren Lee Craig Shaun Wayne Kevin Gary Liam Connor Jordan Kyle Ryan Callum Josh "
        "Tyler Jack Harry Oliver George Alfie Archie Mark Grant Drew Miles Max Will Bill Frank "
        "Jayden Kayden Mason"
    ),
    _words(
        "Marsh Thackeray Bell Wood Carter Hartley Dobson Metcalfe Ridley Stone Brown Young Short "
        "Lamb Moor Field Winter Hill Wright Robson Charlton Fenwick Storey Nixon Pickering Raine "
        "Cook Mason Day Price Bishop Ward Atkinson-Reed Moore-Hughes Taylor-Dunn Bell-Whitaker"
    ),
)
WELSH = Tradition(
    5,
    "WBRI",
    _words("Siân Cerys Bethan Carys Nia Rhiannon Ffion Seren"),
    _words("Rhys Dylan Gethin Ieuan Owain Huw Gareth Emyr"),
    _words("Griffiths Llewellyn Pritchard Vaughan ap_Rhys Morgan-Jones Bowen"),
)
SCOTTISH = Tradition(
    5,
    "WBRI",
    _words("Eilidh Isla Morag Catriona Kirsty Mhairi Ailsa"),
    _words("Angus Fraser Hamish Callum Ruaridh Fergus Ewan"),
    _words("MacLeod Buchanan McAllister Drummond Sinclair Muir Farquharson"),
)
IRISH = Tradition(
    5,
    "WIRI",
    _words("Siobhán Aoife Niamh Róisín Bridget Orla Caoimhe"),
    _words("Cian Declan Pádraig Eoin Fintan Seán Cormac"),
    _words("O'Donnell Brennan Gallagher O'Shea Kearney Fitzgerald Ní_Bhriain"),
)
TRAVELLER = Tradition(
    3,
    "WIRT",
    _words("Margaret Bridie Shantelle Kathleen Theresa Mary-Ann"),
    _words("Paddy Johnny Miley Felix Martin Tom"),
    _words("Connors McDonagh Ward Doherty Maughan"),
)
POLISH = Tradition(
    6,
    "WOTH",
    _words("Agnieszka Zofia Małgorzata Kinga Weronika Oliwia"),
    _words("Łukasz Tomasz Paweł Krzysztof Szymon Jakub"),
    _words("Zieliński Wójcik Kowalczyk Dąbrowski Szczepaniak Nowak"),
)
ROMANIAN = Tradition(
    4,
    "WOTH",
    _words("Ioana Mădălina Ștefania Andreea Roxana"),
    _words("Ionuț Andrei Răzvan Florin Ștefan"),
    _words("Popescu Munteanu Ciobanu Ungureanu Țurcanu"),
)
SOUTH_ASIAN = Tradition(
    7,
    "APKN",
    _words("Aisha Priya Sana Nadia Shabana Meera Zara Anjali"),
    _words("Imran Arjun Bilal Tariq Rohan Usman Sanjay Hamza"),
    _words("Khan Nair Hussain Patel Begum Iqbal Sharma Mahmood Malik"),
)
SOMALI = Tradition(
    3,
    "BAFR",
    _words("Hodan Ifrah Sagal Asha Fadumo"),
    _words("Abdirahman Guled Warsame Mahad Liban"),
    _words("Abdi Warsame Hassan Jama Farah_Ali"),
)
NIGERIAN = Tradition(
    3,
    "BAFR",
    _words("Chiamaka Folasade Ngozi Temitope Blessing"),
    _words("Chukwuemeka Oluwaseun Tunde Emeka Gift"),
    _words("Okonkwo Adeyemi Balogun Eze Oyelaran"),
)
CHINESE = Tradition(
    3,
    "CHNE",
    _words("Mei_Ling Xiaoyan Hui Yan_Ting Lian"),
    _words("Wei Jun Zhihao Ka_Ho Ming"),
    _words("Chan Zhang Lau Xu Ng"),
)

TRADITIONS = (
    ENGLISH, WELSH, SCOTTISH, IRISH, TRAVELLER, POLISH, ROMANIAN, SOUTH_ASIAN, SOMALI, NIGERIAN,
    CHINESE,
)  # fmt: skip

WORD_NAMES_F = ("Grace", "May", "Hope", "Faith", "Joy")
"""Names that are words as well: a page says "may" and "grace" far more often than it names them."""

SHORT_FORMS = {
    "Kayleigh": "Kay", "Megan": "Meg", "Charlotte": "Lottie", "Bethany": "Beth",
    "Josh": "Joshy", "Liam": "Li", "Agnieszka": "Aga", "Margaret": "Mags", "Małgorzata": "Gosia",
    "Abdirahman": "Abdi", "Chukwuemeka": "Emeka", "Siobhán": "Shiv", "Catriona": "Cat",
    "William": "Will", "Theresa": "Tess", "Oliver": "Ollie", "Rhiannon": "Rhi", "Weronika": "Wera",
}  # fmt: skip


def draw_tradition(rng: Random) -> Tradition:
    """Draw a tradition by its weight."""
    return rng.choices(TRADITIONS, [tradition.weight for tradition in TRADITIONS])[0]
