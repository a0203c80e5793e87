"""What is true of text whatever it is for: white space, sentences, words as they are spoken."""

from .sentences import split_sentences
from .spoken import is_speakable, spoken

__all__ = ["is_speakable", "split_sentences", "spoken"]
