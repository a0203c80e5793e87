"""A script and its cast as they will be heard: what is said, by whom, and how long it is silent."""

from dataclasses import dataclass

from narrator.mixing import STANDARD, Profile
from narrator.model import Cast, Pauses, Script
from narrator.workspace import Workspace

from .framing import with_credits, with_titles
from .parts import in_parts
from .performance import Mix, Performance, performed_by, without_needless_tags
from .silences import pauses_of


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is recorded and mixed."""

    script: Script
    """Its chapters are those of the finished book."""
    cast: Cast
    pauses: Pauses
    mix: Mix = Mix.CAST
    """What `cast` is."""
    beside: "Beside | None" = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Who else reads the very same lines, in sound files beside the book's."""

    mix: Mix
    cast: Cast


def arrange(
    workspace: Workspace,
    book: str,
    script: Script,
    cast: Cast,
    performance: Performance,
    *,
    factor: float = 1.0,
    profile: Profile = STANDARD,
) -> Arrangement:
    """`script` read by `cast` as `performance` asks for it, with pauses longer by `factor`.

    Chapters are no longer than `profile` allows, and credits are said where it wants them.

    Raises:
        BadScript: a table of pauses has mistakes.
    """
    first, *others = performance.mixes
    players = performed_by(cast, first)
    if performance.drops_tags:
        script = without_needless_tags(script, players)
    pauses = pauses_of(workspace, book, engine=players.engine, factor=factor, profile=profile)
    if performance.announces:
        script = with_titles(script)
    if profile.longest:
        slowest = min((role.manner.rate for role in players.roles), default=1.0)
        script = in_parts(script, profile.longest, slowest / max(pauses.factor, 1.0))
    if performance.credits or profile.credits:
        script = with_credits(script, players)
    beside = next((Beside(mix, performed_by(cast, mix)) for mix in others), None)
    return Arrangement(script, players, pauses, first, beside)
