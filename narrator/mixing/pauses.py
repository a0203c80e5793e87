"""How long the silence between two rows is, by what lies between them."""

from narrator.model import Line, LineKind, Pause, Pauses, Row, SceneBreak

_SET_APART = (LineKind.VERSE, LineKind.LETTER)
_SPEECH = (LineKind.DIALOGUE, LineKind.THOUGHT)
_QUOTES = "\"'“”‘’„‚«»‹›「」『』()[] "
_DASHES = ("—", "–", "―", "--", "-")
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")


def pause_between(previous: Row | None, following: Row | None, pauses: Pauses) -> float:
    """Seconds of silence between two rows; None stands for the chapter's begin and end.

    A pause that a person asked for is the whole silence at its place: nothing is added to it.
    """
    if isinstance(previous, Pause) or isinstance(following, Pause):
        return 0.0
    if previous is None:
        return pauses.head
    if following is None:
        return pauses.tail
    return _seconds(previous, following, pauses) * pauses.factor


def _seconds(previous: Row, following: Row, pauses: Pauses) -> float:
    """The table: the first rule that fits gives the pause."""
    if isinstance(previous, SceneBreak) or isinstance(following, SceneBreak):
        return pauses.scene
    if not (isinstance(previous, Line) and isinstance(following, Line)):
        return 0.0
    if LineKind.HEADING in (previous.kind, following.kind):
        return pauses.heading
    if following.opens_paragraph and _enters(previous, following):
        return pauses.before_letter
    if following.opens_paragraph and _enters(following, previous):
        return pauses.after_letter
    if _is_cut_off(previous, following):
        return pauses.interruption
    if not following.opens_paragraph:
        return _inside_paragraph(previous, following, pauses)
    return pauses.turn if _is_turn(previous, following) else pauses.paragraph


def _inside_paragraph(previous: Line, following: Line, pauses: Pauses) -> float:
    if _runs_on(previous.text, following.text):
        return pauses.tag
    return pauses.line if previous.speaker == following.speaker else pauses.speaker


def _enters(outside: Line, inside: Line) -> bool:
    """Whether verse or a letter is on the side of `inside` only."""
    return outside.kind != inside.kind and inside.kind in _SET_APART


def _is_cut_off(previous: Line, following: Line) -> bool:
    """Whether `following` comes before the speaker of `previous` had finished."""
    return (
        previous.kind in _SPEECH
        and previous.speaker != following.speaker
        and previous.text.rstrip(_QUOTES).endswith(_DASHES)
    )


def _is_turn(previous: Line, following: Line) -> bool:
    return (
        previous.kind in _SPEECH
        and following.kind in _SPEECH
        and previous.speaker != following.speaker
    )


def _runs_on(before: str, after: str) -> bool:
    """Whether one sentence goes on from `before` to `after`: `“No!” | he said.`"""
    first = after.lstrip(_QUOTES + "—–―-")[:1]
    last = before.rstrip(_QUOTES)
    return first.islower() or (bool(last) and not last.endswith(_STOPS))
