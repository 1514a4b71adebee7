"""What the council wrote: one module for each family of documents."""
