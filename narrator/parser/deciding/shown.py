"""Speakers who come into view only after they have spoken."""

from ..study import Study
from ..turns import Turn


def is_shown_below(study: Study, turn: Turn, person: int) -> bool:
    """Whether the paragraph below shows the person to be who spoke, too late for any tag.

    `said a voice`, and then: `It was Tom.` or `At the voice they turned. Tom stood there.`
    """
    below = turn.last + 1
    if below >= len(study.paragraphs):
        return False
    paragraph, row = study.paragraphs[below], study.mentions[below]
    lows = [token.low for token in paragraph.tokens]
    if tuple(lows[:2]) in study.pack.phrases.revealing:
        return any(m.first == 2 and m.person == person for m in row)
    voice = next((at for at, low in enumerate(lows) if low in study.pack.nouns.voice), -1)
    if voice < 0 or paragraph.has_speech:
        return False
    behind = [m for m in row if m.first > voice and m.person == person and m.subject]
    return any(m.last < len(lows) and lows[m.last] in study.pack.grammar.entering for m in behind)
