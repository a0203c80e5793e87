"""What the narration beside the turn, above it and below it says of somebody."""

from ...mentions import NOBODY, Kind
from ..surroundings import Surroundings
from .stage import Stage


def of_own_narration(stage: Stage, here: Surroundings, person: int) -> list[str]:
    """The narration of the turn's own paragraphs."""
    if here.context == "sound":
        return []
    found = []
    mine, subject = here.own.firsts.get(person), here.own.subject
    if mine:
        kind = "he" if mine.kind is Kind.PRONOUN else "named"
        found.append(f"own {kind}")
        if here.own.alone:
            found.append(f"own only {kind}")
    if subject and subject.person == person:
        side = "before" if subject.first < here.before else "after"
        kind = "he" if subject.kind is Kind.PRONOUN else "named"
        found.append(f"own subject {side} {kind}")
    elif mine and subject:
        found.append("own not subject")
    ahead = here.own.last_before(here.before)
    if ahead and ahead.person == person:
        found.append("own last before")
    if here.own.pronoun and not here.sex:
        sex = stage.study.people[person].sex
        unknown = "? noun" if stage.study.people[person].is_nominal else "?"
        fit = "+" if sex == here.own.pronoun else "-" if sex else unknown
        found.append(f"own sex{fit}")
    return found


def of_beats(here: Surroundings, person: int) -> list[str]:
    """Whether the sentence right beside the quotation is about the person."""
    found = []
    for beat in here.beats:
        who = "me" if beat.person == person else "other"
        found += [f"beat {beat.side} {who} {beat.kind}", f"beat {beat.side} {beat.size} {who}"]
    return found


def of_paragraphs_around(stage: Stage, here: Surroundings, person: int) -> list[str]:
    """The paragraphs above and below, where they are narration."""
    found = []
    above, below = here.turn.first - 1, here.turn.last + 1
    paragraphs = stage.study.paragraphs
    if (
        above >= 0
        and not paragraphs[here.turn.first].follows_break
        and not paragraphs[above].has_speech
    ):
        row = _of_paragraph(stage, above, person, last=True)
        found += [f"above {name}" for name in row]
        if paragraphs[above].text.rstrip()[-1:] in (":", ","):
            found += [f"lead {name}" for name in row]
    if (
        below < len(paragraphs)
        and not paragraphs[below].follows_break
        and not paragraphs[below].has_speech
    ):
        found += [f"below {name}" for name in _of_paragraph(stage, below, person, last=False)]
    return found


def _of_paragraph(stage: Stage, number: int, person: int, *, last: bool) -> list[str]:
    people = [m for m in stage.study.mentions[number] if m.person != NOBODY and not m.spoken]
    if not any(m.person == person for m in people):
        return []
    found = ["there"]
    subjects = [m for m in people if m.subject]
    tokens = stage.study.paragraphs[number].tokens
    acting = (m for m in subjects if m.person == person and m.last < len(tokens))
    if any(tokens[m.last].low in stage.study.pack.grammar.entering for m in acting):
        found.append("enters")
    if subjects and subjects[-1 if last else 0].person == person:
        found.append("end subject")
    if subjects and subjects[0].person == person:
        found.append("first subject")
    if people[-1 if last else 0].person == person:
        found.append("nearest")
    if len({m.person for m in people}) == 1:
        found.append("alone")
    return found
