"""`narrator spoken` and `narrator names`, and what the lexicon does to a book."""

import json
from pathlib import Path
from typing import Any

STORY = """\
The Well

Siobhan came home. “Is Grunthor here?” asked Siobhan. The man called Grunthor was not.

“Grunthor’s out,” said Tom.
"""


def test_a_language_whose_numbers_nobody_knows_says_so(narrator: Any) -> None:
    said = narrator("spoken", "--language", "tlh", input="wa 5\n")
    assert said.stdout == "wa 5\n"
    assert (
        said.stderr.startswith("narrator: numbers in 'tlh' stay in figures")
        and said.returncode == 0
    )


def test_a_line_for_a_line(narrator: Any) -> None:
    said = narrator("spoken", input="I paid $5.\n\n* * *\nDr. Ray, 5 May 1998\n")
    assert said.stdout == (
        "I paid five dollars.\n\n\nDoctor Ray, the fifth of May nineteen ninety-eight\n"
    )
    assert narrator("spoken", "--language", "en-GB", input="101 and Z").stdout == (
        "one hundred and one and zed\n"
    )
    assert narrator("spoken", "--heading", input="I").stdout == "one\n"
    assert narrator("spoken", "--engine", "espeak", input="Shh!").stdout == "[[ʃː]]!\n"


def test_what_each_word_stands_for(narrator: Any) -> None:
    said = json.loads(narrator("spoken", "--json", input="Pay $5!\n").stdout)
    assert said["spoken"] == "Pay five dollars!"
    assert said["words"][1] == {"spoken": "five", "written": "$5", "start": 4, "end": 6}


def test_a_line_for_a_line_whatever_the_bytes(narrator: Any, tmp_path: Path) -> None:
    lines = [
        b"\xef\xbb\xbfMr. Ray",
        b"",
        b"caf\xe9 \x93so\x94 \xff\x81",
        b"\x00\x0c",
        b"a\x85b",
        b"5",
    ]
    (tmp_path / "odd").write_bytes(b"\n".join(lines))
    with (tmp_path / "odd").open("rb") as stream:
        said = narrator("spoken", stdin=stream)
    assert (said.returncode, said.stderr) == (0, "")
    heard = said.stdout.removesuffix("\n").split("\n")
    assert len(heard) == len(lines)
    assert (heard[0], heard[1], heard[-1]) == ("Mister Ray", "", "five")
    assert heard[2].startswith("café so")


def test_names_by_frequency_and_how_to_hear_them(narrator: Any, tmp_path: Path) -> None:
    (tmp_path / "well.txt").write_text(STORY, encoding="utf-8")
    assert narrator("parse", "well.txt").returncode == 0
    listed = narrator("names", "well")
    assert listed.stdout.splitlines() == [
        "3  Grunthor  narrator say Grunthor --book well",
        "2  Siobhan   narrator say Siobhan --book well",
    ]
    data = json.loads(narrator("names", "well", "--json").stdout)
    assert [name["count"] for name in data] == [3, 2]
    assert data[0]["example"].startswith("“Is Grunthor here?”")
    heard = narrator(*data[0]["hear"].split()[1:], "-o", "x.wav")
    assert heard.returncode == 0 and (tmp_path / "x.wav").stat().st_size > 1000


def test_what_is_no_name_is_not_listed(narrator: Any, tmp_path: Path) -> None:
    story = (
        "Mr. Kaur said, “Ask Voss. I’m late, and you’ve met Thrum.”\n\n"
        "“Well,” said Voss, “Rock bottom: They’re gone. Most Thursdays Mr. Kaur was.”\n"
    )
    (tmp_path / "well.txt").write_text(story, encoding="utf-8")
    assert narrator("parse", "well.txt").returncode == 0
    listed = json.loads(narrator("names", "well", "--json").stdout)
    assert [name["name"] for name in listed] == ["Kaur", "Voss", "Thrum"]


def test_a_word_said_anew_speaks_its_lines_only(narrator: Any, tmp_path: Path) -> None:
    (tmp_path / "well.txt").write_text(STORY, encoding="utf-8")
    make = ("make", "well.txt", "--format", "mp3", "--json", "--engine", "silent")
    first = json.loads(narrator(*make).stdout)
    assert first["spoken"] > 3
    (tmp_path / "voices" / "lexicon.toml").write_text('[say]\nSiobhan = "shi-VAWN"\n', "utf-8")
    assert json.loads(narrator(*make).stdout)["spoken"] == 2
    cast = tmp_path / "voices" / "well.toml"
    cast.write_text(cast.read_text("utf-8") + '\n[say]\nSiobhan = "SHE-vawn"\n', "utf-8")
    assert json.loads(narrator(*make).stdout)["spoken"] == 2
    assert json.loads(narrator(*make).stdout)["spoken"] == 0


def test_mistakes_in_the_lexicon_are_told(narrator: Any, tmp_path: Path) -> None:
    (tmp_path / "well.txt").write_text(STORY, encoding="utf-8")
    assert narrator("parse", "well.txt").returncode == 0
    (tmp_path / "voices").mkdir(exist_ok=True)
    (tmp_path / "voices" / "lexicon.toml").write_text("[say]\nSiobhan = 5\n", "utf-8")
    place = str(Path("voices") / "lexicon.toml")
    assert f"{place}:2: Siobhan is said 5" in narrator("check", "well").stdout
    said = narrator("record", "well", "--engine", "silent")
    assert said.returncode == 3
    assert said.stderr.splitlines()[-1].startswith(f"narrator: {place} line 2: Siobhan is said 5;")
