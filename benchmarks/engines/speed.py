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

from narrator.engines.espeak import Espeak
from narrator.engines.espeak_voices import BY_ID
from narrator.engines.home import VARIABLE, models
from narrator.engines.piper_engine import Piper
from narrator.model import Manner
from narrator.studio import Store, record, utterance_for

SENTENCES = [
    f"On the {n}th of the month the old clock above the door struck {n % 12 + 1} and nobody moved."
    for n in range(400)
]
WIDTH = 192
ROUNDS = 3


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.engines.speed")
    parser.add_argument("--clips", type=int, default=24)
    clips = parser.parse_args().clips
    with tempfile.TemporaryDirectory() as folder:
        os.environ[VARIABLE] = folder
        _espeak(clips * 10)
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


def _piper(clips: int) -> None:
    path = models("piper") / "en_US-random-medium.onnx"
    _graph(path)
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
    for _ in record((u for u in utterances if u), Store(folder / "clips"), jobs=jobs):
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


def _graph(path: Path) -> None:
    """A stack of convolutions over phonemes, then up to samples: a decoder's shape and size."""
    import numpy as np
    import onnx
    from onnx import TensorProto, helper, numpy_helper
    from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP

    dice = np.random.default_rng(1)
    path.parent.mkdir(parents=True, exist_ok=True)
    weights = [
        numpy_helper.from_array(
            (dice.standard_normal((256, WIDTH)) * 0.1).astype(np.float32), "embedding"
        ),
        numpy_helper.from_array(np.array([0], np.int64), "front"),
        numpy_helper.from_array(np.float32(0.01), "little"),
    ]
    nodes = [helper.make_node("Gather", ["embedding", "input"], ["e0"], axis=0)]
    nodes.append(helper.make_node("Transpose", ["e0"], ["h0"], perm=[0, 2, 1]))
    last, wide = "h0", 384
    sizes = [(WIDTH, wide)] + [(wide, wide)] * 33
    for at, (into, out) in enumerate(sizes):
        kernel = (dice.standard_normal((out, into, 3)) * 0.03).astype(np.float32)
        weights.append(numpy_helper.from_array(kernel, f"w{at}"))
        nodes.append(helper.make_node("Conv", [last, f"w{at}"], [f"c{at}"], pads=[1, 1]))
        nodes.append(helper.make_node("Tanh", [f"c{at}"], [f"t{at}"]))
        last = f"t{at}"
    width = wide
    for at, (stride, out) in enumerate(((8, 128), (8, 64), (8, 32), (3, 1))):
        kernel = (dice.standard_normal((width, out, stride * 2)) * 0.05).astype(np.float32)
        weights.append(numpy_helper.from_array(kernel, f"u{at}"))
        nodes.append(
            helper.make_node("ConvTranspose", [last, f"u{at}"], [f"x{at}"], strides=[stride])
        )
        nodes.append(helper.make_node("Tanh", [f"x{at}"], [f"y{at}"]))
        last, width = f"y{at}", out
    nodes.append(helper.make_node("ReduceSum", ["scales"], ["sum"], keepdims=0))
    nodes.append(helper.make_node("Mul", ["sum", "little"], ["trace"]))
    nodes.append(helper.make_node("Add", [last, "trace"], ["output"]))
    graph = helper.make_graph(
        nodes,
        "random",
        [
            helper.make_tensor_value_info("input", TensorProto.INT64, [1, "T"]),
            helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
            helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
        ],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, "N"])],
        weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8)
    onnx.save(model, str(path))
    config = {
        "audio": {"sample_rate": 22_050},
        "espeak": {"voice": "en-us"},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_id_map": DEFAULT_PHONEME_ID_MAP,
        "num_symbols": 256,
        "num_speakers": 1,
    }
    path.with_name(path.name + ".json").write_text(json.dumps(config), encoding="utf-8")


if __name__ == "__main__":
    main()
