"""Tamper evidence: a Merkle log in our own database, signed checkpoints, proofs, a verifier."""
