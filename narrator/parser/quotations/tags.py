"""Finds a tag: the words that give a quotation to somebody, `said Tom`, `the old man replied`."""

import re

from .verbs import SAYING, SPLIT
from .wordlists import words

_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|[^\w\s]")
_TITLES = words("Mr Mrs Ms Dr St Prof Rev Capt Col Sr Sra Mme M")
_PRONOUNS = words("he she they i we it")
_NOUN_STARTERS = words(
    """the a an his her my our their its one another both all everyone everybody somebody someone
    nobody each this that old young little poor el la los las o os as um uma le les un une der die
    das han hon hun den det hij zij ze он она они"""
)
_FRENCH = re.compile(r"[^\W\d_]+-(?:t-)?(?:il|elle|ils|elles|je|on)$")
_HELPING = words(
    "was were had used to would could began kept went started only just always still often"
)
"""What may stand between a subject and its verb: `he used to say`, `she was shouting`."""
_PLURAL = frozenset(["I", "they", "They", "we", "We"])
_WANTING = frozenset(["wants", "wanted", "want"])
_KNOWING = ["to", "know"]
_CAME = frozenset(["came", "comes"])
_REACH = 6
"""Words from the start of a subject to its verb, at most."""


def tag_at(text: str, at: int, end: int) -> int | None:
    """Where the verb or subject of the tag that begins at `at` ends; None if none begins there."""
    found = _words(text, at, end)
    if not found:
        return None
    return _inverted(found) or _direct(found)


def _words(text: str, at: int, end: int) -> list[tuple[str, int]]:
    """The words up to the first stop, each with its end."""
    found: list[tuple[str, int]] = []
    for token in _TOKEN.finditer(text, at, end):
        word = token[0]
        if not word[0].isalpha():
            if word == "." and found and found[-1][0] in _TITLES:
                continue
            break
        found.append((word, token.end()))
        if len(found) > _REACH + 1:
            break
    return found


def _says(run: list[tuple[str, int]], index: int) -> int:
    """How many words from `index` make a verb of saying; 0 when none."""
    if index >= len(run):
        return 0
    verb = run[index][0].lower()
    if verb in _WANTING and [word.lower() for word, _ in run[index + 1 : index + 3]] == _KNOWING:
        return 3
    base = index == 1 and run[0][0] in _PLURAL and _is_base(verb)
    if verb not in SAYING and not (base or (index and _is_helped(verb, run[index - 1][0].lower()))):
        return 0
    if verb not in SPLIT:
        return 1
    return 2 if index + 1 < len(run) and run[index + 1][0].lower() in SPLIT[verb] else 0


def _is_base(verb: str) -> bool:
    """`I shout`, `they reply`: the form behind `I` and the plural."""
    ending = verb[:-1] + "ies" if verb.endswith("y") else verb + "s"
    return not SAYING.isdisjoint({ending, verb + "es", verb + "s"})


def _is_helped(verb: str, helper: str) -> bool:
    """Whether a form of a verb of saying follows what it needs: `was shouting`, `to whisper`."""
    if helper in ("was", "were", "kept", "began", "started", "went"):
        return verb.endswith("ing") and not SAYING.isdisjoint({verb[:-3] + "ed", verb[:-3] + "s"})
    if helper in ("to", "would", "could"):
        return verb in ("say", "tell") or not SAYING.isdisjoint({verb + "ed", verb + "d"})
    return False


def _inverted(run: list[tuple[str, int]]) -> int | None:
    if _FRENCH.match(run[0][0]):
        return run[0][1]
    if run[0][0] in _CAME:
        voices = [end for word, end in run[1:] if word.lower() == "voice"]
        return voices[0] if voices else None
    length = 0 if run[0][0][0].isupper() else _says(run, 0)
    if not length or length >= len(run):
        return None
    subject = run[length][0]
    if subject[0].isupper() or subject.lower() in _PRONOUNS | _NOUN_STARTERS:
        return run[length][1]
    return None


def _direct(run: list[tuple[str, int]]) -> int | None:
    first = run[0][0]
    if first in _PRONOUNS or first == "I":
        reach = 2
    elif first[0].isupper() and first.lower() not in _PRONOUNS:
        reach = 4
    elif first.lower() in _NOUN_STARTERS:
        reach = _REACH
    else:
        return None
    for index in range(1, len(run)):
        if index > reach:
            return None
        if _says(run, index):
            return run[index][1]
        if run[index][0].lower() in _HELPING and _says(run, index + 1):
            return run[index + 1][1]
        reach += run[index][0].lower() in _HELPING
        if run[index][0].lower() in _PRONOUNS | {"you", "that", "who", "which", "is", "was"}:
            return None
    return None
