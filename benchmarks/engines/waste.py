"""How much an engine speaks for what is heard of it: silence that is trimmed away costs, too.

    python -m benchmarks.engines.waste STORY.txt --engine kokoro --characters 1200

The lines of a story are spoken as they are recorded, with the sentences of a line in one go where
the engine does that, and sentence by sentence; each way, seconds spoken for a second that is kept,
and processor seconds for it.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from narrator.engines import Engine, engine_class
from narrator.model import Manner, Sound
from narrator.parser import parse_book
from narrator.readers import read_book
from narrator.studio import Utterance, utterance_for
from narrator.studio.trim import trimmed
from narrator.text import Diction

Way = Callable[[Engine, Utterance], Sequence[Sound]]


def in_one_go(engine: Engine, said: Utterance) -> Sequence[Sound]:
    return engine.speak_each(said.sentences, said.voice, said.manner)


def one_by_one(engine: Engine, said: Utterance) -> Sequence[Sound]:
    return Engine.speak_each(engine, said.sentences, said.voice, said.manner)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("story", type=Path)
    parser.add_argument("--engine", default="kokoro")
    parser.add_argument("--characters", type=int, default=1200)
    options = parser.parse_args()
    engine = engine_class(options.engine)()
    lines = _utterances(options.story, engine, options.characters)
    in_one_go(engine, lines[0])  # loads the model
    sentences = sum(len(line.sentences) for line in lines)
    print(f"{options.engine}: {len(lines)} lines, {sentences} sentences")
    for name, way in (("as recorded", in_one_go), ("one by one", one_by_one)):
        print(f"  {name}: {_told(engine, lines, way)}")


def _utterances(story: Path, engine: Engine, characters: int) -> list[Utterance]:
    script = parse_book(read_book(story))
    diction, found, length = Diction(phonemes=engine.takes_phonemes), list[Utterance](), 0
    voice = engine.voices()[0].id
    for line in (line for chapter in script.chapters for line in chapter.lines):
        said = utterance_for(
            line.text,
            engine=engine.name,
            version="",
            voice=voice,
            manner=Manner(),
            diction=diction,
        )
        if said and length < characters:
            found.append(said)
            length += said.characters
    return found


def _told(engine: Engine, lines: Sequence[Utterance], way: Way) -> str:
    start = time.process_time()
    spoken = [sound for line in lines for sound in way(engine, line)]
    took = time.process_time() - start
    whole = sum(sound.seconds for sound in spoken)
    heard = sum(trimmed(sound).seconds for sound in spoken)
    return f"{whole / heard:.2f} s spoken and {took / heard:.2f} s computed for each second kept"


if __name__ == "__main__":
    main()
