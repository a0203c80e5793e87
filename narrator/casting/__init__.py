"""Who gets which voice, and the casting file."""
