"""The net for names that nobody listed: what models of names see, less what is no name."""
