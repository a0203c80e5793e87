"""The rules that make written text speakable, a file for each sort."""
