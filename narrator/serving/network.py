"""Names and addresses: how others reach this machine, and which requests are meant for it."""

import re
import socket
from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 (only when asked for)
_HOST = re.compile(r"[\w.:\[\]-]+", re.ASCII)


def address_in_network() -> str:
    """The address by which others near reach this machine; the loopback where there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: this only asks which way such a packet would go.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return LOOPBACK


class Hosts:
    """The names under which a server answers: a page elsewhere may make its name point here."""

    def __init__(self, *, everywhere: bool, names: Iterable[str] = ()) -> None:
        """This machine by number or as `localhost`; `everywhere`: by any number, and by its name.

        Under `names` as well: those that a person told.
        """
        own = socket.gethostname().lower() if everywhere else "localhost"
        self._names = {"localhost", own, f"{own}.local", *(name.lower() for name in names)}
        self._everywhere = everywhere

    def answer(self, host: str) -> bool:
        """Whether a request for `host`, as it says in its head, is meant for us."""
        try:
            name = (urlsplit(f"//{host}").hostname or "") if _HOST.fullmatch(host) else ""
        except ValueError:
            return False
        if name in self._names:
            return True
        try:
            address = ip_address(name)
        except ValueError:
            return False
        return self._everywhere or address.is_loopback
