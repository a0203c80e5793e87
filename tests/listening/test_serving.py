"""What `narrator listen` serves: the book's files, in parts where asked, and nothing else."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.errors import NarratorError
from narrator.serving import book_server
from narrator.serving.files import find_file
from narrator.serving.network import Hosts
from narrator.serving.running import CONNECTIONS

SOUND = bytes(range(256)) * 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A published book with things around it that nobody may have."""
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "secret.html").write_text("secret")
    book = tmp_path / "book"
    (book / "player").mkdir(parents=True)
    (book / "index.html").write_text("<p>player</p>")
    (book / "player" / "001.js").write_text("narrator.chapter(0,[])")
    (book / "01 - Me.mp3").write_bytes(SOUND)
    (book / ".published.json").write_text("{}")
    (book / ".hidden.html").write_text("secret")
    (book / "notes.py").write_text("secret")
    if hasattr(os, "symlink"):
        (book / "link.html").symlink_to(tmp_path / "secret.html")
        (book / "linked").symlink_to(tmp_path)
        (book / "inner.html").symlink_to(book / "index.html")
    return book


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    with book_server(folder) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.port
        server.shutdown()
        thread.join()


def ask(
    port: int, path: str, method: str = "GET", **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    """The answer to a request whose path is sent exactly as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


def test_the_player_and_its_files_are_served(port: int) -> None:
    status, headers, body = ask(port, "/")
    assert (status, body) == (200, b"<p>player</p>")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert ask(port, "/player/001.js?x#y")[1]["Content-Type"].startswith("text/javascript")
    assert ask(port, "/01%20-%20Me.mp3")[2] == SOUND


def test_a_file_with_spaces(folder: Path, port: int) -> None:
    (folder / "02 - Ärger & so.mp3").write_bytes(SOUND)
    status, headers, body = ask(port, "/02%20-%20%C3%84rger%20%26%20so.mp3")
    assert (status, headers["Content-Type"], body) == (200, "audio/mpeg", SOUND)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/../secret.html",
        "/..%2fsecret.html",
        "/%2e%2e/secret.html",
        "/%2e%2e%2fsecret.html",
        "/player/../../secret.html",
        "/..\\secret.html",
        "/..%5csecret.html",
        "//secret.html",
        "/./index.html",
        "/link.html",
        "/linked/secret.html",
        "/linked/",
        "/.published.json",
        "/.hidden.html",
        "/player/.hidden.html",
        "/notes.py",
        "/player",
        "/player/",
        "/index.html/",
        "/index.html%00.mp3",
        "/C:/secret.html",
        "/index.html:stream",
        "/%ff%fe",
        "/" + "a" * 5000 + ".html",
        "/" + "a/" * 2000,
        "http://127.0.0.1/../secret.html",
    ],
)
def test_nothing_else_is(port: int, path: str) -> None:
    status, _, body = ask(port, path)
    assert status == 404
    assert b"secret" not in body


def test_a_link_inside_the_folder_is_followed(port: int) -> None:
    assert ask(port, "/inner.html")[::2] == (200, b"<p>player</p>")


@given(st.text(max_size=40))
def test_no_path_leads_out(text: str) -> None:
    folder = Path(__file__).resolve().parent
    found = find_file(folder, text)
    assert found is None or found.is_relative_to(folder)


@pytest.mark.parametrize(
    ("header", "start", "end"),
    [
        ("bytes=0-99", 0, 100),
        ("bytes=100-", 100, len(SOUND)),
        ("bytes=-100", len(SOUND) - 100, len(SOUND)),
        (f"bytes=10-{len(SOUND) * 2}", 10, len(SOUND)),
        (f"bytes=-{len(SOUND) * 2}", 0, len(SOUND)),
    ],
)
def test_a_part_of_a_file(folder: Path, port: int, header: str, start: int, end: int) -> None:
    (folder / "a.mp3").write_bytes(SOUND)
    status, headers, body = ask(port, "/a.mp3", Range=header)
    assert status == 206
    assert headers["Content-Range"] == f"bytes {start}-{end - 1}/{len(SOUND)}"
    assert body == SOUND[start:end]


@pytest.mark.parametrize(
    "header", ["bytes=5-2", "bytes=0-1,4-5", "lines=1-2", "bytes=a-b", "bytes=-"]
)
def test_a_range_that_is_not_understood_gives_everything(
    folder: Path, port: int, header: str
) -> None:
    (folder / "a.mp3").write_bytes(SOUND)
    assert ask(port, "/a.mp3", Range=header)[::2] == (200, SOUND)


def test_a_part_behind_the_end(folder: Path, port: int) -> None:
    (folder / "a.mp3").write_bytes(SOUND)
    status, headers, _ = ask(port, "/a.mp3", Range=f"bytes={len(SOUND)}-")
    assert (status, headers["Content-Range"]) == (416, f"bytes */{len(SOUND)}")


def test_a_part_of_a_file_that_changed_is_all_of_it(folder: Path, port: int) -> None:
    (folder / "a.mp3").write_bytes(SOUND)
    tag = ask(port, "/a.mp3")[1]["ETag"]
    assert ask(port, "/a.mp3", Range="bytes=0-1", If_Range=tag)[0] == 206
    assert ask(port, "/a.mp3", Range="bytes=0-1", If_Range='"other"')[0] == 200


def test_what_a_browser_has_is_not_sent_again(folder: Path, port: int) -> None:
    _, headers, _ = ask(port, "/01%20-%20Me.mp3")
    tag = headers["ETag"]
    status, again, body = ask(port, "/01%20-%20Me.mp3", If_None_Match=f'W/"x", {tag}')
    assert (status, again["ETag"], body) == (304, tag, b"")
    (folder / "01 - Me.mp3").write_bytes(SOUND + b"more")
    assert ask(port, "/01%20-%20Me.mp3", If_None_Match=tag)[0] == 200


def test_many_at_a_time_get_large_files_whole(folder: Path, port: int) -> None:
    large = os.urandom(1 << 20) * 8
    (folder / "large.mp3").write_bytes(large)
    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(lambda _: ask(port, "/large.mp3"), range(32)))
    assert all(status == 200 and body == large for status, _, body in answers)


def test_those_who_leave_early_disturb_nobody(folder: Path, port: int) -> None:
    (folder / "large.mp3").write_bytes(bytes(16 << 20))
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", port)) as rude:
            rude.sendall(b"GET /large.mp3 HTTP/1.1\r\nHost: localhost\r\n\r\n")
            rude.recv(10)
    assert ask(port, "/index.html")[0] == 200


def test_the_address_can_be_scanned() -> None:
    from narrator.commands.listen import _scannable

    drawn = _scannable("http://192.168.1.20:8425/")
    rows = drawn.splitlines()
    assert len({len(row) for row in rows[:-1]}) == 1
    # Two points of the code are one letter high; it fits a window of 80 by 24.
    assert len(rows) <= 20 and len(rows[0]) <= 40


def test_head_has_no_body(port: int) -> None:
    status, headers, body = ask(port, "/", "HEAD")
    assert (status, headers["Content-Length"], body) == (200, "13", b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_changed(port: int, method: str) -> None:
    assert ask(port, "/index.html", method)[0] == 501


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", '127.0.0.1"><x', "", "a@127.0.0.1"]
)
def test_a_name_that_was_made_to_point_here_gets_nothing(port: int, host: str) -> None:
    status, _, body = ask(port, "/", Host=host)
    assert status == 421
    assert b"player" not in body


def test_only_names_that_were_told_are_answered(folder: Path) -> None:
    with book_server(folder, names=["Books.example"]) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        for host, status in {"books.example": 200, "localhost:1": 200, "phone.local": 421}.items():
            assert ask(server.port, "/", Host=host)[0] == status
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("host", "here", "near"),
    [
        ("127.0.0.1:8425", True, True),
        ("[::1]:8425", True, True),
        ("localhost", True, True),
        ("192.168.1.20", False, True),
        (socket.gethostname(), False, True),
        (f"{socket.gethostname()}.local", False, True),
        ("other.local", False, False),
        ("127.0.0.1.evil.example", False, False),
        ("[::1", False, False),
    ],
)
def test_names_of_this_machine(host: str, here: bool, near: bool) -> None:
    if socket.gethostname() != "localhost":
        assert Hosts(everywhere=False).answer(host) == here
    assert Hosts(everywhere=True).answer(host) == near


def test_only_this_machine_can_ask_unless_others_may(folder: Path) -> None:
    with book_server(folder) as server:
        assert server.host == "127.0.0.1"
    with book_server(folder, lan=True) as server:
        assert server.host == "0.0.0.0"  # noqa: S104


def test_a_port_in_use_is_told(folder: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(NarratorError, match=r"cannot listen on port .*--port"):
            book_server(folder, port=other.getsockname()[1])


def test_a_book_that_was_not_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(NarratorError, match="nothing to listen to; make the book first"):
        book_server(tmp_path)


def test_the_feed_has_the_address_it_was_asked_under(keys: Any) -> None:
    with book_server(keys.folder) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        text = ask(server.port, "/feed.xml")[2]
        feed = feedparser.parse(text)
        assert not feed.bozo
        links = [entry.enclosures[0] for entry in feed.entries]
        assert [link.href.startswith(f"http://127.0.0.1:{server.port}/") for link in links] == [
            True
        ] * 2
        for link in links:
            with urllib.request.urlopen(link.href) as answer:  # noqa: S310 (our own server)
                assert len(answer.read()) == int(link.length)
        server.shutdown()
        thread.join()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent differently there")
def test_the_command_serves_until_it_is_interrupted(keys: Any) -> None:
    root = keys.folder.parent.parent
    command = [sys.executable, "-m", "narrator", "listen", "keys", "--port", "0", "-C", str(root)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        assert process.stdout
        address = process.stdout.readline().split()[-1]
        with urllib.request.urlopen(address) as answer:  # noqa: S310
            assert b"The Two Keys" in answer.read()
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == 0
    assert "Traceback" not in said


def test_whoever_opens_too_many_connections_is_hung_up_on(port: int) -> None:
    opened = [socket.create_connection(("127.0.0.1", port)) for _ in range(CONNECTIONS)]
    try:
        with socket.create_connection(("127.0.0.1", port)) as late:
            late.settimeout(30)
            assert late.recv(1) == b""
    finally:
        for each in opened:
            each.close()
