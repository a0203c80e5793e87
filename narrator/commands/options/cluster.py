"""The options about other machines, which come together as one `Cluster`, or as none."""

from pathlib import Path

import click

from narrator.studio.cluster import Cluster, cluster_of, is_address

from .grouping import Decorator, Given, group


def _address(_: click.Context, __: click.Parameter, address: str | None) -> str | None:
    if address is not None and not is_address(address):
        raise click.BadParameter(
            f"{address!r} is no address of a scheduler; write HOST:PORT, tcp://HOST:PORT, "
            "tls://HOST:PORT, or local:2 for a try on this machine"
        )
    return address


ADDRESS: Decorator = click.option(
    "--cluster",
    "cluster_address",
    metavar="ADDRESS",
    callback=_address,
    help="Let other machines speak: the address of a Dask scheduler, HOST:PORT; local:2 tries it "
    "with two workers here.",
)
TLS: Decorator = click.option(
    "--cluster-tls",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Reach them by TLS: a TOML file with ca, cert and key, each the name of a PEM file.",
)
SEND_MODELS: Decorator = click.option(
    "--send-models",
    is_flag=True,
    help="Send the models of voices to machines that lack them.",
)


def _cluster(given: Given) -> Cluster | None:
    address, tls = given["cluster_address"], given["cluster_tls"]
    sends = given.get("send_models", False)
    if address is None:
        if tls or sends:
            raise click.UsageError(f"--{'cluster-tls' if tls else 'send-models'} needs --cluster")
        return None
    return cluster_of(address, tls, send_models=sends)


cluster = group("cluster", (ADDRESS, TLS, SEND_MODELS), _cluster)
"""The machines that are to speak, for commands that record."""
cluster_to_look_at = group("cluster", (ADDRESS, TLS), _cluster)
"""The same, for a command that only looks at them."""
