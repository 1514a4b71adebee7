"""Disclosure: requests, their clocks, people, findings, decisions, release."""
