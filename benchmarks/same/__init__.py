"""Whether two checkouts of Narrator say the same, byte for byte, and what each of them takes."""
