"""Every command can be found, says what it does, and gives an example that is true."""

import importlib
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from narrator.cli import COMMANDS, group


def command(name: str) -> click.Command:
    found = importlib.import_module(f"narrator.commands.{name}").command
    assert isinstance(found, click.Command)
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_itself(name: str) -> None:
    assert command(name).short_help == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_an_example_that_the_command_understands(name: str) -> None:
    said = CliRunner().invoke(group, [name, "--help"])
    assert said.exit_code == 0
    example = re.search(rf"Example:\s+narrator {name} ?(.*)", said.output)
    assert example
    arguments = re.findall(r'"([^"]*)"|(\S+)', example[1])
    parser = command(name).make_context(name, [a or b for a, b in arguments])
    assert parser.command.name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_is_for(name: str) -> None:
    options = [p for p in command(name).params if isinstance(p, click.Option)]
    assert all(option.help for option in options)


def test_help_loads_no_command_and_no_engine() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from narrator.cli import run; run(['--help']);"
        "print([m for m in sys.modules if m.startswith(('narrator.', 'pydub', 'pyttsx3'))])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "['narrator.errors', 'narrator.cli']"


def test_the_readme_lists_the_commands_there_are(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^narrator (\w+)(?: SOURCE| BOOK| TEXT| FOLDER|  )", readme, re.MULTILINE)
    assert sorted(set(listed)) == sorted(COMMANDS)
