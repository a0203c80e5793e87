"""What Narrator finds in a scene, held against the gold."""

import tempfile
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from narrator.model import Line, LineKind, Pause, Script
from narrator.parser import parse_book
from narrator.readers import ReadOptions, read_book

from .naming import meant
from .scenes import Scene

_MOST = 0.8
"""Share of the letters of a saying, or of a line, that must be in the other."""


def score(scene: Scene, *, told: bool) -> Counter[str]:
    """The counts of a scene; its language is found out unless the program is `told`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.txt"
        path.write_text(scene.text, encoding="utf-8", newline="")
        began = time.process_time()
        book = read_book(path, ReadOptions(language=scene.language if told else None))
        script = parse_book(book)
        seconds = time.process_time() - began
    total: Counter[str] = Counter(
        microseconds=round(1e6 * seconds),
        letters=len(scene.text),
        right_language=book.info.language.partition("-")[0] == scene.language,
        scenes=1,
    )
    total["lost"], total["twice"] = _lost(scene.text, script)
    return total + _found(scene, script)


def _found(scene: Scene, script: Script) -> Counter[str]:
    letters = [n for n, sign in enumerate(scene.text) if sign.isalnum()]
    gold = {n for one in scene.sayings for n in _inside(letters, one.start, one.end)}
    spoken = [
        (line, _inside(letters, *place))
        for line, *place in _placed(script)
        if line.kind in (LineKind.DIALOGUE, LineKind.THOUGHT) and line.speaker != "Narrator"
    ]
    pure = [
        (line, at) for line, at in spoken if at and len(gold.intersection(at)) >= _MOST * len(at)
    ]
    owner = {n: line for line, at in pure for n in at}
    sexes = {one.name: one.gender.value for one in script.characters}
    others = {one.name: one.aliases for one in script.characters}
    total: Counter[str] = Counter(lines=len(spoken), pure=len(pure), sayings=len(scene.sayings))
    pairs: Counter[tuple[str, str]] = Counter()
    for one in scene.sayings:
        at = _inside(letters, one.start, one.end)
        owners = Counter(owner[n].speaker for n in at if n in owner)
        sex = scene.people[one.speaker].gender
        total["sexed"] += bool(sex)
        if not at or owners.total() < _MOST * len(at):
            continue
        total["found"] += 1
        name = owners.most_common(1)[0][0]
        total["right"] += meant(name, others.get(name, ()), scene.people.values()) == one.speaker
        total["right sex"] += bool(sex) and sexes.get(name) == sex
        pairs[name, one.speaker] += 1
    total["paired"] = _paired(pairs)
    return total


def _inside(letters: Sequence[int], start: int, end: int) -> Sequence[int]:
    return letters[bisect_left(letters, start) : bisect_left(letters, end)]


def _placed(script: Script) -> Iterator[tuple[Line, int, int]]:
    for chapter in script.chapters:
        for line in chapter.lines:
            if line.trace.span:
                yield line, line.trace.span.start, line.trace.span.end


def _paired(pairs: Counter[tuple[str, str]]) -> int:
    """How many are right if every voice is one person, whatever it is called."""
    taken: set[tuple[bool, str]] = set()
    total = 0
    for (voice, person), count in pairs.most_common():
        if not {(True, voice), (False, person)} & taken:
            taken |= {(True, voice), (False, person)}
            total += count
    return total


def _lost(text: str, script: Script) -> tuple[int, int]:
    """How many signs of the text are in no row of the script, and in more than one."""
    times = [0] * len(text)
    for chapter in script.chapters:
        for row in chapter.rows:
            span = None if isinstance(row, Pause) else row.trace.span
            for n in range(span.start, span.end) if span else ():
                times[n] += 1
    counts = [count for count, sign in zip(times, text, strict=True) if not sign.isspace()]
    return counts.count(0), sum(count > 1 for count in counts)
