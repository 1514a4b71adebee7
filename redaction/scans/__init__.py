"""Reading pictures of pages: straightened, read by OCR, and what could not be read."""
