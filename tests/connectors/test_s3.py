"""Documents in a versioned bucket, against a real server over HTTP; and a server that lies."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

import boto3
import pytest
from moto.server import ThreadedMotoServer

from conformance.stores import (
    Disposal,
    DisposerContract,
    Documents,
    DocumentSourceContract,
    refusal_of,
)
from connectors.s3 import S3Connector, S3Disposer, S3Documents
from recordkeeping.vocabulary.errors import Misconfigured, Refused, Unavailable, Unproven
from recordkeeping.vocabulary.identifiers import DocumentRef, RecordRef, StoreName

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

STORE = StoreName("archive")
KEYS = {"access_key_env": "ARCHIVE_KEY", "secret_key_env": "ARCHIVE_SECRET", "region": "eu-west-2"}


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCHIVE_KEY", "key")
    monkeypatch.setenv("ARCHIVE_SECRET", "secret")


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def s3(endpoint: str) -> "S3Client":
    return boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name="eu-west-2",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
    )


def new_bucket(s3: "S3Client", *, lock: bool = False) -> str:
    name = f"archive-{uuid4().hex[:12]}"
    s3.create_bucket(
        Bucket=name,
        ObjectLockEnabledForBucket=lock,
        CreateBucketConfiguration={"LocationConstraint": "eu-west-2"},
    )
    s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    return name


@pytest.fixture
def bucket(s3: "S3Client") -> str:
    return new_bucket(s3)


def keys_of(bucket: str, endpoint: str, **more: object) -> dict[str, object]:
    return {"bucket": bucket, "endpoint_url": endpoint, "base": "/", **KEYS, **more}


def disposer(bucket: str, endpoint: str) -> S3Disposer:
    return S3Connector().disposer(STORE, keys_of(bucket, endpoint, prefix="files/"))


def reader(bucket: str, endpoint: str, **more: object) -> S3Documents:
    return S3Connector().reader(STORE, keys_of(bucket, endpoint, prefix="files/", **more))


def record(key: str) -> RecordRef:
    return RecordRef(STORE, key)


def left(s3: "S3Client", bucket: str) -> list[str]:
    page = s3.list_object_versions(Bucket=bucket)
    return sorted(v["Key"] for v in [*page.get("Versions", []), *page.get("DeleteMarkers", [])])


class TestDocuments(DocumentSourceContract):
    @pytest.fixture
    def documents(self, s3: "S3Client", bucket: str, endpoint: str) -> Documents:
        s3.put_object(Bucket=bucket, Key="files/case/12", Body=b"An earlier draft.")
        s3.put_object(Bucket=bucket, Key="files/case/12", Body=b"Seen at home on 3 May 2019.")
        there, absent = DocumentRef(STORE, "case/12"), DocumentRef(STORE, "case/13")
        store, small = reader(bucket, endpoint), reader(bucket, endpoint, max_bytes=10)
        return Documents(store, small, there, b"Seen at home on 3 May 2019.", absent)


class TestDisposer(DisposerContract):
    @pytest.fixture
    def disposal(self, s3: "S3Client", bucket: str, endpoint: str) -> Disposal:
        for key in ("files/case/12", "files/case/123"):
            s3.put_object(Bucket=bucket, Key=key, Body=b"x")
        refs = (record("case/12"), record("case/123"), record("case/1"))
        return Disposal(disposer(bucket, endpoint), *refs)


def test_every_version_and_every_marker_goes(s3: "S3Client", bucket: str, endpoint: str) -> None:
    for body in (b"first", b"second"):
        s3.put_object(Bucket=bucket, Key="files/case/12", Body=body)
    s3.delete_object(Bucket=bucket, Key="files/case/12")
    s3.put_object(Bucket=bucket, Key="files/case/123", Body=b"x")
    store = disposer(bucket, endpoint)
    assert store.holds(record("case/12"))
    store.dispose(record("case/12"))
    assert left(s3, bucket) == ["files/case/123"]


def test_a_marker_alone_is_still_held(s3: "S3Client", bucket: str, endpoint: str) -> None:
    put = s3.put_object(Bucket=bucket, Key="files/case/12", Body=b"x")
    s3.delete_object(Bucket=bucket, Key="files/case/12")
    s3.delete_object(Bucket=bucket, Key="files/case/12", VersionId=put["VersionId"])
    store = disposer(bucket, endpoint)
    assert store.holds(record("case/12"))
    store.dispose(record("case/12"))
    assert left(s3, bucket) == []


def test_an_upload_that_was_never_completed_is_held_and_goes(
    s3: "S3Client", bucket: str, endpoint: str
) -> None:
    for key in ("files/case/12", "files/case/123"):
        s3.create_multipart_upload(Bucket=bucket, Key=key)
    store = disposer(bucket, endpoint)
    assert store.holds(record("case/12"))
    store.dispose(record("case/12"))
    assert not store.holds(record("case/12"))
    assert store.holds(record("case/123"))


def test_a_key_with_odd_letters_is_the_key_itself(
    s3: "S3Client", bucket: str, endpoint: str
) -> None:
    for key in ("files/O’Brien & Søn+1 %41.pdf", "files/O’Brien & Søn+1 A.pdf"):
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    store = disposer(bucket, endpoint)
    store.dispose(record("O’Brien & Søn+1 %41.pdf"))
    assert not store.holds(record("O’Brien & Søn+1 %41.pdf"))
    assert store.holds(record("O’Brien & Søn+1 A.pdf"))


# A folder's own object, a percent sign that some proxy decodes, and one name in Unicode's two
# spellings: to S3 each is another key.
NEIGHBOURS = {
    "a slash at the end": ("case/12", "case/12/"),
    "a slash within": ("case/12", "case/12/letter.pdf"),
    "an encoded slash": ("case/12", "case%2F12"),
    "composed": ("case/Zo\u00eb.pdf", "case/Zoe\u0308.pdf"),
    "decomposed": ("case/Zoe\u0308.pdf", "case/Zo\u00eb.pdf"),
    "another case": ("case/a.pdf", "case/A.pdf"),
}


@pytest.mark.parametrize("neighbours", NEIGHBOURS)
def test_a_key_that_looks_alike_is_another_record_and_stays(
    s3: "S3Client", bucket: str, endpoint: str, neighbours: str
) -> None:
    gone, stays = NEIGHBOURS[neighbours]
    for key in (gone, stays):
        s3.put_object(Bucket=bucket, Key=f"files/{key}", Body=key.encode())
    store = disposer(bucket, endpoint)
    store.dispose(record(gone))
    assert not store.holds(record(gone))
    assert left(s3, bucket) == [f"files/{stays}"]
    body = s3.get_object(Bucket=bucket, Key=f"files/{stays}")["Body"].read()
    assert body == stays.encode()


Asked = tuple[str, str, dict[str, str]]  # the verb, the path, the headers


class Wire(BaseHTTPRequestHandler):
    """Hands everything on to the server behind it, and keeps what was asked of it."""

    behind: ClassVar[str] = ""
    seen: ClassVar[list[Asked]] = []
    clock: ClassVar[str | None] = None

    def hand_on(self) -> None:
        asked = {name.lower(): value for name, value in self.headers.items()}
        self.seen.append((self.command, self.path, asked))
        length = int(asked.get("content-length", "0"))
        host, _, port = self.behind.removeprefix("http://").partition(":")
        connection = HTTPConnection(host, int(port), timeout=10)
        connection.request(self.command, self.path, self.rfile.read(length), dict(self.headers))
        answer = connection.getresponse()
        body = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("connection", "content-length", "date", "transfer-encoding"):
                self.send_header(name, value)
        self.send_header("Content-Length", answer.headers.get("Content-Length") or str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        connection.close()

    def do_GET(self) -> None:
        self.hand_on()

    def do_HEAD(self) -> None:
        self.hand_on()

    def do_DELETE(self) -> None:
        self.hand_on()

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Say what time it is here, or what a broken clock says."""
        return self.clock or super().date_time_string(timestamp)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def wire(behind: str, clock: str | None = None) -> Iterator[tuple[str, list[Asked]]]:
    """Give an address that hands on to the server, and everything that is sent to it."""
    seen: list[Asked] = []
    handler = type("OneWire", (Wire,), {"behind": behind, "seen": seen, "clock": clock})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def locked(s3: "S3Client") -> str:
    """Make a bucket with an object under a lock that some accounts may bypass."""
    bucket = new_bucket(s3, lock=True)
    s3.put_object(
        Bucket=bucket,
        Key="files/case/12",
        Body=b"locked",
        ObjectLockMode="GOVERNANCE",
        ObjectLockRetainUntilDate=datetime.now(UTC) + timedelta(days=1),
    )
    return bucket


