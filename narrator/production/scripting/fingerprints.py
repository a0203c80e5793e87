"""What a script is made of, in a line: `story digest/how it was read[/who was asked]`."""

import hashlib
import json
from dataclasses import asdict, replace

from narrator import __version__
from narrator.errors import BadSource
from narrator.readers import SourceFile, story_files
from narrator.workspace import BookRecord, digest

from .source import Source

_PART = 1 << 20
"""Bytes of a file read at a time."""


def is_made_of(source: Source, known: str) -> bool:
    """Whether the script of the fingerprint `known` is still the script of `source`."""
    plain = fingerprint(source)
    if source.server is None:
        return known == plain or known.startswith(f"{plain}/")
    return known == plain + asked(source)


def fingerprint(source: Source) -> str:
    """Names what a script is made of: `story digest/how it was read and parsed`."""
    # Who wrote it changes no line.
    options = asdict(replace(source.options, author=None))
    how = json.dumps({"version": __version__, "options": options}, sort_keys=True)
    return f"{_story_digest(source)}/{digest(how.encode())}"


def asked(source: Source) -> str:
    """What the fingerprint has behind it where a server answered."""
    return f"/{digest(source.server.name.encode())}" if source.server else ""


def _story_digest(source: Source) -> str:
    digests = [file_digest(file) for file in story_files(source.files)]
    return digests[0] if len(digests) == 1 else digest("\n".join(digests).encode())


def file_digest(source: SourceFile) -> str:
    """The SHA-256 of a file that may be larger than the memory."""
    state = hashlib.sha256()
    with source.open() as file:
        try:
            while part := file.read(_PART):
                state.update(part)
        except OSError as error:
            reason = error.strerror or str(error)
            raise BadSource(f"cannot be read: {reason}", where=source.where) from error
    return state.hexdigest()


def same_story(source: Source, record: BookRecord) -> bool:
    """Whether the script was made of the same words, if by another version of the parser."""
    return record.fingerprint.split("/")[0] == _story_digest(source)
