"""What a server sent, as sound."""

import re
import struct
from collections.abc import Mapping

from narrator.errors import NarratorError
from narrator.model import SAMPLE_BYTES, Sound
from narrator.servers import Reply

from ..wav import is_wav, wav_sound
from .client import told_by

USUAL_RATE = 24_000
"""Hertz of pcm, by OpenAI's documentation."""
_RATE = re.compile(r"\brate=(\d{4,6})\b")
_KNOWN = {
    b"ID3": "MP3",
    b"\xff\xfb": "MP3",
    b"\xff\xf3": "MP3",
    b"OggS": "Ogg",
    b"fLaC": "FLAC",
    b"<": "a web page",
}


def sound_in(reply: Reply, format: str, rate: int) -> Sound:
    """The sound of `reply`; `rate` is that of pcm where the reply does not tell it.

    A WAV is understood, whatever was asked for.

    Raises:
        NarratorError: it is none; the message says what came.
    """
    content = reply.content
    try:
        if is_wav(content):
            return wav_sound(content)
    except (struct.error, KeyError) as error:
        raise NarratorError("it sent a broken WAV") from error
    if format == "pcm" and not _is_text(reply):
        return Sound(
            content[: len(content) // SAMPLE_BYTES * SAMPLE_BYTES], told_rate(reply) or rate
        )
    raise NarratorError(f"it sent {_named(reply)} in place of {format}")


def told_rate(reply: Reply) -> int:
    """Hertz, as the head of the reply tells; 0 where it does not.

    Two ways are in use: a parameter of the media type (RFC 2586 has it for `audio/L16`), and
    `X-Sample-Rate`.
    """
    headers: Mapping[str, str] = reply.headers
    found = _RATE.search(headers.get("content-type", ""))
    told = found[1] if found else headers.get("x-sample-rate", "")
    return int(told) if told.isdecimal() and len(told) < 7 else 0


def _is_text(reply: Reply) -> bool:
    kind = reply.headers.get("content-type", "")
    return kind.startswith("text/") or "json" in kind or reply.content[:1] in (b"<", b"{")


def _named(reply: Reply) -> str:
    if not reply.content:
        return "nothing"
    if told := told_by(reply.content):
        return f"{told!r}"
    found = (name for head, name in _KNOWN.items() if reply.content.lstrip()[: len(head)] == head)
    return next(found, f"something else ({reply.headers.get('content-type', 'of no kind')})")
