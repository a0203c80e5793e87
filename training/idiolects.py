"""What the second pass of the parser adds to a chain: how everybody talks."""

from itertools import pairwise

from narrator.parser.deciding.idiolects import Idiolects

from .chains import Chain, Floats, Vocabulary, with_features


def with_idiolects(chain: Chain, chances: Floats, vocabulary: Vocabulary) -> Chain:
    """`chain` with features of how the words of each turn suit its candidates.

    `chances` are those of the first pass, of all candidates one after another.
    """
    turns = [
        (chain.people[low:high].tolist(), chances[low:high].tolist())
        for low, high in pairwise(chain.offsets)
    ]
    idiolects = Idiolects(chain.words, [dict(zip(*turn, strict=True)) for turn in turns])
    rows = [
        row
        for index, (people, _) in enumerate(turns)
        for row in idiolects.describe(index, people, chain.contexts[index])
    ]
    return with_features(chain, rows, vocabulary)
