"""One reader for each kind of document; all of them end in PDF pages."""
