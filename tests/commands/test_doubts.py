"""What a person may ask for where it is not certain who speaks."""

import json
import re
import threading
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from narrator.casting import read_cast

QUAY = """\
The Quay

Olga Brandt and Ruth Vale stood on the quay. Bernard Hale came down the steps with Tom Reed.

“The ferry is late,” said Olga.

“It is always late,” said Bernard.

“Not in summer.”

She looked at the water. “Who has the tickets?”

“Not I.”

“Then we shall walk.”
"""


class Oracle:
    """A server that always gives the same answer."""

    answer = "Bernard Hale"
    asked = 0
    url = ""


@pytest.fixture
def oracle() -> Iterator[Oracle]:
    known = Oracle()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def reply(self, data: object) -> None:
            content = json.dumps(data).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_GET(self) -> None:
            self.reply({"data": [{"id": "tiny"}]})

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            known.asked += 1
            self.reply({"choices": [{"message": {"content": known.answer}}]})

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        known.url = f"http://127.0.0.1:{server.server_port}/v1"
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield known
        server.shutdown()


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    path = tmp_path / "quay.txt"
    path.write_text(QUAY, encoding="utf-8")
    return path


def script_of(quay: Path) -> Path:
    (path,) = (quay.parent / "script" / "quay").glob("01-*.txt")
    return path


def words(script: str) -> list[str]:
    """The text of a script without its speakers."""
    rows = (re.sub(r" \[\?[^]]*\]", "", row) for row in script.splitlines())
    return [row.partition(": ")[2] for row in rows]


def test_answers_are_in_the_script_and_asked_once(
    narrator: Any, quay: Path, oracle: Oracle
) -> None:
    narrator("parse", "quay.txt")
    guessed = script_of(quay).read_text(encoding="utf-8")
    assert "[?" in guessed
    said = narrator("parse", "quay.txt", "--ask", oracle.url)
    assert said.returncode == 0, said.stderr
    assert "Asked about the doubtful lines" in said.stderr
    answered = script_of(quay).read_text(encoding="utf-8")
    assert "asked: Bernard Hale" in answered
    assert words(answered) == words(guessed)
    asked = oracle.asked
    assert asked >= 1
    assert narrator("parse", "quay.txt", "--ask", oracle.url).returncode == 0
    assert oracle.asked == asked
    assert script_of(quay).read_text(encoding="utf-8") == answered


def test_what_was_asked_stays_when_nobody_is_asked(
    narrator: Any, quay: Path, oracle: Oracle
) -> None:
    make = ("make", "quay.txt", "--engine", "silent", "--format", "mp3", "--jobs", "1")
    assert narrator(*make).returncode == 0
    assert oracle.asked == 0
    assert narrator(*make, "--ask", oracle.url).returncode == 0
    answered = script_of(quay).read_bytes()
    asked = oracle.asked
    assert asked >= 1
    assert narrator(*make).returncode == 0
    assert script_of(quay).read_bytes() == answered
    # Another model is another opinion.
    assert narrator(*make, "--ask", oracle.url, "--ask-model", "huge").returncode == 0
    assert oracle.asked == 2 * asked


def test_json_asks_but_writes_nothing(narrator: Any, quay: Path, oracle: Oracle) -> None:
    said = narrator("parse", "quay.txt", "--json", "--ask", oracle.url)
    assert said.returncode == 0, said.stderr
    lines = [line for chapter in json.loads(said.stdout)["chapters"] for line in chapter["lines"]]
    assert any(line["why"].startswith("asked: Bernard Hale") for line in lines)
    assert sorted(path.name for path in quay.parent.iterdir()) == ["quay.txt"]


def test_a_server_that_is_not_there_is_one_warning(narrator: Any, quay: Path) -> None:
    narrator("parse", "quay.txt")
    guessed = script_of(quay).read_bytes()
    said = narrator("parse", "quay.txt", "--ask", "http://127.0.0.1:9", "--quiet")
    assert said.returncode == 0
    assert len(said.stderr.splitlines()) == 1
    assert said.stderr.startswith("narrator: warning: http://127.0.0.1:9: ")
    assert script_of(quay).read_bytes() == guessed


def test_a_server_that_was_away_is_asked_the_next_time(
    narrator: Any, quay: Path, oracle: Oracle
) -> None:
    make = ("make", "quay.txt", "--engine", "silent", "--format", "mp3", "--jobs", "1")
    assert narrator(*make, "--ask", "http://127.0.0.1:9").returncode == 0
    assert narrator(*make, "--ask", oracle.url).returncode == 0
    assert "asked: Bernard Hale" in script_of(quay).read_text(encoding="utf-8")


