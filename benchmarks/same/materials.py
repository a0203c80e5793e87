"""What is compared: texts of many kinds, and the commands that are run on each."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

KINDS = ("seed", "stories", "examples", "spoken", "pdnc", "litbank")
"""From the quickest to the slowest, about."""
_SPEAKER = re.compile(r"⟦([^⟧]*)⟧ ?")
_BOOKS = ("txt", "md", "html", "fb2", "docx", "odt", "fodt", "rtf", "epub", "pdf")


class Job(NamedTuple):
    """A command of `narrator` to run in an empty workspace."""

    name: str
    """Of the file that keeps what it prints."""
    arguments: tuple[str, ...]
    text: str = ""
    """What it reads on standard input."""


def jobs_of(kind: str, *, here: Path, shared: Path, texts: Path) -> list[Job]:
    """The commands for one kind; texts that must be made are written into the folder `texts`.

    Args:
        here: The checkout whose tests and example are used, by both sides.
        shared: The design data; kinds that it lacks have no jobs.
    """
    texts.mkdir(parents=True, exist_ok=True)
    if kind == "spoken":
        return list(_spoken(here / "tests" / "text"))
    found = {
        "seed": lambda: _novels(shared / "data" / "seed", texts),
        "stories": lambda: _novels(shared / "data" / "stories", texts),
        "pdnc": lambda: _novels(shared / "data" / "pdnc" / "dev", texts),
        "litbank": lambda: _documents(shared / "data" / "litbank", texts),
        "examples": lambda: _examples(here, texts),
    }[kind]()
    return [job for path in found for job in _jobs(path)]


def _jobs(path: Path) -> Iterator[Job]:
    """A text parsed to a document, parsed to a script, and cast."""
    name = path.stem
    yield Job(f"{name}.json", ("parse", "--json", "--quiet", str(path)))
    yield Job(f"{name}.parse", ("parse", str(path), "--name", name))
    yield Job(f"{name}.cast", ("cast", name, "--json"))


def _novels(folder: Path, texts: Path) -> Iterator[Path]:
    """Each text in a folder of its own, copied under a name of its own."""
    for text in sorted(folder.glob("*/novel_text.txt")):
        yield Path(shutil.copyfile(text, texts / f"{text.parent.name}.txt"))


def _documents(folder: Path, texts: Path) -> Iterator[Path]:
    for document in sorted(folder.glob("*.json")):
        text = json.loads(document.read_text("utf-8"))["text"]
        yield _written(texts / f"{document.stem}.txt", text)


def _examples(here: Path, texts: Path) -> Iterator[Path]:
    """The shipped story, the books of the readers' tests, and every scene of the parser's."""
    yield from sorted((here / "examples").glob("*.txt"))
    books = here / "tests" / "readers" / "books"
    for book in sorted(path for path in books.glob("*") if path.suffix[1:] in _BOOKS):
        yield Path(shutil.copyfile(book, texts / f"{book.stem}-{book.suffix[1:]}{book.suffix}"))
    for table in sorted((here / "tests" / "parser").glob("*/*.txt")):
        speakers = table.parent.name == "speakers"
        scenes = re.split(r"^# ", table.read_text("utf-8"), flags=re.MULTILINE)[1:]
        for number, scene in enumerate(scenes, start=1):
            body = scene.partition("\n")[2]
            body = _SPEAKER.sub("" if speakers else r"\1", body)
            yield _written(texts / f"{table.parent.name}-{table.stem}-{number:03}.txt", body)


def _spoken(folder: Path) -> Iterator[Job]:
    """The written sides of the tables, those of one setting together."""
    lines: dict[tuple[str, bool], list[str]] = {}
    for table in sorted(folder.glob("*.txt")):
        setting = {"locale": "en-US", "heading": "no"}
        for row in table.read_text("utf-8").splitlines():
            if row.startswith("@ "):
                _, key, value = row.split()
                setting[key] = value
            elif row.strip() and not re.match(r"#(?:\s|$)", row):
                written = re.split(r"\s=>(?:\s|$)", row)[0].strip()
                key_ = setting["locale"], setting["heading"] == "yes"
                lines.setdefault(key_, []).append(_unescaped(written))
    for (locale, heading), cases in lines.items():
        text = "".join(f"{case}\n" for case in cases)
        usual = ("spoken", "--language", locale, *(["--heading"] if heading else []))
        name = f"{locale}{'-heading' if heading else ''}"
        yield Job(f"{name}.txt", usual, text)
        yield Job(f"{name}.words", (*usual, "--json"), text)
        yield Job(f"{name}.espeak", (*usual, "--engine", "espeak"), text)


def _unescaped(text: str) -> str:
    text = text.replace("\\n", " ")  # a line for a line
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path
