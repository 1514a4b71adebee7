"""`muniment ledger`: whether the log holds, the proof of an entry, a checkpoint, an export."""

from __future__ import annotations

import argparse
import sys
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from console.extras import not_written, write_whole
from console.main import DONE, FOUND
from console.printing import print_answer
from ledger.audit import Audit
from ledger.errors import Malformed
from ledger.export import audit_export
from ledger.keys import VerifierKey
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Unproven
from wiring.ledger import LiveLedger
from wiring.services import open_services, require_memory


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be asked of the ledger, each with its arguments."""
    questions = parser.add_subparsers(dest="question", required=True, metavar="QUESTION")
    verify = questions.add_parser(
        "verify",
        help="read the whole log again: does it hold?",
        description="Read the whole log again, entry by entry, and every signature: does it hold?"
        " Exit 0 if it does, 4 if not.",
    )
    verify.add_argument(
        "--export",
        type=Path,
        metavar="FILE",
        help="read this file, made by `ledger export`, instead of the council's own log: the"
        " council's settings are not needed then",
    )
    verify.add_argument(
        "--key",
        action="append",
        default=[],
        metavar="VKEY",
        help="a key that must have signed, NAME+ID+KEY as `ledger export --json` prints it; may be"
        " given again. Without one an export is believed on its own keys",
    )
    prove = questions.add_parser("prove", help="the proof that an entry stands in the log")
    prove.add_argument("index", type=int, metavar="INDEX")
    prove.add_argument("--out", type=Path, metavar="FILE", help="the proof; its leaf goes beside")
    questions.add_parser("checkpoint", help="sign the log as it stands")
    export = questions.add_parser("export", help="the whole log as a file that others can check")
    export.add_argument("file", type=Path, metavar="FILE")
    for question in questions.choices.values():
        question.add_argument("--configs", type=Path, help="the folder of settings")
        question.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Answer the question and return the exit code."""
    if args.question == "verify" and args.export:
        found = _audit_file(args.export, args.key)
        if not args.key:
            sys.stderr.write(
                "muniment: no --key was given: this believes the keys in the file itself and shows "
                "only that it is whole; ask the council for its keys by another way\n"
            )
        return _print_audit(found, as_json=args.json)
    _must_have_a_folder({"--out": getattr(args, "out", None), "FILE": getattr(args, "file", None)})
    try:
        require_memory(args.configs)
        ledger = open_services(args.configs).ledger
    except Unproven as broken:
        if args.question != "verify":
            raise
        return _print_audit(Audit(0, 0, bytes(32), 0, (str(broken),)), as_json=args.json)
    match args.question:
        case "verify":
            _must_be_known(args.key, ledger)
            return _print_audit(ledger.verify(), as_json=args.json)
        case "prove":
            return _prove(ledger, args)
        case "checkpoint":
            return _checkpoint(ledger, as_json=args.json)
        case _:
            return _export(ledger, args.file, as_json=args.json)


def _audit_file(path: Path, vkeys: list[str]) -> Audit:
    try:
        keys = [VerifierKey.parse(vkey) for vkey in vkeys]
    except Malformed as cause:
        raise Misconfigured([Fault("--key", str(cause))]) from cause
    try:
        return audit_export(path, keys)
    except (Malformed, OSError) as cause:
        # An OSError's own words hold the path and nothing else.
        raise Misconfigured([Fault("--export", f"cannot be read as an export: {cause}")]) from cause


def _must_have_a_folder(files: Mapping[str, Path | None]) -> None:
    for option, file in files.items():
        if file and not file.parent.is_dir():
            raise Misconfigured([Fault(option, f"there is no folder {file.parent}")])


def _must_be_known(vkeys: list[str], ledger: LiveLedger) -> None:
    known = {str(key) for key in ledger.keys}
    if set(vkeys) - known:
        raise Misconfigured([Fault("--key", "is not one of this ledger's keys")])


def _print_audit(found: Audit, *, as_json: bool) -> int:
    root = b64encode(found.root).decode()
    answer = {
        "verified": found.verified,
        "entries": found.entries,
        "size": found.size,
        "root": root,
        "checkpoints": found.checkpoints,
        "because": list(found.because),
    }
    verdict = "The ledger holds" if found.verified else "THE LEDGER DOES NOT HOLD"
    lines = [
        f"{verdict}: {found.entries} entries and {found.checkpoints} checkpoints were read.",
        *found.because,
        f"The newest checkpoint that holds covers {found.size} entries under the root {root}.",
        "Compare it with one that somebody outside has kept: the end of a log can be cut off.",
    ]
    print_answer(answer, as_json=as_json, lines=lines)
    return DONE if found.verified else FOUND


def _prove(ledger: LiveLedger, args: argparse.Namespace) -> int:
    leaf, proof = ledger.prove(args.index)
    lines = [proof.rstrip("\n")]
    if args.out:
        beside = args.out.with_name(f"{args.out.name}.leaf.json")
        write_whole(proof.encode(), args.out, "--out")
        write_whole(leaf, beside, "--out")
        lines = [f"The proof is in {args.out}, the entry itself in {beside}. Check them with:"]
        lines += [f"python3 verify.py proof {args.out} --leaf {beside} --key {ledger.keys[0]}"]
    answer = {"index": args.index, "leaf": leaf.decode(), "proof": proof}
    print_answer(answer, as_json=args.json, lines=lines)
    return DONE


def _checkpoint(ledger: LiveLedger, *, as_json: bool) -> int:
    # Nothing is signed over a log that does not hold: the signature would speak for it.
    if not (audit := ledger.verify()).verified:
        return _print_audit(audit, as_json=as_json)
    signed = ledger.checkpoint()
    root = b64encode(signed.root).decode()
    answer = {"origin": signed.origin, "size": signed.size, "root": root}
    lines = [f"Signed: {signed.size} entries of {signed.origin} under the root {root}."]
    print_answer(answer, as_json=as_json, lines=lines)
    return DONE


def _export(ledger: LiveLedger, path: Path, *, as_json: bool) -> int:
    try:
        entries = ledger.export(path)
    except OSError as cause:
        raise not_written("FILE", cause) from None
    answer = {"file": str(path), "entries": entries, "keys": [str(key) for key in ledger.keys]}
    print_answer(answer, as_json=as_json, lines=[f"{entries} entries are in {path}."])
    return DONE
