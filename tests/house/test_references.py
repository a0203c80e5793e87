"""What help, errors and documents send a reader to is there."""

import re
from pathlib import Path

_NAMED = re.compile(
    r"\b(?:docs|tests|training|benchmarks|narrator|examples)/[\w./-]*\.(?:md|py|toml)\b"
)


def test_what_is_named_is_there(root: Path) -> None:
    texts = [*root.glob("*.md"), *root.glob("docs/*.md"), *root.glob("narrator/**/*.py")]
    named = {
        (str(path.relative_to(root)), name)
        for path in texts
        for name in _NAMED.findall(path.read_text(encoding="utf-8"))
    }
    assert named
    assert not [(where, name) for where, name in sorted(named) if not (root / name).is_file()]
