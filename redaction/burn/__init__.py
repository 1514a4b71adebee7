"""Removing for good. Nothing is carried over because it was there."""
