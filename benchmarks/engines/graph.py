"""A graph of the size and shape of a medium Piper voice with random weights.

Real weights cannot be had everywhere, and take the same time.
"""

import json
from pathlib import Path

WIDTH = 192
"""Numbers for a phoneme."""


def write_graph(path: Path) -> None:
    """A model and its description: convolutions over phonemes, then up to samples."""
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
