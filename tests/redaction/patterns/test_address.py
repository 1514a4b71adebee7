"""Addresses: what must be seen, whole, and what must be ignored."""

from collections.abc import Callable

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster
from redaction.detectors.patterns.address import AddressDetector

Seen = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lives at 14 Coble Lane with Nan", "14 Coble Lane"),
        ("14 COBLE LANE", "14 COBLE LANE"),
        ("at 14, Coble Lane", "14, Coble Lane"),
        ("at 14a St Mary's Rd.", "14a St Mary's Rd."),
        ("at 12-14 Old Lime Kiln Road", "12-14 Old Lime Kiln Road"),
        ("9 Marsh & Fen Lane", "9 Marsh & Fen Lane"),
        ("3 The Avenue", "3 The Avenue"),
        ("12 Park View Road", "12 Park View Road"),
        ("at 7 Pilot's View", "7 Pilot's View"),
        ("Address: 4 Station Court", "4 Station Court"),
        ("at 14 coble lane", "14 coble lane"),
        ("to 14 Coble Lane, Northmoor, where", "14 Coble Lane, Northmoor"),
        ("14 Coble Lane, Northmoor NM1 2AB", "14 Coble Lane, Northmoor NM1 2AB"),
        ("14 Coble Lane\nTynely\nTyneside\nNM1 2AB", "14 Coble Lane\nTynely\nTyneside\nNM1 2AB"),
        ("14 Coble Lane,\nNorthmoor,\nNM1 2AB", "14 Coble Lane,\nNorthmoor,\nNM1 2AB"),
        ("14 Coble Lane, Stow on the Wold NM1 2AB", "14 Coble Lane, Stow on the Wold NM1 2AB"),
        ("c/o The Haven\nPO Box 411\nPerth", "The Haven\nPO Box 411\nPerth"),
        ("She lives at 60 Dumbarton Brae 2/1", "60 Dumbarton Brae 2/1"),
        ("She lives at 60 Dumbarton Brae 12/1/2019", "60 Dumbarton Brae"),
        ("She lives at 118 Newport Rd, Flat 3", "118 Newport Rd, Flat 3"),
        ("Address: Bryn Awel, Draethen", "Bryn Awel, Draethen"),
        ("She lives at 4 Pen-y-Bryn", "4 Pen-y-Bryn"),
        ("T\u0177 Gwyn, L\u00f4n Las", "T\u0177 Gwyn, L\u00f4n Las"),
        ("lives at 2F3 14 Leith Wk", "2F3 14 Leith Wk"),
        ("at Flat 2, 14 Coble Lane", "Flat 2, 14 Coble Lane"),
        ("Ground Floor Flat, 14 Coble Lane", "Ground Floor Flat, 14 Coble Lane"),
        ("at Top Floor Left, 14 Coble Lane", "Top Floor Left, 14 Coble Lane"),
        ("Flat 2/1, 9 Quay Street", "Flat 2/1, 9 Quay Street"),
        ("Flat 3, Nelson House, 9 Quay Street", "Flat 3, Nelson House, 9 Quay Street"),
        ("in Flat 3, Nelson House.", "Flat 3, Nelson House"),
        ("c/o Nelson House, Quay Street", "Nelson House, Quay Street"),
        ("The Gables, Station Road", "The Gables, Station Road"),
        ("of Coble Lane, Northmoor NM1 2AB", "Coble Lane, Northmoor NM1 2AB"),
        ("STOREY, Kayleigh \n46 Tern Avenue, Tynely NM1 7GU", "46 Tern Avenue, Tynely NM1 7GU"),
        ("outside 44 pilot's view northmoor nm4 6aq", "44 pilot's view northmoor nm4 6aq"),
        ("at 50\nCuddy's Rest\nSaltby\nCA89 8PX", "50\nCuddy's Rest\nSaltby\nCA89 8PX"),
        ("at 45 Tern\nAvenue\nSaltby\nNM7 6JU", "45 Tern\nAvenue\nSaltby\nNM7 6JU"),
        ("14 Coble Lane\nStation Road School", "14 Coble Lane"),
        ("PO Box 123, Northmoor", "PO Box 123, Northmoor"),
        ("Maisonette 14, The Spinney", "Maisonette 14, The Spinney"),
        ("to Maisonette 14, The Spinney, Tynely.", "Maisonette 14, The Spinney, Tynely"),
        ("Flat 3, The Maltings", "Flat 3, The Maltings"),
        ("of Flat 7 / 96 Fell Way / Tynely, was", "Flat 7 / 96 Fell Way / Tynely"),
        ("to Mr Sarkar at 18 Fell Mews, Tynely please.", "18 Fell Mews, Tynely"),
        ("18 Fell Way / Tynely /\nNorthmoor, was", "18 Fell Way / Tynely /\nNorthmoor"),
        ("MA to visit 192 Fell Road, Tynely.", "192 Fell Road, Tynely"),
        ("at The Old Vicarage, Nether Tynely.", "The Old Vicarage, Nether Tynely"),
        ("Rose Cottage, Great Tynely, has a dog", "Rose Cottage, Great Tynely"),
        ("lives at The Lodge, Tynely with Nan", "The Lodge, Tynely"),
        ("The Gables, Tynely, Northmoor NM1 2AB", "The Gables, Tynely, Northmoor NM1 2AB"),
        ("Is it still 14 Coble Lane, Tynely?", "14 Coble Lane, Tynely"),
        ("She lives at 14 Coble Lane, Tynely!", "14 Coble Lane, Tynely"),
    ],
)  # fmt: skip
def test_addresses_are_seen_whole(text: str, found: str, seen: Seen) -> None:
    assert seen(AddressDetector(), text) == [(found, "ask")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mrs Ola Nowak, 18 Fell View, rang to complain.", "18 Fell View"),
        ("a witness (Mr Dunn, 18 Fell Park) saw it", "18 Fell Park"),
        ("Seen from 77 Beacon Brow by a dog walker", "77 Beacon Brow"),
        ("Keys are with 18 Fell Way if needed.", "18 Fell Way"),
        ("0/2, 18 Fell Street, Northmoor, has the keys", "0/2, 18 Fell Street, Northmoor"),
        ("tenant of 3F1, 18 Fell Street", "3F1, 18 Fell Street"),
        ("2/1 / 18 Fell Hill / Tynely / Northmoor", "2/1 / 18 Fell Hill / Tynely / Northmoor"),
        ("the flat above 18 Fell Street", "flat above 18 Fell Street"),
        ("Unit 5, 18 Mill Park is hers", "Unit 5, 18 Mill Park"),
        ("at 18 and 20 Fell Street", "18 and 20 Fell Street"),
        ("She lives in a flat at 18 Fell Street.", "18 Fell Street"),
        ("they rent a two-apartment at 18 Fell Street", "18 Fell Street"),
        ("18 FELL ROAD, TYNELY, NORTHMOOR [witness]", "18 FELL ROAD, TYNELY, NORTHMOOR"),
        ("18 Fell Road, Tynely (ground floor)", "18 Fell Road, Tynely"),
        ("she moved to 12 Heol y Deri, Tynely.", "12 Heol y Deri, Tynely"),
        ("9 Maes Glas was empty", "9 Maes Glas"),
        ("house number 14 in Fell Street", "number 14 in Fell Street"),
        ("Fell Street (no. 14) is let to them", "Fell Street (no. 14)"),
        ("Pitch 7, Seaview Caravan Park", "Pitch 7, Seaview Caravan Park"),
        ("He stays on Plot 3, The Brook Travellers' Site.", "Plot 3, The Brook Travellers' Site"),
        ("she lives at 14 Braeside now", "14 Braeside"),
        ("14 Kingsgate, Northmoor NM1 2AB", "14 Kingsgate, Northmoor NM1 2AB"),
        ("come to 14 fell road after school", "14 fell road"),
        (
            "He was said to have been staying for some weeks with her at 18\nFell Street, Tynely.",
            "18\nFell Street, Tynely",
        ),
        (
            "The police then took a statement from a neighbour, of 18 Lower Fell\nStreet, Tynely.",
            "18 Lower Fell\nStreet, Tynely",
        ),
        ("of 18 Copper-\nfield Street, Northmoor, who", "18 Copper-\nfield Street, Northmoor"),
        (
            "NHS: 999 000 0018  DOB: 07-Oct-11   Address: 18 Fell Street, Northmoor\nSeen by: Dr A",
            "18 Fell Street, Northmoor",
        ),
        ("at 18 Fell Street, North-\nmoor, who", "18 Fell Street, North-\nmoor"),
    ],
)  # fmt: skip
def test_addresses_are_seen_in_every_way_in_which_papers_write_them(
    text: str, found: str, seen: Seen
) -> None:
    assert seen(AddressDetector(), text) == [(found, "ask")]


