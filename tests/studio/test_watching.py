"""A worker is ended for what it does itself, never for what the machine does to it."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from narrator.studio import watching
from narrator.studio.watching import COMPUTING, LOOK, Watch, _Look


class Clock:
    """A time that a test sets, and what is then seen of a worker."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.seen = 100.0, _Look(0.0, asleep=False)
        monkeypatch.setattr(watching.time, "monotonic", lambda: self.now)
        monkeypatch.setattr(watching, "_look", lambda _: self.seen)

    def seconds_until_over(self, watch: Watch, computing: float, *, asleep: bool) -> float | None:
        """How long a worker may go on in one way; None for longer than an hour."""
        start = self.now
        while self.now < start + 3600:
            self.now += LOOK
            self.seen = _Look(self.seen.computed + computing * LOOK, asleep)
            if watch.is_over():
                return self.now - start
        return None


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def test_a_starved_worker_is_waited_for(clock: Clock) -> None:
    assert clock.seconds_until_over(Watch(1, 30.0), 0.0, asleep=False) is None


def test_one_that_computes_has_longer_than_one_that_sleeps(clock: Clock) -> None:
    asleep = clock.seconds_until_over(Watch(1, 30.0), 0.0, asleep=True)
    awake = clock.seconds_until_over(Watch(1, 30.0), 1.0, asleep=False)
    assert asleep == pytest.approx(30, abs=2) and awake == pytest.approx(30 * COMPUTING, abs=3)


def test_one_that_gets_a_tenth_of_a_processor_has_ten_times_as_long(clock: Clock) -> None:
    over = clock.seconds_until_over(Watch(1, 30.0), 0.1, asleep=False)
    assert over == pytest.approx(300 * COMPUTING, rel=0.05)


def test_one_that_wakes_now_and_then_sleeps_all_the_same(clock: Clock) -> None:
    over = clock.seconds_until_over(Watch(1, 30.0), 0.01, asleep=True)
    assert over == pytest.approx(30, abs=2)


def test_a_night_with_the_lid_shut_is_no_time(clock: Clock) -> None:
    watch = Watch(1, 30.0)
    clock.seen = _Look(0.0, asleep=True)
    clock.now += 36_000
    assert not watch.is_over()


@pytest.fixture
def busy() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as process:
        yield process
        process.kill()


def test_what_the_system_says_of_a_process_is_understood(busy: "subprocess.Popen[bytes]") -> None:
    at_work = watching._look(busy.pid)
    while at_work and at_work.computed < 0.2:
        time.sleep(0.05)
        at_work = watching._look(busy.pid)
    assert at_work and not at_work.asleep
    busy.send_signal(signal.SIGSTOP)
    while not (halted := watching._look(busy.pid)) or not halted.asleep:
        time.sleep(0.05)
    assert halted.computed >= at_work.computed
    busy.kill()
    busy.wait()
    assert watching._look(busy.pid) is None
