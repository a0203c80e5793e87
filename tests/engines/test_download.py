"""Voices fetched from a real server that cuts connections, ignores ranges, or lies."""

import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from narrator.cli import group
from narrator.engines import fetching
from narrator.engines.fetching import SUFFIX, fetch
from narrator.engines.hibari import Hibari, originals
from narrator.engines.home import VARIABLE, models
from narrator.engines.piper_engine import installed
from narrator.engines.voice_index import find_voice
from narrator.errors import MissingTool, NarratorError
from narrator.model import Manner
from narrator.production import Progress, Warned, download_voice, silently

NAME = "en_US-tiny-low"
FOLDER = f"en/en_US/tiny/low/{NAME}"
CONTENT = {
    f"{FOLDER}.onnx": bytes(range(256)) * 2000,
    f"{FOLDER}.onnx.json": b'{"espeak": {"voice": "en-us"}}',
    "en/en_US/tiny/low/MODEL_CARD": b"# Tiny\n\n* License: CC0-1.0\n* Dataset: none\n",
}


class Shop(ThreadingHTTPServer):
    """A server, and how it is to misbehave."""

    daemon_threads = True
    files: dict[str, bytes]
    cut = 0
    """Bytes after which a connection is cut; 0 for never."""
    ranges = True
    asked: list[tuple[str, str | None]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Clerk(BaseHTTPRequestHandler):
    server: Shop

    def do_GET(self) -> None:
        path, wanted = self.path.lstrip("/"), self.headers.get("Range")
        self.server.asked.append((path, wanted))
        if path not in self.server.files:
            self.send_error(404)
            return
        content = self.server.files[path]
        start = int(wanted[6:-1]) if wanted and self.server.ranges else 0
        if start >= len(content):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        cut = self.server.cut or len(content)
        self.wfile.write(content[start : start + cut])

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def shop() -> Iterator[Shop]:
    server = Shop(("127.0.0.1", 0), Clerk)
    server.asked = []
    listed = {
        path: {"size_bytes": len(data), "md5_digest": hashlib.md5(data).hexdigest()}  # noqa: S324
        for path, data in CONTENT.items()
    }
    index = {NAME: {"name": "tiny", "files": listed, "aliases": ["tiny"]}}
    server.files = {**CONTENT, "voices.json": json.dumps(index).encode()}
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    return tmp_path / "models" / "piper"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


WHOLE = [f"{NAME}.MODEL_CARD", f"{NAME}.onnx", f"{NAME}.onnx.json"]


def test_a_voice_comes_whole_with_its_licence_and_progress(shop: Shop, folder: Path) -> None:
    news: list[Progress | Warned] = []
    cards: list[str] = []
    found = download_voice(NAME, source=shop.url, show_card=cards.append, listen=news.append)
    assert names(folder) == WHOLE
    assert (folder / f"{NAME}.onnx").read_bytes() == CONTENT[f"{FOLDER}.onnx"]
    assert found.licence == "CC0-1.0" and not found.was_there
    assert cards == [CONTENT["en/en_US/tiny/low/MODEL_CARD"].decode()]
    shares = [step.done / step.total for step in news if isinstance(step, Progress)]
    assert shares == sorted(shares) and shares[-1] == 1.0 and len(shares) > 5


def test_what_is_there_is_not_fetched_again(shop: Shop, folder: Path) -> None:
    for _ in range(2):
        found = download_voice("tiny", source=shop.url, show_card=lambda _: None, listen=silently)
    assert found.was_there
    assert sum(path.endswith(".onnx") for path, _ in shop.asked) == 1
    (folder / f"{NAME}.onnx").write_bytes(b"broken")
    download_voice("tiny", source=shop.url, show_card=lambda _: None, listen=silently)
    assert (folder / f"{NAME}.onnx").read_bytes() == CONTENT[f"{FOLDER}.onnx"]


def test_cut_connections_are_gone_on_with(shop: Shop, tmp_path: Path) -> None:
    shop.cut = 100_000
    data = CONTENT[f"{FOLDER}.onnx"]
    digest = hashlib.sha256(data).hexdigest()
    path = tmp_path / "model"
    fetch(f"{shop.url}/{FOLDER}.onnx", path, size=len(data), digest=digest, told=lambda _: None)
    assert path.read_bytes() == data
    asked = [wanted for _, wanted in shop.asked]
    assert asked == [None, *(f"bytes={n}-" for n in range(100_000, 512_000, 100_000))]


def test_a_later_run_goes_on_where_an_earlier_one_stopped(shop: Shop, folder: Path) -> None:
    folder.mkdir(parents=True)
    data = CONTENT[f"{FOLDER}.onnx"]
    (folder / f"{NAME}.onnx{SUFFIX}").write_bytes(data[:300_000])
    download_voice(NAME, source=shop.url, show_card=lambda _: None, listen=silently)
    assert (f"{FOLDER}.onnx", "bytes=300000-") in shop.asked
    assert (folder / f"{NAME}.onnx").read_bytes() == data
    assert names(folder) == WHOLE


@pytest.mark.parametrize("left", [200_000, 512_000, 600_000])
def test_a_server_without_ranges_starts_again(shop: Shop, folder: Path, left: int) -> None:
    shop.ranges = False
    folder.mkdir(parents=True)
    data = CONTENT[f"{FOLDER}.onnx"]
    (folder / f"{NAME}.onnx{SUFFIX}").write_bytes((data * 2)[:left])
    download_voice(NAME, source=shop.url, show_card=lambda _: None, listen=silently)
    assert (folder / f"{NAME}.onnx").read_bytes() == data


@pytest.mark.parametrize("lie", [b"x" * 512_000, b"too short"])
def test_a_wrong_file_is_never_kept(shop: Shop, folder: Path, lie: bytes) -> None:
    shop.files[f"{FOLDER}.onnx"] = lie
    with pytest.raises(NarratorError, match=r"checksum is wrong|the file ends|downloaded"):
        download_voice(NAME, source=shop.url, show_card=lambda _: None, listen=silently)
    assert not (folder / f"{NAME}.onnx").exists()


def test_a_server_that_always_fails_is_given_up(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "file"
    with pytest.raises(NarratorError, match=r"404|Not Found"):
        fetch(f"{shop.url}/no-such", path, size=9, digest="0" * 32, told=lambda _: None)
    with pytest.raises(NarratorError, match="cannot be downloaded"):
        fetch("http://127.0.0.1:9/x", path, size=9, digest="0" * 32, told=lambda _: None)
    with pytest.raises(NarratorError, match="address of the web"):
        fetch("file:///etc/hostname", path, size=9, digest="0" * 32, told=lambda _: None)
    assert list(tmp_path.glob("file*")) == []


def test_a_voice_that_is_not_there_is_asked_about(shop: Shop) -> None:
    with pytest.raises(MissingTool, match=f"did you mean {NAME}"):
        download_voice("en_US-tini-low", source=shop.url, show_card=print, listen=silently)


@pytest.mark.parametrize(
    "listed",
    [
        b"",
        b"[]",
        b'{"v": {}}',
        b'{"v": {"files": {"../v.onnx/../../x": {"size_bytes": 1, "md5_digest": "0"}}}}',
        b'{"v": {"files": {"other.onnx": {"size_bytes": 1, "md5_digest": "0"}}}}',
    ],
)
def test_a_list_that_is_none_is_refused(listed: bytes) -> None:
    with pytest.raises(NarratorError, match="not a list of voices"):
        find_voice(listed, "v", "here")


def test_the_command_shows_the_licence(shop: Shop, folder: Path) -> None:
    said = CliRunner().invoke(group, ["voices", "download", NAME, "--from", shop.url])
    assert said.exit_code == 0, said.output
    assert "* License: CC0-1.0" in said.output and "licence: CC0-1.0" in said.output
    assert names(folder) == WHOLE


def test_kokoro_comes_by_the_hashes_that_are_known(
    shop: Shop, folder: Path, real_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    official = real_models / "models" / "kokoro"
    shop.files = {
        f"voices/{path.name}": path.read_bytes() for path in (official / "voices").glob("*.bin")
    }
    model = (official / "model_quantized.onnx").read_bytes()
    shop.files["onnx/model_quantized.onnx"] = model
    monkeypatch.setenv("NARRATOR_KOKORO_URL", shop.url)
    arguments = ["voices", "download", "kokoro"]
    there = folder.parent / "kokoro"
    # What came of an earlier try is gone on with, and what is whole is not fetched again.
    there.mkdir(parents=True)
    (there / "model_quantized.onnx.part").write_bytes(model[:80_000_000])
    done = CliRunner().invoke(group, arguments)
    assert done.exit_code == 0 and "Apache-2.0" in done.output, done.output
    assert ("onnx/model_quantized.onnx", "bytes=80000000-") in shop.asked
    assert len(list((there / "voices").glob("*.bin"))) == 41
    assert (there / "model_quantized.onnx").read_bytes() == model
    shop.asked.clear()
    assert "was here already" in CliRunner().invoke(group, arguments).output
    assert shop.asked == []
    # A file that is another than it was is refused in one line.
    (there / "voices" / "af_heart.bin").unlink()
    shop.files["voices/af_heart.bin"] = bytes(522_240)
    refused = CliRunner().invoke(group, arguments)
    assert refused.exit_code == 1 and "checksum" in str(refused.exception)
    assert not (there / "voices" / "af_heart.bin").exists()


@pytest.mark.parametrize("size", [0, -1, 1 << 40])
def test_a_list_with_an_impossible_size_is_refused(shop: Shop, size: int) -> None:
    index = json.loads(shop.files["voices.json"])
    index[NAME]["files"][f"{FOLDER}.onnx"]["size_bytes"] = size
    shop.files["voices.json"] = json.dumps(index).encode()
    with pytest.raises(NarratorError, match="not a list of voices"):
        download_voice(NAME, source=shop.url, show_card=lambda _: None, listen=silently)


def test_a_list_that_is_deep_or_names_two_files_alike_is_refused(shop: Shop) -> None:
    twice = json.loads(shop.files["voices.json"])
    files = twice[NAME]["files"]
    files[f"other/{NAME}.onnx"] = files[f"{FOLDER}.onnx"]
    for content in (b'{"a":' * 5000, json.dumps(twice).encode()):
        shop.files["voices.json"] = content
        with pytest.raises(NarratorError, match="not a list of voices"):
            download_voice(NAME, source=shop.url, show_card=lambda _: None, listen=silently)


def test_a_file_that_is_longer_than_promised_is_refused(shop: Shop, folder: Path) -> None:
    shop.files[f"{FOLDER}.onnx"] += b"more"
    with pytest.raises(NarratorError, match="longer than"):
        download_voice(NAME, source=shop.url, show_card=lambda _: None, listen=silently)
    assert not (folder / f"{NAME}.onnx").exists()


def test_the_other_hibari_voices_come_by_the_hashes_of_the_package(
    shop: Shop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heart = originals.originals()["heart"]
    model = heart.path.read_bytes()
    # The real ones cannot be had here: two of another name, of which one is not what was promised.
    emma = msgspec.structs.replace(
        heart, file="emma.onnx", bundled=False, language="en-GB", british=True
    )
    kore = msgspec.structs.replace(emma, file="kore.onnx", british=False)
    monkeypatch.setattr(
        originals, "_listed", lambda path: {"heart": heart, "emma": emma, "kore": kore}
    )
    monkeypatch.setenv("NARRATOR_HIBARI_URL", shop.url)
    shop.files = {"emma.onnx": model, "kore.onnx": bytes(len(model))}
    assert "emma" not in {voice.id for voice in Hibari().voices()}
    done = CliRunner().invoke(group, ["voices", "download", "hibari"])
    assert "Apache-2.0" in done.output
    assert done.exit_code == 1 and "checksum" in str(done.exception)
    assert names(folder.parent / "hibari") == ["emma.onnx"]
    engine = Hibari()
    (voice,) = (voice for voice in engine.voices() if voice.id == "emma")
    assert (voice.language, voice.gender) == ("en-GB", "female")
    assert Hibari.version_of("emma") == f"{Hibari.version()}, {heart.sha256[:12]}"
    assert Hibari.version_of("heart") == Hibari.version()
    british, american = (engine.speak("Past the barn.", id, Manner()) for id in ("emma", "heart"))
    assert british.pcm != american.pcm
    shop.files["kore.onnx"] = model
    assert CliRunner().invoke(group, ["voices", "download", "hibari"]).exit_code == 0
    assert [path for path, _ in shop.asked] == ["emma.onnx", "kore.onnx", "kore.onnx"]


def test_a_server_that_takes_too_long_is_given_up(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "GRACE", 0.0)
    monkeypatch.setattr(fetching, "SLOWEST", 1e12)
    content = shop.files[f"{FOLDER}.onnx"]
    path = tmp_path / "a"
    with pytest.raises(NarratorError, match="no end after"):
        fetch(f"{shop.url}/{FOLDER}.onnx", path, size=len(content), digest="0" * 64, told=nobody)
    assert not path.exists()
    assert 0 < path.with_name(path.name + SUFFIX).stat().st_size <= len(content)


def nobody(_: int) -> None:
    """Nobody is told."""


@pytest.mark.parametrize("told", [b"[1]", b"[" * 5000, b'{"a": 1e999}', b"\xff", b'{"a": '])
def test_a_description_that_is_damaged_is_named(told: bytes) -> None:
    home = models("piper")
    home.mkdir(parents=True, exist_ok=True)
    (home / f"{NAME}.onnx").write_bytes(b"model")
    (home / f"{NAME}.onnx.json").write_bytes(told)
    with pytest.raises(MissingTool, match="description of a piper model"):
        list(installed())
