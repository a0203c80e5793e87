"""What every test may ask for."""

from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no defect, and a red run must be red again when it is looked into.
settings.register_profile("narrator", deadline=None, derandomize=True)
settings.load_profile("narrator")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The design data beside the checkout; the test is skipped where it is absent."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the design data is not beside this checkout")
    return folder.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT
