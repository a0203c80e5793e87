"""Manual pages: `python .ci/man.py FOLDER` writes narrator.1 and a page for each command."""

import sys
from pathlib import Path

import click
from click_man.core import write_man_pages

from narrator import __version__
from narrator.cli import COMMANDS, group


def main(folder: Path) -> None:
    """Write the pages into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    context = click.Context(group, info_name="narrator")
    # click-man reads the list of commands that are loaded already.
    for name in COMMANDS:
        if command := group.get_command(context, name):
            group.add_command(command, name)
    write_man_pages("narrator", group, version=__version__, target_dir=str(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
