"""Identifiers by their form, and by their check digits where they have them: one a file."""
