"""What no text or table may hold, whoever wrote it."""

import re

DEEPEST = 64
"""Tables and lists within one another."""
_HALF = re.compile("[\ud800-\udfff]")


def fault_in(value: object) -> str:
    """What is wrong with a value of tables, lists, texts and numbers; empty if nothing is.

    >>> fault_in({"a": ["b", 1]}), fault_in({"a": "b\\ud800"})
    ('', 'a text with half a character')
    """
    layer: list[object] = [value]
    for _ in range(DEEPEST):
        inner: list[object] = []
        for each in layer:
            if isinstance(each, str):
                if _HALF.search(each):
                    return "a text with half a character"
            elif isinstance(each, dict):
                inner += [*each.keys(), *each.values()]
            elif isinstance(each, list):
                inner += each
        if not inner:
            return ""
        layer = inner
    return f"more than {DEEPEST} tables or lists within one another"
