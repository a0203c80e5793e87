"""Pages with their style and program inside, which a policy names by their hashes."""

import base64
import hashlib
import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{\{([\w.]+)\}\}")


def digest(text: str) -> str:
    """The hash of a style or program, as a content security policy writes it.

    >>> digest("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def filled(template: str, values: Mapping[str, str]) -> str:
    """`template` with each `{{name}}` replaced once: what stands in a value stays as it is.

    >>> filled("<p>{{a}}</p>", {"a": "{{b}}"})
    '<p>{{b}}</p>'
    """
    return _PLACE.sub(lambda found: values[found[1]], template)
