"""Which machines, and how they are reached: an address, a TLS configuration."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from narrator.errors import BadScript, MissingTool, NarratorError
from narrator.files import Damaged, Malformed, read_text, table_of

LOCAL = "local:"
"""In front of a number: so many workers of this machine, for a try."""
EXTRA = 'pip install "narrator-audiobook[cluster]"'
_ADDRESS = re.compile(r"(?:(?:tcp|tls|ws|wss)://)?[^\s/:]+:\d+|(?:tcp|tls)://\[[^\s]+\]:\d+")
_LOCAL = re.compile(rf"{LOCAL}[1-9]\d{{0,2}}")
_KEYS = ("ca", "cert", "key")


@dataclass(frozen=True, slots=True)
class Tls:
    """The files, in PEM, with which both ends prove who they are."""

    ca: Path
    cert: Path
    key: Path


@dataclass(frozen=True, slots=True)
class Cluster:
    """The machines that are to speak."""

    address: str
    """That of the scheduler, `tcp://HOST:PORT`; or `local:N`."""
    tls: Tls | None = None
    send_models: bool = False
    """Whether a machine without the model of a voice gets it from here."""

    @property
    def local(self) -> int:
        """How many workers of this machine are asked for; 0 for those of a scheduler."""
        number = self.address.removeprefix(LOCAL)
        return int(number) if number != self.address else 0

    @property
    def command(self) -> str:
        """What makes another machine one of them, where this Narrator is installed there."""
        tls = self.tls and f" --tls-ca-file {self.tls.ca} --tls-cert CERT.pem --tls-key KEY.pem"
        return f"dask worker {self.address} --no-nanny --no-dashboard{tls or ''}"


def is_address(text: str) -> bool:
    """Whether `text` can be the address of a cluster.

    >>> [is_address(each) for each in ("desk:8786", "tls://10.0.0.2:8786", "local:2")]
    [True, True, True]
    >>> [is_address(each) for each in ("desk", "local:0", "http://desk:80", "")]
    [False, False, False, False]
    """
    if text.startswith(LOCAL):
        return _LOCAL.fullmatch(text) is not None
    return _ADDRESS.fullmatch(text) is not None


def cluster_of(address: str, tls: Path | None = None, *, send_models: bool = False) -> Cluster:
    """The cluster of an address as a person writes it, with or without `tcp://`.

    Raises:
        NarratorError: it goes by TLS without a configuration, or the other way round.
        BadScript: the TLS configuration has mistakes.
        MissingTool: dask.distributed is not installed, or the files of TLS are not there.
    """
    if not installed():
        raise MissingTool("dask.distributed is not installed", todo=f"run: {EXTRA}")
    read = read_tls(tls) if tls else None
    if not address.startswith(LOCAL) and "://" not in address:
        address = f"{'tls' if read else 'tcp'}://{address}"
    if (read is not None) != address.startswith(("tls:", "wss:")):
        todo = "write tls://HOST:PORT" if read else "name a TLS configuration: --cluster-tls FILE"
        raise NarratorError(f"{address} does not go with the TLS configuration", todo=todo)
    return Cluster(address, read, send_models)


def installed() -> bool:
    """Whether dask.distributed is."""
    return find_spec("distributed") is not None


def read_tls(path: Path) -> Tls:
    """The TLS configuration in a TOML file: `ca`, `cert` and `key`, each a file, from its folder.

    Raises:
        BadScript: it has mistakes.
        MissingTool: a file is not there.
    """
    where = str(path)
    try:
        table = table_of(read_text(path))
    except (OSError, Damaged) as error:
        raise MissingTool(f"cannot be read: {error}", where=where) from error
    except Malformed as error:
        raise BadScript.listing([error.problem], where) from error
    return Tls(*(_file(table, key, path) for key in _KEYS))


def _file(table: Mapping[str, object], key: str, path: Path) -> Path:
    named = table.get(key)
    if not isinstance(named, str) or not named:
        raise BadScript(f"no {key}", where=str(path), todo=f'write {key} = "FILE.pem"')
    file = path.parent / Path(named).expanduser()
    if not file.is_file():
        raise MissingTool(f"{key}: there is no file {file}", where=str(path))
    return file
