"""What every test may ask for."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.resources import files
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

# As where it is installed, Python keeps what it has compiled: the programs that tests start need
# a second otherwise before they begin.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Hundreds of tests make books: with the quickest engine, unless they name another. Programs that
# they start inherit it.
os.environ["NARRATOR_ENGINE"] = "espeak"

ROOT = Path(__file__).resolve().parent.parent
ZYGOTE = Path(__file__).with_name("zygote.py")


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is kept for all books is no person's while tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NARRATOR_HOME", str(tmp_path_factory.mktemp("home")))
        yield


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


@dataclass
class Zygote:
    """A process that has loaded Narrator and becomes any run of it; one run at a time."""

    process: "subprocess.Popen[str]"
    environment: Mapping[str, str]
    """What each run finds, unless it is given another."""

    def start(self, arguments: tuple[str, ...], folder: Path, *files: Path, **more: str) -> int:
        """Begin `narrator ARGUMENTS` in `folder`; the number of its process and of its group.

        `files` are standard input, output and errors, `more` goes into its environment.
        """
        run = {
            "arguments": arguments,
            "folder": str(folder),
            "environment": {**self.environment, **more},
            "files": list(map(str, files)),
        }
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(run) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def end(self) -> int:
        """Wait for the run; its exit code."""
        assert self.process.stdout
        return int(self.process.stdout.readline())


@pytest.fixture(scope="session")
def new_zygote() -> Iterator[Callable[[Mapping[str, str]], Zygote]]:
    """Starts a zygote with an environment; all are ended with the tests."""
    with ExitStack() as ends:

        def new(environment: Mapping[str, str]) -> Zygote:
            pipe = subprocess.PIPE
            command = [sys.executable, str(ZYGOTE)]
            process = ends.enter_context(
                subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True)
            )
            ends.callback(process.kill)
            return Zygote(process, environment)

        yield new


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


@pytest.fixture(scope="session")
def violations() -> Callable[[Any], list[str]]:
    """What axe-core finds on a page, by the rules of WCAG 2.2 A and AA and its best practices."""
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    run = f"axe.run(document, {json.dumps({'runOnly': tags})}).then(r => r.violations)"

    def look(page: Any) -> list[str]:
        # Through the developer tools: the page's own policy lets no other program in.
        page.evaluate(axe)
        found = page.evaluate(run)
        return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]

    return look
