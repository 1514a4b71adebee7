"""Files made to make a redactor leak, and an oracle that shares no code with ours."""
