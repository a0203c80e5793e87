"""The casting file's text, as it lies in the workspace."""

from pathlib import Path

from narrator.files import read_file, text_of


def read_casting_file(path: Path) -> str | None:
    """The text of a casting file; None where there is none.

    Raises:
        BadScript: it is not UTF-8 text, or no file.
    """
    try:
        data = read_file(path)
    except FileNotFoundError:
        return None
    text_of(data, where=str(path))
    # A byte-order mark is a part of what a person wrote, and stays.
    return data.decode("utf-8")
