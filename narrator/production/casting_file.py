"""The casting file's text, as it lies in the workspace."""

from pathlib import Path

from narrator.errors import BadScript


def read_casting_file(path: Path) -> str | None:
    """The text of a casting file; None where there is none.

    Raises:
        BadScript: it is not UTF-8 text.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise BadScript(
            "is not UTF-8 text", where=str(path), todo="save it as UTF-8 in your editor"
        ) from error
