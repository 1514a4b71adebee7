"""Documents in an S3 bucket, versions and all: each object's key below a prefix.

botocore reads an empty or foreign answer with status 200 as "no versions". So a listing counts
only where it echoes what was asked for, and a deletion only where it is answered with 204; what
cannot be trusted is `Unproven`. Object locks are never bypassed: a lock is somebody's hold.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConfigNotFound,
    NoCredentialsError,
    ParamValidationError,
    PartialCredentialsError,
    ProfileNotFound,
)
from pydantic import model_validator

from connectors._boundary import Line, StoreKeys, own_key, read_closed, read_whole, store_fault
from recordkeeping.vocabulary.errors import Misconfigured, Refused, Unavailable, Unproven
from recordkeeping.vocabulary.identifiers import DocumentRef, RecordRef, StoreName

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

_CLIENT = Config(
    connect_timeout=10,
    read_timeout=60,
    retries={"mode": "standard", "total_max_attempts": 3},
)
_NOT_NOW = frozenset(
    {"SlowDown", "InternalError", "ServiceUnavailable", "RequestTimeout", "OperationAborted"}
)
_ABSENT = frozenset({"NoSuchKey", "NoSuchVersion", "NoSuchUpload"})
_SECRETS = ("access_key_env", "secret_key_env")


class S3Settings(StoreKeys):
    """The keys of an `s3` store. Credentials are named here and stand in the environment."""

    bucket: Line
    prefix: str = ""
    endpoint_url: Line | None = None
    region: Line | None = None
    profile: Line | None = None
    access_key_env: Line | None = None
    secret_key_env: Line | None = None

    @model_validator(mode="after")
    def _safe(self) -> Self:
        if (self.access_key_env is None) != (self.secret_key_env is None):
            raise ValueError("needs access_key_env and secret_key_env together, or neither")
        if self.profile and self.access_key_env:
            raise ValueError("needs one of profile and access_key_env")
        if self.endpoint_url and not _is_private(self.endpoint_url):
            raise ValueError("endpoint_url must be https, so that no file crosses in clear")
        return self


def _is_private(url: str) -> bool:
    address = urlsplit(url)
    own = {"localhost", "127.0.0.1", "::1"}
    return address.scheme == "https" or (address.scheme == "http" and address.hostname in own)


class S3Connector:
    """Reaches documents in a bucket."""

    def reader(self, name: StoreName, settings: Mapping[str, object]) -> S3Documents:
        """Open the bucket for reading."""
        bucket, keys = _open(name, settings)
        return S3Documents(bucket, keys.max_bytes)

    def disposer(self, name: StoreName, settings: Mapping[str, object]) -> S3Disposer:
        """Open the bucket for disposal."""
        return S3Disposer(_open(name, settings)[0])


def _open(name: StoreName, settings: Mapping[str, object]) -> tuple[Bucket, S3Settings]:
    keys = read_closed(S3Settings, f"stores.yaml:{name}", settings)
    named = {key: variable for key in _SECRETS if (variable := getattr(keys, key))}
    for key, variable in named.items():
        if not os.environ.get(variable):
            raise store_fault(name, key, "names an environment variable that is not set")
    try:
        session = boto3.Session(profile_name=keys.profile, region_name=keys.region)
        client: S3Client = session.client(
            "s3",
            endpoint_url=keys.endpoint_url,
            aws_access_key_id=os.environ.get(keys.access_key_env or ""),
            aws_secret_access_key=os.environ.get(keys.secret_key_env or ""),
            config=_CLIENT,
        )
    except (ProfileNotFound, ConfigNotFound):
        raise store_fault(name, "profile", "is no profile of this machine") from None
    except (BotoCoreError, ValueError):
        raise store_fault(name, "endpoint_url", "and region lead to no S3 service") from None
    return Bucket(name, client, keys.bucket, keys.prefix), keys


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket, and what of it can be believed."""

    store: StoreName
    client: S3Client
    name: str
    prefix: str

    def key_of(self, ref: DocumentRef | RecordRef) -> str:
        """Return the object's key in the bucket; keys are compared whole and never changed."""
        key = own_key(self.store, ref.store, ref.key)
        if not key:
            raise Refused(f"store {self.store} was asked for an object without a key")
        return self.prefix + key

    @contextmanager
    def answers(self) -> Iterator[None]:
        """Turn what S3 says into our words; the causes are dropped, for they may quote the key."""
        try:
            yield
        except ClientError as cause:
            raise self._in_words(cause) from None
        except (NoCredentialsError, PartialCredentialsError):
            raise Misconfigured(
                store_fault(self.store, "profile", "gives no credentials; name some").faults
            ) from None
        except ParamValidationError:
            raise Refused(f"a key of store {self.store} is none that S3 could have") from None
        except (BotoCoreError, OSError):
            raise Unavailable(f"store {self.store} does not answer, or breaks off") from None

    def _in_words(self, cause: ClientError) -> Unavailable | Refused:
        status = cause.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 500)
        code = cause.response.get("Error", {}).get("Code", "")
        if code in _ABSENT:
            return Refused(f"store {self.store} has no such document; ask its owner")
        if code in _NOT_NOW or status in {429} or status >= 500:
            return Unavailable(f"store {self.store} is busy")
        return Refused(
            f"store {self.store} refuses: a lock, a legal hold or missing rights on its bucket; "
            "ask its owner"
        )

    def versions(self, key: str) -> Iterator[tuple[str, bool]]:
        """Yield every version of exactly this key, and whether it has contents (no marker)."""
        where: dict[str, str] = {}
        while True:
            with self.answers():
                page: Any = self.client.list_object_versions(
                    Bucket=self.name,
                    Prefix=key,
                    **where,  # type: ignore[arg-type]  # two markers, both str
                )
            self._believe(page, "Name", page.get("Prefix"), key)
            for kind in ("Versions", "DeleteMarkers"):
                # The prefix `case/12` lists `case/123` as well.
                for one in page.get(kind, []):
                    if one.get("Key") == key:
                        yield self._named(one, "VersionId"), kind == "Versions"
            if not page["IsTruncated"]:
                return
            where = self._onward(page, where, ("KeyMarker", "VersionIdMarker"))

    def uploads(self, key: str) -> Iterator[str]:
        """Yield every upload of exactly this key that was begun and never completed."""
        where: dict[str, str] = {}
        while True:
            with self.answers():
                page: Any = self.client.list_multipart_uploads(
                    Bucket=self.name,
                    Prefix=key,
                    **where,  # type: ignore[arg-type]  # two markers, both str
                )
            # Some services do not repeat the prefix of this listing: a foreign one is refused.
            self._believe(page, "Bucket", page.get("Prefix") or key, key)
            for one in page.get("Uploads", []):
                if one.get("Key") == key:
                    yield self._named(one, "UploadId")
            if not page["IsTruncated"]:
                return
            where = self._onward(page, where, ("KeyMarker", "UploadIdMarker"))

    def _believe(self, page: Mapping[str, Any], name: str, prefix: str | None, key: str) -> None:
        echoed = page.get(name) == self.name and prefix == key
        if not echoed or not isinstance(page.get("IsTruncated"), bool):
            raise self._doubt()

    def _named(self, one: Mapping[str, Any], id: str) -> str:
        if not (found := one.get(id)):
            raise self._doubt()
        return str(found)

    def _doubt(self) -> Unproven:
        return Unproven(
            f"store {self.store} gave a listing that cannot be trusted; "
            "see what stands between it and Muniment"
        )

    def _onward(
        self, page: Mapping[str, Any], before: Mapping[str, str], markers: tuple[str, str]
    ) -> dict[str, str]:
        onward = {marker: page.get(f"Next{marker}") or "" for marker in markers}
        if not onward[markers[0]] or onward == before:
            raise Unproven(f"store {self.store} says that its listing goes on, but not where")
        return {marker: place for marker, place in onward.items() if place}


