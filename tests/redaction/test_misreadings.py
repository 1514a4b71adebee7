"""What was read of clean scans is found as the name that stands there, and nothing else is."""

import pytest

from redaction.misreadings import Misreadings, is_no_other

NAMES = (
    "Qasim Iqbal", "Iqbal", "Ian Gill", "Ian", "Isla", "Joaqu\u00edn Yag\u00fce", "Yag\u00fce",
    "\u0141ukasz \u017bak", "\u0141ukasz", "Zo\u00eb Bj\u00f8rk", "Zephyrine Quaxley", "Immelmann",
    "Marnie", "zq@example.org", "01632 960 777", "Wolstencroft",
)  # fmt: skip


def found(text: str, names: tuple[str, ...] = NAMES, shown: tuple[str, ...] = ()) -> set[str]:
    """Return what is found in a text that was read in ink."""
    every = Misreadings(names, shown).standing_in(text, [(0, len(text))])
    return {f"{text[slice(*span)]} = {name}" for span, name in every}


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("Igbal", "Iqbal"),
        ("lqbal", "Iqbal"),
        ("lgbal", "Iqbal"),
        ("Qasim Igbal", "Qasim Iqbal"),
        ("Qasimlqbal", "Qasim Iqbal"),
        ("lan", "Ian"),
        ("1an", "Ian"),
        ("|an", "Ian"),
        ("lsla", "Isla"),
        ("Isia", "Isla"),
        ("Yagiie", "Yag\u00fce"),
        ("Yaglie", "Yag\u00fce"),
        ("Joaquin Yagle", "Joaqu\u00edn Yag\u00fce"),
        ("tukasz", "\u0141ukasz"),
        ("t.ukasz", "\u0141ukasz"),
        ("\u00a3ukasz", "\u0141ukasz"),
        ("ukasz", "\u0141ukasz"),
        ("Fukasz Zak", "\u0141ukasz \u017bak"),
        ("Zo\u00e9 Bjerk", "Zo\u00eb Bj\u00f8rk"),
        ("Zoe Bjgrk", "Zo\u00eb Bj\u00f8rk"),
        ("Zephyrine Quaxiey", "Zephyrine Quaxley"),
        ("Zephyrine\nQuaxIey", "Zephyrine Quaxley"),
        ("Inmelmann", "Immelmann"),
        ("Mamie", "Marnie"),
        # Of pale print in black and white strokes are left.
        ("Woistencroft", "Wolstencroft"),
        ("Wolstencrolt", "Wolstencroft"),
        ("Woistencioft", "Wolstencroft"),
        ("zg@example.org", "zq@example.org"),
        ("Zzq@example.org", "zq@example.org"),
        ("zqg@example org", "zq@example.org"),
        ("O1632 96O 777", "01632 960 777"),
        ("gasim igbal", "Qasim Iqbal"),
        ("q.igbal@northmoor.example", "Iqbal"),
        ("Mr Ig-\nbal", "Iqbal"),
        ("Mrigbal", "Iqbal"),
        ("QASIM IOBAL", "Qasim Iqbal"),
    ],
)
def test_a_name_is_found_in_what_was_read_of_it(read: str, name: str) -> None:
    seen = found(f"On 3 May {read}, had called.")
    assert any(one.endswith(f" = {name}") and one.split(" = ")[0] in read for one in seen)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Dean", "The Clean house. CLEAN"),
        ("Clark", "It was dark. Dark"),
        ("Ali", "All came"),
        ("Iain", "In vain"),
        ("Tom", "Toni and Torn"),  # too short to have been misread so far
        ("Ian", "I am Ann"),
        ("Maria", "Marie came"),
        ("Joan", "Jean came"),
        ("Martin Ball", "with Martin. Bail was"),
        ("Heath", "Health visitor"),
        ("Elie", "Ellie came"),
        ("Poole", "Mr Pole came"),
        ("Dive", "Clive came"),
        ("Lan", "Ian came"),
        ("Delta", "Della came"),
        ("Gomes", "He comes here"),
        ("Shane", "for shame"),
        ("Clark", "before dark, dank"),
        ("01632 960 777", "01632 960 771"),
        ("Corin Comer", "In the corner"),
    ],
)
def test_other_words_and_other_names_are_left_alone(name: str, text: str) -> None:
    assert found(text, (name,)) == set()


def test_a_name_that_is_listed_itself_is_no_misreading_of_another() -> None:
    assert found("Neil came", ("Nell",)) == {"Neil = Nell"}
    assert found("Neil came", ("Nell", "Neil")) == set()


def test_a_name_that_was_decided_to_be_shown_is_no_misreading_of_another() -> None:
    assert found("Mr Neil Marsh, and Neil", ("Nell", "Nell Marsh"), ("Neil Marsh",)) == set()


def test_only_what_was_read_in_ink_is_asked_about() -> None:
    text = "Igbal typed, lqbal in ink"
    assert [
        text[slice(*span)] for span, _ in Misreadings(["Iqbal"]).standing_in(text, [(13, 25)])
    ] == ["lqbal"]
    assert list(Misreadings(["Iqbal"]).standing_in(text, [])) == []


def test_nothing_is_found_for_no_names_and_in_no_text() -> None:
    assert found("Igbal", ()) == set()
    assert found("") == set()
    assert found("Mr O", ("\u00d8", "\u0141\u00f8\u00df\u00ee", "...")) == set()


@pytest.mark.parametrize(
    ("read", "name", "sure"),
    [
        ("Igbal", "Iqbal", True),
        ("Qasim \nIgbal", "Qasim Iqbal", True),
        ("Zephyrine 0'Brien", "Zephyrine O'Brien", True),
        ("tukasz Zak", "\u0141ukasz \u017bak", True),
        ("Tukasz Zak", "\u0141ukasz \u017bak", False),
        ("Lukasz Bak", "\u0141ukasz \u017bak", False),
        ("Nell Marsh", "Neil Marsh", False),
        ("Nell Igbal", "Neil Iqbal", False),
        ("Guest", "Quest", False),
        ("Hag", "Haq", False),
        ("1 Hall", "I Hall", False),
        ("Mamie", "Marnie", False),
    ],
)
def test_only_what_nobody_else_can_be_called_is_surely_who_is_listed(
    read: str, name: str, sure: bool
) -> None:
    assert is_no_other(name, read) is sure
