"""Scans and photographs: pages of pixels made anew, with their words over them."""