def test_no_request_asks_to_go_around_a_lock(s3: "S3Client", endpoint: str) -> None:
    bucket = locked(s3)
    s3.put_object(Bucket=bucket, Key="files/case/11", Body=b"free")
    s3.create_multipart_upload(Bucket=bucket, Key="files/case/11")
    with wire(endpoint) as (address, seen):
        store = disposer(bucket, address)
        store.dispose(record("case/11"))
        assert not store.holds(record("case/11"))
        with pytest.raises(Refused, match="lock"):
            store.dispose(record("case/12"))
    assert left(s3, bucket) == ["files/case/12"]
    assert [command for command, _, _ in seen].count("DELETE") == 2
    for command, path, headers in seen:
        assert "x-amz-bypass-governance-retention" not in headers, f"{command} {path}"
        assert "bypass" not in f"{path} {headers}".lower()


def test_a_lock_runs_on_where_the_services_clock_says_no_zone(
    s3: "S3Client", endpoint: str
) -> None:
    bucket, clock = locked(s3), "Fri, 01 Jan 2100 00:00:00 -0000"
    with wire(endpoint, clock) as (address, _), pytest.raises(Refused, match="lock"):
        disposer(bucket, address).dispose(record("case/12"))
    assert left(s3, bucket) == ["files/case/12"]


