"""Our own memory: holds, disposals, requests and working papers."""
