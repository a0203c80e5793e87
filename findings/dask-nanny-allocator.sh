#!/usr/bin/env bash
# A Dask nanny makes every program that its tasks start give memory back at once, and leaves that to its own program.
# Seen with: distributed 2026.8.0, Python 3.11, Linux.
# The nanny sets MALLOC_TRIM_THRESHOLD_ for its worker, and what the worker's tasks start inherits it: an engine
# that fills and frees buffers a second returns them to the system and faults them in again. It stays set, too, in
# the program that made the cluster, so that what this one starts later is changed as well. Workers in threads are not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check dask==2026.8.0 distributed==2026.8.0
cd "$work"
cat > try.py <<'PROGRAM'
import os
import subprocess
import sys
from importlib.metadata import version

from distributed import Client, LocalCluster

NAME = "MALLOC_TRIM_THRESHOLD_"


def seen() -> str:
    """The variable in a program that a task starts."""
    ask = f"import os; print(os.environ.get({NAME!r}, 'not set'))"
    return subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    os.environ.pop(NAME, None)
    print("distributed", version("distributed"))
    found = {}
    for processes in (False, True):
        with LocalCluster(n_workers=1, processes=processes, dashboard_address=":0") as cluster:
            with Client(cluster) as client:
                found[processes] = client.submit(seen, pure=False).result()
    left = os.environ.get(NAME, "not set")
    print("worker in threads:", found[False], " under a nanny:", found[True], " here, afterwards:", left)
    assert found == {False: "not set", True: "65536"} and left == "65536", "this has changed"
PROGRAM
"$work/env/bin/python" try.py
