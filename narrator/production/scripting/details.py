"""What a person says about a book, over what its file says."""

import re
from dataclasses import dataclass, replace

from narrator.errors import WrongUsage
from narrator.model import BookInfo, Script
from narrator.workspace import Workspace, read_record, write_record

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NUMBER = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Details:
    """What players are shown. None means: as the story has it."""

    title: str | None = None
    author: str | None = None
    language: str | None = None
    series: str | None = None
    series_number: str | None = None
    date: str | None = None
    description: str | None = None

    def check(self) -> None:
        """Refuse what players would not understand.

        Raises:
            WrongUsage: a year that is no date, or a place in the series that is no number.
        """
        if self.date and not _DATE.fullmatch(self.date):
            todo = "write it as 2021 or 2021-03-04"
            raise WrongUsage(f"{self.date!r} is no year", where="--year", todo=todo)
        if self.series_number and not _NUMBER.fullmatch(self.series_number):
            todo = "write it as 2 or 1.5"
            raise WrongUsage(
                f"{self.series_number!r} is no number", where="--series-index", todo=todo
            )

    def of(self, script: Script) -> Script:
        """`script` with these details."""
        info = script.info
        told = BookInfo(
            title=self.title or info.title,
            author=info.author if self.author is None else self.author,
            language=self.language or info.language,
            series=info.series if self.series is None else self.series,
            series_number=(
                info.series_number if self.series_number is None else self.series_number
            ),
            date=info.date if self.date is None else self.date,
            description=info.description if self.description is None else self.description,
        )
        return replace(script, info=told)


AS_FOUND = Details()
"""Nothing is said over what the story says."""


def with_details(workspace: Workspace, book: str, script: Script, details: Details) -> Script:
    """`script` with `details`, which are kept beside it: they need not be given again."""
    told = details.of(script)
    folder = workspace.script(book)
    record = read_record(folder)
    if record and record.info != told.info:
        write_record(folder, replace(record, info=told.info))
    return told
