"""Kinds of characters that the whole house agrees on: apostrophes, closers, invisible ones."""

import re
import unicodedata

APOSTROPHES = "'’ʼ＇"
"""Marks that stand inside a word: `don't`, `don’t`."""

CLOSERS = "\"'”’»›“‘)]}*_』」〉》＂"
"""What may follow the mark that ends a sentence: closing quotation marks, brackets, emphasis."""

OPENERS = "\"'“‘«‹„‚([{*_»›『「〈《＂"
"""What may precede the first word of a sentence."""

SENTENCE_ENDS = ".!?…。！？‽।॥؟۔։።။។"
"""Marks that can end a sentence."""

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Letters of scripts that part words by nothing, for a class of a pattern."""
_FIRST_UNSPACED = "\u0e00"
_UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")
_LETTERS_OF_WORD = 2
_FIRST_WORD = re.compile(rf"[{UNSPACED}]|\S+")


def first_word(text: str) -> str:
    """What of `text` has to stand in one line; a single letter where words are not parted.

    >>> first_word("a word"), first_word("港の灯")
    ('a', '港')
    """
    found = _FIRST_WORD.search(text)
    return found[0] if found else ""


DASHES = "-‐‑‒–—―"
"""Hyphens and dashes, shortest first."""


def count_words(text: str) -> int:
    """How many words `text` has; where nothing parts them two letters are one.

    >>> count_words("two words"), count_words("港の灯が見えた。")
    (2, 4)
    """
    words = len(text.split())
    if text.isascii() or max(text, default="") < _FIRST_UNSPACED:
        return words
    return words + len(_UNSPACED_LETTER.findall(text)) // _LETTERS_OF_WORD


def is_invisible(character: str) -> bool:
    """Whether `character` is neither white space nor anything that is seen on the page.

    >>> is_invisible("\\u200b"), is_invisible(" "), is_invisible("a")
    (True, False, False)
    """
    return not character.isspace() and unicodedata.category(character) in ("Cf", "Cc")


def without_controls(text: str) -> str:
    """`text`, as long as before, with blanks for what no text has and no program should be given.

    That is control signs, sequences that steer a terminal, and code points that are no characters.

    >>> without_controls("a\\x00b\\x1b[31mred\\uffff\\n")
    'a b     red \\n'
    """
    return _CONTROL.sub(lambda found: " " * len(found[0]), text)


_CONTROL = re.compile(
    "\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b\\n]{0,200}(?:\x07|\x1b\\\\)|[@-Z\\\\^_])?"
    "|[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)


def is_blank(text: str) -> bool:
    """Whether nothing of `text` is seen on the page."""
    if text[:1].isalnum():
        return False
    if len(text) > _LONGEST_BLANK:
        return not text.strip()
    return all(character.isspace() or is_invisible(character) for character in text)


def opens_lower(text: str) -> bool:
    """Whether the first letter of `text`, behind any opening marks, is a small one."""
    first = text.lstrip(OPENERS + " ")[:1]
    return first.islower()


def ends_sentence(text: str) -> bool:
    """Whether `text`, trailing white space and closing marks aside, stops as a sentence does.

    >>> ends_sentence('"Wait--"'), ends_sentence("he said,")
    (True, False)
    """
    text = text.rstrip()
    if text[-1:] in _CORNERS:  # Japanese writes no full stop before them
        return True
    last = text.rstrip(CLOSERS)[-1:]
    return bool(last) and last in SENTENCE_ENDS + ":" + DASHES


_CORNERS = frozenset("」』")
_LONGEST_BLANK = 200
