"""The proof, room by room: what looks at a document that is to be released, or at a stranger's."""
