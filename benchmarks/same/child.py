"""Runs `python -m narrator` many times in one process; only the standard library is used.

usage: python -P child.py CHECKOUT run JOBS        runs the jobs in the current folder
       python -P child.py CHECKOUT cost ARGUMENT ...   runs one command, prints what it took
"""

import contextlib
import io
import json
import resource
import runpy
import sys
from pathlib import Path


def main(checkout: str, task: str, *arguments: str) -> None:
    sys.path.insert(0, checkout)
    if task == "cost":
        code, _, errors = narrator(*arguments)
        if code:
            sys.exit(errors)
        print(json.dumps({"cpu": computed(), "memory": peak()}))
        return
    for job in json.loads(Path(arguments[0]).read_text("utf-8")):
        code, said, errors = narrator(*job["arguments"], text=job["text"])
        if code:
            said += f"exit code {code}\n{errors}".encode()
        Path(job["name"]).write_bytes(said)


def narrator(*arguments: str, text: str = "") -> tuple[int, bytes, str]:
    """The exit code of a command, what it printed and what it said besides."""
    out, errors = io.BytesIO(), io.StringIO()
    sys.argv = ["narrator", *arguments]
    sys.stdin = io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8")
    with (
        contextlib.redirect_stdout(io.TextIOWrapper(out, "utf-8", write_through=True)),
        contextlib.redirect_stderr(errors),
    ):
        try:
            runpy.run_module("narrator", run_name="__main__")
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        sys.stdout.flush()
        return code, out.getvalue(), errors.getvalue()


def computed() -> float:
    """The seconds that this process and those it started have computed."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def peak() -> float:
    """The most memory that this process ever held, MB (Linux)."""
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
