"""What may concern somebody else: a room for each kind, and how they all read a text."""
