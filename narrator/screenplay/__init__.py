"""The Script as plain text that a person edits."""
