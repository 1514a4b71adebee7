"""PDFs: their pages and nothing else, their letters believed only where eyes see them too."""