def test_more_versions_than_fit_on_a_page_all_go(
    s3: "S3Client", bucket: str, endpoint: str
) -> None:
    s3.put_object(Bucket=bucket, Key="files/case/12", Body=b"x")
    for size in (1000, 1):  # markers, which are made many at a time
        s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "files/case/12"}] * size})
    assert s3.list_object_versions(Bucket=bucket)["IsTruncated"]
    disposer(bucket, endpoint).dispose(record("case/12"))
    assert left(s3, bucket) == []


@pytest.mark.parametrize("mode", ["GOVERNANCE", "COMPLIANCE"])
def test_a_locked_version_leaves_the_whole_record_as_it_is(
    s3: "S3Client", endpoint: str, mode: Any
) -> None:
    bucket = new_bucket(s3, lock=True)
    s3.put_object(Bucket=bucket, Key="files/case/12", Body=b"free")
    s3.put_object(
        Bucket=bucket,
        Key="files/case/12",
        Body=b"locked",
        ObjectLockMode=mode,
        ObjectLockRetainUntilDate=datetime.now(UTC) + timedelta(days=1),
    )
    s3.put_object(Bucket=bucket, Key="files/case/12", Body=b"free again")
    store = disposer(bucket, endpoint)
    with pytest.raises(Refused, match="lock"):
        store.dispose(record("case/12"))
    assert left(s3, bucket) == ["files/case/12"] * 3


def test_a_legal_hold_leaves_the_whole_record_as_it_is(s3: "S3Client", endpoint: str) -> None:
    bucket = new_bucket(s3, lock=True)
    s3.put_object(Bucket=bucket, Key="files/case/12", Body=b"free")
    s3.put_object(Bucket=bucket, Key="files/case/12", Body=b"held", ObjectLockLegalHoldStatus="ON")
    with pytest.raises(Refused, match="legal hold"):
        disposer(bucket, endpoint).dispose(record("case/12"))
    assert left(s3, bucket) == ["files/case/12"] * 2


def test_a_bucket_that_is_not_there_is_refused_and_never_empty(endpoint: str) -> None:
    refusal_of(lambda: disposer("no-such-bucket", endpoint).holds(record("case/12")))


