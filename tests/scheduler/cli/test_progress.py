"""How the search is shown: a table a person watches, or lines in a log."""

from __future__ import annotations

import io
from dataclasses import replace

from scheduler.cli.progress import _put, cells, watched
from scheduler.cli.screen import Screen, align
from scheduler.engine.settings import Progress

BETTER = Progress("unserved", "better", value=5, bound=4, elapsed_s=0.5)
FAIR = Progress("fairness.1", "done", value=920, bound=920, elapsed_s=2.0)
FAIRER = Progress("fairness.2", "done", value=1871, bound=1880, elapsed_s=2.04)


class Terminal(io.StringIO):
    """A stream that says a person is looking on."""

    def isatty(self) -> bool:
        return True


def test_a_log_gets_a_line_a_level() -> None:
    """When there is a first plan and when a level is done; nothing goes to stdout."""
    out, err = io.StringIO(), io.StringIO()
    with watched(Screen("en", out, err)) as on_progress:
        on_progress(Progress("", "plan", value=None, bound=None, elapsed_s=0.2))
        on_progress(BETTER)
        on_progress(Progress("unserved", "done", value=4, bound=4, elapsed_s=0.6))
    first = "0.2 s  there is a first plan\n"
    assert err.getvalue() == first + "0.6 s  Left with nothing: 4, bound 4, gap 0\n"
    assert out.getvalue() == ""


def test_fairness_is_told_share_by_share() -> None:
    """The second sum is 1871 ‰, of which 920 ‰ are the first share: 951 ‰, and 960 ‰ at most."""
    err = io.StringIO()
    with watched(Screen("ru", io.StringIO(), err)) as on_progress:
        on_progress(FAIR)
        on_progress(FAIRER)
    first, second = err.getvalue().replace("\u00a0", " ").splitlines()
    assert "достижимого у самой обделённой: 92,0 %, граница 92,0 %, разрыв 0,0 %" in first
    assert "достижимого у 2-й из самых обделённых: 95,1 %, граница 96,0 %, разрыв 0,9 %" in second


def test_no_share_is_bounded_above_all_of_it() -> None:
    """1966 ‰ for both sums would leave 1046 ‰ to the second share; more than 1000 ‰ nobody has."""
    err = io.StringIO()
    with watched(Screen("ru", io.StringIO(), err)) as on_progress:
        on_progress(FAIR)
        on_progress(replace(FAIRER, bound=1966))
    second = err.getvalue().replace("\u00a0", " ").splitlines()[1]
    assert "95,1 %, граница 100,0 %, разрыв 4,9 %" in second


def test_parts_of_a_network_are_told_apart() -> None:
    """A part by its number; a share of the whole is a mean: 1840 ‰ of two parts are 92 % twice."""
    err = io.StringIO()
    with watched(Screen("en", io.StringIO(), err)) as on_progress:
        on_progress(replace(FAIR, part=2, parts=2))
        on_progress(replace(FAIR, value=1840, bound=1860, parts=2))
    part, whole = err.getvalue().splitlines()
    assert "part 2 of 2: Fairness" in part
    assert "92.0%, bound 92.0%" in part
    assert "92.0%, bound 93.0%" in whole


def test_the_table_keeps_the_parts_last_heard_of() -> None:
    """Below the goals of the whole, at most four."""
    rows: dict[str, tuple[str, ...]] = {}
    for part in range(1, 7):
        _put(rows, replace(BETTER, part=part, parts=6), ())
    _put(rows, BETTER, ())
    assert list(rows) == ["unserved", "3/6", "4/6", "5/6", "6/6"]


def test_a_terminal_gets_a_table() -> None:
    """Drawn on stderr, in the words of the planner."""
    err = Terminal()
    with watched(Screen("ru", io.StringIO(), err)) as on_progress:
        on_progress(BETTER)
    drawn = err.getvalue()
    assert "Остались без места" in drawn
    assert "Граница" in drawn


def test_unknown_values_are_dashes() -> None:
    """A level that has just begun has neither value nor bound nor gap."""
    screen = Screen("en", io.StringIO(), io.StringIO())
    start = Progress("unserved", "start", value=None, bound=None, elapsed_s=0)
    assert cells(screen, start, {})[1:] == ("—", "—", "—", "0.0")
    assert cells(screen, BETTER, {})[1:] == ("5", "4", "1", "0.5")


def test_plain_columns_are_aligned() -> None:
    """Cells of one column begin under one another; a very long one pushes its own line only."""
    lines = align([["a", "b"], ["longer", "c"], ["x" * 80, "d"]])
    assert lines[0].index("b") == lines[1].index("c") == 58
    assert lines[2].endswith("  d")
