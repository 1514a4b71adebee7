"""Working papers: unreadable outside, kept once, and gone for good when they are destroyed."""

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import Engine, select

from recordkeeping.disclosure.request import Request
from recordkeeping.vocabulary.errors import Misconfigured, Refused, Unavailable
from recordkeeping.vocabulary.identifiers import OfficerId, RequestId, SubjectRef
from register import schema
from register.database import open_database, scrub, transaction, upgrade
from register.papers import PaperId, Papers
from register.register import Register

FIRST, SECOND = RequestId("SAR-2026-0001"), RequestId("SAR-2026-0002")
CONTENT = b"Case note about Kayleigh Marsh, written by her social worker."
DAY = date(2026, 11, 24)


def with_requests(engine: Engine) -> None:
    with transaction(engine) as connection:
        for request in (FIRST, SECOND):
            Register(connection).requests.open(
                Request(request, SubjectRef("p1"), DAY, DAY), by=OfficerId("a"), convention="ico"
            )


@pytest.fixture
def papers(engine: Engine, tmp_path: Path) -> Papers:
    with_requests(engine)
    return Papers(tmp_path / "papers", tmp_path / "keys" / "papers.key")


def keep(papers: Papers, engine: Engine, request: RequestId = FIRST) -> PaperId:
    with transaction(engine) as connection:
        return papers.keep(connection, CONTENT, request)


def read(papers: Papers, engine: Engine, paper: PaperId) -> bytes:
    with transaction(engine) as connection:
        return papers.read(connection, paper)


def test_a_paper_is_read_as_it_was_kept(papers: Papers, engine: Engine) -> None:
    assert read(papers, engine, keep(papers, engine)) == CONTENT


