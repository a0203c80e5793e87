"""How long a page waits for what it asks of a long book under review, and what memory that takes.

usage: python -m benchmarks.reviewing [STORY]

A real server, asked as a page asks. Without a STORY it is a book of 100,000 words and 9,000 lines,
made up here. Each correction gives the most doubtful line to the last of those who may say it.
Seconds in brackets are of the server's CPU, which other work of the machine changes little.
"""

import http.client
import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

WORDS, CHAPTERS, SCENE = 100_000, 40, 25
CORRECTIONS = 40
FIRST, LAST, THINGS, SAID = map(
    str.split,
    (
        "Anna Tom Mara Edith Piet Hugo Clara Ivan Nell Oscar Ruth Simon Vera Walter Iris Felix",
        "Bell Reed Quill Vane Marsh Holt Stone Frost Lowe Pike Dunn Hale Wynn Ash Cole Rook",
        "lamp key door boat letter coat window river clock stair horse garden table map",
        "said asked whispered replied called",
    ),
)
WAYS = (
    "Who took the {a} from the {b}?",
    "I left it by the {a}, and now there is only a {b}.",
    "You never looked at the {a}.",
    "Then we go back to the {a} tonight, {name}.",
    "Not before the {b} is mended.",
    "There is a {a} under the {b}; I saw it.",
)
TOLD = (
    "{name} looked at the {a} and then at the {b}, and nobody moved for a while. It had rained "
    "since the morning, and there was water on the {b} as well, so that one could hardly see it.",
    "The {a} stood where it had always stood, between the {b} and the wall, and nobody had thought "
    "of it for years; but now it was the first thing that everybody looked at.",
    "{name} put the {a} down beside the {b} and sat down, as slowly as if there were all the time "
    "in the world, and waited until the others had done the same.",
)


