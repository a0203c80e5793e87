#!/usr/bin/env bash
# chardet's `prefer_superset` takes Windows-1250 for a superset of ISO 8859-2, which it is not.
# Seen with: chardet 7.7.0, Python 3.11.
# Without it Polish in ISO 8859-2 is found; with it the answer is Windows-1250, where ą, ś and ź lie elsewhere, so
# the text comes out wrong in every second line although the detection itself was right.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check chardet==7.7.0
cd "$work"
"$work/env/bin/python" - <<'PROGRAM'
from importlib.metadata import version

import chardet

print("chardet", version("chardet"))
text = "Łódź się spóźniła, powiedziała Ania i spojrzała na brzeg. Dokąd płyniesz, spytał ją chłopiec. "
data = (text * 4).encode("iso8859-2")
plain = chardet.detect(data)["encoding"]
wider = chardet.detect(data, prefer_superset=True)["encoding"]
print(plain, "->", data.decode(plain)[:17])
print(wider, "->", data.decode(wider)[:17])
assert (plain, wider) == ("ISO-8859-2", "Windows-1250"), "this has changed"
assert data.decode(plain) == text * 4 != data.decode(wider)
PROGRAM
