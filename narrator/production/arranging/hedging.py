"""Doubtful lines in a neutral voice, rather than in that of a character who may not say them."""

from collections import Counter
from dataclasses import replace

from narrator.model import Character, Gender, Line, LineKind, Row, Script
from narrator.parser import SOMEONE

NEUTRAL_BELOW = 0.6
"""A guess less sure than this is wrong about as often as right (measured on four novels)."""

_STAND_INS = {gender: f"{SOMEONE} ({gender.value})" for gender in (Gender.FEMALE, Gender.MALE)}


def hedge(script: Script, below: float = NEUTRAL_BELOW) -> Script:
    """`script` with every guess less sure than `below` spoken by somebody of the same gender.

    The stand-ins are characters like any other, so they have their own entries in the casting
    file. The script on disk keeps its guesses.
    """
    genders = {
        name: character.gender
        for character in reversed(script.characters)
        for name in (*character.aliases, character.name)
    }
    chapters = tuple(
        replace(chapter, rows=tuple(_hedged(row, genders, below) for row in chapter.rows))
        for chapter in script.chapters
    )
    lines = Counter(line.speaker for chapter in chapters for line in chapter.lines)
    stand_ins = tuple(
        Character(name, gender=gender, lines=lines[name])
        for gender, name in _STAND_INS.items()
        if lines[name]
    )
    return replace(script, chapters=chapters, characters=(*script.characters, *stand_ins))


def _hedged(row: Row, genders: dict[str, Gender], below: float) -> Row:
    if not isinstance(row, Line) or row.kind is not LineKind.DIALOGUE:
        return row
    if row.doubt is None or row.doubt.confidence >= below:
        return row
    gender = genders.get(row.speaker, Gender.UNKNOWN)
    return replace(row, speaker=_STAND_INS.get(gender, SOMEONE))
