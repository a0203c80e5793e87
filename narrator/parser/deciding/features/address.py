"""Who is called, spoken to and spoken of, here and in the turns around."""

from ...mentions import NOBODY
from ..surroundings import Surroundings
from .stage import Stage


def of_address(stage: Stage, here: Surroundings, person: int) -> list[str]:
    """Whom the turn, and those around it, call upon and speak of."""
    found = []
    sex = stage.study.people[person].sex
    if here.introduced != NOBODY:
        found.append(f"says own name {'me' if here.introduced == person else 'other'}")
    if person in here.called:
        found.append("called")
    if person in here.spoken_of:
        found.append("spoken of")
    for step in (-2, -1, 1, 2):
        other = stage.neighbour(here, step)
        if other is None:
            continue
        if person in other.called:
            found.append(f"called at {step:+}")
        elif other.called and abs(step) == 1:
            found.append(f"other called at {step:+}")
        if person in other.spoken_of:
            found.append(f"spoken of at {step:+}")
        if other.called_sex and abs(step) == 1:
            fit = "+" if sex == other.called_sex else "-" if sex else "?"
            found.append(f"sir at {step:+} {fit}")
    if here.echoes is not None:
        if person in here.echoes.called:
            found.append("echoes what they were told")
        if person == here.echoes.anchor:
            found.append("echoes themselves")
    if here.called_sex and sex == here.called_sex:
        found.append("sir same")
    return found


def of_being_told(stage: Stage, here: Surroundings, person: int) -> list[str]:
    """To whom the narration says the turn, and those beside it, are spoken."""
    found = []
    sex = stage.study.people[person].sex
    if person in here.told:
        found.append("told to")
    if here.told_sex and sex == here.told_sex and not here.sex:
        found.append("told sex")
    for step in (-1, 1):
        other = stage.neighbour(here, step)
        if other is not None and person in other.told:
            found.append(f"told to at {step:+}")
        elif other is not None and other.told_sex:
            found.append(f"told sex at {step:+} {'+' if sex == other.told_sex else '-'}")
    return found


def of_habits(stage: Stage, here: Surroundings, person: int) -> list[str]:
    """Whether the person, or somebody else, is known to call people as the turn does."""
    mine = others = False
    for form in stage.forms[here.turn.index]:
        used = stage.habits.get(form)
        if not used:
            continue
        elsewhere = used[person] - (here.anchor == person)
        everyone = used.total() - (here.anchor != NOBODY)
        mine = mine or elsewhere > 0
        others = others or everyone > max(elsewhere, 0)
    if mine:
        return ["form mine too" if others else "form mine"]
    return ["form others"] if others else []
