#!/usr/bin/env bash
# markdown-it-py drops text that is nested deeply, without a word.
# Seen with: markdown-it-py 4.0.0, Python 3.11.
# Its presets differ: "commonmark" stops at 20 levels of blocks and leaves what is below out of the
# output, no error, no token; "default" reads on. A list takes two levels an item, so ten lists are the end.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check markdown-it-py==4.0.0
cd "$work"
"$work/env/bin/python" - <<'PROGRAM'
from importlib.metadata import version

from markdown_it import MarkdownIt

print("markdown-it-py", version("markdown-it-py"))
lists = "\n".join("  " * depth + f"- level{depth}." for depth in range(12))
for preset, quotes_kept, lists_kept in (("commonmark", 19, 9), ("default", 40, 12)):
    render = MarkdownIt(preset).render
    quotes = max(depth for depth in range(1, 41) if "deep" in render(">" * depth + " deep"))
    items = sum(f"level{depth}." in render(lists) for depth in range(12))
    print(f"{preset}: text is kept in {quotes} of 40 quotations, in {items} of 12 lists")
    assert (quotes, items) == (quotes_kept, lists_kept), "this has changed"
PROGRAM
