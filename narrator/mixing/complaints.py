"""Why ffmpeg failed, in one line: how it ended, or the one of its messages that is an error."""

import re

from narrator.errors import NarratorError
from narrator.processes import ending

_MARKED = re.compile(r"^((?:\[[^]]*\] ?)*?)\[(\w+)\] ?(.*)$", re.M)
"""A message that `-loglevel level+...` has marked: `[out#0/wav @ 0x5581] [error] No room`."""
_ERRORS = ("error", "fatal", "panic")
_HOLLOW = re.compile(
    r"Conversion failed|Error while|Error opening (?:in|out)put (?:files:|file )|Last message"
    r"|Error (?:re)?initializing|Failed to inject"
)
"""How an error begins when an earlier one says more."""
_TOLD_TO_END = 255
"""ffmpeg's exit code when a signal made it end early, as it does for all it can catch."""


def errors(said: str) -> list[str]:
    """Those of ffmpeg's messages that are errors, in order."""
    return [each[3].strip() for each in _MARKED.finditer(said) if each[2] in _ERRORS]


def failure(said: str, code: int) -> NarratorError:
    """What to raise when ffmpeg has said `said`, with its levels, and ended with `code`."""
    if "No space left on device" in said:
        return NarratorError("the disk is full", todo="free some space and run the same again")
    if code < 0:
        return NarratorError(
            f"ffmpeg {ending(code)}",
            todo="run the same again; if that does not help, the machine may be short of memory:"
            " close other programs, or use --jobs 1",
        )
    found = errors(said)
    # Whatever is wrong with the program itself is told by others, who mark nothing.
    if not found and not _MARKED.search(said):
        found = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in found if not _HOLLOW.match(line)]
    if telling or found:
        return NarratorError(f"ffmpeg failed: {(telling or found)[-1]}")
    if code == _TOLD_TO_END:
        return NarratorError("ffmpeg was told to end", todo="run the same again")
    return NarratorError(f"ffmpeg {ending(code)}")
