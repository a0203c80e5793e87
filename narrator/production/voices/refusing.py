"""A voice that a person names, looked for before anything is done with it."""

from narrator.engines import engine_and_voice
from narrator.errors import WrongUsage
from narrator.studio import refused_voices, voices_of


def refuse_unknown_voice(engine: str, voice: str, *, where: str) -> None:
    """See that `voice`, as a casting file for `engine` would have it, is there.

    Raises:
        WrongUsage: it is not; `where` names the option that asks for it.
        MissingTool: its engine cannot start, or has no voices at all.
    """
    name, id = engine_and_voice(engine, voice)
    if any(each.id == id for each in voices_of(name, "en")):
        return
    # Engines may have more voices than they list.
    if why := refused_voices(name, [id]).get(id):
        raise WrongUsage(why, where=where)
