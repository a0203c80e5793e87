"""Clips a second of each engine, as a ratio to calling its bare library in the same run.

    python -m benchmarks.engines.speed [--clips N]

The neural figures are those of a graph of the size of a medium Piper voice (63 MB) with random
weights: real weights cannot be had everywhere, and take the same time.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from narrator.engines.espeak import Espeak
from narrator.engines.espeak_library import EspeakLibrary
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
    library = EspeakLibrary()
    voice = BY_ID["narrator-man"]
    engine = Espeak()
    ratio = _rounds(
        lambda text: engine.speak(text, voice.id, Manner()),
        lambda text: library.speak(text, voice.espeak, voice.setting),
        clips,
    )
    print(f"espeak: {ratio:.2f} of the bare library")


def _piper(clips: int) -> None:
    path = models("piper") / "en_US-random-medium.onnx"
    _graph(path)
    print(f"model: {path.stat().st_size / 1e6:.0f} MB")
    from piper import PiperVoice, SynthesisConfig
    from piper.config import PiperConfig

    from narrator.engines.onnx_session import session_for

    config = json.loads(path.with_name(path.name + ".json").read_text())
    bare = PiperVoice(session=session_for(path), config=PiperConfig.from_dict(config))
    plain = SynthesisConfig(normalize_audio=False)
    engine = Piper()
    engine.speak("Warm.", path.stem, Manner())

    def call(text: str) -> bytes:
        return b"".join(chunk.audio_int16_bytes for chunk in bare.synthesize(text, plain))

    begin = time.process_time()
    seconds = len(call(SENTENCES[0])) / 2 / 22_050
    print(f"real-time factor, one thread: {(time.process_time() - begin) / seconds:.3f}")
    ratio = _rounds(lambda text: engine.speak(text, path.stem, Manner()), call, clips)
    print(f"piper: {ratio:.2f} of the bare library")


def _workers(clips: int, folder: Path) -> None:
    """One worker against two, start-up left out: the clips between the first and the last."""
    rates = {}
    for jobs in (1, 2):
        utterances = [
            utterance_for(
                f"{text} {jobs}",
                engine="piper",
                version=Piper.version(),
                voice="en_US-random-medium",
                manner=Manner(),
            )
            for text in SENTENCES[:clips]
        ]
        times = []
        for _ in record((u for u in utterances if u), Store(folder / "clips"), jobs=jobs):
            times.append(time.monotonic())
        warm = times[jobs * 2 :]
        rates[jobs] = (len(warm) - 1) / (warm[-1] - warm[0])
    load = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    print(f"two workers: {rates[2] / rates[1]:.2f} times one ({load})")


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