class Liar(BaseHTTPRequestHandler):
    """Answers every request alike, as a proxy before S3 might."""

    status: ClassVar[int] = 200
    headers_sent: ClassVar[dict[str, str]] = {}
    body: ClassVar[bytes] = b""

    def answer(self, body: bytes | None = None) -> None:
        self.send_response(self.status)
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(self.body if body is None else body)

    def do_GET(self) -> None:
        self.answer()

    def do_HEAD(self) -> None:
        self.answer(b"")

    def do_DELETE(self) -> None:
        self.answer()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def page(
    name: str = "archive", prefix: str = "files/case/12", truncated: str = "false", more: str = ""
) -> bytes:
    root = "ListVersionsResult"
    return (
        f'<?xml version="1.0"?><{root}><Name>{name}</Name><Prefix>{prefix}</Prefix>'
        f"<IsTruncated>{truncated}</IsTruncated>{more}</{root}>"
    ).encode()


LIES = {
    "nothing at all": (200, {}, b""),
    "a length of nothing": (200, {"Content-Length": "0"}, b""),
    "a login page": (200, {"Content-Type": "text/html"}, b"<html><body>Log in</body></html>"),
    "another bucket's listing": (200, {}, page(name="other")),
    "another key's listing": (200, {}, page(prefix="files/case/13")),
    "a listing without its end": (200, {}, page().replace(b"IsTruncated", b"Other")),
    "a version without its id": (
        200, {}, page(more="<Version><Key>files/case/12</Key></Version>")
    ),
    "a listing that goes on nowhere": (200, {}, page(truncated="true")),
    "an error that is no error of S3": (404, {"Content-Type": "text/html"}, b"not found"),
    "a listing cut off": (200, {}, page()[:60]),
    "no contents": (204, {}, b""),
}  # fmt: skip


@pytest.fixture
def liar(request: pytest.FixtureRequest) -> Iterator[str]:
    status, headers, body = LIES[request.param]
    handler = type("OneLie", (Liar,), {"status": status, "headers_sent": headers, "body": body})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("liar", LIES, indirect=True)
def test_an_answer_that_cannot_be_trusted_is_never_taken_for_absence(liar: str) -> None:
    store = disposer("archive", liar)
    with pytest.raises((Unproven, Unavailable, Refused)):
        store.holds(record("case/12"))
    with pytest.raises((Unproven, Unavailable, Refused)):
        store.dispose(record("case/12"))


@pytest.mark.parametrize("liar", ["nothing at all", "a login page"], indirect=True)
def test_an_answer_of_something_else_is_never_taken_for_a_document(liar: str) -> None:
    with pytest.raises(Unavailable):
        reader("archive", liar).fetch(DocumentRef(STORE, "case/12"))


class Accepting(Liar):
    """Lists one version truly, and answers every deletion with 200 and nothing."""

    def do_GET(self) -> None:
        self.answer(
            page(more="<Version><Key>files/case/12</Key><VersionId>v1</VersionId></Version>")
            if "versions" in self.path
            else b"<ListMultipartUploadsResult><Bucket>archive</Bucket>"
            b"<IsTruncated>false</IsTruncated></ListMultipartUploadsResult>"
        )


def test_a_deletion_answered_with_200_is_not_a_deletion() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Accepting)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    with pytest.raises(Unproven, match="did not say that it deleted"):
        disposer("archive", f"http://127.0.0.1:{server.server_port}").dispose(record("case/12"))
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_service_that_is_away_is_unavailable() -> None:
    with pytest.raises(Unavailable):
        disposer("archive", "http://127.0.0.1:1").holds(record("case/12"))


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"bucket": "b", "endpoint_url": "http://store.example.org"}, "must be https"),
        ({"bucket": "b", "access_key_env": "ARCHIVE_KEY"}, "access_key_env and secret_key_env"),
        ({"bucket": "b", "access_key": "AKIA"}, "stores.yaml:archive.access_key: is not a setting"),
        ({}, "stores.yaml:archive.bucket: is missing"),
        (
            {"bucket": "b", "profile": "nobody-has-this"},
            "stores.yaml:archive.profile: is no profile",
        ),
        (
            {"bucket": "b", "access_key_env": "NOT_SET", "secret_key_env": "NOT_SET"},
            "stores.yaml:archive.access_key_env: names an environment variable",
        ),
    ],
)
def test_a_wrong_setting_is_told_by_its_key(keys: dict[str, object], fault: str) -> None:
    with pytest.raises(Misconfigured) as wrong:
        S3Connector().reader(STORE, {"base": "/", **keys})
    assert fault in str(wrong.value)
