"""The machines of a cluster, looked at before a book is given to them."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from .link import WAIT, Done, Link, Present
from .roster import Question, Roster
from .settings import Cluster

SETTLED = 2.0
"""Seconds after the last answer."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A machine, as it was found for an engine."""

    machine: str
    engine: str
    threads: int
    """Lines that it speaks at a time."""
    fault: str
    """Why it is left out; empty if it is not."""


def look_at(cluster: Cluster, voices: Iterable[tuple[str, str]]) -> tuple[Verdict, ...]:
    """What every machine there is now makes of each engine, tried with a voice.

    Raises:
        MissingTool: no scheduler answers.
    """
    link = Link(cluster)
    try:
        roster = Roster(link, lambda _: None, send_models=False)
        wanted = dict(voices)
        for engine, voice in wanted.items():
            roster.want(engine, voice)
        _ask(link, roster)
        return tuple(
            Verdict(
                roster.name(address),
                engine,
                threads,
                roster.reasons.get((engine, address), ""),
            )
            for address, threads in roster.threads.items()
            for engine in wanted
        )
    finally:
        link.close()


def _ask(link: Link, roster: Roster) -> None:
    end = time.monotonic() + WAIT
    while (roster.is_asking or roster.quiet < SETTLED) and time.monotonic() < end:
        for news in link.news():
            if isinstance(news, Present):
                roster.see(news.threads)
            elif isinstance(news, Done) and isinstance(news.errand.about, Question):
                roster.hear(news.errand.about, news.said)
