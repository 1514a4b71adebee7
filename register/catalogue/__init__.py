"""What is kept of every record so that a night need not read them all."""
