"""A voice that is not there: which one may have been meant."""

from collections.abc import Iterable
from difflib import get_close_matches

from narrator.errors import MissingTool


def no_such_voice(engine: str, voice: str, there: Iterable[str]) -> MissingTool:
    """The error for a voice that `engine` does not have."""
    near = get_close_matches(voice, list(there), n=3)
    hint = (
        f"did you mean {' or '.join(near)}?" if near else f"run: narrator voices --engine {engine}"
    )
    return MissingTool(f"{engine} has no voice {voice!r}", todo=hint)
