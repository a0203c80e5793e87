"""The `[say]` table of a casting file: how words are to be said.

[say]
Hermione = "her-MY-oh-nee"            # other words that sound right
Siobhan = "/ʃɪˈvɔːn/"                 # or the sounds, in IPA
"St. Ives" = { say = "Saint Eyves", ipa = "səntˈaɪvz" }   # for engines without, and with, phonemes
Paris = { en = "PAR-iss", fr = "/paʁi/" }                 # by the language of the book
"""

import re
from collections.abc import Callable, Iterator

from narrator.text import Pronunciation, ipa

from .format import SAY, shown
from .lines import Path

Report = Callable[[Path, str, str], None]
"""Takes note of a mistake: where it is, what is wrong, what to do."""

_WORDS, _SOUNDS = "say", "ipa"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_EXAMPLE = 'write it as  Hermione = "her-MY-oh-nee"  or  "/hɜːˈmaɪəni/"'


def sayings(table: object, report: Report) -> tuple[Pronunciation, ...]:
    """The pronunciations in the table `[say]`; every mistake is reported."""
    if not isinstance(table, dict):
        report((SAY,), "say is no table", "write  [say]  in a row of its own, and the words below")
        return ()
    return tuple(
        entry
        for written, value in table.items()
        for entry in _entries(" ".join(written.split()), value, (SAY, written), report)
    )


def _entries(written: str, value: object, path: Path, report: Report) -> Iterator[Pronunciation]:
    if not any(map(str.isalnum, written)):
        report(path, f"{shown(written)} is no word", "write the word as the book has it")
    elif isinstance(value, str):
        yield from _one(written, value, "", path, report)
    elif isinstance(value, dict) and value and value.keys() <= {_WORDS, _SOUNDS}:
        yield from _both(written, value, path, report)
    elif isinstance(value, dict) and value:
        yield from _by_language(written, value, path, report)
    else:
        report(path, f"{written} is said {shown(value)}", _EXAMPLE)


def _one(
    written: str, value: str, language: str, path: Path, report: Report
) -> Iterator[Pronunciation]:
    """A respelling, or between slashes IPA."""
    bare = value.strip()
    if len(bare) > 2 and bare[0] == bare[-1] == "/":
        sounds = _sounds(bare, path, report)
        if sounds:
            yield Pronunciation(written, ipa=sounds, language=language)
    elif _is_sayable(bare):
        yield Pronunciation(written, say=bare, language=language)
    else:
        report(path, f"{written} is said {shown(value)}", _EXAMPLE)


def _both(
    written: str, value: dict[str, object], path: Path, report: Report
) -> Iterator[Pronunciation]:
    say, given = value.get(_WORDS, ""), value.get(_SOUNDS, "")
    if not (isinstance(say, str) and isinstance(given, str)) or (say and not _is_sayable(say)):
        report(path, f"{written} is said {shown(value)}", _EXAMPLE)
        return
    sounds = _sounds(given, path, report) if given else ""
    if say.strip() or sounds:
        yield Pronunciation(written, say=say.strip(), ipa=sounds)


def _by_language(
    written: str, value: dict[str, object], path: Path, report: Report
) -> Iterator[Pronunciation]:
    for language, said in value.items():
        if isinstance(said, dict) and not _LANGUAGE.fullmatch(written):
            todo = f'a word with a dot stands in quotation marks, as in  "{written}.{language}"'
            report(path, f"{written} is said in many ways", todo)
        elif not _LANGUAGE.fullmatch(language) or not isinstance(said, str):
            todo = 'name languages, as in  { en = "PAR-iss", fr = "/paʁi/" }, or say and ipa'
            report(path, f"{language} = {shown(said)} is no way to say {written}", todo)
        else:
            yield from _one(written, said, language, path, report)


def _sounds(written: str, path: Path, report: Report) -> str:
    """IPA, normalised; empty where it cannot be read."""
    normal = ipa.normal(written)
    try:
        ipa.signs(normal)
    except ValueError as error:
        known = " ".join(ipa.SOUNDS)
        report(path, f"{str(error)!r} in {shown(written)} is no sound of IPA", f"there are {known}")
        return ""
    return normal


def _is_sayable(text: str) -> bool:
    return any(map(str.isalnum, text)) and "[[" not in text and "]]" not in text
