"""Rules that rewrite text, and where every character of the rewritten text comes from."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from narrator.model import Span

Say = str | Callable[[re.Match[str]], str]
"""What stands in place of a match: a template as `re.sub` takes it, or a function."""
Gate = Callable[[str], object]
"""A quick look at a text: whether it may have a case."""
Edit = tuple[int, int, str]
"""Where a replacement begins and ends, and what it is."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what is said in its place; to leave a match alone is to say it unchanged."""

    pattern: re.Pattern[str]
    say: Say
    needs: frozenset[str] = frozenset()
    """Characters, one of which is in every match: a text with none is not searched."""


@dataclass(slots=True)
class Group:
    """Rules that are all passed over where none of them can have a case: that is most of them."""

    make: Callable[[], tuple[Rule, ...]]
    """Makes them when there is the first text that may have one: patterns take their time."""
    needs: frozenset[str] = frozenset()
    """Characters, one of which is in every text with a case."""
    gate: Gate | None = None
    """Whether a text may have one."""

    made: tuple[Rule, ...] = ()
    """The rules, in their order, once they are made."""

    def rules(self) -> tuple[Rule, ...]:
        """The rules, made by the first who asks."""
        self.made = self.made or self.make()
        return self.made


def rule(pattern: str, say: Say, needs: Iterable[str] = (), flags: int = 0) -> Rule:
    """A Rule, its pattern compiled.

    >>> rule("a+", "b").pattern.pattern
    'a+'
    """
    return Rule(re.compile(pattern, flags), say, frozenset(needs))


DIGITS = frozenset("0123456789")
"""What the rules about numbers need."""


class Draft:
    """A text that is being rewritten."""

    def __init__(self, text: str) -> None:
        self.text = text

    def apply(self, groups: Sequence[Group]) -> None:
        """Rewrite the text by the rules of each of `groups`, in their order."""
        signs = set(self.text)
        for group in groups:
            if group.needs and group.needs.isdisjoint(signs):
                continue
            if group.gate and not group.gate(self.text):
                continue
            for each in group.made or group.rules():
                if each.needs and each.needs.isdisjoint(signs):
                    continue
                before = self.text
                self._substitute(each)
                if self.text != before:
                    signs = set(self.text)

    def edit(self, edits: Sequence[Edit]) -> None:
        """Make replacements that do not overlap, given in their order."""
        self._make(edits)

    def _substitute(self, rule: Rule) -> None:
        self.text = rule.pattern.sub(rule.say, self.text)

    def _make(self, edits: Iterable[Edit]) -> None:
        parts, done = [], 0
        for start, end, new in edits:
            parts += [self.text[done:start], new]
            done = end
        self.text = "".join((*parts, self.text[done:]))


class TrackedDraft(Draft):
    """A Draft that knows which written characters each of its characters stands for."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.origins = [(at, at + 1) for at in range(len(text))]
        """For each character the start and the end of what was written for it."""
        self._end = len(text)

    def _substitute(self, rule: Rule) -> None:
        found = []
        for match in rule.pattern.finditer(self.text):
            say = rule.say
            new = match.expand(say) if isinstance(say, str) else say(match)
            if new != match[0]:
                found.append((match.start(), match.end(), new))
        if found:
            self._make(found)

    def _make(self, edits: Iterable[Edit]) -> None:
        edits = list(edits)
        origins, done = [], 0
        for start, end, new in edits:
            origins += self.origins[done:start]
            origins += self._origins_of(start, end, new)
            done = end
        self.origins = origins + self.origins[done:]
        super()._make(edits)

    def _origins_of(self, start: int, end: int, new: str) -> list[tuple[int, int]]:
        """Where the characters of `new` come from; what it shares with the old text stays."""
        old, own = self.text[start:end], self.origins
        if old.lower() == new.lower() and len(old) == len(new):
            return own[start:end]
        head = _shared(old, new)
        tail = _shared(old[head:][::-1], new[head:][::-1])
        first, last = start + head, end - tail
        if first < last:
            origin = own[first][0], own[last - 1][1]
        else:  # put in between
            place = own[first][0] if first < len(own) else self._end
            origin = place, place
        middle = [origin] * (len(new) - head - tail)
        return own[start:first] + middle + own[last:end]


def _shared(one: str, other: str) -> int:
    """How many whole words, and what is between them, both begin with."""
    count = 0
    for at, (a, b) in enumerate(zip(one, other, strict=False), start=1):
        if a != b:
            return count
        if not a.isalnum():
            count = at
    return min(len(one), len(other)) if one[count:] == other[count:] else count


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text as it is spoken, and what was written for it."""

    text: str
    origins: tuple[tuple[int, int], ...]
    """For each character of `text`, start and end of the written characters it stands for."""

    def written(self, span: Span) -> Span:
        """The part of the written text that `span` of the spoken text stands for."""
        origins = self.origins[span.start : span.end]
        if not origins:
            return Span(0, 0)
        return Span(min(start for start, _ in origins), max(end for _, end in origins))

    def words(self) -> tuple[tuple[Span, Span], ...]:
        """Every spoken word, and what is written for it: the same for `three` and `dollars`.

        A word is what stands between spaces, the marks around it left out.
        """
        spans = (Span(*match.span()) for match in _WORD.finditer(self.text))
        return tuple((span, self.written(span)) for span in spans)


_WORD = re.compile(r"\[\[[^\]]*\]\]|[^\W_](?:\S*[^\W_])?")
