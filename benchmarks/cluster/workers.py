"""Dask workers that sleep for as long as Kokoro would compute, many in one process.

usage: python -m benchmarks.cluster.workers ADDRESS NUMBER SPEED

Each is a worker of its own to the scheduler, with a connection and a thread. Only the engine is
replaced: where Narrator's worker process would compute, the thread sleeps, SPEED times as short,
and answers with a packed clip of real speech that is as long as the line's would be.
"""

import asyncio
import sys
import time
from functools import cache

from narrator.model import Manner, Sound
from narrator.studio import Patience, Utterance, speak_once, utterance_for
from narrator.studio.cluster import machine
from narrator.studio.store import content_of

COMPUTES, PACE = 1.2, 15.0
"""Seconds of a core that Kokoro takes for one of sound, and characters that are heard in it."""
SAMPLE = "She put the kettle on, and waited for the post. Why should it come today?"


def main() -> None:
    address, number, speed = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    machine._asked = _sleeping(speed)
    asyncio.run(_work(address, number))


async def _work(address: str, number: int) -> None:
    from distributed import Worker

    workers = [
        Worker(address, nthreads=1, dashboard_address=None, memory_limit=0) for _ in range(number)
    ]
    await asyncio.gather(*workers)
    await asyncio.gather(*(worker.finished() for worker in workers))


def _sleeping(speed: float):  # type: ignore[no-untyped-def]
    sample = _sample()

    @cache
    def content(seconds: int) -> bytes:
        size = sample.rate * seconds * 2
        pcm = (sample.pcm * (size // len(sample.pcm) + 1))[:size]
        return content_of([Sound(pcm, sample.rate)])

    def asked(utterance: Utterance, _: Patience) -> bytes:
        heard = utterance.characters / PACE
        time.sleep(heard * COMPUTES / speed)
        return content(max(round(heard), 1))

    return asked


def _sample() -> Sound:
    made = utterance_for(SAMPLE, engine="espeak", version="", voice="narrator-man", manner=Manner())
    assert made
    sounds = speak_once(made)
    return Sound(b"".join(sound.pcm for sound in sounds), sounds[0].rate)


if __name__ == "__main__":
    main()
