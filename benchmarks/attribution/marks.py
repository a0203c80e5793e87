"""The same novel in other typography: what a change of marks costs.

A novel in straight double marks is rewritten with other marks, line ends or line lengths; its
gold spans move along.
"""

import ast
import csv
import re
import shutil
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .corpus import read_novel
from .figures import FIGURES, total
from .running import run_all
from .scoring import score
from .tables import number, render

_BLANK = re.compile(r"(\n[ \t]*\n\s*)")
_INNER = re.compile(r"(?<![\w'])'(?=\w)([^'\"]*(?:\w'\w[^'\"]*)*?[.,!?;:]?)'(?=[\s.,!?;:\"—)-]|$)")
_FIGURES = ("detF", "e2eR", "e2eF", "All")
"""Of these columns those that the protocol has are compared."""


@dataclass(frozen=True, slots=True)
class Typography:
    """The marks of a novel, as long as those they replace."""

    opening: str
    closing: str
    inner_opening: str = "'"
    inner_closing: str = "'"
    apostrophe: str = "'"


_CURLY = Typography("“", "”", "‘", "’", "’")
_TYPOGRAPHIES = {
    "curly": _CURLY,
    "single": Typography("‘", "’", "“", "”", "’"),
    "typewriter": Typography("'", "'", '"', '"'),
    "guillemets": Typography("«", "»", "“", "”", "’"),
    "inward": Typography("»", "«", "›", "‹", "’"),
    "german": Typography("„", "“", "‚", "‘", "’"),
    "swedish": Typography("”", "”", "’", "’", "’"),
    "corner": Typography("「", "」", "『", "』", "’"),
}


def _marked(typography: Typography) -> Callable[[str], str]:
    """Rewrites a text paragraph by paragraph."""
    return lambda text: "".join(_paragraph(part, typography) for part in _BLANK.split(text))


def _paragraph(text: str, typography: Typography) -> str:
    letters = list(text)
    for inner in _INNER.finditer(text):
        letters[inner.start()] = typography.inner_opening
        letters[inner.end() - 1] = typography.inner_closing
    opens = True
    for at, letter in enumerate(text):
        if letter == '"':
            letters[at] = typography.opening if opens else typography.closing
            opens = not opens
        elif letter == "'" and letters[at] == "'":
            ends = not opens and text[at - 1] in ".,;:!?" and not text[at + 1 : at + 2].isalnum()
            letters[at] = typography.inner_closing if ends else typography.apostrophe
    return "".join(letters)


def _dashed(text: str) -> str:
    """Spanish manner: a dash opens a paragraph of speech, and two enclose what is told in it.

    A paragraph keeps its marks where no dash can show where speech begins or ends: if it begins
    with narration, or has a quotation right behind another dash; so does a speech of several
    paragraphs.
    """
    parts = _BLANK.split(_marked(_CURLY)(text))
    unclosed = False
    for at in range(0, len(parts), 2):
        closes = parts[at].count("“") == parts[at].count("”")
        if closes and not unclosed:
            parts[at] = _dashed_paragraph(parts[at])
        unclosed = not closes
    return "".join(parts)


def _dashed_paragraph(text: str) -> str:
    if not text.startswith("“") or re.search(r"[.!?]”\s+[A-Z][^“]*“", text):
        return text
    dashed = re.sub(r"”(\s+)(?=[^\s“])", r"\1—", text)
    dashed = re.sub(r"([,.;:!?])(\s)“", r"—\1\2", dashed)
    dashed = re.sub(r"\s“", "— ", dashed.replace("“", "—", 1)).replace("”", " ")
    return text if "“" in dashed else dashed


def _unwrapped(text: str) -> str:
    """Every paragraph on one line."""
    return re.sub(r"(?<=\S)\n(?=\S)", " ", text)


REWRITINGS: dict[str, Callable[[str], str]] = {
    **{name: _marked(typography) for name, typography in _TYPOGRAPHIES.items()},
    "dash": _dashed,
    "one-line": _unwrapped,
    "crlf": lambda text: text.replace("\n", "\r\n"),
}
"""How the text of a novel may be rewritten. Only `crlf` changes how long it is."""


def losses(
    folders: Sequence[Path], names: Sequence[str], protocol: str, jobs: int, *, markdown: bool
) -> str:
    """A table: the figures of the novels as they are, and how they change when rewritten."""
    figures = [figure for figure in FIGURES[protocol] if figure.name in _FIGURES]
    rows = [["marks", *(figure.name for figure in figures)]]
    base: list[float] = []
    for name in ("as it is", *names):
        with TemporaryDirectory() as into:
            rewritten = [rewrite(folder, name, Path(into)) for folder in folders]
            predictions = run_all(rewritten, protocol, jobs)
            scored = [
                score(read_novel(folder), prediction, protocol)
                for folder, prediction in zip(rewritten, predictions, strict=True)
            ]
        tally = total([one.tally for one in scored])
        values = [figure.of(tally) for figure in figures]
        base = base or values
        cells = [
            number(value) if name == "as it is" else f"{number(value)} ({value - before:+.1f})"
            for value, before in zip(values, base, strict=True)
        ]
        rows.append([name, *cells])
    return render(rows, markdown=markdown)


def rewrite(folder: Path, name: str, into: Path) -> Path:
    """The novel in `folder` rewritten as REWRITINGS[name] into a folder of `into`.

    Under a name that is none of them it is as it was.
    """
    target = into / folder.name
    shutil.copytree(folder, target)
    if name not in REWRITINGS:
        return target
    text = (folder / "novel_text.txt").read_bytes().decode("utf-8")
    changed = REWRITINGS[name](text)
    (target / "novel_text.txt").write_bytes(changed.encode("utf-8"))
    if len(changed) != len(text):
        _move_spans(target / "quotation_info.csv", _added_before(text))
    return target


def _added_before(text: str) -> Callable[[int], int]:
    """Where a place of `text` is once each line end has become two code points."""
    ends = [at for at, letter in enumerate(text) if letter == "\n"]
    return lambda place: place + bisect_left(ends, place)


def _move_spans(path: Path, moved: Callable[[int], int]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        columns = list(reader.fieldnames or ())
    for row in rows:
        spans = ast.literal_eval(row["quoteByteSpans"])
        row["quoteByteSpans"] = str([[moved(start), moved(end)] for start, end in spans])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
