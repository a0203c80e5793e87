"""The hibari engine: a cast of natural voices, made from one small model.

`voices.toml` is the catalogue, `shape` what its figures mean, `synthesis` where they act.
"""

from .engine import Hibari

__all__ = ["Hibari"]
