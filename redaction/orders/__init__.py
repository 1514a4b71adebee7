"""Pages read in other orders than the file's: as letters stand, down columns, overleaf."""
