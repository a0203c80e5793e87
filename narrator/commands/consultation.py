"""What came of asking a server, in words."""

from narrator.commands.console import Console, count
from narrator.consulting import Consulted


def tell_consulted(console: Console, consulted: Consulted) -> None:
    """Say how many doubtful lines the server settled."""
    asked = consulted.confirmed + consulted.changed + consulted.left
    console.say(
        f"Asked about {count(asked, 'doubtful line')}: {consulted.confirmed:,} as guessed, "
        f"{consulted.changed:,} given to somebody else, {consulted.left:,} left as they were"
    )
