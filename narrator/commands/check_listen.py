"""`narrator check --listen`: every recorded line heard, and compared with its text."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from narrator.commands import options
from narrator.commands.console import Console, count
from narrator.commands.record import command as record
from narrator.errors import NarratorError
from narrator.production import HeardLine, Mended, Proof, Request, mend, proofread
from narrator.workspace import Workspace

SHOWN = 90
"""Characters of a line's text that are enough to recognise it."""


def listen_to(
    console: Console,
    workspace: Workspace,
    name: str,
    *,
    engine: str | None,
    model: str | None,
    mends: bool,
    jobs: int,
) -> None:
    """Hear a book and say what was heard; the exit code is 1 if a line is not as it should be."""
    book = workspace.find(name)
    request = _as_recorded(workspace, book, engine)
    proof, listening = proofread(
        workspace, book, request, model=model, jobs=jobs, listen=console.listen
    )
    mended = (
        mend(workspace, book, proof.worst, listening, jobs=jobs, listen=console.listen)
        if mends
        else ()
    )
    console.result("\n".join(_rows(proof, mended, book)), _document(proof, mended))
    if any(each.sounds for each in mended or proof.worst):
        raise click.exceptions.Exit(NarratorError.exit_code)


def _as_recorded(workspace: Workspace, book: str, engine: str | None) -> Request:
    """What `narrator record` would be asked: what the book remembers."""
    said = [book, "-C", str(workspace.root), *(["--engine", engine] if engine else [])]
    return options.request_of(record.make_context("record", said).params)


def _rows(proof: Proof, mended: Sequence[Mended], book: str) -> Iterator[str]:
    ways = {id(each.heard): each for each in mended}
    for line in proof.worst:
        yield f"{_place(proof, line)}: {_short(line.line.text)}"
        yield f"  {_slips(line)}{_now(ways.get(id(line)))}"
    misheard = sum(line.misheard for line in proof.lines)
    share = 1 - misheard / proof.words if proof.words else 1.0
    yield (
        f"{count(len(proof.lines), 'line')} heard, {share:.2%} of {count(proof.words, 'word')} as "
        f"they should be; {count(len(proof.worst), 'line')} to look at"
    )
    if better := [each for each in mended if each.way]:
        yield f"{count(len(better), 'line')} said better now; run: narrator record {book}"


def _place(proof: Proof, line: HeardLine) -> str:
    return f"{proof.script.chapters[line.place.chapter].title}: {line.line.speaker}"


def _slips(line: HeardLine) -> str:
    """What was heard in place of what."""
    told = []
    for slip in line.slips:
        said = " ".join(each.word or each.sounds for each in line.said[slip.start : slip.end])
        told.append(f"{said or 'nothing'!r} is heard as {slip.heard or 'nothing'!r}")
    return "; ".join(told)


def _now(mended: Mended | None) -> str:
    if mended is None:
        return ""
    if not mended.way:
        return "; no other way is heard better"
    return f"; {mended.way} it is heard {'better' if mended.sounds else 'rightly'}"


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _document(proof: Proof, mended: Sequence[Mended]) -> dict[str, Any]:
    ways = {id(each.heard): each for each in mended}
    return {
        "lines": len(proof.lines),
        "words": proof.words,
        "misheard": sum(line.misheard for line in proof.lines),
        "worst": [
            {
                "chapter": proof.script.chapters[line.place.chapter].title,
                "speaker": line.line.speaker,
                "text": line.line.text,
                "sounds": round(line.sounds, 1),
                "slips": [
                    {
                        "said": " ".join(e.word or e.sounds for e in line.said[s.start : s.end]),
                        "heard": s.heard,
                    }
                    for s in line.slips
                ],
                "way": ways[id(line)].way if id(line) in ways else "",
            }
            for line in proof.worst
        ],
    }
