"""Documents in a folder: nothing outside it is touched, and absence is not taken on trust."""

import os
from functools import partial
from pathlib import Path

import pytest

from conformance.stores import (
    Disposal,
    DisposerContract,
    Documents,
    DocumentSourceContract,
    refusal_of,
)
from connectors.files import FileDisposer, FileDocuments, FilesConnector
from recordkeeping.vocabulary.errors import Misconfigured, Refused, Unavailable
from recordkeeping.vocabulary.identifiers import DocumentRef, RecordRef, StoreName

STORE = StoreName("case-files")


def record(key: str) -> RecordRef:
    return RecordRef(STORE, key)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "documents"
    (root / "case").mkdir(parents=True)
    (root / "case/12.txt").write_bytes(b"Seen at home on 3 May 2019.")
    (root / "case/12.txt.old").write_bytes(b"An earlier draft.")
    return root


def reader(root: Path, **keys: object) -> FileDocuments:
    settings = {"root": root.name, "base": str(root.parent), **keys}
    return FilesConnector().reader(STORE, settings)


def disposer(root: Path, **keys: object) -> FileDisposer:
    settings = {"root": root.name, "base": str(root.parent), **keys}
    return FilesConnector().disposer(STORE, settings)


class TestDocuments(DocumentSourceContract):
    @pytest.fixture
    def documents(self, root: Path) -> Documents:
        there = DocumentRef(STORE, "case/12.txt")
        absent = DocumentRef(STORE, "case/13.txt")
        content = b"Seen at home on 3 May 2019."
        return Documents(reader(root), reader(root, max_bytes=10), there, content, absent)


class TestDisposer(DisposerContract):
    @pytest.fixture
    def disposal(self, root: Path) -> Disposal:
        refs = (record("case/12.txt"), record("case/12.txt.old"), record("case/13.txt"))
        return Disposal(disposer(root), *refs)


@pytest.mark.parametrize(
    "key",
    ["../secret.txt", "case/../../secret.txt", "/etc/hostname", "case//12.txt", "./case/12.txt",
     "", "case/", "case/12.txt\0", "..", "a" * 300],
)  # fmt: skip
def test_a_key_that_is_no_plain_path_below_the_root_is_refused(root: Path, key: str) -> None:
    (root.parent / "secret.txt").write_text("somebody else's")
    refusal_of(lambda: reader(root).fetch(DocumentRef(STORE, key)))
    refusal_of(lambda: disposer(root).dispose(record(key)))
    refusal_of(lambda: disposer(root).holds(record(key)))
    assert (root.parent / "secret.txt").read_text() == "somebody else's"


def test_a_link_is_neither_read_nor_followed_nor_taken_for_the_document(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "12.txt").write_text("somebody else's")
    (root / "link.txt").symlink_to(outside / "12.txt")
    (root / "folder").symlink_to(outside)
    for key in ("link.txt", "folder/12.txt"):
        refusal_of(partial(reader(root).fetch, DocumentRef(STORE, key)))
        refusal_of(partial(disposer(root).dispose, record(key)))
    assert (outside / "12.txt").read_text() == "somebody else's"
    assert (root / "link.txt").is_symlink()


def test_a_folder_is_not_disposed_of_as_if_it_were_a_file(root: Path) -> None:
    refusal_of(lambda: disposer(root).dispose(record("case")))
    assert disposer(root).holds(record("case"))
    assert (root / "case/12.txt").exists()


def test_a_pipe_is_refused_and_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "pipe")
    refusal_of(lambda: reader(root).fetch(DocumentRef(STORE, "pipe")))


def test_a_file_with_a_second_name_is_refused_because_its_bytes_would_stay(root: Path) -> None:
    os.link(root / "case/12.txt", root.parent / "kept.txt")
    with pytest.raises(Refused, match="second name"):
        disposer(root).dispose(record("case/12.txt"))
    assert (root / "case/12.txt").exists()


def test_keys_that_differ_only_in_case_are_two_documents(root: Path) -> None:
    (root / "case/A.txt").write_text("one")
    (root / "case/a.txt").write_text("two")
    disposer(root).dispose(record("case/A.txt"))
    assert reader(root).fetch(DocumentRef(STORE, "case/a.txt")) == b"two"


@pytest.mark.parametrize(
    ("gone", "stays"), [("Zo\u00eb.txt", "Zoe\u0308.txt"), ("Zoe\u0308.txt", "Zo\u00eb.txt")]
)
def test_one_name_in_unicodes_two_spellings_is_two_documents(
    root: Path, gone: str, stays: str
) -> None:
    for name in (gone, stays):
        (root / "case" / name).write_text(name)
    store = disposer(root)
    store.dispose(record(f"case/{gone}"))
    assert not store.holds(record(f"case/{gone}"))
    assert reader(root).fetch(DocumentRef(STORE, f"case/{stays}")) == stays.encode()


def test_an_empty_root_proves_nothing_for_its_share_may_be_away(root: Path) -> None:
    store = disposer(root)
    for file in (root / "case").iterdir():
        file.unlink()
    assert not store.holds(record("case/12.txt"))
    (root / "case").rmdir()
    with pytest.raises(Unavailable, match="mounted"):
        store.holds(record("case/12.txt"))


def test_a_root_that_went_away_proves_nothing(root: Path) -> None:
    store = disposer(root)
    root.rename(root.with_name("elsewhere"))
    with pytest.raises(Unavailable):
        store.holds(record("case/12.txt"))
    with pytest.raises(Unavailable):
        store.dispose(record("case/12.txt"))


def test_with_a_landmark_absence_is_believed_only_beside_it(root: Path) -> None:
    (root / "landmark").touch()
    store = disposer(root, landmark="landmark")
    assert not store.holds(record("case/13.txt"))
    refusal_of(lambda: store.dispose(record("landmark")))
    (root / "landmark").unlink()
    with pytest.raises(Unavailable, match="landmark"):
        store.holds(record("case/13.txt"))
    assert store.holds(record("case/12.txt"))


def test_every_fault_of_the_settings_is_told_at_once() -> None:
    with pytest.raises(Misconfigured) as wrong:
        FilesConnector().reader(STORE, {"rot": "x", "max_bytes": "many", "base": "/"})
    assert {fault.where for fault in wrong.value.faults} == {
        "stores.yaml:case-files.root",
        "stores.yaml:case-files.max_bytes",
        "stores.yaml:case-files.rot",
    }


def test_a_root_that_is_no_folder_is_told_at_opening(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match=r"stores.yaml:case-files.root: is no folder"):
        FilesConnector().reader(STORE, {"root": "nowhere", "base": str(tmp_path)})
