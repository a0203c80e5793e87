"""Text and a voice to sound."""
