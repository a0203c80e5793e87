"""The server of a review: who is let in, what is answered, and two pages at once."""

import http.client
import io
import json
import shutil
import socket
import threading
import time
import wave
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from narrator.serving.reviewing import review_server
from narrator.serving.running import CONNECTIONS
from narrator.workspace import Workspace


@dataclass
class Page:
    """What a browser does, without one."""

    address: str
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def open(self) -> "Page":
        """Follow the address that the command printed."""
        at = urlsplit(self.address)
        status, headers, _ = self.send("GET", f"{at.path}?{at.query}")
        assert status == 303
        self.cookie = headers["set-cookie"].partition(";")[0]
        return self

    def send(
        self, method: str, path: str, body: Any = None, **headers: str
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        at = urlsplit(self.address)
        connection = http.client.HTTPConnection("127.0.0.1", at.port, timeout=60)
        sent = {"Cookie": self.cookie, "Origin": f"http://{at.netloc}"}
        sent["Content-Type"] = "application/json"
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        data = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        connection.request(method, path, data, sent)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, answer.headers, content

    def get(self, path: str) -> Any:
        status, _, content = self.send("GET", path)
        assert status == 200, content
        return json.loads(content)

    def post(self, path: str, body: Any = None) -> Any:
        status, _, content = self.send("POST", path, body or {})
        assert status == 200, content
        return json.loads(content)

    def row(self, text: str) -> dict[str, Any]:
        chapters = self.get("/api/books/keys")["chapters"]
        sheets = [self.get(f"/api/books/keys/chapters/{one['number']}") for one in chapters]
        return next(row for sheet in sheets for row in sheet["rows"] if text in row["text"])


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    with review_server(Workspace(root)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.address("keys")
        server.shutdown()
        thread.join()


@pytest.fixture
def page(address: str) -> Page:
    return Page(address).open()


def test_the_pages_and_their_parts(page: Page) -> None:
    for path, kind in {
        "/": "text/html; charset=utf-8",
        "/book/keys": "text/html; charset=utf-8",
        "/assets/review.js": "text/javascript; charset=utf-8",
        "/assets/base.css": "text/css; charset=utf-8",
    }.items():
        status, headers, content = page.send("GET", path)
        assert (status, headers["Content-Type"]) == (200, kind) and content
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
    for path in ("/assets/review.html", "/assets/../serving.py", "/assets/%2e%2e/running.py"):
        assert page.send("GET", path)[0] == 404


def test_the_key_is_gone_from_the_address(address: str) -> None:
    at = urlsplit(address)
    status, headers, _ = Page(address).send("GET", f"/book/keys?a=b&{at.query}")
    assert (status, headers["Location"]) == (303, "/book/keys?a=b")
    assert "HttpOnly" in headers["set-cookie"]


def test_a_book_that_is_not_there_has_no_page(page: Page) -> None:
    status, _, content = page.send("GET", "/book/nosuch")
    assert (status, content) == (404, b"There is no such book here; the list of books is at /.\n")


@pytest.mark.parametrize(
    "cookie", ["", "narrator-1=x", "narrator-{port}=wrong", "\xff=\xff", ";;="]
)
def test_nobody_else_is_let_in(address: str, cookie: str) -> None:
    port = urlsplit(address).port
    stranger = Page(address, cookie.replace("{port}", str(port)))
    for path in (
        "/",
        "/api/books",
        "/api/books/keys",
        "/assets/review.js",
        "/made/keys/index.html",
    ):
        status, _, content = stranger.send("GET", path)
        assert status == 403 and content.startswith(b"Open the whole address")
    assert stranger.send("GET", "/?key=wrong")[0] == 403
    assert stranger.send("POST", "/api/books/keys/undo", {})[0] == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "https://127.0.0.1"])
def test_no_page_elsewhere_changes_anything(page: Page, root: Path, origin: str) -> None:
    before = (root / "voices/keys.toml").read_text()
    action = {"do": "voice", "name": "Tom Reed", "pitch": 3}
    status, _, _ = page.send("POST", "/api/books/keys/actions", action, Origin=origin)
    assert status == 403
    assert (root / "voices/keys.toml").read_text() == before


@pytest.mark.parametrize("host", ["evil.example", "192.168.1.20", "review.local", ""])
def test_under_another_name_nobody_is_here(page: Page, host: str) -> None:
    port = urlsplit(page.address).port
    assert page.send("GET", "/", Host=f"{host}:{port}")[0] in (400, 421)


