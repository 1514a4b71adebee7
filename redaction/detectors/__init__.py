"""What may concern somebody else: one detector a file."""
