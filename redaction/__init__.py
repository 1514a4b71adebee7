"""Documents: bytes, pages, findings, redacted, proven."""