def main(story: str = "") -> None:
    """Print times and memory."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        text = Path(story).read_text("utf-8") if story else made_up()
        (root / "book.txt").write_text(text, encoding="utf-8")
        narrator = [sys.executable, "-m", "narrator"]
        command = [*narrator, "parse", "book.txt", "--language", "en"]
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        command = [*narrator, "review", "book", "--no-browser"]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            try:
                measure(process.stdout.readline().strip(), process.pid, len(text.split()))
            finally:
                process.terminate()


def made_up() -> str:
    """A story of people who talk."""
    chance = random.Random(15)  # noqa: S311
    people = [f"{first} {last}" for first, last in zip(FIRST, LAST, strict=True)]
    parts: list[str] = []
    words = 0
    for chapter in range(1, CHAPTERS + 1):
        parts.append(f"Chapter {chapter}")
        while words < WORDS * chapter / CHAPTERS:
            scene = chance.sample(people, 4)
            for _ in range(SCENE):
                part = paragraph(chance, scene)
                parts.append(part)
                words += len(part.split())
            parts.append("* * *")
    return "\n\n".join(parts) + "\n"


def paragraph(chance: random.Random, scene: list[str]) -> str:
    """Somebody says something, with a tag or without; or it is told what happened."""
    name, other = chance.sample(scene, 2)
    a, b = chance.sample(THINGS, 2)
    spoken = chance.choice(WAYS).format(a=a, b=b, name=other.split()[0])
    kind = chance.random()
    if kind < 0.27:
        return chance.choice(TOLD).format(a=a, b=b, name=name)
    if kind < 0.65:
        return f"“{spoken}”"
    more = chance.choice(WAYS).format(a=b, b=a, name=other.split()[0])
    tag = f"{chance.choice(SAID)} {name if kind < 0.85 else name.split()[0]}."
    return f"“{spoken.rstrip('.?')},” {tag} “{more}”"


class Page:
    """A page, without a browser."""

    def __init__(self, address: str) -> None:
        at = urlsplit(address)
        self.host, self.port = at.hostname or "", at.port
        self.connection = http.client.HTTPConnection(self.host, self.port)
        self.connection.request("GET", f"{at.path}?{at.query}")
        answer = self.connection.getresponse()
        answer.read()
        cookie = answer.headers["set-cookie"].partition(";")[0]
        self.headers = {"Cookie": cookie, "Origin": f"http://{at.netloc}"}
        self.headers["Content-Type"] = "application/json"
        self.followed: list[tuple[int, float, int]] = []

    def ask(self, path: str, body: Any = None) -> tuple[Any, float]:
        """An answer, and the seconds it took."""
        began = time.perf_counter()
        data = None if body is None else json.dumps(body)
        self.connection.request("GET" if data is None else "POST", path, data, self.headers)
        answer = self.connection.getresponse()
        content = answer.read()
        seconds = time.perf_counter() - began
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} {content!r}")
        return json.loads(content), seconds

    def watch(self) -> None:
        """Note when what follows is told."""
        connection = http.client.HTTPConnection(self.host, self.port)
        connection.request("GET", "/api/books/book/events", headers=self.headers)
        answer = connection.getresponse()
        while row := answer.readline():
            if row.startswith(b"data: {"):
                changes = json.loads(row[6:]).get("changes", {})
                if changes.get("why") == "follows":
                    lines = len(changes["rows"])
                    self.followed.append((changes["entry"], time.perf_counter(), lines))


def measure(address: str, process: int, words: int) -> None:
    page = Page(address)
    begun = cpu(process)
    book, first = page.ask("/api/books/book")
    _, sheet = page.ask("/api/books/book/chapters/1")
    lines = sum(chapter["lines"] for chapter in book["chapters"])
    print(f"{words:,} words, {lines:,} lines, {len(book['chapters'])} chapters")
    busy = cpu(process) - begun
    print(f"first text after {first + sheet:.2f} s ({busy:.2f}); memory {memory(process)} then")
    threading.Thread(target=page.watch, daemon=True).start()
    began, slowest = time.perf_counter(), 0.0
    while page.ask("/api/books/book")[0]["learning"] == "studying":
        slowest = max(slowest, page.ask("/api/books/book/chapters/2")[1])
        time.sleep(0.1)
    print(
        f"studied {time.perf_counter() - began:.1f} s later; a chapter took {slowest:.3f} s at most"
    )
    doubts, seconds = page.ask("/api/books/book/doubts")
    print(f"{len(doubts):,} doubtful lines listed in {seconds:.2f} s; memory {memory(process)}")
    correct(page, doubts, process)
    print(f"memory {memory(process)}")


def correct(page: Page, doubts: list[Any], process: int) -> None:
    keys, follows, answers, wholes, changed = [], [], [], [], 0
    for doubt in doubts[:CORRECTIONS]:
        speaker = (doubt["people"] or ["Somebody"])[-1:][0]
        action = {"do": "assign", "lines": [doubt["id"]], "speaker": speaker}
        begun, busy = time.perf_counter(), cpu(process)
        done, seconds = page.ask("/api/books/book/actions", action)
        keys.append(seconds)
        answers.append(cpu(process) - busy)
        entry, end = done["changes"]["entry"], time.perf_counter() + 3
        while time.perf_counter() < end and entry not in [one[0] for one in page.followed]:
            time.sleep(0.002)
        for one, at, count in page.followed:
            if one == entry:
                follows.append(at - begun)
                changed += count
        wholes.append(cpu(process) - busy)
    undos = [page.ask("/api/books/book/undo", {})[1] for _ in range(10)]
    print(f"{len(keys)} keys answered: {told(keys)} ({told(answers)})")
    print(f"with what follows, {changed:,} lines in all: {told(follows)} ({told(wholes)})")
    print(f"{len(undos)} undone: {told(undos)}")


def told(seconds: list[float]) -> str:
    if not seconds:
        return "none"
    return f"median {statistics.median(seconds):.3f}, max {max(seconds):.3f} s"


def cpu(process: int) -> float:
    """Seconds of CPU that a process has had."""
    import psutil

    times = psutil.Process(process).cpu_times()
    return float(times.user + times.system)


def memory(process: int) -> str:
    """Of the server and of all processes that it has."""
    import psutil

    server = psutil.Process(process)
    whole = sum(each.memory_info().rss for each in [server, *server.children(recursive=True)])
    return f"{server.memory_info().rss / 1e6:.0f} MB ({whole / 1e6:.0f} MB with its processes)"


if __name__ == "__main__":
    main(*sys.argv[1:])
