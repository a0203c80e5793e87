"""A Book to a Script: who says what."""
