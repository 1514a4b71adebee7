"""What every connector and detector must meet, and stores to rehearse with: shipped, used by us."""
