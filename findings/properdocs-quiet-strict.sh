#!/usr/bin/env bash
# ProperDocs: `build --strict --quiet` passes over dead links that `build --strict` refuses.
# Seen with: properdocs 1.6.7, Python 3.11.
# Strictness counts the warnings that are logged, and --quiet keeps warnings from being logged: a check in CI that
# was made silent is no check any more, though it ends with 0 as before.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check properdocs==1.6.7 properdocs-theme-mkdocs==1.6.7
cd "$work"
mkdir docs
printf '# Home\n\nSee [the other page](nowhere.md).\n' > docs/index.md
printf 'site_name: Try\ntheme:\n  name: mkdocs\n' > properdocs.yml
"$work/env/bin/python" -m pip list --disable-pip-version-check 2>/dev/null | grep -i '^properdocs '
loud=0; "$work/env/bin/properdocs" build --strict > loud.txt 2>&1 || loud=$?
hush=0; "$work/env/bin/properdocs" build --strict --quiet > hush.txt 2>&1 || hush=$?
grep -i 'nowhere' loud.txt
echo "--strict: exit $loud   --strict --quiet: exit $hush"
[ "$loud" -ne 0 ] && [ "$hush" -eq 0 ] || { echo "this has changed"; exit 1; }
