"""What is said around a story: titles announced, opening and closing credits."""

from collections.abc import Iterator
from dataclasses import replace

from narrator.engines import engine_and_voice
from narrator.languages import find_pack, titles_for
from narrator.languages.credits import NAMES_ALONE, Credits
from narrator.model import NARRATOR, BookInfo, Cast, Line, LineKind, Role, Script, ScriptChapter
from narrator.parser import SOMEONE

_MOST = 12
"""Characters who are named in the closing credits, those with most lines."""


def with_titles(script: Script) -> Script:
    """`script` with the title of each chapter that has no heading of its own said before it."""
    return replace(script, chapters=tuple(map(_announced, script.chapters)))


def with_credits(script: Script, cast: Cast) -> Script:
    """`script` between a chapter that says title and author, and one that says who was who."""
    titles, words = titles_for(script.info.language), _credits(script.info.language)
    chapters = (
        ScriptChapter(titles.opening, tuple(_opening(script.info, words))),
        *script.chapters,
        ScriptChapter(titles.closing, tuple(_closing(script, cast, words))),
    )
    return replace(script, chapters=chapters)


def _announced(chapter: ScriptChapter) -> ScriptChapter:
    first = chapter.lines[:1]
    if not chapter.title or not first or first[0].kind is LineKind.HEADING:
        return chapter
    return replace(chapter, rows=(_said(chapter.title, LineKind.HEADING), *chapter.rows))


def _credits(language: str) -> Credits:
    """What is said in `language`: never a word of another one."""
    pack = find_pack(language)
    return (pack and pack.credits) or NAMES_ALONE


def _opening(info: BookInfo, words: Credits) -> Iterator[Line]:
    yield _said(info.title, LineKind.HEADING)
    if info.author:
        yield _said(words.by.format(author=info.author))
    if words.read_by:
        yield _said(words.read_by)


def _closing(script: Script, cast: Cast, words: Credits) -> Iterator[Line]:
    info = script.info
    was = words.was_by if info.author else words.was
    yield _said(was.format(title=info.title, author=info.author))
    if words.was_read_by:
        yield _said(words.was_read_by)
    # Everyone in one breath would be hard to follow: a paragraph for each.
    for role in _most_heard(script, cast) if words.role else ():
        yield _said(words.role.format(name=role.character.name, voice=_voice(role)))
    if words.end:
        yield _said(words.end)


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