def test_on_disk_a_paper_is_ciphertext_for_its_owner_alone(papers: Papers, engine: Engine) -> None:
    keep(papers, engine)
    [file] = papers.folder.iterdir()
    assert b"Kayleigh" not in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(papers.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(papers.key_file.stat().st_mode) == 0o600


def test_the_same_content_of_a_request_is_kept_once(papers: Papers, engine: Engine) -> None:
    assert keep(papers, engine) == keep(papers, engine)
    assert len(list(papers.folder.iterdir())) == 1


def test_a_papers_name_cannot_be_guessed_from_its_content(
    papers: Papers, engine: Engine, tmp_path: Path
) -> None:
    ours = keep(papers, engine)
    theirs = Papers(tmp_path / "elsewhere", tmp_path / "other.key")
    with transaction(engine) as connection:
        papers.destroy(connection, ours)
        assert theirs.keep(connection, CONTENT, FIRST) != ours


def test_purging_one_request_neither_takes_nor_keeps_a_paper_of_another(
    papers: Papers, engine: Engine
) -> None:
    first, second = keep(papers, engine, FIRST), keep(papers, engine, SECOND)
    assert first != second
    with transaction(engine) as connection:
        assert papers.of_request(connection, FIRST) == (first,)
        papers.destroy(connection, first)
        papers.destroy(connection, first)
    assert read(papers, engine, second) == CONTENT
    with pytest.raises(Refused, match="destroyed"):
        read(papers, engine, first)
    assert len(list(papers.folder.iterdir())) == 1


def test_a_changed_file_is_refused(papers: Papers, engine: Engine) -> None:
    paper = keep(papers, engine)
    [file] = papers.folder.iterdir()
    sealed = bytearray(file.read_bytes())
    sealed[-1] ^= 1
    file.write_bytes(sealed)
    with pytest.raises(Refused, match="restore the folder"):
        read(papers, engine, paper)


@pytest.mark.parametrize("left", [b"", b"short"])
def test_a_cut_file_is_refused(papers: Papers, engine: Engine, left: bytes) -> None:
    paper = keep(papers, engine)
    [file] = papers.folder.iterdir()
    file.write_bytes(left)
    with pytest.raises(Refused, match="restore the folder"):
        read(papers, engine, paper)


def test_a_missing_file_is_refused(papers: Papers, engine: Engine) -> None:
    paper = keep(papers, engine)
    [file] = papers.folder.iterdir()
    file.unlink()
    with pytest.raises(Refused, match="restore the folder"):
        read(papers, engine, paper)


def test_two_papers_whose_files_were_swapped_are_both_refused(
    papers: Papers, engine: Engine
) -> None:
    pair = keep(papers, engine, FIRST), keep(papers, engine, SECOND)
    one, other = papers.folder.iterdir()
    first = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(first)
    for paper in pair:
        with pytest.raises(Refused):
            read(papers, engine, paper)


def test_another_key_opens_nothing(papers: Papers, engine: Engine) -> None:
    paper = keep(papers, engine)
    papers.key_file.write_bytes(bytes(32))
    with pytest.raises(Refused, match="key file is not the one"):
        read(papers, engine, paper)


def test_a_lost_key_is_not_replaced_while_papers_exist(papers: Papers, engine: Engine) -> None:
    keep(papers, engine)
    papers.key_file.unlink()
    with pytest.raises(Misconfigured, match="restore it"):
        keep(papers, engine, SECOND)
    assert not papers.key_file.exists()


def test_a_key_that_others_can_read_is_refused(papers: Papers, engine: Engine) -> None:
    keep(papers, engine)
    papers.key_file.chmod(0o640)
    with pytest.raises(Misconfigured, match="chmod 600"):
        keep(papers, engine)


def test_a_key_of_another_length_is_refused(papers: Papers, engine: Engine) -> None:
    keep(papers, engine)
    papers.key_file.write_bytes(b"hand-made")
    with pytest.raises(Misconfigured, match="32 bytes"):
        keep(papers, engine)


def test_a_folder_that_cannot_be_written_to_is_unavailable(papers: Papers, engine: Engine) -> None:
    papers.folder.write_text("a file stands where the folder should be")
    with pytest.raises(Unavailable, match="cannot be written"):
        keep(papers, engine)


def test_a_paper_whose_keeping_was_undone_is_not_there(papers: Papers, engine: Engine) -> None:
    undone = engine.connect()
    paper = papers.keep(undone, CONTENT, FIRST)
    undone.rollback()
    undone.close()
    with pytest.raises(Refused):
        read(papers, engine, paper)
    assert keep(papers, engine) == paper
    assert read(papers, engine, paper) == CONTENT


def test_tasks_that_keep_the_same_content_at_once_keep_it_once(
    papers: Papers, engine: Engine
) -> None:
    ready = Barrier(4)

    def keep_it(_: int) -> PaperId:
        ready.wait()
        return keep(papers, engine)

    with ThreadPoolExecutor(4) as threads:
        kept = set(threads.map(keep_it, range(4)))
    assert len(kept) == 1
    assert read(papers, engine, kept.pop()) == CONTENT
    assert len(list(papers.folder.iterdir())) == 1


def test_a_destroyed_paper_cannot_be_opened_even_with_the_master_key_and_its_ciphertext(
    tmp_path: Path,
) -> None:
    database = tmp_path / "register.sqlite"
    engine = open_database(f"sqlite:///{database}")
    upgrade(engine)
    with_requests(engine)
    papers = Papers(tmp_path / "papers", tmp_path / "papers.key")
    paper = keep(papers, engine)
    [file] = papers.folder.iterdir()
    ciphertext = file.read_bytes()
    with transaction(engine) as connection:
        [wrapped] = connection.scalars(select(schema.paper.c.wrapped_key))
    scrub(engine)
    assert wrapped in database.read_bytes()

    with transaction(engine) as connection:
        papers.destroy(connection, paper)
    scrub(engine)
    assert not file.exists()

    # Whoever copied the folder and holds the master key finds the paper's own key nowhere.
    file.write_bytes(ciphertext)
    assert wrapped not in b"".join(p.read_bytes() for p in tmp_path.glob("register.sqlite*"))
    with pytest.raises(Refused, match="destroyed"):
        read(papers, engine, paper)
    engine.dispose()
