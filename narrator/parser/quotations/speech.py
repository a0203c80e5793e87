"""Weighs whether a quotation is speech or a mention: a title, a sign, a word as a word."""

import re
from collections.abc import Iterator
from itertools import islice

from ..learnt import speech_weights
from .marks import Family
from .scanning import Quotation
from .style import Style
from .tags import tag_at
from .telling import sentences
from .verbs import SAYING
from .wordlists import words

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
_MARKS = " \t\r\n\"“”„‟«»‹›‘’‚‛'`´′「」『』*_<>"
_REACH = 70
"""Code points of narration looked at on each side."""
_PERSON = words(
    """i i'm i've i'll i'd me my mine we we're we've we'll us our you your you're you've you'll
    yours ye thou thee thy don't can't won't isn't that's it's let's what's there's"""
)
_DETERMINERS = words("the a an his her my our their your its this that these those some any no")
_PREPOSITIONS = words(
    """of in on at by with from for to about under into as than like or and between against is was
    were be been being are"""
)
_NAMING = words(
    """called call calls calling named entitled titled termed styled dubbed labelled labeled marked
    inscribed signed known spelled spelt spelling meaning means mean pronounced christened nicknamed
    headed"""
)
_AS_WORDS = words(
    """word words name names title term phrase expression letter letters initials syllable syllables
    motto inscription heading legend proverb saying adjective so-called book song poem hymn ballad
    article essay play story chapter"""
)
_WRITTEN = words(
    """sign label banner card note letter inscription poster placard notice headline plaque board
    screen text message telegram phone doormat mat envelope paper page print plate badge tag sticker
    shirt email caption display billboard brochure leaflet graffiti marquee menu memo newspaper
    postcard programme program scroll sheet slip stamp stone tombstone gravestone ticket website"""
)
_WRITTEN_FORM = words("written wrote writing printed painted scrawled scribbled engraved carved")
_DEVICES = words("phone screen mobile cell tablet laptop pager watch cellphone smartphone")
_SIGNALS = words(
    "buzzed pinged lit chimed vibrated beeped dinged flashed blinked glowed buzzes pings"
)
_SHOWING = words("said says read reads announced proclaimed declared saying reading")
_TO_TAG = " \t\r\n_*)],.—–-"
_LEADS_ON = re.compile(r"[,:]?\s*[\"“‘'«„]")
_NEAR = 40
_LIST = 12
"""Code points; what parts the items of a list is shorter."""
_SHORT_LINE = 55
"""Code points; prose is rarely set in lines so short."""
_STOPS_SHORT = tuple(",!?—–-")
"""How speech ends that its tag may part from the rest."""
_OPENS_TALK, _ENDS_TALK = "\"“„«»‹›'‘「『—–", "\"”“»«›‹'’」』"
_SET_IN = re.compile(r"\n[ \t]{2,}\S")
_SIGNED_OFF = re.compile(
    r"""\b your'?s ,? \s (?:very\s)?
    (?: ever | truly | sincerely | affectionately | faithfully | respectfully | &c | etc )
    \b [\w\s.,'’-]{0,40} \W* $""",
    re.VERBOSE | re.IGNORECASE,
)
_HELPING = words("ought to have has had should would must might could only simply just now still")
_THINGS = words("it one which that")
_WRITING = words(
    "wrote writes write writing written typed types typing texted texts scribbled scrawled"
)
_IMAGINED = re.compile(
    r"""\b (?: as\sif | as\sthough | as\smuch\sas | as\swho\sshould | instead\sof | without
      | could | might | should | ought | going | about | able | ready | inclined | tempted
      | seem(?:s|ed) | want(?:s|ed)? | meant | wish(?:ed)? | longed | expect(?:ed)? | imagin\w+
      | wait(?:ed|ing)? ) \b
    [^.!?]*? \b (?: say(?:ing)? | exclaim(?:ing)? | cry(?:ing)? | ask(?:ing)? | tell(?:ing)?
      | call(?:ing)? | think(?:ing)? | answer | reply | remark | add | whisper | shout | declare
      | repeat | hear ) \b [\W_]* $""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that nobody says: `as if to say`, `he was going to exclaim`."""
_ENDS = (
    dict.fromkeys("!?！？", "ends !?")
    | dict.fromkeys(".…。", "ends .")
    | dict.fromkeys(",，", "ends ,")
)
_LEADS = (
    dict.fromkeys(",，", "after comma")
    | dict.fromkeys(":：", "after colon")
    | dict.fromkeys(".!?…。！？", "after sentence")
)


def is_speech(
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
    if not text[quotation.start : quotation.end].strip(_MARKS):
        return False
    weights = speech_weights()
    found = features(text, quotation, previous, spoken, style, above)
    return sum(PRIORS.get(name, 0.0) + weights.get(name, 0.0) for name in found) > 0


def features(
    text: str,
    quotation: Quotation,
    previous: Quotation | None,
    spoken: bool,
    style: Style,
    above: str = "",
) -> list[str]:
    """What speaks for or against speech in a quotation and around it; see `is_speech`."""
    inside = _LEFTOVER.sub("", text[quotation.start : quotation.end]).strip(_MARKS)
    found = [BIAS, *_inside(inside)]
    if _SET_IN.search(text, quotation.start, quotation.end):
        found.append("set in")
    if _SIGNED_OFF.search(inside[-_REACH:]):
        found.append("signed off")
    found += _lines(text[quotation.start : quotation.end])
    found += _above(above)
    floor = previous.end if previous else 0
    lead = text[max(floor, quotation.start - _REACH) : quotation.start].rstrip(" \t\r\n_*([")
    if lead:
        found += _before(lead)
    else:
        found.append("follows a quotation" if previous else "starts paragraph")
        if not previous:
            found += _led(above[-_REACH:].rstrip(" \t\r\n_*—–-"))
    found += _after(text, quotation.end, inside, lead)
    if previous and quotation.start - previous.end <= _REACH:
        between = _between(text, previous, quotation, inside)
        # A tag between gives both to one voice, and that of the first may be nobody's.
        found += [name for name in between if spoken or name != "tag between"]
    if previous and not spoken:
        found.append(_behind_mention(text[previous.end : quotation.start].strip()))
    if not (style.is_main(quotation.family) or style.is_main(Family.DASH)):
        found.append("other marks")
    if not quotation.closed:
        found.append("unclosed")
    return found


def _inside(inside: str) -> Iterator[str]:
    run = _WORD.findall(inside)
    if not run:
        yield "no words"
        return
    count = len(run)
    yield "one word" if count == 1 else "many words" if count > 3 else "few words"
    yield "capital" if inside.lstrip("—–-….([¿¡")[:1].isupper() else "no capital"
    last = inside.rstrip(")]")[-1:]
    yield "ends -" if last in "—–-" else _ENDS.get(last, "ends bare")
    if any(word.lower().replace("’", "'") in _PERSON for word in run):
        yield "person"
    if count > 1 and inside.isupper():
        yield "capitals"
    if 1 < count < 8 and last not in "!?" and not _stops(inside) and _is_title(run):
        yield "title case"


def _lines(inside: str) -> Iterator[str]:
    """Whether what is quoted is set in lines that begin like those of a verse."""
    lines = [line for line in (line.strip(_MARKS + "-—–[(") for line in inside.split("\n")) if line]
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


def _behind_mention(told: str) -> str:
    """What parts a quotation from one before it that nobody says."""
    if not told:
        return "mention, nothing told"
    if told[0].isupper() and told[-1] in ".!?":
        return "mention, a sentence"
    if len(told) < _LIST:
        return "mention, a list"
    return "mention, a stop" if _stops(told) else "previous mention"


def _stops(told: str) -> bool:
    """Whether a sentence of the narration ends before the narration does."""
    return len(list(islice(sentences(told, 0, len(told)), 2))) > 1


def _is_title(run: list[str]) -> bool:
    """Whether words are set as in a title: `The Last Tram to Hobart`, not `How do you do`."""
    if not all(word[0].isupper() or len(word) < 4 for word in run):
        return False
    return sum(word[0].isupper() for word in run if word.lower() not in _PERSON) > 1


def _before(lead: str) -> Iterator[str]:
    """`lead` is the narration before the quotation, without white space at its end."""
    run = [word.lower() for word in _WORD.findall(lead)]
    last = lead[-1]
    if not _DEVICES.isdisjoint(run[-8:]) and not _SIGNALS.isdisjoint(run[-6:]):
        yield "device before"
    yield _LEADS.get(last) or ("after dash" if not last.isalnum() else _near(run[-1]))
    if last in ".!?…":
        return
    clause = run[-8:]
    if last in ",:" and not SAYING.isdisjoint(clause):
        yield "verb before"
    if _IMAGINED.search(lead):
        yield "imagined before"
    if not _WRITING.isdisjoint(clause):
        yield "wrote before"
    if not _WRITTEN.isdisjoint(clause) or not _WRITTEN_FORM.isdisjoint(clause):
        yield "written before"
    if not _NAMING.isdisjoint(clause[-4:]):
        yield "naming before"
    if last.isalnum() and _thing_shows(clause):
        yield "thing says"


def _led(lead: str) -> Iterator[str]:
    """`lead` ends the paragraph before, which may announce the quotation."""
    if lead[-1:] != ":":
        return
    yield "led"
    clause = {word.lower() for word in _WORD.findall(lead)[-12:]}
    if not (SAYING - _WRITING).isdisjoint(clause):
        yield "led verb"
    if not clause.isdisjoint(_WRITTEN | _WRITTEN_FORM | _WRITING | {"follows", "lines"}):
        yield "led written"


def _near(word: str) -> str:
    """The kind of word that stands right before a quotation with no stop between."""
    if word in _NAMING:
        return "after naming"
    if word in SAYING:
        return "after bare verb"
    if word in _DETERMINERS:
        return "after determiner"
    if word in _AS_WORDS:
        return "after word"
    return "after preposition" if word in _PREPOSITIONS else "after other"


def _thing_shows(run: list[str]) -> bool:
    """Whether the words end like `the banner said`, `it read` or `it should have said`."""
    while run and run[-1] in _HELPING:
        run = run[:-1]
    if not run or run[-1] not in _SHOWING:
        return False
    rest = [word for word in run[:-1] if word not in _HELPING]
    return bool(rest) and rest[-1] in _THINGS | _WRITTEN


def _between(text: str, previous: Quotation, quotation: Quotation, inside: str) -> Iterator[str]:
    """The narration between two quotations of a paragraph."""
    middle = text[previous.end : quotation.start]
    at = quotation.start - len(middle.lstrip(" ,.\r\n\t"))
    core = tag_at(text, at, quotation.start)
    if core is not None:
        subject = text[at:core]
        if subject.startswith("it "):
            subject += " " + text[max(0, previous.start - _NEAR) : previous.start]
        run = _WORD.findall(subject)
        written = _is_written(run) or not _WRITING.isdisjoint(run)
        yield "message goes on" if written else "tag between"
    elif len(middle.strip()) < _LIST:
        yield "list between"
    before = text[previous.start : previous.end].rstrip(_MARKS)
    breaks_off = before and before[-1] not in ".!?…" and not _stops(middle.strip())
    if breaks_off and inside.lstrip("—–-….")[:1].islower():
        yield "goes on"


def _after(text: str, end: int, inside: str, lead: str) -> Iterator[str]:
    tail = text[end : end + _REACH]
    bare = tail.lstrip(" \t\r\n_*)]")
    if not bare:
        yield "ends paragraph"
        if inside[-1:] == ",":
            yield "ends paragraph in a comma"
        return
    yield from _tag_after(text, end + len(tail) - len(tail.lstrip(_TO_TAG)), inside, lead)
    if bare[0] in ".,;:":
        yield "stop outside"
    elif bare[0].islower():
        last = inside[-1:]
        yield "lower after" + (" comma" if last in ",." else "" if last in "!?—–-…" else " bare")
    elif bare[0].isupper():
        yield "capital after"


def _tag_after(text: str, at: int, inside: str, lead: str) -> Iterator[str]:
    """A tag that begins at `at`, unless it is that of the next quotation."""
    core = tag_at(text, at, min(len(text), at + _REACH))
    if core is None or (text[at].isupper() and inside[-1:] == "."):
        return
    subject = text[at:core]
    if subject.startswith("it "):
        subject += " " + lead[-_NEAR:]
    run = _WORD.findall(subject)
    leads_on = _LEADS_ON.match(text, core) is not None
    if not _WRITING.isdisjoint(run):
        yield "tag writes"
    elif _is_written(run):
        yield "tag written"
    elif not leads_on:
        yield "tag after"
    elif inside[-1:] in _STOPS_SHORT:
        yield "tag shared"


def _is_written(run: list[str]) -> bool:
    """Whether a tag is that of a sign or a message: `the screen read`, `said the card`."""
    clause = [word.lower() for word in run]
    return not _WRITTEN.isdisjoint(clause) and not _SHOWING.isdisjoint(clause)
