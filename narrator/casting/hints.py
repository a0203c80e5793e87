"""What a book says of its people that a voice can show: what they are, and where they come from."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from narrator.languages import pack_for
from narrator.languages.casting import Casting
from narrator.model import NARRATOR, Kind, Line, LineKind, Script

from .dialects import Dialects
from .kinds import NEVER_SURNAMES, kind_of
from .statements import Meaning, Statements

_LONGEST = 48
"""Characters of what is quoted for a hint."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What a book says of one person, and in which words."""

    kind: Kind = Kind.PERSON
    kind_words: str = ""
    accent: str = ""
    """A BCP 47 tag."""
    accent_words: str = ""


NOTHING = Hint()


@dataclass(slots=True)
class _Said:
    """How often each thing has been said of one person, and the first words that said it."""

    times: Counter[Meaning] = field(default_factory=Counter)
    words: dict[Meaning, str] = field(default_factory=dict)

    def note(self, meaning: Meaning, words: str) -> None:
        self.times[meaning] += 1
        self.words.setdefault(meaning, words)

    def most(self, kinds: bool) -> Meaning | None:
        """What is said most often; nothing if two things are said equally often."""
        ranked = [
            (times, meaning)
            for meaning, times in self.times.items()
            if isinstance(meaning, Kind) is kinds
        ]
        best = max((times for times, _ in ranked), default=0)
        found = [meaning for times, meaning in ranked if times == best]
        return found[0] if len(found) == 1 else None


def find_hints(script: Script, names: Mapping[str, Iterable[str]]) -> dict[str, Hint]:
    """What `script` says of those in `names`: for each person the other names they have.

    Where it says different things of one person, the one it says most often counts.
    """
    telling = pack_for(script.info.language).casting
    owners = {name: person for person, others in names.items() for name in others}
    owners |= {person: person for person in names}
    said: dict[str, _Said] = defaultdict(_Said)
    for name, person in owners.items():
        kind = kind_in(name, telling)
        if kind:
            said[person].note(kind, name)
    statements, dialects = Statements(list(owners), telling), Dialects(telling)
    for chapter in script.chapters:
        rows = [row if isinstance(row, Line) else None for row in chapter.rows]
        for at, row in enumerate(rows):
            if row and row.speaker in owners:
                dialects.hear(owners[row.speaker], row.text)
            elif row and row.speaker == NARRATOR and row.kind is LineKind.NARRATION:
                for who, meaning, words in statements.in_text(row.text, _beside(rows, at)):
                    if who in owners:
                        said[owners[who]].note(meaning, words)
    for person, (tag, words) in dialects.spoken().items():
        if said[person].most(kinds=False) is None:
            said[person].note(tag, words)
    return {person: _hint(said[person]) for person in names if said[person].times}


def kind_in(name: str, words: Casting) -> Kind | None:
    """What somebody is whom a book calls by `name`; None for a person.

    >>> english = pack_for("en").casting
    >>> kind_in("the old giant", english).value, kind_in("Mr. Wolf", english)
    ('giant', None)
    """
    said = re.split(rf" {words.of.source} ", name, maxsplit=1)[0].split()
    if not said:
        return None
    numbered = len(said) > 1 and said[-1].strip("#.").isdigit()
    head = said[-2 if numbered else -1]
    kind = kind_of(words).get(head.casefold())
    described = said[0].casefold() in words.articles or head.islower()
    alone = kind in NEVER_SURNAMES and len(said) - numbered == 1
    return kind if described or alone else None


def _beside(rows: Sequence[Line | None], at: int) -> str | None:
    """Who speaks in the same paragraph right before the row `at`, or else right behind it."""
    row, before = rows[at], rows[at - 1] if at else None
    if row and not row.opens_paragraph and before and before.speaker != NARRATOR:
        return before.speaker
    after = rows[at + 1] if at + 1 < len(rows) else None
    if after and not after.opens_paragraph and after.speaker != NARRATOR:
        return after.speaker
    return None


def _hint(said: _Said) -> Hint:
    kind, accent = said.most(kinds=True), said.most(kinds=False)
    return Hint(
        kind if isinstance(kind, Kind) else Kind.PERSON,
        _quoted(said.words[kind]) if kind else "",
        str(accent or ""),
        _quoted(said.words[accent]) if accent else "",
    )


def _quoted(words: str) -> str:
    """`words` between quotation marks, cut at a whole one."""
    text = " ".join(words.split())
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rpartition(" ")[0] + " ..."
    return f"“{text.strip(' ,;:')}”"