@dataclass(frozen=True, slots=True)
class S3Documents:
    """A bucket, opened for reading."""

    bucket: Bucket
    max_bytes: int

    def fetch(self, document: DocumentRef) -> bytes:
        """Return the present version of the object; refuse one that is missing or too large."""
        bucket = self.bucket
        with bucket.answers():
            answer = bucket.client.get_object(Bucket=bucket.name, Key=bucket.key_of(document))
            if "ETag" not in answer:
                # A proxy's page about an expired login is no child's file.
                raise Unavailable(f"store {bucket.store} was answered for by something else")
            return read_whole(bucket.store, answer["Body"], self.max_bytes)


@dataclass(frozen=True, slots=True)
class S3Disposer:
    """A bucket, opened for disposal."""

    bucket: Bucket

    def dispose(self, record: RecordRef) -> None:
        """Delete every version and marker of the object, and its unfinished uploads.

        Locks are looked for first, so that a locked record is left whole and not half destroyed.
        """
        bucket, key = self.bucket, self.bucket.key_of(record)
        versions, uploads = list(bucket.versions(key)), list(bucket.uploads(key))
        for version, has_contents in versions:
            if has_contents:
                self._be_unlocked(key, version)
        for version, _ in versions:
            with bucket.answers():
                deleted = bucket.client.delete_object(
                    Bucket=bucket.name, Key=key, VersionId=version
                )
            self._be_done(deleted)
        for upload in uploads:
            with bucket.answers():
                aborted = bucket.client.abort_multipart_upload(
                    Bucket=bucket.name, Key=key, UploadId=upload
                )
            self._be_done(aborted)

    def holds(self, record: RecordRef) -> bool:
        """Say whether any version, marker or unfinished upload is left, by complete listings."""
        key = self.bucket.key_of(record)
        left = [*self.bucket.versions(key), *self.bucket.uploads(key)]
        return bool(left)

    def _be_unlocked(self, key: str, version: str) -> None:
        bucket = self.bucket
        with bucket.answers():
            head: Any = bucket.client.head_object(Bucket=bucket.name, Key=key, VersionId=version)
        if head.get("ObjectLockLegalHoldStatus") == "ON" or _is_retained(head):
            raise Refused(
                f"store {bucket.store} has the record under an object lock or a legal hold; "
                "nothing was deleted; ask its owner"
            )

    def _be_done(self, answer: Any) -> None:  # Any: each verb has an answer type of its own
        if answer.get("ResponseMetadata", {}).get("HTTPStatusCode") != 204:
            raise Unproven(f"store {self.bucket.store} did not say that it deleted anything")


def _is_retained(head: Mapping[str, Any]) -> bool:
    """Say whether a lock still runs, by the service's own clock; a lock without one does."""
    until: datetime | None = head.get("ObjectLockRetainUntilDate")
    now = _moment(head["ResponseMetadata"]["HTTPHeaders"].get("date", ""))
    return until is not None and not (now and until <= now)


def _moment(untrusted: str) -> datetime | None:
    """Read a service's clock; one that is no date, or says no time zone, is no clock."""
    try:
        moment = parsedate_to_datetime(untrusted)
    except ValueError:
        return None
    return None if moment.tzinfo is None else moment
