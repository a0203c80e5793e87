"""Names and addresses: under which others reach this machine, and which of them are its own."""

import re
import socket
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


def is_ours(host: str) -> bool:
    """Whether a request was sent to this machine by number, or by a name only it can have."""
    try:
        name = (urlsplit(f"//{host}").hostname or "") if _HOST.fullmatch(host) else ""
    except ValueError:
        return False
    if name in ("localhost", socket.gethostname().lower()) or name.endswith(".local"):
        return True
    try:
        return bool(ip_address(name))
    except ValueError:
        return False
