"""JSON to what it is said to hold: checked for its types, with the place of what is wrong."""

import re
from pathlib import Path
from typing import TypeVar

import msgspec

from .limits import fault_in
from .plain import Damaged, read_file, text_of

_Held = TypeVar("_Held")
_BYTE = re.compile(r" ?\(byte (\d+)\)")


def read_json(path: Path, kind: type[_Held]) -> _Held:
    """What the JSON file `path` holds, which is a `kind`.

    Raises:
        Damaged: it holds no such thing; or as of `read_text`.
        OSError: it is not there, or cannot be read.
    """
    return json_of(read_file(path), kind, where=str(path))


def json_of(data: bytes, kind: type[_Held], *, where: str) -> _Held:
    """What `data`, JSON that came from `where`, holds, which is a `kind`.

    Raises:
        Damaged: it holds no such thing.
    """
    text = text_of(data, where=where)
    try:
        value = msgspec.json.decode(text)
        if fault := fault_in(value):
            raise Damaged(fault, where=where)
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise Damaged(str(error), where=where) from error
    except msgspec.DecodeError as error:
        raise Damaged("no JSON", where=f"{where}{_line(str(error), text)}") from error
    except RecursionError as error:
        raise Damaged("tables within one another without end", where=where) from error


def _line(message: str, text: str) -> str:
    """` line 3`: where the decoder stopped, if it says so."""
    found = _BYTE.search(message)
    if not found:
        return ""
    rows = text.encode().count(b"\n", 0, int(found[1]))
    return f" line {rows + 1}"
