"""The words around a quotation that tell whether somebody says it."""

import re
from collections.abc import Iterator
from functools import cache

from narrator.languages import Pack
from narrator.languages.dialogue import Unsaid

from .quotation import Quotation
from .tags import tag_at
from .telling import stops

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
REACH = 70
"""Code points of narration looked at on each side."""
LIST = 12
"""Code points; what parts the items of a list is shorter."""
MARKS = " \t\r\n\"“”„‟«»‹›‘’‚‛'`´′「」『』*_<>"
"""What stands at the ends of a quotation and is no part of what is said."""
_TO_TAG = " \t\r\n_*)],.—–-"
_LEADS_ON = re.compile(r"[,:]?\s*[\"“‘'«„]")
_NEAR = 40
_STOPS_SHORT = tuple(",!?—–-")
"""How speech ends that its tag may part from the rest."""
_LEADS = (
    dict.fromkeys(",，", "after comma")
    | dict.fromkeys(":：", "after colon")
    | dict.fromkeys(".!?…。！？", "after sentence")
)


@cache
def _imagined(words: Unsaid) -> re.Pattern[str]:
    """Words that nobody says: `as if to say`, `he was going to exclaim`."""
    return re.compile(
        rf"\b{words.imagining.source}\b[^.!?]*?\b{words.imagined.source}\b[\W_]*$",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _saying_aloud(pack: Pack) -> frozenset[str]:
    """Verbs of saying that are not of writing."""
    return pack.speech.cutting - pack.unsaid.writing


def before(pack: Pack, lead: str) -> Iterator[str]:
    """`lead` is the narration before the quotation, without white space at its end."""
    run = [word.lower() for word in _WORD.findall(lead)]
    last, words = lead[-1], pack.unsaid
    if not words.devices.isdisjoint(run[-8:]) and not words.signals.isdisjoint(run[-6:]):
        yield "device before"
    yield _LEADS.get(last) or ("after dash" if not last.isalnum() else _near(pack, run[-1]))
    if last in ".!?…":
        return
    clause = run[-8:]
    if last in ",:" and not pack.speech.cutting.isdisjoint(clause):
        yield "verb before"
    if _imagined(words).search(lead):
        yield "imagined before"
    if not words.writing.isdisjoint(clause):
        yield "wrote before"
    if not words.written.isdisjoint(clause):
        yield "written before"
    if not words.naming.isdisjoint(clause[-4:]):
        yield "naming before"
    if last.isalnum() and _thing_shows(clause, words):
        yield "thing says"


def led(pack: Pack, lead: str) -> Iterator[str]:
    """`lead` ends the paragraph before, which may announce the quotation."""
    if lead[-1:] != ":":
        return
    yield "led"
    clause = {word.lower() for word in _WORD.findall(lead)[-12:]}
    if not _saying_aloud(pack).isdisjoint(clause):
        yield "led verb"
    if not clause.isdisjoint(pack.unsaid.announcing):
        yield "led written"


def _near(pack: Pack, word: str) -> str:
    """The kind of word that stands right before a quotation with no stop between."""
    words = pack.unsaid
    if word in words.naming:
        return "after naming"
    if word in pack.speech.cutting:
        return "after bare verb"
    if word in words.determiners:
        return "after determiner"
    if word in words.names:
        return "after word"
    return "after preposition" if word in words.prepositions else "after other"


def _thing_shows(run: list[str], words: Unsaid) -> bool:
    """Whether the words end like `the banner said`, `it read` or `it should have said`."""
    while run and run[-1] in words.helping:
        run = run[:-1]
    if not run or run[-1] not in words.showing:
        return False
    rest = [word for word in run[:-1] if word not in words.helping]
    return bool(rest) and rest[-1] in words.showers


def between(
    pack: Pack, text: str, previous: Quotation, quotation: Quotation, inside: str
) -> Iterator[str]:
    """The narration between two quotations of a paragraph."""
    middle, words = text[previous.end : quotation.start], pack.unsaid
    at = quotation.start - len(middle.lstrip(" ,.\r\n\t"))
    core = tag_at(pack, text, at, quotation.start)
    if core is not None:
        subject = text[at:core]
        if subject.partition(" ")[0] in words.it:
            subject += " " + text[max(0, previous.start - _NEAR) : previous.start]
        run = _WORD.findall(subject)
        written = _is_written(run, words) or not words.writing.isdisjoint(run)
        yield "message goes on" if written else "tag between"
    elif len(middle.strip()) < LIST:
        yield "list between"
    said = text[previous.start : previous.end].rstrip(MARKS)
    breaks_off = said and said[-1] not in ".!?…" and not stops(pack, middle.strip())
    if breaks_off and inside.lstrip("—–-….")[:1].islower():
        yield "goes on"


def after(pack: Pack, text: str, end: int, inside: str, lead: str) -> Iterator[str]:
    """The narration behind a quotation that ends at `end`; `lead` is what stands before it."""
    tail = text[end : end + REACH]
    bare = tail.lstrip(" \t\r\n_*)]")
    if not bare:
        yield "ends paragraph"
        if inside[-1:] == ",":
            yield "ends paragraph in a comma"
        return
    at = end + len(tail) - len(tail.lstrip(_TO_TAG))
    yield from _tag_after(pack, text, at, inside + text[end:at].strip(), lead)
    if bare[0] in ".,;:":
        yield "stop outside"
    elif bare[0].islower():
        last = inside[-1:]
        yield "lower after" + (" comma" if last in ",." else "" if last in "!?—–-…" else " bare")
    elif bare[0].isupper():
        yield "capital after"


def _tag_after(pack: Pack, text: str, at: int, inside: str, lead: str) -> Iterator[str]:
    """A tag that begins at `at`, unless it is that of the next quotation.

    `inside` is what is quoted, with the comma that many languages set behind the mark.
    """
    core = tag_at(pack, text, at, min(len(text), at + REACH))
    if core is None or (text[at].isupper() and inside[-1:] == "."):
        return
    subject, words = text[at:core], pack.unsaid
    if subject.partition(" ")[0] in words.it:
        subject += " " + lead[-_NEAR:]
    run = _WORD.findall(subject)
    leads_on = _LEADS_ON.match(text, core) is not None
    if not words.writing.isdisjoint(run):
        yield "tag writes"
    elif _is_written(run, words):
        yield "tag written"
    elif not leads_on:
        yield "tag after"
    elif inside[-1:] in _STOPS_SHORT:
        yield "tag shared"


def _is_written(run: list[str], words: Unsaid) -> bool:
    """Whether a tag is that of a sign or a message: `the screen read`, and not `said Page`."""
    clause = [word if at and word.istitle() else word.lower() for at, word in enumerate(run)]
    return not words.signs.isdisjoint(clause) and not words.showing.isdisjoint(clause)
