"""The order of steps. A flow reads what is ready and ends where a person begins."""
