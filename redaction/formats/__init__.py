"""One reader for each kind of file; each makes PDF pages of it, or refuses."""
