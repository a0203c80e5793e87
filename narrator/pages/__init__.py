"""What all pages share: type, spaces, colours and parts, and how a page is closed to all else."""

from .assets import SHARED, asset, joined, shared_style
from .inline import digest, filled

__all__ = ["SHARED", "asset", "digest", "filled", "joined", "shared_style"]
