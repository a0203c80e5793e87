"""What can be asked to be heard, as data."""

from typing import Annotated

import msgspec

from ..actions import Lines, Name, Words


class Way(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Otherwise than the casting file has it; what is None is as there."""

    voice: Name | None = None
    rate: Annotated[float, msgspec.Meta(ge=0.5, le=2)] | None = None
    pitch: Annotated[float, msgspec.Meta(ge=-12, le=12)] | None = None
    gain: Annotated[float, msgspec.Meta(ge=-20, le=20)] | None = None
    delivery: Words | None = None
    word: Words = ""
    say: Words = ""
    ipa: Words = ""


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Some lines; or a line and its neighbours, a chapter from a line on, a line or a text said
    otherwise, or somebody's own lines."""

    lines: Lines | None = None
    around: int | None = None
    chapter: int | None = None
    from_: int | None = msgspec.field(name="from", default=None)
    line: int | None = None
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=2000)] | None = None
    name: Name | None = None
    person: Name | None = None
    as_: Way = msgspec.field(name="as", default=Way())


def read_ask(data: bytes) -> Ask:
    """What is asked in a JSON document.

    Raises:
        msgspec.ValidationError: it asks nothing that can be heard.
    """
    return msgspec.json.decode(data, type=Ask)
