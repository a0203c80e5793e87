"""Tiny neural models and described programs, so that every engine can be driven for real."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.speech_server import Server, name_it, serving

SPEAKER = """
import math, struct, sys, wave
voice, rate, text, out = sys.argv[1], float(sys.argv[2]), sys.argv[3], sys.argv[4]
words = open(text, encoding="utf-8").read().strip()
hertz = {"low": 110, "high": 210}[voice]
frames = int(16000 * 0.07 * len(words) / rate)
with wave.open(out, "wb") as file:
    file.setparams((1, 2, 16000, 0, "NONE", ""))
    second = b"".join(
        struct.pack("<h", int(9000 * math.sin(6.2832 * hertz * n / 16000))) for n in range(16000))
    file.writeframes((second * (frames // 16000 + 1))[: 2 * frames])
"""
"""A program that speaks, after its fashion."""


def _graph(path: Path, speakers: int) -> None:
    """A model with the inputs and outputs of a Piper voice: each phoneme id sounds as a tone."""
    import numpy as np
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    def const(name: str, value: object) -> object:
        return numpy_helper.from_array(np.asarray(value), name)

    constants = [
        const("hop", np.float32(700)),
        const("first", np.array([1], np.int64)),
        const("front", np.array([0], np.int64)),
        const("ranks", np.array([0, 1], np.int64)),
        const("zero", np.int64(0)),
        const("one", np.int64(1)),
        const("turn", np.float32(2 * np.pi / 22_050)),
        const("base", np.float32(100)),
        const("step", np.float32(0.1)),
        const("silent", np.float32(3.5)),
        const("loud", np.float32(0.3)),
        const("apart", np.float32(90)),
    ]
    steps = [
        ("Gather", ["scales", "first"], "pace1"),
        ("Squeeze", ["pace1", "front"], "pace"),
        ("Mul", ["hop", "pace"], "each"),
        ("Squeeze", ["input", "front"], "ids"),
        ("Cast", ["ids"], "idf"),
        ("Squeeze", ["input_lengths", "front"], "count"),
        ("Cast", ["count"], "countf"),
        ("Mul", ["each", "countf"], "length"),
        ("Cast", ["length"], "frames", TensorProto.INT64),
        ("Range", ["zero", "frames", "one"], "time"),
        ("Cast", ["time"], "timef"),
        ("Div", ["timef", "each"], "place"),
        ("Cast", ["place"], "at", TensorProto.INT64),
        ("Gather", ["idf", "at"], "now"),
        ("Mul", ["now", "step"], "lift"),
        ("Add", ["lift", "base"], "hertz1"),
    ]
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, [1, "T"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    hertz = "hertz1"
    if speakers > 1:
        inputs.append(helper.make_tensor_value_info("sid", TensorProto.INT64, [1]))
        steps += [
            ("Cast", ["sid"], "sidf"),
            ("Mul", ["sidf", "apart"], "up"),
            ("Add", [hertz, "up"], "hertz2"),
        ]
        hertz = "hertz2"
    steps += [
        ("Mul", ["timef", "turn"], "angle1"),
        ("Mul", ["angle1", hertz], "angle"),
        ("Sin", ["angle"], "wave"),
        ("Greater", ["now", "silent"], "voiced"),
        ("Cast", ["voiced"], "voicedf"),
        ("Mul", ["wave", "voicedf"], "gated"),
        ("Mul", ["gated", "loud"], "soft"),
        ("Unsqueeze", ["soft", "ranks"], "output"),
    ]
    nodes = []
    for kind, ins, out, *to in steps:
        extra = {"Gather": {"axis": 0}, "Cast": {"to": (to or [TensorProto.FLOAT])[0]}}
        nodes.append(helper.make_node(kind, ins, [out], **extra.get(kind, {})))
    output = helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, "N"])
    graph = helper.make_graph(nodes, "tiny", inputs, [output], constants)
    opset = [helper.make_opsetid("", 15)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), str(path))


def piper_model(folder: Path, name: str, speakers: dict[str, int], language: str) -> None:
    from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP

    folder.mkdir(parents=True, exist_ok=True)
    _graph(folder / f"{name}.onnx", max(len(speakers), 1))
    config = {
        "audio": {"sample_rate": 22_050, "quality": "tiny"},
        "espeak": {"voice": {"en_US": "en-us", "en_GB": "en-gb-x-rp"}.get(language, "fr")},
        "inference": {"noise_scale": 0.667, "length_scale": 1, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_id_map": DEFAULT_PHONEME_ID_MAP,
        "num_symbols": 256,
        "num_speakers": max(len(speakers), 1),
        "speaker_id_map": speakers,
        "language": {"code": language},
        "dataset": name.split("-")[1],
    }
    (folder / f"{name}.onnx.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / f"{name}.MODEL_CARD").write_text("# Card\n* License: CC0\n", encoding="utf-8")


def kokoro_model(folder: Path) -> None:
    """A model with the inputs and outputs of Kokoro: 0.07 s of tone for each token."""
    import numpy as np
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    folder.mkdir(parents=True, exist_ok=True)

    def const(name: str, value: object) -> object:
        return numpy_helper.from_array(np.asarray(value), name)

    constants = [
        const("hop", np.float32(1680)),
        const("zero", np.int64(0)),
        const("one", np.int64(1)),
        const("front", np.array([0], np.int64)),
        const("turn", np.float32(2 * np.pi / 24_000)),
        const("loud", np.float32(0.3)),
    ]
    steps = [
        ("Squeeze", ["tokens", "front"], "ids"),
        ("Size", ["ids"], "count"),
        ("Cast", ["count"], "countf"),
        ("Squeeze", ["speed", "front"], "speed0"),
        ("Div", ["hop", "speed0"], "each"),
        ("Mul", ["each", "countf"], "length"),
        ("Cast", ["length"], "frames", TensorProto.INT64),
        ("Range", ["zero", "frames", "one"], "time"),
        ("Cast", ["time"], "timef"),
        ("ReduceMean", ["style"], "hertz"),
        ("Mul", ["timef", "turn"], "angle1"),
        ("Mul", ["angle1", "hertz"], "angle"),
        ("Sin", ["angle"], "wave"),
        ("Mul", ["wave", "loud"], "audio"),
    ]
    kinds = {"Cast": "to", "ReduceMean": "keepdims"}
    nodes = []
    for kind, ins, out, *to in steps:
        value = 0 if kind == "ReduceMean" else (to or [TensorProto.FLOAT])[0]
        extra = {kinds[kind]: value} if kind in kinds else {}
        nodes.append(helper.make_node(kind, ins, [out], **extra))
    inputs = [
        helper.make_tensor_value_info("tokens", TensorProto.INT64, [1, "T"]),
        helper.make_tensor_value_info("style", TensorProto.FLOAT, [1, 256]),
        helper.make_tensor_value_info("speed", TensorProto.FLOAT, [1]),
    ]
    output = helper.make_tensor_value_info("audio", TensorProto.FLOAT, ["N"])
    graph = helper.make_graph(nodes, "tiny", inputs, [output], constants)
    opset = [helper.make_opsetid("", 15)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8)
    onnx.save(model, str(folder / "kokoro-tiny.onnx"))
    hertz = {"af_bella": 210, "am_adam": 110, "bf_emma": 230, "ff_siwis": 200}
    styles = {id: np.full((510, 1, 256), value, np.float32) for id, value in hertz.items()}
    with (folder / "voices-tiny.bin").open("wb") as file:
        np.savez(file, **styles)


@pytest.fixture(scope="session")
def engines_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of Narrator's own with tiny models, described programs, and a server."""
    pytest.importorskip("onnx", reason="the package onnx, with which tiny models are made")
    pytest.importorskip("piper", reason="the package piper-tts is not installed")
    home = tmp_path_factory.mktemp("home")
    piper_model(home / "models" / "piper", "en_US-tiny-low", {}, "en_US")
    several = {f"p{n}": n for n in range(4)}
    piper_model(home / "models" / "piper", "en_GB-many-low", several, "en_GB")
    piper_model(home / "models" / "piper", "fr_FR-petit-low", {}, "fr_FR")
    kokoro_model(home / "models" / "kokoro")
    program = home / "speaker.py"
    program.write_text(SPEAKER, encoding="utf-8")
    run = [sys.executable, str(program), "{name}", "{rate}", "{textfile}", "{out}"]
    rows = []
    for name, gender in (("low", "male"), ("high", "female")):
        arguments = [part.replace("{name}", name) for part in run]
        rows.append(f'[voice.{name}]\nrun = {json.dumps(arguments)}\ngender = "{gender}"\n')
    (home / "engines.toml").write_text("\n".join(rows), encoding="utf-8")
    with serving(Server()) as server:
        name_it(home, server.url)
        yield home
