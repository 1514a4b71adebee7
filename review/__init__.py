"""What people do: each act with its rules and its ledger entry."""
