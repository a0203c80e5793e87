#!/usr/bin/env bash
# `dashboard_address=None` does not keep a local Dask cluster from opening an HTTP server on port 8787.
# Seen with: distributed 2026.8.0, Python 3.11.
# None means the default, so a program that wanted no dashboard listens all the same (and warns of a taken port where
# two run at once); `:0` takes a free port.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check dask==2026.8.0 distributed==2026.8.0
cd "$work"
cat > try.py <<'PROGRAM'
from importlib.metadata import version
from urllib.request import urlopen

from distributed import LocalCluster

if __name__ == "__main__":
    print("distributed", version("distributed"))
    with LocalCluster(n_workers=1, processes=False, dashboard_address=None) as cluster:
        port = cluster.scheduler.http_server.port
        with urlopen(f"http://127.0.0.1:{port}/health", timeout=10) as answer:
            said = answer.read().decode()
    print("port:", port, " /health:", said)
    assert port == 8787 and said == "ok", "this has changed"
PROGRAM
"$work/env/bin/python" try.py
