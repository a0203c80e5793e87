"""Chapters to files that people listen to."""
