"""A book ready to be recorded: its script, everyone with a voice, all that will be heard."""

from dataclasses import dataclass

from narrator.casting import read_cast
from narrator.errors import BadScript, BadSource
from narrator.model import Cast, Script
from narrator.studio import Store
from narrator.text import Diction, is_speakable
from narrator.workspace import Workspace, is_edited, load_script

from .arranging import RATE, Arrangement, arrange, chime, hedge
from .casting import Casted, cast_script, misspelt, refuse_missing_voices
from .casting_file import read_casting_file
from .progress import Listener, Warned
from .recording import diction_of, has_spoken
from .request import Request
from .scripting import Scripted, with_details


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that is known of a book before its first line is spoken."""

    scripted: Scripted
    casted: Casted
    arranged: Arrangement
    diction: Diction


def prepare(workspace: Workspace, book: str, request: Request, *, listen: Listener) -> Prepared:
    """Make `book` ready to be recorded as `request` asks; what cannot be done is refused now.

    Raises:
        NarratorError: see the stages.
    """
    scripted = _scripted(workspace, book, request)
    casted = _casted(workspace, scripted, request, listen)
    arranged = _arranged(workspace, scripted, casted, request)
    language, engine = arranged.script.info.language, arranged.cast.engine
    diction = diction_of(workspace, book, language=language, engine=engine)
    return Prepared(scripted, casted, arranged, diction)


def _scripted(workspace: Workspace, book: str, request: Request) -> Scripted:
    """The script on disk, with what is said about the book, and unsure lines hedged if asked."""
    folder = workspace.script(book)
    script = with_details(workspace, book, load_script(folder), request.details)
    if request.performance.hedges:
        script = hedge(script)
    _refuse_silence(book, script)
    return Scripted(book, script, edited=is_edited(folder))


def _refuse_silence(book: str, script: Script) -> None:
    """Refuse a book that would be nothing but pauses."""
    lines = (line for chapter in script.chapters for line in chapter.lines)
    if not any(is_speakable(line.text) for line in lines):
        raise BadSource(
            "there is nothing in it that can be spoken",
            where=book,
            todo="give a story with words; `narrator plan` shows what is read",
        )


def _casted(workspace: Workspace, scripted: Scripted, request: Request, listen: Listener) -> Casted:
    """Everyone with a voice that is there."""
    _refuse_misspelt(workspace, scripted)
    casted = cast_script(workspace, scripted.book, scripted.script, request.wishes)
    for remark in casted.remarks:
        listen(Warned(remark))
    store = Store(workspace.clips)
    refuse_missing_voices(
        casted, has_spoken=lambda role: has_spoken(store, casted.cast.engine, role)
    )
    return casted


def _refuse_misspelt(workspace: Workspace, scripted: Scripted) -> None:
    """Refuse speakers who are most likely somebody else, before they get a voice of their own.

    Raises:
        BadScript: there are such, each with whom the name may mean.
    """
    path = workspace.casting_file(scripted.book)
    text = read_casting_file(path)
    cast = read_cast(text, where=str(path)) if text else Cast("", ())
    wrong = misspelt(scripted.script, cast)
    if wrong:
        told = "; ".join(f"{name}: did you mean {near}?" for name, near in wrong.items())
        raise BadScript(
            f"has speakers who are not in the casting file: {told}",
            where=str(workspace.script(scripted.book)),
            todo=f"mend the script (`narrator check {scripted.book}` shows the lines), or give "
            f"them voices of their own with `narrator cast {scripted.book}`",
        )


def _arranged(
    workspace: Workspace, scripted: Scripted, casted: Casted, request: Request
) -> Arrangement:
    """The script as it will be heard; what cannot be published is refused now, not hours later."""
    publication = request.publication
    arranged = arrange(
        workspace,
        scripted.book,
        scripted.script,
        casted.cast,
        request.performance,
        factor=publication.pauses,
        profile=publication.profile,
    )
    publication.check_script(arranged.script)
    if publication.chime:
        chime(workspace, publication.chime, RATE)
    return arranged
