"""Word, Excel and PowerPoint, older and newer: prepared for LibreOffice, all else told."""
