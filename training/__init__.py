"""Fits the learned parts of the parser to annotated novels; not part of what is installed."""
