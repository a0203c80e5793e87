"""Scenes in many languages, and how well Narrator reads each language."""
