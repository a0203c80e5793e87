"""How well a cast fits and how far apart the voices of those who talk to each other are.

    python -m benchmarks.casting STORY.txt ...  [--corpus DIR ...] [--json FILE]

Each book is cast three times in the same run with the espeak voices: by Narrator, at random
(seeded, of the right gender) and round-robin (of the right gender, in the order of the list).
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from statistics import median

from narrator.acoustics import Voiceprint, shipped
from narrator.casting import Conversations, cast_book, conversations_in, find_hints
from narrator.casting.likeness import Likeness
from narrator.engines.espeak import Espeak
from narrator.model import NARRATOR, Cast, Character, Gender, Kind, Manner, Role, Script, Voice
from narrator.parser import parse_book
from narrator.readers import read_book

PRINCIPAL_LINES = 10
"""A principal has at least so many lines, or is among the three with most."""
PRINCIPAL_EXCHANGES = 2
SEEDS = range(20)

Caster = Callable[[Script, Sequence[Voice]], Cast]


def main() -> None:
    arguments = _arguments()
    prints = shipped("espeak").prints
    voices = Espeak().voices()
    rows = {}
    for path in _stories(arguments):
        script = parse_book(read_book(path))
        name = path.parent.name if path.stem in ("novel_text", "story") else path.stem
        rows[name] = {
            "narrator": _figures(script, narrator_cast(script, voices, prints), voices, prints),
            "round-robin": _figures(script, round_robin(script, voices), voices, prints),
            "random": _mean(
                _figures(script, at_random(script, voices, seed), voices, prints) for seed in SEEDS
            ),
        }
        rows[name]["changed"] = stability(script, voices, prints)
        _tell(name, rows[name])
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def narrator_cast(
    script: Script,
    voices: Sequence[Voice],
    prints: Mapping[str, Voiceprint],
    existing: Cast | None = None,
) -> Cast:
    hints = find_hints(script, {one.name: one.aliases for one in script.characters})
    return cast_book(
        script.characters,
        Counter(line.speaker for chapter in script.chapters for line in chapter.lines),
        voices,
        existing=existing,
        conversations=conversations_in(script),
        prints=prints,
        hints={name: replace(hint, accent="") for name, hint in hints.items()},
    ).cast


def round_robin(script: Script, voices: Sequence[Voice]) -> Cast:
    """Voices of the right gender, one after the other; the narrator's is nobody else's."""
    wheels = {gender: cycle(_of(gender, voices[1:])) for gender in Gender}
    return _cast(script, voices, lambda character: next(wheels[character.gender]))


def at_random(script: Script, voices: Sequence[Voice], seed: int) -> Cast:
    """Voices of the right gender, drawn blindly."""
    dice = random.Random(seed)  # noqa: S311
    return _cast(script, voices, lambda character: dice.choice(_of(character.gender, voices[1:])))


def _of(gender: Gender, voices: Sequence[Voice]) -> list[Voice]:
    people = [voice for voice in voices if voice.kind is Kind.PERSON]
    return [voice for voice in people if voice.gender is gender] or people


def _cast(script: Script, voices: Sequence[Voice], choose: Callable[[Character], Voice]) -> Cast:
    roles = [Role(Character(NARRATOR), voices[0].id)]
    roles += [Role(character, choose(character).id) for character in script.characters]
    return Cast("espeak", tuple(roles))


def _figures(
    script: Script, cast: Cast, voices: Sequence[Voice], prints: Mapping[str, Voiceprint]
) -> dict[str, float]:
    by_id = {voice.id: voice for voice in voices}
    likeness = Likeness(by_id, prints)
    known = [role for role in cast.roles if role.character.gender in (Gender.FEMALE, Gender.MALE)]
    fits = sum(by_id[role.voice].gender is role.character.gender for role in known)
    pairs = list(_talking(script, cast))
    apart = [likeness.apart(_part(one), _part(other)) for one, other in pairs]
    principals = _principals(script)
    close = [
        distance
        for (one, other), distance in zip(pairs, apart, strict=True)
        if {one.character.name, other.character.name} <= principals
    ]
    narrator = cast.roles[0]
    away = [
        likeness.apart(_part(narrator), _part(role))
        for role in cast.roles[1:]
        if role.character.name in principals
    ]
    return {
        "gender fit": fits / len(known) if known else 1.0,
        "smallest": min(apart, default=9.9),
        "median": median(apart) if apart else 9.9,
        "below 1.5": sum(d < 1.5 for d in apart) / len(apart) if apart else 0.0,
        "principals": float(len(close)),
        "principals smallest": min(close, default=9.9),
        "principals below 1.5": sum(d < 1.5 for d in close) / len(close) if close else 0.0,
        "narrator smallest": min(away, default=9.9),
    }


def _part(role: Role) -> tuple[str, Manner]:
    return role.voice, role.manner


def _talking(script: Script, cast: Cast) -> Iterator[tuple[Role, Role]]:
    """The roles that talk to each other; a chance neighbour is not yet a conversation."""
    talk: Conversations = conversations_in(script)
    for (one, other), count in talk.exchanges.items():
        roles = cast.role(one), cast.role(other)
        if count >= PRINCIPAL_EXCHANGES and roles[0] and roles[1] and roles[0] is not roles[1]:
            yield roles[0], roles[1]


def _principals(script: Script) -> set[str]:
    ranked = sorted(script.characters, key=lambda character: -character.lines)
    return {c.name for c in ranked if c.lines >= PRINCIPAL_LINES} | {c.name for c in ranked[:3]}


def stability(script: Script, voices: Sequence[Voice], prints: Mapping[str, Voiceprint]) -> int:
    """Voices changed by a chapter more, a minor more, an alias renamed; and by a removed voice,
    those of others than its owner."""
    whole = narrator_cast(script, voices, prints)
    shorter = replace(script, chapters=script.chapters[: max(1, len(script.chapters) // 2)])
    before = narrator_cast(shorter, voices, prints)
    changed = _changed(before, narrator_cast(script, voices, prints, before))
    minor = Character("Somebody New", (), Gender.MALE, lines=1)
    more = replace(script, characters=(*script.characters, minor))
    changed += _changed(whole, narrator_cast(more, voices, prints, whole))
    renamed = replace(
        script,
        characters=tuple(
            replace(c, aliases=(*c.aliases, f"Old {c.name}")) for c in script.characters
        ),
    )
    changed += _changed(whole, narrator_cast(renamed, voices, prints, whole))
    owner = whole.roles[-1].character.name
    without = Cast(
        whole.engine,
        tuple(replace(r, voice="") if r.character.name == owner else r for r in whole.roles),
    )
    after = narrator_cast(script, voices, prints, without)
    return changed + len(_changes(whole, after) - {owner})


def _changes(before: Cast, after: Cast) -> set[str]:
    now = {role.character.name: _part(role) for role in after.roles}
    return {
        role.character.name
        for role in before.roles
        if now.get(role.character.name, _part(role)) != _part(role)
    }


def _changed(before: Cast, after: Cast) -> int:
    return len(_changes(before, after))


def _mean(runs: Iterator[dict[str, float]]) -> dict[str, float]:
    found = list(runs)
    return {key: sum(run[key] for run in found) / len(found) for key in found[0]}


def _stories(arguments: argparse.Namespace) -> list[Path]:
    found = list(arguments.stories)
    for corpus in arguments.corpus:
        found += sorted(corpus.glob("*/novel_text.txt")) + sorted(corpus.glob("*/story.txt"))
    return found


def _tell(name: str, rows: dict[str, dict[str, float]]) -> None:
    print(f"\n{name}  (voices changed by additions: {rows['changed']})")
    for way in ("narrator", "round-robin", "random"):
        told = "  ".join(f"{key} {value:.2f}" for key, value in rows[way].items())
        print(f"  {way:12} {told}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.casting")
    parser.add_argument("stories", nargs="*", type=Path, metavar="STORY")
    parser.add_argument("--corpus", type=Path, action="append", default=[], metavar="DIR")
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    main()
