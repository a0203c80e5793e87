"""Weighs whether a quotation is speech or a mention: a title, a sign, a word as a word."""

import re
from collections.abc import Iterator

from narrator.languages import Pack

from ..learnt import speech_weights
from .beside import LIST, MARKS, REACH, after, before, between, led
from .letters import signs_off
from .marks import Family
from .quotation import Quotation
from .style import Style
from .telling import stops
from .unspaced import is_spoken

BIAS = "bias"
"""The name of the weight that every quotation has."""
PRIORS = {
    # Screens, labels, messages.
    "thing says": -3.0,
    "tag written": -3.0,
    "tag writes": -3.0,
    "wrote before": -3.0,
    "device before": -3.0,
    "message goes on": -3.0,
    "signed off": -6.0,
    "led written": -3.0,
    # `"a little more of this", he kissed her, "and this"`
    "goes on": 1.6,
    # Unclosed by carelessness, which an edited novel is free of.
    "unclosed": -1.0,
}
"""Weights set by hand, for what the novels learnt from hardly have; the fit takes them as given."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEFTOVER = re.compile(r"^(?:&#?\w+;)+|(?:&#?\w+;)+$")
_SHORT_LINE = 55
"""Code points; prose is rarely set in lines so short."""
_OPENS_TALK, _ENDS_TALK = "\"“„«»‹›'‘「『—–", "\"”“»«›‹'’」』"
_SET_IN = re.compile(r"\n[ \t]{2,}\S")
_ENDS = (
    dict.fromkeys("!?！？", "ends !?")
    | dict.fromkeys(".…。", "ends .")
    | dict.fromkeys(",，", "ends ,")
)


def is_speech(
    pack: Pack,
    text: str,
    quotation: Quotation,
    previous: Quotation | None,
    spoken: bool,
    style: Style,
    above: str = "",
) -> bool:
    """Whether somebody says the quotation.

    `previous` is the quotation before it in the paragraph, `spoken` whether that was speech;
    `above` is the paragraph before.
    """
    if not text[quotation.start : quotation.end].strip(MARKS):
        return False
    if pack.unspaced.letters or not pack.tells_people:
        return is_spoken(pack, text, quotation)
    weights = speech_weights()
    found = features(pack, text, quotation, previous, spoken, style, above)
    odds = sum(PRIORS.get(name, 0.0) + weights.get(name, 0.0) for name in found)
    return odds + pack.speech.odds > 0


def features(
    pack: Pack,
    text: str,
    quotation: Quotation,
    previous: Quotation | None,
    spoken: bool,
    style: Style,
    above: str = "",
) -> list[str]:
    """What speaks for or against speech in a quotation and around it; see `is_speech`."""
    inside = _LEFTOVER.sub("", text[quotation.start : quotation.end]).strip(MARKS)
    found = [BIAS, *_inside(pack, inside)]
    if _SET_IN.search(text, quotation.start, quotation.end):
        found.append("set in")
    if signs_off(pack, inside[-REACH:]):
        found.append("signed off")
    found += _lines(text[quotation.start : quotation.end])
    found += _above(above)
    floor = previous.end if previous else 0
    lead = text[max(floor, quotation.start - REACH) : quotation.start].rstrip(" \t\r\n_*([")
    if lead:
        found += before(pack, lead)
    else:
        found.append("follows a quotation" if previous else "starts paragraph")
        if not previous:
            found += led(pack, above[-REACH:].rstrip(" \t\r\n_*—–-"))
    found += after(pack, text, quotation.end, inside, lead)
    if previous and quotation.start - previous.end <= REACH:
        middle = between(pack, text, previous, quotation, inside)
        # A tag between gives both to one voice, and that of the first may be nobody's.
        found += [name for name in middle if spoken or name != "tag between"]
    if previous and not spoken:
        found.append(_behind_mention(pack, text[previous.end : quotation.start].strip()))
    if not (style.is_main(quotation.family) or style.is_main(Family.DASH)):
        found.append("other marks")
    if not quotation.closed:
        found.append("unclosed")
    return found


def _inside(pack: Pack, inside: str) -> Iterator[str]:
    run = _WORD.findall(inside)
    if not run:
        yield "no words"
        return
    count = len(run)
    yield "one word" if count == 1 else "many words" if count > 3 else "few words"
    yield "capital" if inside.lstrip("—–-….([¿¡")[:1].isupper() else "no capital"
    last = inside.rstrip(")]")[-1:]
    yield "ends -" if last in "—–-" else _ENDS.get(last, "ends bare")
    if any(word.lower().replace("’", "'") in pack.unsaid.personal for word in run):
        yield "person"
    if count > 1 and inside.isupper():
        yield "capitals"
    if 1 < count < 8 and last not in "!?" and not stops(pack, inside) and _is_title(pack, run):
        yield "title case"


def _lines(inside: str) -> Iterator[str]:
    """Whether what is quoted is set in lines that begin like those of a verse."""
    lines = [line for line in (line.strip(MARKS + "-—–[(") for line in inside.split("\n")) if line]
    if len(lines) > 1 and all(line[0].isupper() for line in lines):
        yield "capital lines"
    if len(lines) > 1 and max(map(len, lines)) < _SHORT_LINE:
        yield "short lines"


def _above(above: str) -> Iterator[str]:
    """Whether the paragraph before begins and ends without marks, unlike where people talk."""
    bare = above.strip()
    if bare and bare[0] not in _OPENS_TALK:
        yield "above begins told"
    if bare and bare[-1] not in _ENDS_TALK:
        yield "above ends told"


def _behind_mention(pack: Pack, told: str) -> str:
    """What parts a quotation from one before it that nobody says."""
    if not told:
        return "mention, nothing told"
    if told[0].isupper() and told[-1] in ".!?":
        return "mention, a sentence"
    if len(told) < LIST:
        return "mention, a list"
    return "mention, a stop" if stops(pack, told) else "previous mention"


def _is_title(pack: Pack, run: list[str]) -> bool:
    """Whether words are set as in a title: `The Last Tram to Hobart`, not `How do you do`."""
    if not all(word[0].isupper() or len(word) < 4 for word in run):
        return False
    personal = pack.unsaid.personal
    return sum(word[0].isupper() for word in run if word.lower() not in personal) > 1
