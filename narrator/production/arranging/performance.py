"""How a book is read: in one voice or many, with or without tags, plainly or as it was said."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from narrator.model import (
    NARRATOR,
    Cast,
    Character,
    Line,
    LineKind,
    Row,
    Script,
    ScriptChapter,
    Skipped,
)

NEEDLESS = "a tag that the voice makes needless"
"""Why a tag is skipped."""

_TAG = re.compile(
    r"(?:(?P<who>[\w.’'-]+(?: [\w.’'-]+){0,2}) (?:said|says|asked|asks|replied|answered)"
    r"|(?:said|says|asked|asks|replied|answered) (?P<whom>[\w.’'-]+(?: [\w.’'-]+){0,2}))[.,]?"
)
_PRONOUNS = frozenset("he she they i".split())  # noqa: SIM905


class Mix(StrEnum):
    """Who reads a book, of those ways of which it can have several side by side."""

    CAST = "cast"
    """Everyone with the voice of their own."""
    SINGLE = "single"
    """The narrator reads everything."""


@dataclass(frozen=True, slots=True)
class Performance:
    """What a person asks for."""

    hedges: bool = False
    """The most doubtful lines are spoken by nobody in particular (see `hedge`)."""
    mixes: tuple[Mix, ...] = (Mix.CAST,)
    """Who reads it: the mix in which the book opens, then those beside it."""
    drops_tags: bool = False
    """A bare `said Tom` beside what Tom says is left out."""
    delivers: bool = True
    """What was whispered is spoken softly, what was shouted loudly."""
    announces: bool = False
    """The title of a chapter that has no heading is said before it."""
    credits: bool = False
    """Title, author and cast are said before and after the story."""


def mixes_of(listed: str, *, single: bool = False) -> tuple[Mix, ...]:
    """The mixes of a list with commas, none twice; `single`: the one voice comes first.

    Without any it is the cast.

    Raises:
        ValueError: one of them is no mix.
    """
    named = [Mix(name.strip()) for name in listed.split(",") if name.strip()]
    if single and named in ([], [Mix.CAST]):
        return (Mix.SINGLE,)
    return tuple(dict.fromkeys([*([Mix.SINGLE] if single else []), *(named or [Mix.CAST])]))


AS_CAST = Performance()
"""As the casting file has it, every word, and as it was said."""


def performed_by(cast: Cast, mix: Mix) -> Cast:
    """`cast`, or all of it with the narrator's voice."""
    narrator = cast.role(NARRATOR)
    if mix is Mix.CAST or narrator is None:
        return cast
    roles = (replace(narrator, character=role.character) for role in cast.roles)
    return replace(cast, roles=tuple(roles))


def without_needless_tags(script: Script, cast: Cast) -> Script:
    """`script` with its bare tags as skipped rows.

    A tag is left out only if it is nothing but a plain verb and the name, or a pronoun, of whoever
    speaks right beside it in the same paragraph, in a voice that is not the narrator's.
    """
    chapters = (_chapter(chapter, cast) for chapter in script.chapters)
    return replace(script, chapters=tuple(chapters))


def _chapter(chapter: ScriptChapter, cast: Cast) -> ScriptChapter:
    rows = list(chapter.rows)
    for at, row in enumerate(rows[1:], start=1):
        if _is_needless(row, rows[at - 1], cast):
            rows[at] = Skipped(row.text, NEEDLESS) if isinstance(row, Line) else row
    return replace(chapter, rows=tuple(rows))


def _is_needless(row: Row, before: Row, cast: Cast) -> bool:
    if not isinstance(row, Line) or not isinstance(before, Line):
        return False
    if row.kind is not LineKind.NARRATION or row.speaker != NARRATOR or row.opens_paragraph:
        return False
    if before.kind is not LineKind.DIALOGUE or before.speaker == NARRATOR:
        return False
    tag = _TAG.fullmatch(row.text)
    role, narrator = cast.role(before.speaker), cast.role(NARRATOR)
    if not tag or not role or not narrator or role.voice == narrator.voice:
        return False
    return _means(tag["who"] or tag["whom"], role.character)


def _means(told: str, character: Character) -> bool:
    """Whether the words of a tag mean `character`: a pronoun, or part of a name of theirs."""
    words = _words(told)
    if {word.casefold() for word in words} <= _PRONOUNS:
        return True
    return any(words <= _words(name) for name in (character.name, *character.aliases))


def _words(name: str) -> set[str]:
    return {word.rstrip(".,") for word in name.split()}
