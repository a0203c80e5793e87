"""What is said around a story: titles announced, opening and closing credits."""

from collections.abc import Iterator
from dataclasses import replace

from narrator.engines import engine_and_voice
from narrator.model import NARRATOR, BookInfo, Cast, Line, LineKind, Role, Script, ScriptChapter
from narrator.parser import SOMEONE

OPENING, CLOSING = "Opening credits", "Closing credits"
"""The titles of the chapters that hold them."""
_MOST = 12
"""Characters who are named in the closing credits, those with most lines."""


def with_titles(script: Script) -> Script:
    """`script` with the title of each chapter that has no heading of its own said before it."""
    return replace(script, chapters=tuple(map(_announced, script.chapters)))


def with_credits(script: Script, cast: Cast) -> Script:
    """`script` between a chapter that says title and author, and one that says who was who."""
    chapters = (
        ScriptChapter(OPENING, tuple(_opening(script.info))),
        *script.chapters,
        ScriptChapter(CLOSING, tuple(_closing(script, cast))),
    )
    return replace(script, chapters=chapters)


def _announced(chapter: ScriptChapter) -> ScriptChapter:
    first = chapter.lines[:1]
    if not chapter.title or not first or first[0].kind is LineKind.HEADING:
        return chapter
    return replace(chapter, rows=(_said(chapter.title, LineKind.HEADING), *chapter.rows))


def _opening(info: BookInfo) -> Iterator[Line]:
    yield _said(info.title, LineKind.HEADING)
    english = _is_english(info)
    if info.author:
        yield _said(f"By {info.author}." if english else f"{info.author}.")
    if english:
        yield _said("Read by synthetic voices.")


def _closing(script: Script, cast: Cast) -> Iterator[Line]:
    info, english = script.info, _is_english(script.info)
    by = f", by {info.author}" if info.author else ""
    if english:
        yield _said(f"This was {info.title}{by}.")
        yield _said("It was read by synthetic voices.")
    else:
        yield _said(f"{info.title}. {info.author}".strip() + ".")
    # Everyone in one breath would be hard to follow: a paragraph for each.
    for role in _most_heard(script, cast):
        yield _said(f"{role.character.name}: {_voice(role)}.")
    if english:
        yield _said("The end.")


def _most_heard(script: Script, cast: Cast) -> list[Role]:
    """The roles of those who have a voice of their own, whoever has most lines first."""
    narrator = cast.role(NARRATOR)
    named = (each.name for each in script.characters if each.name != SOMEONE)
    roles = map(cast.role, named)
    own = (role for role in roles if role and narrator and role.voice != narrator.voice)
    return [*([narrator] if narrator else []), *dict.fromkeys(own)][: _MOST + 1]


def _voice(role: Role) -> str:
    """The voice's name as it can be said: `old-man-scots` is `old man scots`."""
    _, voice = engine_and_voice("", role.voice)
    return " ".join(voice.replace("-", " ").replace("_", " ").split())


def _said(text: str, kind: LineKind = LineKind.NARRATION) -> Line:
    return Line(NARRATOR, text, kind)


def _is_english(info: BookInfo) -> bool:
    return info.language.replace("_", "-").split("-")[0].casefold() in ("en", "")