def test_a_form_of_a_page_elsewhere_is_no_json(page: Page) -> None:
    path = "/api/books/keys/actions"
    assert page.send("POST", path, {"do": "assign"}, Content_Type="text/plain")[0] == 400


def test_only_this_machine_is_answered(root: Path) -> None:
    with review_server(Workspace(root)) as server:
        assert server.host == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/books/other", 404),
        ("/api/books/..%2fkeys", 404),
        ("/api/books/keys/chapters/99", 404),
        ("/api/books/keys/scene/999999", 409),
        ("/sound/keys/0.wav", 404),
        ("/api/stories/..%2fkeys.txt/plan", 404),
        ("/api/stories/.hidden/plan", 404),
        ("/made/keys/../../keys.txt", 404),
        ("/made/other/index.html", 404),
    ],
)
def test_what_is_not_there_is_told(page: Page, path: str, status: int) -> None:
    assert page.send("GET", path)[0] == status


def test_an_action_and_all_that_can_be_read(page: Page, root: Path) -> None:
    line = page.row("So I see.")
    done = page.post(
        "/api/books/keys/actions", {"do": "assign", "lines": [line["id"]], "speaker": "Anna"}
    )
    assert [row["speaker"] for row in done["changes"]["rows"]] == ["Anna Bell"]
    assert page.get("/api/books/keys/history")["undo"] == "“So I see.”: Anna Bell"
    assert line["id"] not in [one["id"] for one in page.get("/api/books/keys/doubts")]
    assert "Anna Bell" in page.get(f"/api/books/keys/scene/{line['id']}")["people"]
    assert page.get("/api/books/keys/people")[0]["name"] == "Narrator"
    assert {"id", "description", "gender"} <= page.get("/api/books/keys/voices")[0].keys()
    page.post("/api/books/keys/undo")
    page.post("/api/books/keys/redo")
    assert page.get("/api/books")[0]["book"] == "keys"


def test_what_cannot_be_done_is_told_in_one_line(page: Page) -> None:
    path = "/api/books/keys/actions"
    status, _, content = page.send("POST", path, {"do": "rename", "name": "Tom Reed", "to": "Anna"})
    assert (status, json.loads(content)) == (
        409,
        {"error": "Anna is somebody already; join the two"},
    )
    assert page.send("POST", path, b"{")[0] == 400
    assert page.send("POST", path, {"do": "burn"})[0] == 400


def test_a_hostile_book_stays_text(page: Page, root: Path) -> None:
    path = next(root.glob("script/keys/*.txt"))
    hostile = "</script><img src=x onerror=alert(1)>"
    path.write_text(path.read_text() + f'\n"{hostile}": {hostile} \u2028\n')
    status, headers, _ = page.send("GET", "/api/books/keys")
    assert (status, headers["Content-Type"]) == (200, "application/json")
    assert headers["X-Content-Type-Options"] == "nosniff"
    row = page.row(hostile)
    assert row["speaker"] == hostile


class Events:
    """What a page is told while it is open."""

    def __init__(self, page: Page) -> None:
        at = urlsplit(page.address)
        self.connection = http.client.HTTPConnection("127.0.0.1", at.port, timeout=60)
        self.connection.request("GET", "/api/books/keys/events", headers={"Cookie": page.cookie})
        self.answer = self.connection.getresponse()
        assert self.answer.headers["Content-Type"].startswith("text/event-stream")
        assert self.answer.readline() == b": hello\n"

    def next(self, wanted: str) -> Any:
        """The next event of that name."""
        name = ""
        while row := self.answer.readline().decode():
            if row.startswith("event: "):
                name = row[7:-1]
            elif row.startswith("data: ") and name == wanted:
                return json.loads(row[6:])
        raise AssertionError("the stream ended")


def test_two_pages_see_what_each_other_and_a_hand_do(page: Page, address: str, root: Path) -> None:
    other = Events(Page(address).open())
    line = page.row("So I see.")
    action = {"do": "deliver", "lines": [line["id"]], "delivery": "shouted"}
    page.post("/api/books/keys/actions", action)
    while (told := other.next("changes"))["changes"]["why"] != "action":
        pass
    assert [row["delivery"] for row in told["changes"]["rows"]] == ["shouted"]
    path = next(p for p in root.glob("script/keys/*.txt") if "So I see." in p.read_text())
    path.write_text(path.read_text().replace("So I see.", "So I hear."))
    while (told := other.next("changes"))["changes"]["why"] != "edit":
        pass
    assert [row["text"] for row in told["changes"]["rows"]] == ["“So I hear.”"]
    other.connection.close()


