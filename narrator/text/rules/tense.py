"""Whether `read` is what somebody did: the present is written alike and sounds otherwise.

The patterns are grammar of English: which words stand before a verb in which form.
"""

import re
from collections.abc import Callable
from functools import cache

from narrator.languages import either
from narrator.languages.spoken import Past
from narrator.languages.tables import Words

_REACH, _NEAR = 120, 48
_BREAK = re.compile(r"[.!?;:—–\"“”]|(?<!\w),\s(?=but\b)")
_SAYS = re.compile(r"[:,]?\s?[\"“‘']|:|,\s[A-Z]")


class Tense:
    """What tells, in the words of `Past`."""

    def __init__(self, words: Past) -> None:
        adverbs = _adverbs(words.adverbs)
        self._no_person = words.no_person
        self._is_participle = re.compile(
            rf"(?:\b(?:{either(words.participle_after)})|['’](?:ve|d))"
            rf"\s(?:\w+ly\s|{_adverbs(words.participle_adverbs)}){{0,2}}$"
            rf"|(?:n't)\s(?:been\s|yet\s)$|\b(?:{either(words.how_well)})[\s-]$",
            re.IGNORECASE,
        ).search
        self._is_infinitive = re.compile(
            rf"(?:\b(?i:{either(words.infinitive_after)})|n't|['’]ll)"
            rf"\s(?:\w+ly\s|{_adverbs(words.infinitive_adverbs)}){{0,2}}"
            rf"(?:(?:{either(words.pronouns)}|[A-Z]\w+|(?:{either(words.owners)})\s\w+)\s"
            r"(?:\w+ly\s|just\s|ever\s|even\s)?)?$"
        ).search
        self._is_asked = re.compile(
            rf"\b(?i:{either(words.asked)})\s(?:{either(words.askers)})\s"
            r"(?:ever\s|never\s|not\s)?$"
        ).search
        self._is_watched = re.compile(
            rf"\b(?i:{either(words.watched)})\s(?:{either(words.whom)}|[A-Z]\w+)\s$"
        ).search
        self._is_noun = re.compile(
            rf"\b(?:{either(words.before_noun)}|{words.worth})\s$", re.IGNORECASE
        ).search
        self._is_one_person = _one_person(words, adverbs)
        self._are_some = re.compile(
            rf"(?:\b(?:{either(words.some)}|[a-z]+s|and\s[a-z]+),?|,)\s"
            rf"(?:\w+ly\s|{adverbs}){{0,2}}$",
            re.IGNORECASE,
        ).search
        self._is_told_then = re.compile(
            rf"\b(?:{either(words.told)}|last\s(?:{either(words.last)})"
            rf"|that\s(?:{either(words.that)})|(?!{either(words.not_told)})[a-z]{{3,}}ed)\b"
        ).search
        self._is_now = re.compile(
            rf"\b(?:{either(words.now)}|(?<!the\s)(?<!a\s)will)\b|['’](?:re|m|ll)\b"
        ).search
        self._are_two_to_do = re.compile(
            rf"\b(?:{either(words.to_do)})\s[a-z]+(?:\s\w+){{0,4}}\sand\s$"
        ).search  # to sit and read
        self._is_text = re.compile(rf"\b(?:{either(words.texts)})\s$").search
        self._is_present = re.compile(rf"\s(?:{either(words.present_after)})\b").match

    def is_past(self, text: str, start: int, end: int) -> bool:
        """Whether the `read` from `start` to `end` of `text` rhymes with red.

        >>> from narrator.languages import pack_for
        >>> told = tense(pack_for("en").spoken.past)
        >>> told.is_past("Tom read it.", 4, 8), told.is_past("Did Tom read it?", 8, 12)
        (True, False)
        """
        before = text[max(0, start - _REACH) : start]
        breaks = list(_BREAK.finditer(before))
        before = before[breaks[-1].end() :].lstrip(" \"“‘'(") if breaks else before
        near = before[-_NEAR:]
        if self._is_participle(near) or self._is_asked(near):
            return not self._is_noun(near)
        if self._is_infinitive(near) or self._is_watched(near) or self._is_noun(near):
            return False
        if self._is_text(near) and _SAYS.match(text, end):
            return True
        if self._is_one_person(near) and near.split()[-1] not in self._no_person:
            return not self._is_present(text, end)
        return bool(self._are_some(near)) and self._is_told(before, text[end : end + _REACH])

    def _is_told(self, before: str, after: str) -> bool:
        """Whether the sentence around has a verb or a time that is past, and none that is not."""
        rest = re.split(r"[.!?\"“”]", after, maxsplit=1)[0]
        if self._are_two_to_do(before):
            return False
        is_told = self._is_told_then(before) or self._is_told_then(rest)
        return bool(is_told) and not self._is_now(before + rest)


@cache
def tense(words: Past) -> Tense:
    """What tells it, in `words`."""
    return Tense(words)


def _adverbs(words: Words) -> str:
    return "|".join(rf"{word}\s" for word in sorted(words))


def _one_person(words: Past, adverbs: str) -> Callable[[str], object]:
    """What names one person, or one thing, who did it."""
    nobody = "".join(rf"(?<!{word}\s)" for word in sorted(words.plural))
    return re.compile(
        rf"(?:(?<![Pp]eople\s){nobody}(?<!s\s)\bwho|\b(?i:{either(words.one_person)})"
        rf"|\b(?i:{either(words.determiners)})\s(?:\w+\s)?[a-z]*[^s\s\W]"
        r"|(?<!\w\sand\s)\b[A-Z][a-z]*[a-rt-z]s?(?:['’]s\s\w+[^s\s\W])?)\s"
        rf"(?:\w+ly\s|{adverbs}){{0,2}}$"
    ).search
