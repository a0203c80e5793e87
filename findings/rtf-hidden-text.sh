#!/usr/bin/env bash
# striprtf reads what a word processor does not show: hidden and deleted text.
# Seen with: striprtf 0.0.29, Python 3.11.
# RTF 1.9.1 has \v for hidden characters and \deleted for those that a revision took away; both come out
# as if they were there, so a book is read with the sentences that its author had removed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check striprtf==0.0.29
cd "$work"
"$work/env/bin/python" - <<'PROGRAM'
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

print("striprtf", version("striprtf"))
text = rtf_to_text(r"{\rtf1\ansi Seen {\v hidden }and {\deleted struck }heard.}")
print(repr(text))
assert text == "Seen hidden and struck heard.", "this has changed"
PROGRAM
