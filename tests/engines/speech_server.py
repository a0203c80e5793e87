"""A small server that speaks OpenAI's `/v1/audio/speech`: tones for words, and faults at will."""

import json
import math
import struct
import threading
import wave
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any

RATE = 16_000
HERTZ = {"low": 110, "high": 210}
VOICES = {"voices": [{"id": "low", "gender": "male"}, {"id": "high", "gender": "female"}]}

Answer = tuple[int, dict[str, str], bytes]
"""A status, headers and a body."""


def tone(voice: str, seconds: float) -> bytes:
    """PCM that is as long as it should be."""
    turn = 2 * math.pi * HERTZ.get(voice, 150) / RATE
    second = array("h", (round(9000 * math.sin(turn * n)) for n in range(RATE)))
    frames = round(RATE * seconds)
    return (second.tobytes() * (frames // RATE + 1))[: 2 * frames]


def wav(pcm: bytes, rate: int = RATE) -> bytes:
    buffer = BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(pcm)
    return buffer.getvalue()


def streamed(pcm: bytes) -> bytes:
    """A WAV whose length was not known when its head was sent."""
    whole = bytearray(wav(pcm))
    whole[4:8] = whole[40:44] = struct.pack("<I", 0xFFFFFFFF)
    return bytes(whole)


@dataclass
class Server:
    """What the server is like, and what it was asked."""

    url: str = ""
    listed: object = field(default_factory=lambda: VOICES)
    """What it says of its voices; text is sent as a web page."""
    heeds_speed: bool = True
    longest: int = 1_000_000
    """Characters of a text that it speaks; the rest is lost."""
    made: Callable[[bytes], tuple[str, bytes]] = lambda pcm: ("audio/wav", wav(pcm))
    """PCM as it is sent, and its media type."""
    before: list[Answer] = field(default_factory=list)
    """What the next requests for speech are answered with."""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def speech(self, request: dict[str, Any]) -> Answer:
        self.asked.append(request)
        if self.before:
            return self.before.pop(0)
        known = {voice["id"] for voice in VOICES["voices"]}
        if request["voice"] not in known:
            message = {"error": {"message": f"no voice {request['voice']!r} here"}}
            return 400, {}, json.dumps(message).encode()
        speed = request["speed"] if self.heeds_speed else 1.0
        seconds = 0.07 * len(request["input"][: self.longest]) / speed
        kind, body = self.made(tone(request["voice"], seconds))
        return 200, {"Content-Type": kind}, body


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def send(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            server.keys.append(self.headers.get("Authorization", ""))
            if self.path != "/v1/audio/voices":
                self.send(404, {}, b"")
            elif isinstance(server.listed, str):
                self.send(200, {"Content-Type": "text/html"}, server.listed.encode())
            else:
                self.send(200, {}, json.dumps(server.listed).encode())

        def do_POST(self) -> None:
            server.keys.append(self.headers.get("Authorization", ""))
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.send(*server.speech(request))

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        server.url = f"http://127.0.0.1:{http.server_port}"
        thread = threading.Thread(target=http.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            http.shutdown()
            thread.join()


def name_it(home: Path, url: str, *rows: str) -> None:
    """Write down which server is meant."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "speech.toml").write_text("\n".join([f'url = "{url}"', *rows]), encoding="utf-8")
