"""What can be done to people: who is who, what they are, and their voices."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from narrator.casting import Casting, extend_cast_file, read_cast
from narrator.casting import with_role_called as called
from narrator.casting import with_role_keys as having
from narrator.casting import without_role as without
from narrator.engines import default_engine
from narrator.model import NARRATOR, BookInfo, Cast, Character, Role
from narrator.workspace import ParsedLine

from . import lines
from .actions import Person, Voice
from .desk import Desk
from .journal import Turned
from .papers import CannotBeDone, Papers

_CHOSEN: Mapping[str, None] = {"voice": None, "rate": None, "pitch": None}
"""The keys of a role that go so that a voice is chosen anew."""


@dataclass(frozen=True, slots=True)
class Bill:
    """Everyone of a book, by what the casting file and the parser say."""

    cast: Cast
    characters: tuple[Character, ...]

    def name_of(self, name: str) -> str:
        """The name under which somebody speaks who is called `name`."""
        name = " ".join(name.split())
        if role := self.cast.role(name):
            return role.character.name
        for one in self.characters:
            if name == one.name or (name in one.aliases and not self.cast.role(one.name)):
                return one.name
        return NARRATOR if name.casefold() == NARRATOR.casefold() else name

    def aliases_of(self, name: str) -> tuple[str, ...]:
        """The other names of somebody."""
        role = self.cast.role(name)
        if role:
            return role.character.aliases
        return next((one.aliases for one in self.characters if one.name == name), ())

    def knows(self, name: str) -> bool:
        """Whether anybody is called `name`."""
        return self.cast.role(name) is not None or any(
            name == one.name or name in one.aliases for one in self.characters
        )


@dataclass(frozen=True, slots=True)
class Change:
    """Files as they shall be, and what Narrator is to remember of its own lines."""

    texts: Mapping[str, str]
    turned: tuple[Turned, ...] = ()


class Company:
    """The people of a book on the desk, for as long as an action takes."""

    def __init__(self, desk: Desk, papers: Papers, bill: Bill, info: BookInfo) -> None:
        self._desk = desk
        self._papers = papers
        self._bill = bill
        self._info = info

    def join(self, name: str, into: str) -> Change:
        """Two people are one."""
        name, into = self._bill.name_of(name), self._bill.name_of(into)
        if name == into:
            raise CannotBeDone(f"{name} and {into} are one already")
        if name == NARRATOR:
            raise CannotBeDone("the narrator cannot be somebody else", todo="join the other way")
        if into != NARRATOR and not self._bill.knows(into):
            raise CannotBeDone(
                f"nobody is called {into}", todo="give the name of somebody, or rename"
            )
        aliases = (*self._bill.aliases_of(into), name, *self._bill.aliases_of(name))
        casting = without(self._casting(), name, where=self._desk.casting)
        casting = self._having(casting, into, {"aliases": tuple(dict.fromkeys(aliases))})
        # Who tells the story and is in it has one voice for both, and still two names.
        names = {} if into == NARRATOR else {name: into}
        return self._renamed(casting, names)

    def part(self, name: str, alias: str) -> Change:
        """One person is two."""
        name, alias = self._bill.name_of(name), " ".join(alias.split())
        aliases = self._bill.aliases_of(name)
        if alias not in aliases:
            raise CannotBeDone(f"{alias} is no other name of {name}")
        rest = tuple(each for each in aliases if each != alias)
        casting = self._having(self._casting(), name, {"aliases": rest or None})
        return self._renamed(self._having(casting, alias, {}), {})

    def rename(self, name: str, to: str) -> Change:
        """Somebody has another name."""
        name, to = self._bill.name_of(name), " ".join(to.split())
        if name == NARRATOR or to == NARRATOR:
            raise CannotBeDone("the narrator has no other name")
        if self._bill.knows(to) and self._bill.name_of(to) != name:
            raise CannotBeDone(f"{to} is somebody already", todo="join the two")
        aliases = (*(each for each in self._bill.aliases_of(name) if each != to), name)
        casting = called(self._casting(), name, to, where=self._desk.casting)
        casting = self._having(casting, to, {"aliases": tuple(dict.fromkeys(aliases))})
        return self._renamed(casting, {name: to})

    def describe(self, action: Person) -> Change:
        """What somebody is; their voice goes, unless it is locked, so that one is chosen anew."""
        name = self._bill.name_of(action.name)
        told = {"gender": action.gender, "age": action.age, "kind": action.kind}
        values = {key: value.value for key, value in told.items() if value is not None}
        role = self._bill.cast.role(name)
        chosen = {} if name == NARRATOR or (role and role.locked) else _CHOSEN
        casting = self._having(self._casting(), name, {**values, **chosen})
        return Change({self._desk.casting: casting})

    def voice(self, action: Voice) -> Change:
        """With which voice somebody speaks, and how."""
        name = self._bill.name_of(action.name)
        keys = ("voice", "rate", "pitch", "gain", "locked")
        told = {key: value for key in keys if (value := getattr(action, key)) is not None}
        plain = {"rate": 1.0, "pitch": 0.0, "gain": 0.0, "locked": False}
        values = {key: None if value == plain.get(key) else value for key, value in told.items()}
        return Change({self._desk.casting: self._having(self._casting(), name, values)})

    def _renamed(self, casting: str, names: Mapping[str, str]) -> Change:
        texts = {**lines.respeak(self._papers, names), self._desk.casting: casting}
        return Change(texts, tuple(self._turned(names)))

    def _turned(self, names: Mapping[str, str]) -> Iterator[Turned]:
        """Lines of Narrator's own that are another name's now, and no more settled than before."""
        for chapter in self._desk.chapters:
            for at, line in enumerate(self._desk.parsed_of(chapter) or ()):
                if to := names.get(line.speaker):
                    new = ParsedLine(line.text, to, line.doubt, line.asked)
                    yield Turned(Path(chapter).name, at, line, new)

    def _casting(self) -> str:
        """The casting file; a new one where there is none."""
        text = self._desk.text(self._desk.casting)
        if text.strip():
            return text
        engine = default_engine(self._info.language)
        return extend_cast_file(None, Casting(Cast(engine, ())), title=self._info.title)

    def _having(
        self,
        text: str,
        name: str,
        values: Mapping[str, str | float | bool | tuple[str, ...] | None],
    ) -> str:
        """The casting file with keys of a role; who had none has what the parser found out."""
        known = next((one for one in self._bill.characters if one.name == name), None)
        roles = read_cast(text, where=self._desk.casting).roles
        if known and not any(role.character.name == name for role in roles):
            new = Role(self._apart(known, roles), "")
            casting = Casting(Cast(read_cast(text).engine, (*roles, new)))
            text = extend_cast_file(text, casting, where=self._desk.casting)
        return having(text, name, values, where=self._desk.casting)

    def _apart(self, known: Character, roles: tuple[Role, ...]) -> Character:
        """`known` without the names that others have."""
        taken = {n for role in roles for n in (role.character.name, *role.character.aliases)}
        aliases = tuple(each for each in known.aliases if each not in taken)
        return Character(known.name, aliases, known.gender, known.age)
