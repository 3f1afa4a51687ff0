"""The garbage collector pauses, and goes on as it was."""

from __future__ import annotations

import gc

import pytest

from mkdocs_postmortem.checking.collector import paused_collector


def fail_during_a_pause(seen: list[bool]) -> None:
    with paused_collector():
        seen.append(gc.isenabled())
        raise ValueError("stop")


def test_the_collector_pauses_and_goes_on_even_after_a_failure() -> None:
    seen = [gc.isenabled()]
    with pytest.raises(ValueError, match="stop"):
        fail_during_a_pause(seen)
    assert [*seen, gc.isenabled()] == [True, False, True]


def test_a_pause_within_a_pause_does_not_end_it() -> None:
    with paused_collector():
        with paused_collector():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
