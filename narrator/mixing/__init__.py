"""Clips to chapters: pauses, levels, encoding."""
