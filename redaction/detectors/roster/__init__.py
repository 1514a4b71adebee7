"""Who is who: every mention of somebody whom the case store knows."""