def test_two_pages_lose_nothing_of_each_other(page: Page, address: str) -> None:
    rows = [page.row(text)["id"] for text in ("So I see.", "Not there.", "Thank you")]
    pages = [page, Page(address).open()]

    def busy(number: int) -> None:
        for count in range(20):
            action = {"do": "deliver", "lines": [rows[number]], "delivery": f"n{count}"}
            pages[number % 2].post("/api/books/keys/actions", action)

    threads = [threading.Thread(target=busy, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = [page.row(text)["delivery"] for text in ("So I see.", "Not there.", "Thank you")]
    assert found == ["n19"] * 3
    assert len(page.get("/api/books/keys/history")["entries"]) == 60


def test_two_hundred_connections(page: Page) -> None:
    port = urlsplit(page.address).port
    opened = [socket.create_connection(("127.0.0.1", port)) for _ in range(200)]
    for each in opened:
        each.settimeout(30)
    hung_up = 0
    for each in opened[CONNECTIONS:]:
        try:
            hung_up += each.recv(1) == b""
        except ConnectionResetError:
            hung_up += 1
    assert hung_up >= 200 - CONNECTIONS
    for each in opened:
        each.close()
    end = time.monotonic() + 30
    while True:
        try:
            assert page.get("/api/books/keys")["book"] == "keys"
            return
        except (http.client.HTTPException, OSError):
            assert time.monotonic() < end
            time.sleep(0.05)


def heard(page: Page, ask: Any) -> tuple[Any, wave.Wave_read]:
    told = page.post("/api/books/keys/hear", ask)
    status, _, content = page.send("GET", told["url"])
    assert status == 200
    return told, wave.open(io.BytesIO(content))


def test_a_line_is_heard_with_its_neighbours_and_in_parts(page: Page) -> None:
    line = page.row("So I see.")
    told, sound = heard(page, {"around": line["id"]})
    assert line["id"] in [cue["id"] for cue in told["cues"]] and len(told["cues"]) >= 2
    seconds = sound.getnframes() / sound.getframerate()
    assert told["cues"][-1]["end"] <= seconds
    whole = page.send("GET", told["url"])[2]
    status, headers, part = page.send("GET", told["url"], Range="bytes=1001-50000")
    assert (status, part) == (206, whole[1001:50001])
    assert headers["Content-Range"] == f"bytes 1001-50000/{len(whole)}"
    assert page.send("GET", told["url"], Range="bytes=-7")[2] == whole[-7:]
    assert page.send("GET", told["url"], Range=f"bytes={len(whole)}-")[0] == 416


def test_a_line_in_another_way_is_another_sound(page: Page) -> None:
    line = page.row("So I see.")["id"]
    _, plain = heard(page, {"line": line})
    _, slow = heard(page, {"line": line, "as": {"rate": 0.6}})
    assert slow.getnframes() > 1.3 * plain.getnframes()
    heard(page, {"person": "Tom Reed", "as": {"voice": "boy"}})
    heard(page, {"text": "Kepler", "name": "Tom Reed", "as": {"word": "Kepler", "say": "a b"}})


def test_a_recording_of_ones_own_is_heard_trimmed_and_levelled(page: Page) -> None:
    line = page.row("So I see.")["id"]
    told, _ = heard(page, {"line": line})
    content = page.send("GET", told["url"])[2]
    with wave.open(io.BytesIO(content)) as spoken:
        rate, seconds = spoken.getframerate(), spoken.getnframes() / spoken.getframerate()
        loud = loudest(spoken)
    silence = bytes(2 * 2 * rate)
    soft = bytearray()
    for at in range(44, len(content) - 1, 2):
        sample = int.from_bytes(content[at : at + 2], "little", signed=True) // 8
        soft += sample.to_bytes(2, "little", signed=True)
    mine = io.BytesIO()
    with wave.open(mine, "wb") as file:
        file.setparams((1, 2, rate, 0, "NONE", ""))
        file.writeframes(silence + bytes(soft) + silence)
    path = "/api/books/keys/recordings?line=1"
    status, _, answer = page.send("POST", path, mine.getvalue(), Content_Type="audio/wav")
    assert status == 200
    name = json.loads(answer)["recording"]
    page.post("/api/books/keys/actions", {"do": "record", "line": line, "recording": name})
    _, own = heard(page, {"line": line})
    # Two seconds of silence at each end are gone, and it is about as loud as the voice was.
    assert abs(own.getnframes() / own.getframerate() - seconds) < 0.5
    assert 0.4 < loudest(own) / loud < 2.5
    assert page.send("POST", path, b"no sound", Content_Type="audio/wav")[0] == 409


def loudest(sound: wave.Wave_read) -> int:
    sound.rewind()
    data = sound.readframes(sound.getnframes())
    return max(
        abs(int.from_bytes(data[a : a + 2], "little", signed=True)) for a in range(0, len(data), 2)
    )


def test_a_book_is_made_and_a_chapter_heard_meanwhile(page: Page, root: Path) -> None:
    events = Events(page)
    assert page.post("/api/books/keys/hear", {"chapter": 1})["url"] == ""
    assert page.post("/api/books/keys/make")["state"] == "running"
    while (work := events.next("work"))["state"] == "running":
        pass
    assert work["state"] == "done", work
    told, _ = heard(page, {"chapter": 1})
    assert told["missing"] == 0
    end = time.monotonic() + 60
    while page.get("/api/books/keys")["chapters"][0]["stale"] != 0:
        assert time.monotonic() < end
        time.sleep(0.1)
    assert page.send("GET", "/made/keys/index.html")[0] == 200
    page.post(
        "/api/books/keys/actions",
        {"do": "deliver", "lines": [told["cues"][2]["id"]], "delivery": "shouted"},
    )
    while page.get("/api/books/keys")["chapters"][0]["stale"] != 1:
        assert time.monotonic() < end
        time.sleep(0.1)
    # A take that is only tried is not the line as it stands.
    heard(page, {"line": told["cues"][2]["id"], "as": {"rate": 0.8}})
    assert page.get("/api/books/keys")["chapters"][0]["stale"] == 1
    events.connection.close()


def test_who_is_a_child_gets_a_childs_voice_and_one_undo_takes_both_back(page: Page) -> None:
    def tom() -> Any:
        people = page.get("/api/books/keys/people")
        return next(one for one in people if one["name"] == "Tom Reed")

    before = tom()
    action = {"do": "person", "name": "Tom Reed", "gender": "male", "age": "child"}
    page.post("/api/books/keys/actions", action)
    end = time.monotonic() + 60
    while tom()["voice"] in ("", before["voice"]):
        assert time.monotonic() < end
        time.sleep(0.05)
    assert tom()["age"] == "child"
    page.post("/api/books/keys/undo")
    assert tom() == before


def test_making_is_stopped_and_goes_on(page: Page) -> None:
    events = Events(page)
    page.post("/api/books/keys/make")
    page.post("/api/books/keys/stop")
    while (work := events.next("work"))["state"] in ("running", "stopping"):
        pass
    assert work["state"] in ("stopped", "done")
    page.post("/api/books/keys/make")
    while (work := events.next("work"))["state"] == "running":
        pass
    assert work["state"] == "done"
    events.connection.close()


def test_a_story_is_brought_planned_and_made(page: Page, root: Path) -> None:
    story = (root / "keys.txt").read_bytes()
    shutil.copy(root / "keys.txt", root / "stories.txt")
    path = "/api/stories?name=C%3A%5CDocs%5C..%2FThe%20Keys.txt"
    status, _, answer = page.send("POST", path, story, Content_Type="text/plain")
    assert (status, json.loads(answer)) == (200, {"story": "the-keys.txt"})
    assert (root / "stories/the-keys.txt").read_bytes() == story
    assert page.get("/api/stories/the-keys.txt/plan")["chapters"]
    book = page.post("/api/stories/the-keys.txt/make")["book"]
    end = time.monotonic() + 120
    while page.get(f"/api/books/{book}/work")["state"] == "running":
        assert time.monotonic() < end
        time.sleep(0.1)
    work = page.get(f"/api/books/{book}/work")
    assert work["state"] == "done", work
    assert page.get(f"/api/books/{book}")["sound"] == "made"
    assert page.send("POST", "/api/stories?name=a.exe", b"MZ")[0] == 409
    assert not list((root / "stories").glob(".*"))
