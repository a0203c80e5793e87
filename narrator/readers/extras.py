"""What a reader says when the library it needs was not installed."""

from narrator.errors import MissingTool


def missing_extra(what: str, package: str) -> MissingTool:
    """The error that names the command which installs it."""
    return MissingTool(
        f"reading {what} needs a library that is not installed",
        todo=f"run: pip install {package}",
    )
