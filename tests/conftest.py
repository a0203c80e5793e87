"""What every test may ask for."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A busy machine is no defect, and a red run must be red again when it is looked into.
settings.register_profile("narrator", deadline=None, derandomize=True)
settings.load_profile("narrator")

# A shell that runs the tests in the background has Ctrl-C ignored, and so would every program
# that a test starts and interrupts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

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


@pytest.fixture(scope="session")
def missing() -> Callable[[str], None]:
    """Skip a test for want of a program, unless this machine has to have everything."""

    def skip(what: str) -> None:
        if os.environ.get("NARRATOR_TESTS") == "all":
            pytest.fail(f"{what} is not there")
        pytest.skip(f"{what} is not there")

    return skip


@pytest.fixture(scope="session")
def real_models(missing: Callable[[str], None]) -> Path:
    """A folder of Narrator's own with real models, which `.ci/models.py` brings."""
    folder = Path(os.environ.get("NARRATOR_TEST_MODELS") or ROOT / ".venv" / "models")
    wanted = ("kokoro/model_quantized.onnx", "kokoro/voices", "piper/en_US-joe-medium.onnx")
    for name in wanted:
        if not (folder / "models" / name).exists():
            missing(f"the real model {name}; run: python .ci/models.py .venv/models; it")
    return folder


@pytest.fixture(scope="session")
def chromium(missing: Callable[[str], None]) -> Iterator[Any]:
    """A browser without a window: one for all tests, since Playwright takes no second."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if not program:
        missing("Chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright")
    # As root, in a container, it has no sandbox; it opens nothing but our own files.
    arguments = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()
