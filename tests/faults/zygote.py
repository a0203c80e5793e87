"""Runs `narrator` again and again without importing it each time: reads a run a line, forks it.

Each line is JSON: the arguments, the folder, and variables of the environment. Answers with two
lines: the number of the process, and its exit code once it has ended (negative: a signal). Every
run has a process group of its own, so that all of it can be killed.
"""

import json
import os
import sys


def child(run: dict[str, object]) -> None:
    os.setsid()
    folder = str(run["folder"])
    os.chdir(folder)
    os.environ.update(run["environment"])  # type: ignore[arg-type]
    said = os.open(str(run["said"]), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(said, 1)
    os.dup2(said, 2)
    sys.argv = ["narrator", *run["arguments"]]  # type: ignore[misc]
    main()
    sys.stdout.flush()
    os._exit(0)


def tell(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def serve() -> None:
    for line in sys.stdin:
        run = json.loads(line)
        pid = os.fork()
        if not pid:
            try:
                child(run)
            except SystemExit as exit_:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(int(exit_.code or 0))
            finally:
                os._exit(99)
        tell(pid)
        _, status = os.waitpid(pid, 0)
        tell(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    import narrator.production
    from narrator.cli import main
    from narrator.commands import make as _make  # noqa: F401

    assert narrator.production
    serve()