@pytest.mark.parametrize(
    "text",
    [
        "on Coble Lane they met",
        "met at The Lodge. The House, Tynely was shut",  # an office, for all that is said
        "The Chair, Karen Bradshaw, said so",
        "Flat 3, she said",
        "After visit 3 Road Street was shut",
        "at 10 Family Court sat",
        "2 Social Workers Close to tears",
        "Year 9 Park Road School",
        "on 12 March Road works began",
        "in 2019 Park View School closed",
        "12 miles down the road",
        "he walked 2 men lane",
        "3 times a week, close to home",
        "20 minute drive",
        "Section 20 Children Act Court",
        "12 Consultants Dr Patel",
        "the House, the Road",
        "at 7\nPark Road",
        "5 Red Cross workers",
        "9 Park View School pupils came",
        "Year 6, 9 Fell Hill Primary School",
        "12 March, Fell View was shut",
        "the number 14 bus to Fell Street",
        "in Room 12 Family Court sat",
        "3 Children, Tynely",
        "with 2 Kingsway staff",
        "Pitch 7 of the park",
    ],
)
def test_what_is_none_is_ignored(text: str, seen: Seen) -> None:
    assert seen(AddressDetector(), text) == []


@pytest.mark.parametrize("name", ["Ruby", "Vivian", "Milas", "Stefanon"])
def test_a_name_behind_a_street_is_not_cut_where_its_end_is_a_word(
    name: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    text = f"Since she lives at 3 Tinners Row, {name} will not return."
    assert seen(AddressDetector(), text) == [("3 Tinners Row", "ask")]


def test_an_address_ends_before_somebodys_name(seen: Seen) -> None:
    roster = Roster("p1", (Person("p1", "Kayleigh Marsh"), Person("p2", "Dean Marsh")))
    text = "At 14 Coble Lane, Dean, who rang, was in."
    assert seen(AddressDetector(), text, roster) == [("14 Coble Lane", "ask")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The subject's own, as the roster lists it or less of it.
        ("14 Coble Lane", "show"),
        ("14 Coble Ln, Northmoor", "show"),
        ("14 Coble Lane, Northmoor NM12AB", "show"),
        # Of another town, or with a flat that nobody listed, it may be somebody else's.
        ("14 Coble Lane, Southmoor", "ask"),
        ("Flat 2, 14 Coble Lane", "ask"),
        ("15 Coble Lane", "ask"),
        ("9 Quay Street", "redact"),
        ("9 Quay Street, Elsewhere", "redact"),
    ],
)
def test_whose_home_it_is_decides(text: str, expected: str, seen: Seen) -> None:
    people = (
        Person("p1", "Kayleigh Marsh", addresses=("14 Coble Lane, Northmoor NM1 2AB",)),
        Person("p2", "Dean Hart", addresses=("9 Quay Street, Northmoor",)),
    )
    assert seen(AddressDetector(), f"at {text}.", Roster("p1", people)) == [(text, expected)]


def test_a_bryn_of_a_town_is_no_house_where_nobody_lives(seen: Seen) -> None:
    assert seen(AddressDetector(), "We met Bryn Davies, Cardiff.") == []


def test_an_address_is_nobodys_whose_number_is_a_dash() -> None:
    roster = Roster("p1", (Person("p1", "Kay Marsh", identifiers=(("nhs", "-"),)),))
    [found] = AddressDetector().find(Page(1, "She lives at 14 Coble Lane."), roster)
    assert (found.person, found.propose.value) == (None, "ask")
