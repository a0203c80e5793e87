"""Speaking on many machines, by dask.distributed: a scheduler, and workers that come and go.

The scheduler knows nothing of books. What is recorded lies in the store, as ever, and nowhere else.
"""

from .crew import Machines
from .looking import Verdict, look_at
from .settings import Cluster, Tls, cluster_of, installed, is_address, read_tls

__all__ = [
    "Cluster",
    "Machines",
    "Tls",
    "Verdict",
    "cluster_of",
    "installed",
    "is_address",
    "look_at",
    "read_tls",
]
