"""What commands print: results on stdout, everything else on stderr."""

import json
import os
import shutil
import sys
import time
from types import TracebackType
from typing import Any

import click
from click._termui_impl import ProgressBar

from narrator.commands.languages import language_told, language_warnings
from narrator.production import LanguageFound, News, Progress, Told, Warned

PROGRESS = "NARRATOR_PROGRESS"
"""The environment variable that, being `json`, has progress told in rows of JSON."""
STEPS = 1000
"""How finely a progress bar moves."""
_BAR = 70
"""Columns of a terminal that has room for a bar beside the words."""
_KNOWN = 10.0, 0.02
"""Seconds, and part of the work, after which it is known how long the rest takes."""


class Console:
    """Draws progress on a terminal, says what happened, and prints results."""

    def __init__(self, *, quiet: bool = False, as_json: bool = False) -> None:
        self.quiet = quiet
        self.as_json = as_json
        self._bar: ProgressBar[str] | None = None
        self._stage = ""
        self._began = 0.0, 0.0

    def __enter__(self) -> "Console":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end_bar()

    def listen(self, news: News) -> None:
        """Show what production tells."""
        if isinstance(news, Warned):
            self.warn(news.message)
        elif isinstance(news, Told):
            self.say(news.message)
        elif isinstance(news, LanguageFound):
            self.say(f"Language: {language_told(news.found)}")
            self._warn_of_language(news)
        else:
            self._draw(news)

    def heed(self, news: News) -> None:
        """Show only what a person should know though the work goes on."""
        if isinstance(news, LanguageFound):
            self._warn_of_language(news)
        elif isinstance(news, Warned):
            self.warn(news.message)

    def _warn_of_language(self, news: LanguageFound) -> None:
        for warning in language_warnings(news.found):
            self.warn(warning)

    def say(self, text: str) -> None:
        """A line for the person, not part of the result."""
        self._end_bar()
        if not self.quiet:
            _echo(text, err=True)

    def warn(self, text: str) -> None:
        """A line that a person should see even when nothing else is said."""
        self._end_bar()
        _echo(f"narrator: warning: {text}", err=True)

    def result(self, text: str, data: Any = None) -> None:
        """The outcome: `text`, or `data` where JSON is asked for."""
        self._end_bar()
        if self.as_json:
            _echo(json.dumps(data, ensure_ascii=False, indent=1))
        elif text and not self.quiet:
            _echo(text)

    def _draw(self, news: Progress) -> None:
        if os.environ.get(PROGRESS) == "json":
            told = {"stage": news.stage, "done": news.done, "total": news.total}
            _echo(json.dumps(told), err=True)
            return
        if self.quiet or not sys.stderr.isatty():
            return
        part = news.done / news.total if news.total else 1.0
        if self._bar is None or news.stage != self._stage:
            self._end_bar()
            self._stage = news.stage
            self._began = time.monotonic(), part
            wide = shutil.get_terminal_size().columns >= _BAR
            self._bar = click.progressbar(
                length=STEPS,
                label=f"{news.stage:<10}",
                file=sys.stderr,
                show_eta=False,
                item_show_func=lambda left: left,
                # What is wider than the terminal would take a new row each time.
                bar_template="%(label)s [%(bar)s] %(info)s" if wide else "%(label)s %(info)s",
                width=30 if wide else 1,
            )
            self._bar.render_progress()
        if news.machines:
            self._bar.label = self._pace(news)
        self._bar.update(max(0, int(STEPS * part) - self._bar.pos), self._left(part))

    def _left(self, part: float) -> str | None:
        """How long the rest takes, once something is known of it."""
        seconds, done = time.monotonic() - self._began[0], part - self._began[1]
        if seconds < _KNOWN[0] or done < _KNOWN[1]:
            return None
        return f"{duration((1 - part) * seconds / done)} left"

    def _pace(self, news: Progress) -> str:
        """How many machines are at work, and how many clips come of them a second."""
        rate = news.clips / max(time.monotonic() - self._began[0], 1e-3)
        return f"{news.stage} ({count(news.machines, 'machine')}, {rate:.1f} clips/s)"

    def _end_bar(self) -> None:
        if self._bar is not None:
            self._bar.render_finish()
            self._bar = None


def _echo(text: str, *, err: bool = False) -> None:
    """Print a line. Where its reader has left (`narrator make x 2>&1 | head`) the work goes on."""
    try:
        click.echo(text, err=err)
    except BrokenPipeError:
        nowhere = open(os.devnull, "w")  # noqa: SIM115, PTH123 (silences the flush at exit, too)
        setattr(sys, "stderr" if err else "stdout", nowhere)


def duration(seconds: float) -> str:
    """`seconds` as a player shows them.

    >>> duration(59.6), duration(3725)
    ('1:00', '1:02:05')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number and its noun.

    >>> count(1, "line"), count(2, "line"), count(0, "voice")
    ('1 line', '2 lines', '0 voices')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
