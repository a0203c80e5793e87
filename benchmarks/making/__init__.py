"""How fast an audiobook is made, against the bare library and encoder doing the same work."""
