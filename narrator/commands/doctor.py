"""`narrator doctor`: what is found, what is missing, how to mend it."""

from dataclasses import asdict

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.errors import MissingTool
from narrator.production import Part, diagnose, diagnose_cluster
from narrator.studio.cluster import Cluster
from narrator.workspace import Workspace


@click.command(
    "doctor",
    short_help="Say what Narrator needs, what is missing, and how to mend it.",
    epilog="Example:  narrator doctor",
)
@options.workspace
@options.cluster_to_look_at
@options.as_json
def command(workspace: Workspace, cluster: Cluster | None, as_json: bool) -> None:
    """Say what Narrator needs, what is missing, and the exact command that mends it here.

    With --cluster, say it of other machines instead: what each speaks with, which is left out and
    why, and the line by which another one joins them.

    What is not used is an extra that you may add. The exit code is 4 if something is missing
    without which Narrator cannot work.
    """
    parts = diagnose_cluster(cluster) if cluster else diagnose(workspace)
    with Console(as_json=as_json) as console:
        rows = [row for part in parts for row in _rows(part)]
        console.result("\n".join(rows), [asdict(part) for part in parts])
    if any(part.needed and not part.is_well for part in parts):
        raise click.exceptions.Exit(MissingTool.exit_code)


def _rows(part: Part) -> list[str]:
    if part.is_well:
        return [f"ok        {part.name}: {part.found}"]
    mark = "MISSING" if part.needed else "not used"
    remedy = [f"          to mend it: {part.remedy}"] if part.remedy else []
    return [f"{mark:<8}  {part.name}: {part.wrong}", *remedy]
