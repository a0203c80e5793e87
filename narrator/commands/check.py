"""`narrator check`: what a person should look at in a script, or in finished sound."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from narrator.commands import options
from narrator.commands.check_listen import listen_to
from narrator.commands.console import Console, count, duration
from narrator.errors import BadScript, NarratorError
from narrator.mixing import STANDARD, Profile, find_profile
from narrator.production import Audited, Check, Finding, audit, check_book
from narrator.workspace import Workspace, read_settings


@click.command(
    "check",
    short_help="List the problems and the doubtful lines of a book's script.",
    epilog="Example:  narrator check story",
)
@click.argument(
    "books", nargs=-1, required=True, metavar="BOOK", shell_complete=options.completing.books
)
@click.option(
    "--audio",
    is_flag=True,
    help="Decode and measure the finished sound instead: of a book, or of any files and folders "
    "named in place of it.",
)
@click.option(
    "--listen",
    "listens",
    is_flag=True,
    help="Have a recogniser hear every recorded line instead, and compare it with the text.",
)
@click.option(
    "--mend",
    "mends",
    is_flag=True,
    help="With --listen: say the lines that were misheard in other ways, and keep the best.",
)
@click.option(
    "--model",
    metavar="MODEL",
    help="With --listen: the recogniser's model, a folder or a name of Whisper's (small.en); the "
    "best on this machine if not given.",
)
@options.engine
@options.profile_or_own
@options.jobs
@options.workspace
@options.quiet
@options.as_json
def command(
    books: tuple[str, ...],
    audio: bool,
    listens: bool,
    mends: bool,
    model: str | None,
    engine: str | None,
    profile: Profile | None,
    jobs: int,
    workspace: Workspace,
    quiet: bool,
    as_json: bool,
) -> None:
    """List the problems of a book's script, then its doubtful lines, least certain first.

    A problem is what cannot be recorded as it stands, or a speaker who is not in the casting file:
    often a slip of the pen, which would get a voice of its own. The exit code is then 3. A doubtful
    line is a guess: it is recorded, but perhaps in the wrong voice. Last comes who may be somebody
    else: names that say nothing of each other, two that may be one, people of a single line.

    With --audio it is the sound that is checked, against --profile, or else the profile that the
    book was made for: a line for each fault of each file, and the exit code is 1 if there is any.

    With --listen (`pip install "narrator-audiobook[listen]"`, and a model on this machine) every
    line is heard as it was recorded, by --engine if the book has several, and compared with the
    text word by word; numbers, names and words that sound alike do not count. Lines that differ are
    listed, the worst first.
    """
    if audio and listens:
        raise click.UsageError("--audio or --listen, one at a time")
    if (mends or model) and not listens:
        raise click.UsageError("--mend and --model go with --listen")
    with Console(quiet=quiet, as_json=as_json) as console:
        if listens:
            _one_book(books)
            listen_to(
                console,
                workspace,
                books[0],
                engine=engine,
                model=model,
                mends=mends,
                jobs=jobs,
            )
        elif audio:
            _check_audio(console, workspace, books, profile or _own(workspace, books), jobs)
        else:
            _check_script(console, workspace, books)


def _own(workspace: Workspace, names: tuple[str, ...]) -> Profile:
    """The profile of the book's last run; of files and folders nothing is known."""
    if len(names) > 1 or Path(names[0]).exists() or Path(names[0]).suffix:
        return STANDARD
    settings = read_settings(workspace.script(workspace.find(names[0])))
    return find_profile(str(settings.get("profile", STANDARD.name)))


def _check_script(console: Console, workspace: Workspace, books: tuple[str, ...]) -> None:
    _one_book(books)
    found = check_book(workspace, workspace.find(books[0]))
    console.result("\n".join(_report(found)), asdict(found))
    if found.problems:
        raise click.exceptions.Exit(BadScript.exit_code)


def _one_book(books: tuple[str, ...]) -> None:
    if len(books) > 1:
        raise click.UsageError("one book at a time; several files can be checked with --audio")


def _check_audio(
    console: Console, workspace: Workspace, names: tuple[str, ...], profile: Profile, jobs: int
) -> None:
    files = audit(workspace, names, profile, jobs=jobs, listen=console.listen)
    console.result("\n".join(_heard(files, profile)), _document(files, profile))
    if any(each.faults for each in files):
        raise click.exceptions.Exit(NarratorError.exit_code)


def _heard(files: tuple[Audited, ...], profile: Profile) -> list[str]:
    """A line for what was measured of each file, or for each of its faults."""
    rows = []
    for each in files:
        if each.found and not each.faults:
            found = each.found
            rows.append(
                f"{each.path}: {duration(found.seconds)}, {found.lufs:.1f} LUFS, RMS "
                f"{found.rms:.1f} dB, peak {found.true_peak:.1f} dB, "
                f"silence {found.head:.2f} s before and {found.tail:.2f} s after"
                f"{'' if found.clicks is not None else f', clicks not looked for in {found.codec}'}"
            )
        rows += [f"{each.path}: {fault}" for fault in each.faults]
    faulty = sum(bool(each.faults) for each in files)
    ended = f"{count(faulty, 'file')} with faults" if faulty else "no faults"
    return [*rows, f"{count(len(files), 'file')} by the profile {profile.name}: {ended}"]


def _document(files: tuple[Audited, ...], profile: Profile) -> dict[str, Any]:
    return {
        "profile": profile.name,
        "files": [
            {
                "path": str(each.path),
                "faults": list(each.faults),
                "found": _finite(asdict(each.found)) if each.found else None,
            }
            for each in files
        ],
    }


def _finite(facts: dict[str, Any]) -> dict[str, Any]:
    """JSON has no infinity: digital silence is null."""
    return {key: None if value == float("-inf") else value for key, value in facts.items()}


def _report(found: Check) -> list[str]:
    return [
        *(f"{_place(problem)}: {problem.text}" for problem in found.problems),
        *(f"{_place(doubt)}: {doubt.text}" for doubt in found.doubts),
        *(f"{_place(person)}: {person.text}" for person in found.people),
        f"{count(len(found.problems), 'problem')}, {count(len(found.doubts), 'doubtful line')}, "
        f"{count(len(found.people), 'question')} of who is who",
    ]


def _place(finding: Finding) -> str:
    return f"{finding.file}:{finding.line_number}" if finding.line_number else finding.file
