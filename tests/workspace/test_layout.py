"""Names of books and folders."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.errors import NarratorError
from narrator.workspace import Workspace, book_name


@given(st.text())
def test_a_book_name_is_safe_on_every_file_system(title: str) -> None:
    name = book_name(title)
    assert name
    assert len(name.encode()) <= 120
    assert not set(name) & set('/\\:*?"<>|. \0\n')
    assert name == name.lower() == name.strip("-")


@given(st.text())
def test_a_book_name_is_its_own_book_name(title: str) -> None:
    assert book_name(book_name(title)) == book_name(title)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    for book in ("the-night-ferry", "keys"):
        (tmp_path / "script" / book).mkdir(parents=True)
        (tmp_path / "script" / book / "01-one.txt").write_text("[chapter] One\n")
    return Workspace(tmp_path)


@pytest.mark.parametrize(
    "meant",
    [
        "the-night-ferry",
        "The Night Ferry",
        "script/the-night-ferry",
        "script/the-night-ferry/",
        "examples/the-night-ferry.txt",
    ],
)
def test_a_book_is_found_by_whatever_a_person_calls_it(workspace: Workspace, meant: str) -> None:
    assert workspace.find(meant) == "the-night-ferry"


def test_a_book_that_is_not_there(workspace: Workspace) -> None:
    with pytest.raises(NarratorError, match="did you mean 'keys'"):
        workspace.find("kys")
    with pytest.raises(NarratorError, match="there are: keys, the-night-ferry"):
        workspace.find("zzz")
    with pytest.raises(NarratorError, match="narrator make"):
        Workspace(workspace.root / "elsewhere").find("keys")
