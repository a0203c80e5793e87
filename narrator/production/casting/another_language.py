"""A book that turns out to be in another language than it was cast for.

Whom Narrator cast, and nobody touched since, is cast anew: a French book keeps no English voices,
and nobody whom the words of the other language made up. What a person wrote stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from narrator.casting import read_cast, with_engine, with_role_keys, without_role
from narrator.engines import default_engine, engine_and_voice
from narrator.languages.tags import same_language
from narrator.model import Cast, Role
from narrator.workspace import Workspace, read_record, write_record

from ..scripting import digest_of_role, roles_of_narrator


@dataclass(frozen=True, slots=True)
class CastAnew:
    """A casting file without those who are to be cast anew."""

    text: str | None
    """None where there is no casting file."""
    remarks: tuple[str, ...] = ()


def cast_anew(
    workspace: Workspace, book: str, path: Path, text: str | None, language: str, engine: str | None
) -> CastAnew:
    """The casting file `text` of a book in `language`, without roles that Narrator wrote for
    another language.

    With them goes the engine, if that was the default for the other language and no `engine` is
    asked for; the voices of those who stay have its name in front from then on.
    """
    record = read_record(workspace.script(book))
    if text is None or record is None or path != workspace.casting_file(book):
        return CastAnew(text)
    before = record.cast_language
    if not before or same_language(before, language):
        return CastAnew(text)
    cast = read_cast(text, where=str(path))
    gone = roles_of_narrator(record, cast.roles)
    stay = [role for role in cast.roles if role not in gone]
    for role in gone:
        text = without_role(text, role.character.name, where=str(path))
    if cast.engine == default_engine(before) and not engine:
        text = _with_engine(text, cast, stay, default_engine(language), str(path))
    return CastAnew(text, _told(gone, stay, before, language))


def remember_cast(
    workspace: Workspace, book: str, cast: Cast, added: Iterable[str], language: str
) -> None:
    """Remember what Narrator wrote of those whom it `added` to the casting file, and for which
    language."""
    folder = workspace.script(book)
    record = read_record(folder)
    if record is None:
        return
    new = set(added)
    ours = {r.character.name: digest_of_role(r) for r in cast.roles if r.character.name in new}
    known = {r.character.name for r in cast.roles}
    kept: Mapping[str, str] = {name: each for name, each in record.cast.items() if name in known}
    changed = replace(record, cast={**kept, **ours}, cast_language=language)
    if changed != record:
        write_record(folder, changed)


def _with_engine(text: str, cast: Cast, stay: Iterable[Role], engine: str, where: str) -> str:
    if engine == cast.engine:
        return text
    for role in stay:
        if role.voice and engine_and_voice("", role.voice)[0] == "":
            voice = f"{cast.engine}:{role.voice}"
            text = with_role_keys(text, role.character.name, {"voice": voice}, where=where)
    return with_engine(text, engine, where=where)


def _told(
    gone: Iterable[Role], stay: Iterable[Role], before: str, language: str
) -> tuple[str, ...]:
    names = [role.character.name for role in stay if role.voice]
    kept = f"; {', '.join(names)}: as you chose" if names else ""
    count = len(list(gone))
    roles = "1 role is" if count == 1 else f"{count:,} roles are"
    return (f"cast for {before}, and in {language} now: {roles} cast anew{kept}",)
