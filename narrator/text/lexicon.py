"""How a person wants words said: looked up whole, before any rule touches them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from narrator.model import Pronunciation

from . import ipa
from .rewriting import Edit

_WORD = re.compile(r"[^\W_]+")
_SAME = str.maketrans("’ʼ＇‐‑\u00a0\n", "'''--  ")
_HISSES = re.compile(r"(?:s|x|z|ch|sh)$", re.IGNORECASE).search
_SHORTEST = 3
"""Letters of a word that stands for its plural, too: `his` is no plural of `hi`."""
_POSSESSIVE = re.compile(r"'[sS](?![^\W_])")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Pronunciations, found by the first word of what is written."""

    index: dict[str, tuple[Pronunciation, ...]] = field(default_factory=dict)

    def edits(self, text: str, *, phonemes: bool) -> list[Edit]:
        """What is to be said differently in `text`, the longest entry first at each place."""
        if not self.index:
            return []
        plain = text if text.isascii() and text.isprintable() else text.translate(_SAME)
        edits: list[Edit] = []
        for word in _WORD.finditer(plain):
            entries = self.index.get(word[0].casefold(), ())
            for entry in entries:
                start = word.start() - _before_first_word(entry.written)
                if (not edits or start >= edits[-1][1]) and _stands_at(entry.written, plain, start):
                    edit = _edit(entry, plain, start, phonemes=phonemes)
                    if edit:
                        edits.append(edit)
                        break
        return edits


def lexicon_for(language: str, entries: Iterable[Pronunciation]) -> Lexicon:
    """The lexicon for a book in `language`.

    Of two entries for the same words the one for the closer language is taken, then the later.
    """
    best: dict[str, Pronunciation] = {}
    for entry in entries:
        if not _is_for(entry.language, language):
            continue
        plain = entry.written.translate(_SAME)
        if plain not in best or len(entry.language) >= len(best[plain].language):
            best[plain] = replace(entry, written=plain)
    for entry in tuple(best.values()):
        many = _many(entry)
        if many:
            best.setdefault(many.written, many)
    index: dict[str, list[Pronunciation]] = {}
    for written, entry in best.items():
        first = _WORD.search(written)
        if first:
            index.setdefault(first[0].casefold(), []).append(entry)
    # Of equally long ones that with capitals is closer.
    ranked = {
        word: tuple(sorted(found, key=lambda e: (-len(e.written), e.written.islower())))
        for word, found in index.items()
    }
    return Lexicon(ranked)


def _is_for(tag: str, language: str) -> bool:
    wanted, have = (each.replace("_", "-").casefold() for each in (tag, language))
    return not wanted or have == wanted or have.startswith(wanted + "-")


def _before_first_word(written: str) -> int:
    first = _WORD.search(written)
    return first.start() if first else 0


def _stands_at(written: str, text: str, start: int) -> bool:
    """Whether `written` is a whole word of `text` at `start`."""
    end = start + len(written)
    found = text[max(start, 0) : end]
    any_case = written.islower()
    same = found.lower() == written if any_case else found in (written, written.upper())
    return same and start >= 0 and _is_free(text, start, end)


def _many(entry: Pronunciation) -> Pronunciation | None:
    """`entry` for many of it: `the Weasleys`."""
    if len(entry.written) < _SHORTEST or not entry.written[-1].isalpha() or _HISSES(entry.written):
        return None
    return Pronunciation(
        entry.written + "s",
        entry.say and entry.say + ("es" if _HISSES(entry.say) else "s"),
        entry.ipa and ipa.possessive(entry.ipa),
        entry.language,
    )


def _is_free(text: str, start: int, end: int) -> bool:
    """Whether no word goes on before `start` or after `end`; `'s` is no part of a word."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if not text[start].isalnum():  # it brings its own beginning: `-san`
        before = ""
    if before[-1:].isalnum() or (before[-1:] == "'" and before[:1].isalnum()):
        return False
    if text[end - 1].isalnum() and after[:1].isalnum():
        return False
    goes_on = after[:1] == "'" and after[1:].isalpha() and not _POSSESSIVE.match(text, end)
    return not goes_on


def _edit(entry: Pronunciation, text: str, start: int, *, phonemes: bool) -> Edit | None:
    end = start + len(entry.written)
    if phonemes and entry.ipa:
        owner = _POSSESSIVE.match(text, end)
        if owner:
            return start, owner.end(), ipa.marked(ipa.possessive(entry.ipa))
        return start, end, ipa.marked(entry.ipa)
    if phonemes and entry.tongue and not entry.say:
        return start, end, ipa.marked(f"{entry.tongue}:{text[start:end]}")
    if not entry.say:
        return None
    lead = "" if entry.written[0].isalnum() or not entry.say[0].isalnum() else entry.written[0]
    return start, end, lead + entry.say
