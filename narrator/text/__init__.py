"""What is true of text whatever it is for: white space, sentences, words as they are spoken."""

from narrator.model import Pronunciation

from . import ipa
from .diction import Diction
from .lexicon import Lexicon, lexicon_for
from .rewriting import Spoken
from .sentences import split_sentences
from .spoken import is_speakable, lacks_kana, numbers_in_words, speech, spoken

__all__ = [
    "Diction",
    "Lexicon",
    "Pronunciation",
    "Spoken",
    "ipa",
    "is_speakable",
    "lacks_kana",
    "lexicon_for",
    "numbers_in_words",
    "speech",
    "split_sentences",
    "spoken",
]
