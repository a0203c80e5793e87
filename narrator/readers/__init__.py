"""Book files to Books."""
