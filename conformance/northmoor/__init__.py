"""Northmoor: a council that does not exist, with files like those that do."""
