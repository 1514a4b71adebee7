"""Opening strangers' documents: a child for each, with limits, and what it may hand back."""
