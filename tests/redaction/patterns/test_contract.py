"""Every pattern keeps the contract, is installed, and reads hostile text in its stride."""

import time
from collections.abc import Callable
from importlib.metadata import entry_points

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conformance.detectors import Detection, DetectorContract
from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from recordkeeping.ports import Detector
from redaction.detectors.patterns.address import AddressDetector
from redaction.detectors.patterns.bank import BankDetector
from redaction.detectors.patterns.birth import BirthDetector
from redaction.detectors.patterns.chi import ChiDetector
from redaction.detectors.patterns.driving import DrivingDetector
from redaction.detectors.patterns.email import EmailDetector
from redaction.detectors.patterns.handle import HandleDetector
from redaction.detectors.patterns.ip import IpDetector
from redaction.detectors.patterns.nhs import NhsDetector
from redaction.detectors.patterns.nino import NinoDetector
from redaction.detectors.patterns.passport import PassportDetector
from redaction.detectors.patterns.phone import PhoneDetector
from redaction.detectors.patterns.postcode import PostcodeDetector
from redaction.detectors.patterns.reference import ReferenceDetector
from redaction.detectors.patterns.uln import UlnDetector
from redaction.detectors.patterns.upn import UpnDetector
from redaction.detectors.patterns.url import UrlDetector
from redaction.detectors.patterns.utr import UtrDetector
from redaction.detectors.patterns.vrm import VrmDetector

DAY = "On 3 May 2019 she and 2 friends went home at 4.30 for £20."
PARTS: list[tuple[Detector, str, list[str]]] = [
    (NhsDetector(), "NHS no. 943 476 5870", ["943 476 5870"]),
    (ChiDetector(), "CHI 0102901236", ["0102901236"]),
    (NinoDetector(), "NI number AB 12 34 56 C", ["AB 12 34 56 C"]),
    (UpnDetector(), "UPN H801200001001", ["H801200001001"]),
    (UlnDetector(), "ULN 1023456787", ["1023456787"]),
    (UtrDetector(), "UTR 1955839661", ["1955839661"]),
    (PassportDetector(), "passport no. 925076473", ["925076473"]),
    (DrivingDetector(), "licence MARSH753116SM9IJ", ["MARSH753116SM9IJ"]),
    (VrmDetector(), "a car, AB12 CDE", ["AB12 CDE"]),
    (BankDetector(), "12-34-56 12345678", ["12-34-56", "12345678"]),
    (BirthDetector(), "DOB 12/03/2001", ["12/03/2001"]),
    (AddressDetector(), "at 14 Coble Lane, Tynely NM1 2AB", ["14 Coble Lane, Tynely NM1 2AB"]),
    (PostcodeDetector(), "in NM1 2AB", ["NM1 2AB"]),
    (PhoneDetector(), "rang 01632 960001", ["01632 960001"]),
    (EmailDetector(), "to dean@example.org", ["dean@example.org"]),
    (HandleDetector(), "is @dean_m78", ["@dean_m78"]),
    (UrlDetector(), "at facebook.com/dean.m", ["facebook.com/dean.m"]),
    (IpDetector(), "from 203.0.113.17", ["203.0.113.17"]),
    (ReferenceDetector(), "crime ref. 42/1234/19", ["42/1234/19"]),
]  # fmt: skip
NAMES = [detector.name for detector, _, _ in PARTS]
REPEATED = [
    "0", "1 ", "12/", "0 1-", "A1 ", "AB12 ", "A", "a.", "a@", "@a", "a at b dot ", "(((",
    "\n", " ", "\t|", "1.", "+44 (0)", "Flat 1, ", "The House, ", "14 Coble ", "14 Coble Lane ",
    "14 Coble Lane, Northmoor, ", "Park Road ", "St. ", "DOB ", "DOB\n", "born in March ",
    "DOBs: 1/1/01, ", "DOB 1/1/01\n", "Name DOB\n1/1/01\n", "Ref: ", "case no. A1B2/", "tel ",
    "GB82 WEST ", "ext ", "01632 ", "NHS ", "passport is ", "snap name is ", "https://a.",
    "sort code ", ":", "1:", "UPN 1", "car A12 ",
]  # fmt: skip
MANY: list[Callable[[int], str]] = [
    lambda n: f"Ref: A{n:05d}. ",
    lambda n: f"tel {n:06d}, ",
    lambda n: f"born {n % 28 + 1}/{n % 12 + 1}/{1900 + n % 100}; ",
    lambda n: f"{n % 999 + 1} Coble{n} Lane, ",
]


@pytest.mark.parametrize("part", PARTS, ids=NAMES)
class TestPatterns(DetectorContract):
    @pytest.fixture
    def detection(self, part: tuple[Detector, str, list[str]]) -> Detection:
        detector, text, found = part
        return Detection(detector, Roster("p1"), f"{DAY}\n\n{text}\n\n{DAY}", found, DAY)


@pytest.mark.parametrize("detector", [detector for detector, _, _ in PARTS], ids=NAMES)
def test_each_is_installed_under_its_name(detector: Detector) -> None:
    (point,) = entry_points(group="muniment.detectors", name=detector.name)
    assert point.load() is type(detector)


@pytest.mark.parametrize("detector", [detector for detector, _, _ in PARTS], ids=NAMES)
def test_hostile_text_takes_no_longer_than_its_length(detector: Detector) -> None:
    texts = [piece * (50_000 // len(piece)) for piece in REPEATED]
    texts.append("".join(piece * (4_000 // len(piece)) for piece in REPEATED))
    texts += ["".join(many(n) for n in range(200_000 // len(many(1)))) for many in MANY]
    slow = []
    for text in texts:
        began = time.process_time()
        list(detector.find(Page(1, text), Roster("")))
        if (took := time.process_time() - began) > 5:
            slow.append((text[:20], round(took, 1)))
    assert slow == []


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("0123456789AbZo.,:/-()@+ \n\tNHSDOBtel£'")), st.sampled_from(PARTS))
def test_spans_are_in_the_text_and_no_reason_holds_figures(
    text: str, part: tuple[Detector, str, list[str]]
) -> None:
    for finding in part[0].find(Page(1, text), Roster("")):
        assert 0 <= finding.span[0] < finding.span[1] <= len(text)
        assert not any(c.isdigit() for c in finding.because)
