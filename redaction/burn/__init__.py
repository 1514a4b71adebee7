"""Removing for good."""
