"""A server asked about the doubtful lines of a script, with its answers kept beside it."""

from pathlib import Path

from narrator.consulting import Consulted, Server, consult
from narrator.model import Script
from narrator.parser import SOMEONE
from narrator.workspace import AnswerFile

from ..progress import Listener, Progress, Told, Warned


def consult_server(
    script: Script, server: Server, folder: Path, *, writes: bool = True, listen: Listener
) -> Consulted:
    """Ask `server` who speaks the doubtful lines, but nothing that it was asked before.

    A server that fails is told in a warning, and the guesses stand. The answers are in the script
    folder; without `writes` no new ones are put there.
    """

    def progress(done: int, total: int) -> None:
        listen(Progress("asking", done, total))

    memory = AnswerFile(folder, writes=writes)
    consulted = consult(script, server, memory, nobody=frozenset({SOMEONE}), listen=progress)
    if consulted.confirmed + consulted.changed + consulted.left == 0:
        listen(Told("Nobody had to be asked: no line is doubtful."))
        return consulted
    listen(
        Told(
            f"Asked about the doubtful lines: {consulted.confirmed:,} as guessed, "
            f"{consulted.changed:,} given to somebody else, {consulted.left:,} left as they were."
        )
    )
    if consulted.trouble:
        listen(
            Warned(
                f"{consulted.trouble}; {consulted.left} doubtful lines stay as they were guessed"
            )
        )
    return consulted
