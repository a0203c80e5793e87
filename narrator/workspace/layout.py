"""The folders of a workspace. Only this module knows their names."""

import difflib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from narrator.errors import BadSource

NAME_LENGTH = 60
"""Characters in a book's folder name at most: room for endings on every file system."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder in which books are made: `script/`, `voices/` and `audio_out/`."""

    root: Path

    def script(self, book: str) -> Path:
        """The folder with a book's script, one file a chapter."""
        return self.root / "script" / book

    def casting_file(self, book: str) -> Path:
        """The file that says who speaks with which voice."""
        return self.root / "voices" / f"{book}.toml"

    def casting_file_for(self, book: str, engine: str) -> Path:
        """The casting file of an engine other than the one of `casting_file`."""
        return self.root / "voices" / f"{book}.{engine}.toml"

    def measurements(self, engine: str) -> Path:
        """The file with what was measured of an engine's voices."""
        return self.root / "voices" / ".measured" / f"{engine}.json"

    @property
    def lexicon(self) -> Path:
        """The file that says how words are said, for all books."""
        return self.root / "voices" / "lexicon.toml"

    @property
    def pauses(self) -> Path:
        """The file that says how long silences are, for all books."""
        return self.root / "voices" / "sound.toml"

    def published(self, book: str) -> Path:
        """The folder with what people listen to."""
        return self.root / "audio_out" / book

    def lock(self, book: str) -> Path:
        """The file that is locked while a book is being made."""
        return self.root / "audio_out" / ".locks" / book

    def journal(self, book: str) -> Path:
        """The file with what was done when the book was reviewed."""
        return self.script(book) / "review.jsonl"

    def recordings(self, book: str) -> Path:
        """The folder with recordings of a person's own, in place of lines."""
        return self.root / "recordings" / book

    @property
    def stories(self) -> Path:
        """The folder with stories that were brought through a browser."""
        return self.root / "stories"

    @property
    def clips(self) -> Path:
        """The folder with recorded lines, shared by all books."""
        return self.root / "audio_out" / ".clips"

    def wording(self, book: str) -> Path:
        """The file with what is said for a book's lines, so that it need not be found out anew."""
        return self.root / "audio_out" / ".wording" / f"{book}.json"

    @property
    def music(self) -> Path:
        """The folder with music made ready to be mixed, shared by all books."""
        return self.root / "audio_out" / ".music"

    def cover(self, book: str, name: str) -> Path:
        """The file of a cover that was drawn or rendered for a book."""
        return self.root / "audio_out" / ".covers" / book / f"{name[:32]}.png"

    def relative(self, path: Path) -> str:
        """`path` as seen from the workspace; as it is if it lies outside."""
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            return str(path)

    def books(self) -> list[str]:
        """The books that have a script, by name."""
        folder = self.root / "script"
        if not folder.is_dir():
            return []
        return sorted(entry.name for entry in folder.iterdir() if any(entry.glob("*.txt")))

    def find(self, book: str) -> str:
        """The name of the book that a person means by `book`: a name, or a path to its script.

        Raises:
            BadSource: there is no such book here.
        """
        books = self.books()
        wanted = [book, Path(book).name, book_name(Path(book).stem), book_name(book)]
        for name in wanted:
            if name in books:
                return name
        close = difflib.get_close_matches(book, books, n=1)
        if close:
            todo = f"did you mean {close[0]!r}?"
        elif books:
            todo = f"there are: {', '.join(books)}"
        else:
            todo = "begin with: narrator make STORY.txt"
        raise BadSource(f"there is no book {book!r} in script/", where=self.where, todo=todo)

    @property
    def where(self) -> str:
        """The workspace as messages name it."""
        return "" if self.root == Path() else str(self.root)


def book_name(title: str) -> str:
    """A folder name made of `title`: letters, digits and hyphens, never empty.

    >>> book_name("The Night Ferry")
    'the-night-ferry'
    >>> book_name("Les Misérables, 2/3")
    'les-miserables-2-3'
    """
    plain = unicodedata.normalize("NFKD", title)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", plain.replace("'", "").replace("’", "").lower())
    return _fit("-".join(words)) or "book"


def _fit(name: str) -> str:
    """`name`, cut so that it fits a file name even where its letters take four bytes."""
    cut = name[:NAME_LENGTH]
    while len(cut.encode()) > 2 * NAME_LENGTH:
        cut = cut[:-1]
    return cut.strip("-")
