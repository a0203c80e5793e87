"""Groups of options, whose values come to a command as one argument."""

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

Command = Callable[..., Any]
Decorator = Callable[[Command], Command]
Given = Mapping[str, Any]
"""The values of options, by the names of their parameters."""


def group(
    name: str, options: Iterable[Decorator], made: Callable[[Given], object], *also: str
) -> Decorator:
    """A decorator that adds `options` in their order; `made` of their values is argument `name`.

    `also` are values that it needs but that belong to options of another group: that one stands
    below, and takes them itself.
    """
    listed = tuple(options)

    def grouped(command: Command) -> Command:
        @functools.wraps(command)
        def told(*arguments: Any, **values: Any) -> Any:
            given = {each: values.pop(each) for each in own}
            given |= {each: values[each] for each in also}
            return command(*arguments, **{name: made(given)}, **values)

        before = len(getattr(command, "__click_params__", ()))
        optioned: Command = told
        for option in reversed(listed):
            optioned = option(optioned)
        own = [param.name for param in getattr(optioned, "__click_params__", ())[before:]]
        return optioned

    return grouped
