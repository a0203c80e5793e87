"""Clips a second of each engine, as a ratio to calling its bare library in the same run.

    python -m benchmarks.engines.speed [--clips N]

The neural figures are those of a graph of the size of a medium Piper voice (63 MB) with random
weights: real weights cannot be had everywhere, and take the same time.
"""

import argparse
import json
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import hibari

from narrator.engines.espeak import Espeak
from narrator.engines.espeak_voices import BY_ID
from narrator.engines.hibari import Hibari
from narrator.engines.home import VARIABLE, models
from narrator.engines.piper_engine import Piper
from narrator.model import Manner
from narrator.studio import Processes, Store, record, utterance_for

from .graph import write_graph

SENTENCES = [
    f"On the {n}th of the month the old clock above the door struck {n % 12 + 1} and nobody moved."
    for n in range(400)
]
ROUNDS = 3


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines.speed")
    parser.add_argument("--clips", type=int, default=24)
    clips = parser.parse_args().clips
    with tempfile.TemporaryDirectory() as folder:
        os.environ[VARIABLE] = folder
        _espeak(clips * 10)
        _hibari(clips)
        _piper(clips)
        _workers(clips, Path(folder))


def _rounds(ours: Callable[[str], object], bare: Callable[[str], object], clips: int) -> float:
    """How fast `ours` is as a part of `bare`: the median of rounds that take turns."""
    ratios = []
    for start in range(0, clips, max(clips // 8, 1)):
        part = SENTENCES[start % 300 : start % 300 + max(clips // 8, 1)]
        times = []
        for way in (bare, ours) if len(ratios) % 2 else (ours, bare):
            begin = time.process_time()
            for sentence in part:
                way(sentence)
            times.append((way is ours, time.process_time() - begin))
        spent = dict(times)
        ratios.append(spent[False] / spent[True])
    return sorted(ratios)[len(ratios) // 2]


def _espeak(clips: int) -> None:
    voice = BY_ID["narrator-man"]
    engine = Espeak()
    synth, pcm = engine._library._lib, engine._library._pcm

    def bare(text: str) -> bytes:
        """What anyone must call for a clip in a voice, and no more."""
        synth.espeak_SetVoiceByName(voice.espeak.encode())
        for parameter, value in enumerate((*voice.setting[:1], voice.setting.volume), start=1):
            synth.espeak_SetParameter(parameter, value, 0)
        for parameter, value in enumerate((voice.setting.pitch, voice.setting.range), start=3):
            synth.espeak_SetParameter(parameter, value, 0)
        pcm.clear()
        raw = text.encode()
        synth.espeak_Synth(raw, len(raw) + 1, 0, 1, 0, 1, None, None)
        return bytes(pcm)

    ratio = _rounds(lambda text: engine.speak(text, voice.id, Manner()), bare, clips)
    print(f"espeak: {ratio:.2f} of the bare library")


def _hibari(clips: int) -> None:
    bare = hibari.Hibari()
    engine = Hibari()
    for voice in ("heart", "narrator-man"):
        engine.speak("Warm.", voice, Manner())
        bare("Warm.", seed=0)
        ratio = _rounds(
            lambda text, voice=voice: engine.speak(text, voice, Manner()),
            lambda text: bare(text, seed=0),
            clips,
        )
        print(f"hibari, {voice}: {ratio:.2f} of the bare library")


def _piper(clips: int) -> None:
    path = models("piper") / "en_US-random-medium.onnx"
    write_graph(path)
    print(f"model: {path.stat().st_size / 1e6:.0f} MB")
    call = _bare(path)
    engine = Piper()
    engine.speak("Warm.", path.stem, Manner())

    begin = time.process_time()
    seconds = len(call(SENTENCES[0])) / 2 / 22_050
    print(f"real-time factor, one thread: {(time.process_time() - begin) / seconds:.3f}")
    ratio = _rounds(lambda text: engine.speak(text, path.stem, Manner()), call, clips)
    print(f"piper: {ratio:.2f} of the bare library")


def _workers(clips: int, folder: Path) -> None:
    """One worker against two, and for comparison one process against two that only call the bare
    library; start-up left out, taking turns.

    On a machine with other work the processes wait for a core. Linux says how long; that time is
    taken away, so that the figures are those of a machine where they need not wait.
    """
    path = models("piper") / "en_US-random-medium.onnx"
    ours: dict[int, list[float]] = {1: [], 2: []}
    bare: dict[int, list[float]] = {1: [], 2: []}
    for turn in range(ROUNDS):
        for jobs in (1, 2):
            ours[jobs].append(_our_rate(clips * jobs, jobs, turn, folder))
            bare[jobs].append(_bare_rate(path, clips, jobs))
    two, free = (median(rates[2]) / median(rates[1]) for rates in (ours, bare))
    load = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    print(f"two workers: {two:.2f} times one; two bare processes: {free:.2f} times one ({load})")


def _our_rate(clips: int, jobs: int, turn: int, folder: Path) -> float:
    """Clips a second with so many workers."""
    utterances = [
        utterance_for(
            f"{text} {jobs} {turn}",
            engine="piper",
            version=Piper.version(),
            voice="en_US-random-medium",
            manner=Manner(),
        )
        for text in SENTENCES[: clips + 3 * jobs]
    ]
    times = []
    store = Store(folder / "clips")
    for _ in record((u for u in utterances if u), store, Processes(store, jobs=jobs)):
        # Time as it passes where nobody waits for a core: neither the workers nor we.
        waits = [_waited(child.pid) for child in multiprocessing.active_children()]
        times.append((time.monotonic(), sum(waits) / jobs))
    # From when all workers are at work until one has nothing left to do.
    warm = times[2 * jobs - 1 : len(times) - jobs]
    (start, before), (end, after) = warm[0], warm[-1]
    return (len(warm) - 1) / (end - start - (after - before))


def _waited(process: int | None = None) -> float:
    """Seconds for which the main thread of a process was ready to run and had no core."""
    try:
        told = Path(f"/proc/{process or 'self'}/schedstat").read_text(encoding="ascii")
        return int(told.split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def _bare_rate(path: Path, clips: int, jobs: int) -> float:
    """Clips a second in so many processes that call the library and nothing else."""
    spawn = multiprocessing.get_context("spawn")
    ready, done = spawn.Semaphore(0), spawn.Queue()
    start = spawn.Event()
    team = [
        spawn.Process(target=_speak_bare, args=(path, clips, ready, start, done))
        for _ in range(jobs)
    ]
    for process in team:
        process.start()
    for _ in team:
        ready.acquire()
    start.set()
    seconds = max(done.get() for _ in team)
    for process in team:
        process.join()
    return jobs * clips / seconds


def _speak_bare(path: Path, clips: int, ready: Any, start: Any, done: Any) -> None:
    call = _bare(path)
    call(SENTENCES[0])
    ready.release()
    start.wait()
    begin, waited = time.monotonic(), _waited()
    for text in SENTENCES[:clips]:
        call(text)
    done.put(time.monotonic() - begin - (_waited() - waited))


def _bare(path: Path) -> Callable[[str], bytes]:
    """Piper's own library with the model in `path`, as a person would call it with one thread."""
    from piper import PiperVoice, SynthesisConfig
    from piper.config import PiperConfig

    from narrator.engines.onnx_session import session_for

    config = json.loads(path.with_name(path.name + ".json").read_text())
    voice = PiperVoice(session=session_for(path), config=PiperConfig.from_dict(config))
    plain = SynthesisConfig(normalize_audio=False)
    return lambda text: b"".join(c.audio_int16_bytes for c in voice.synthesize(text, plain))


if __name__ == "__main__":
    main()
