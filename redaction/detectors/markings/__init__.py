"""Restrictions that somebody wrote into a document, and what they cover."""