def test_an_edited_script_is_not_asked_about(narrator: Any, quay: Path, oracle: Oracle) -> None:
    narrator("parse", "quay.txt")
    script = script_of(quay)
    script.write_text(script.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    edited = script.read_bytes()
    make = ("make", "quay.txt", "--engine", "silent", "--format", "mp3", "--jobs", "1")
    said = narrator(*make, "--ask", oracle.url)
    assert said.returncode == 0, said.stderr
    assert "nothing was asked" in said.stderr
    assert (oracle.asked, script.read_bytes()) == (0, edited)


@pytest.mark.parametrize(
    ("options", "code"), [(("--ask", "ftp://x"), 2), (("--ask-model", "tiny"), 2)]
)
def test_a_wrong_address_is_told(
    narrator: Any, quay: Path, options: tuple[str, ...], code: int
) -> None:
    said = narrator("parse", "quay.txt", *options)
    assert said.returncode == code
    assert "Traceback" not in said.stderr


DOUBTED = """\
[chapter] The Quay

Olga: “The ferry is late,”
Narrator: said Olga.

Olga [?59 takes turns]: “It is always late.”

Bernard [?20 takes turns]: “Not in summer.”

Olga [?60 takes turns]: “Who has the tickets?”

Bernard: “Not I,”
Narrator: said Bernard.
"""


def cast_of(quay: Path) -> dict[str, dict[str, Any]]:
    text = (quay.parent / "voices" / "quay.toml").read_text(encoding="utf-8")
    cast = tomllib.loads(text)["cast"]
    assert isinstance(cast, dict)
    return cast


def test_doubtful_lines_can_be_spoken_by_nobody_in_particular(narrator: Any, quay: Path) -> None:
    narrator("parse", "quay.txt")
    script_of(quay).write_text(DOUBTED, encoding="utf-8")
    record = ("record", "quay", "--format", "mp3", "--jobs", "1", "--json")
    first = json.loads(narrator(*record).stdout)
    assert "Someone (female)" not in cast_of(quay)
    said = narrator(*record, "--doubt", "neutral")
    assert said.returncode == 0, said.stderr
    # Two lines are spoken anew, by two new voices; the line at the threshold is not.
    assert json.loads(said.stdout)["spoken"] == 2
    cast = cast_of(quay)
    assert cast["Someone (female)"]["gender"] == "female"
    assert cast["Someone (male)"]["gender"] == "male"
    voices = [(role["voice"], role.get("pitch"), role.get("rate")) for role in cast.values()]
    assert len(set(voices)) == len(voices)
    assert script_of(quay).read_text(encoding="utf-8") == DOUBTED
    again = json.loads(narrator(*record, "--doubt", "guess").stdout)
    assert (again["spoken"], again["lines"]) == (0, first["lines"])


def test_a_stand_in_is_a_role_like_any_other(narrator: Any, quay: Path) -> None:
    narrator("parse", "quay.txt")
    script_of(quay).write_text(DOUBTED, encoding="utf-8")
    record = ("record", "quay", "--format", "mp3", "--jobs", "1", "--json", "--doubt", "neutral")
    narrator(*record)
    file = quay.parent / "voices" / "quay.toml"
    entry = '[cast."Someone (female)"]\n'
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(entry, entry + "pitch = 1\n"), encoding="utf-8")
    said = narrator(*record)
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout)["spoken"] == 1


I_TELL_IT = """\
I had not slept. I put the kettle on and I waited for Dara.

"You are early, Jim," said Dara.

"I know," I said. "I could not wait."

I opened the door, and I saw the rain. I shut it again.
"""


def test_the_narrator_and_their_character_can_be_one_voice(narrator: Any, quay: Path) -> None:
    """One line in the casting file: the narrator is also called Jim."""
    quay.write_text(I_TELL_IT, encoding="utf-8")
    narrator("parse", "quay.txt")
    script = script_of(quay)
    text = script.read_text(encoding="utf-8")
    assert re.search(r"^Jim( \[.*\])?: \"I know,\"", text, re.MULTILINE)
    file = quay.parent / "voices" / "quay.toml"
    narrator("cast", "quay")
    assert cast_of(quay)["Jim"]["voice"] != cast_of(quay)["Narrator"]["voice"]
    file.write_text('engine = "espeak"\n[cast.Narrator]\naliases = ["Jim"]\n', encoding="utf-8")
    said = narrator("record", "quay", "--format", "mp3", "--jobs", "1", "--json")
    assert said.returncode == 0, said.stderr
    assert set(cast_of(quay)) == {"Narrator", "Dara"}
    # With the name of the narrator in the script itself it is the same book.
    script.write_text(text.replace("\nJim: ", "\nNarrator: "), encoding="utf-8")
    again = narrator("record", "quay", "--format", "mp3", "--jobs", "1", "--json")
    assert json.loads(again.stdout)["spoken"] == 0


def test_the_examples_of_the_page_are_casting_files(root: Path) -> None:
    page = (root / "docs" / "doubts.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert len(examples) == 4
    for example in examples:
        assert read_cast('engine = "espeak"\n' + example).roles[0].character.name


def test_one_person_with_two_voices_is_told(narrator: Any, quay: Path) -> None:
    quay.write_text(I_TELL_IT, encoding="utf-8")
    narrator("parse", "quay.txt")
    narrator("cast", "quay")
    file = quay.parent / "voices" / "quay.toml"
    text = file.read_text(encoding="utf-8")
    head = "[cast.Narrator]\n"
    file.write_text(text.replace(head, head + 'aliases = ["Jim"]\n'), encoding="utf-8")
    said = narrator("cast", "quay")
    assert said.returncode == 3
    assert "Narrator is called Jim, and so is Jim" in said.stderr
