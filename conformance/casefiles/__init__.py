"""Case files made up to measure by: people, papers, and the truth about every mention in them."""

from conformance.casefiles.making import cases

__all__ = ["cases"]
