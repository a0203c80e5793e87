"""How good people would call a sound, as DNSMOS guesses: 1 to 5 (package `speechmos`, its model).

Reddy, Gopal, Cutler, "DNSMOS P.835" (2022). The model takes nine seconds at a time.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

RATE = 16_000
WINDOW = round(9.01 * RATE)
_OVERALL = np.poly1d([-0.06766283, 1.11546468, 0.04602535])
"""From what the model gives to the scale of people, by its authors."""


class Rating:
    """Rates speech."""

    def __init__(self) -> None:
        import onnxruntime

        found = find_spec("speechmos")
        if found is None or not found.origin:
            raise SystemExit("python -m pip install speechmos")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        model = Path(found.origin).parent / "dnsmos_models" / "sig_bak_ovr.onnx"
        self._session: Any = onnxruntime.InferenceSession(str(model), options)

    def rate(self, sound: Any) -> float:
        """The overall rating of `sound`, float32 samples at 16 kHz: the mean of all its windows."""
        while len(sound) < WINDOW:
            sound = np.concatenate([sound, sound])
        starts = range(0, len(sound) - WINDOW + 1, WINDOW)
        scores = [self._overall(sound[start : start + WINDOW]) for start in starts]
        return float(np.mean(scores))

    def _overall(self, window: Any) -> float:
        raw = self._session.run(None, {"input_1": window[None, :].astype(np.float32)})[0][0]
        return float(_OVERALL(raw[2]))
