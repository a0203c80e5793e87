"""The characters that stand next to a place in a text, white space aside."""

_NEAR = 60
"""Code points looked at; more white space than that counts as none."""


def before(text: str, at: int, skip: str = "") -> str:
    """The last character before `at` that is not white space or in `skip`; empty at the start.

    >>> before("He said: _", 10, "_"), before("  ", 2)
    (':', '')
    """
    return _bare(text[max(0, at - _NEAR) : at], skip)[-1:]


def after(text: str, at: int, skip: str = "") -> str:
    """The first character from `at` on that is not white space or in `skip`; empty at the end."""
    return _bare(text[at : at + _NEAR], skip)[:1]


def _bare(run: str, skip: str) -> str:
    return run.strip(f"{skip} \t\r\n\u00a0") if skip else run.strip()
