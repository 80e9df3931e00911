"""What is told of schools beside the masked members of groups gives no small count away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.export.masking import Hidden, mask
from reports.views.public.disclosure import UNTOLD, Limits, tell
from reports.views.public.limits import SCHOOL, band, range_of, seat_numbers
from reports.views.public.members import Counted

Row = tuple[int, ...]
Table = tuple[Row, ...]

LARGEST = 12
"""No count of a test is larger; "3 or more" ends here."""


def circle(number: int, row: Sequence[int]) -> Counted:
    """A group's members by school, all of grade 10."""
    counts = {(f"Ш{s}", 10): count for s, count in enumerate(row) if count}
    return Counted((f"Г{number}",), f"Курс {number}", counts)


def limits_of(
    table: Table, exact: Sequence[str] = (), heads: dict[str, int] | None = None
) -> dict[str, Limits]:
    """What is told of every school."""
    schools = range(len(table[0]))
    places = {f"Ш{s}": sum(row[s] for row in table) for s in schools}
    return place_limits(places, [circle(g, row) for g, row in enumerate(table)], exact, heads)


def place_limits(
    places: dict[str, int],
    circles: Sequence[Counted],
    exact: Sequence[str] = (),
    heads: dict[str, int] | None = None,
) -> dict[str, Limits]:
    """What is told of every school where nothing is told of all applications."""
    settled, seats = seat_numbers(places, circles, (10,), exact, heads=heads)
    found = tell([*settled, *seats])
    return {school: found[SCHOOL, school] for school in places}


def readings(row: Row) -> Iterator[Row]:
    """All members of a group, by school, that a reader must think possible from what is printed of it."""
    group = circle(0, row)
    shown = mask(group.counts)
    for way in product(range(LARGEST + 1), repeat=len(row)):
        if sum(way) != sum(row) and sum(row) >= 3:
            continue
        if shown is None:
            named = [count > 0 for count in row]
            fits = not group.may_name or [count > 0 for count in way] == named
            if sum(row) < 3:
                fits = 1 <= sum(way) <= 2
        else:
            fits = all(_fits(way[s], shown.get((f"Ш{s}", 10), 0)) for s in range(len(row)))
        if fits:
            yield way


def _fits(value: int, said: int | Hidden) -> bool:
    if said is Hidden.FEWER:
        return 1 <= value <= 2
    return value >= 3 if said is Hidden.MORE else value == said


def tables(table: Table, limits: dict[str, Limits]) -> list[Table]:
    """All tables a reader must think possible from the groups, the schools and the sum of all."""
    found = []
    total = sum(map(sum, table))
    for way in product(*(list(readings(row)) for row in table)):
        sums = [sum(row[s] for row in way) for s in range(len(table[0]))]
        if sum(sums) == total and all(
            low <= sums[s] and (high is None or sums[s] <= high)
            for s, (low, high) in enumerate(limits[f"Ш{s}"] for s in range(len(sums)))
        ):
            found.append(way)
    return found


def told(table: Table, limits: dict[str, Limits]) -> set[tuple[int, int]]:
    """The small counts (group, school), and sums of schools (-1, school), that are alike in all of them."""
    ways = tables(table, limits)
    assert table in ways
    schools = range(len(table[0]))
    cells = {
        (g, s)
        for g, row in enumerate(table)
        for s in schools
        if row[s] in (1, 2) and len({way[g][s] for way in ways}) == 1
    }
    return cells | {
        (-1, s)
        for s in schools
        if sum(row[s] for row in table) in (1, 2) and len({sum(row[s] for row in way) for way in ways}) == 1
    }


def test_bands() -> None:
    """Fives, from nought."""
    assert [band(number) for number in (0, 4, 5, 23)] == [(0, 4), (0, 4), (5, 9), (20, 24)]


def test_a_range_leaves_room_on_both_sides() -> None:
    """Fours, of which a number is the second or the third."""
    assert [range_of(number) for number in (3, 4, 5, 124, 125)] == [
        (2, 5),
        (2, 5),
        (4, 7),
        (122, 125),
        (124, 127),
    ]


def test_a_number_that_would_unmask_is_told_in_a_band() -> None:
    """Ш0 has 1 + 1 + 1 in three groups: beside "fewer than 3" thrice, 3 would tell all; 0 to 4 does not."""
    table = ((1, 2, 9), (1, 2, 9), (1, 2, 9))
    exact = {"Ш0": (3, 3), "Ш1": (6, 6), "Ш2": (27, 27)}
    assert (0, 0) in told(table, exact)
    limits = limits_of(table, ["Ш0", "Ш1", "Ш2"])
    assert limits["Ш0"] == (0, 4)
    assert told(table, limits) == set()


def test_where_a_band_would_unmask_nothing_is_told() -> None:
    """4 + 4 + 1 = 9, the end of its band: a 2 in the third group would make 10."""
    table = ((4, 5, 0), (4, 5, 0), (1, 1, 7))
    assert (2, 0) in told(table, {"Ш0": (5, 9), "Ш1": (10, 14), "Ш2": (5, 9)})
    limits = limits_of(table)
    assert limits["Ш0"] == UNTOLD
    assert told(table, limits) == set()


def test_numbers_that_tell_nothing_are_kept() -> None:
    """All counts are large."""
    assert limits_of(((3, 4), (5, 6)), ["Ш0"]) == {"Ш0": (8, 8), "Ш1": (10, 14)}


ROW = st.tuples(*[st.sampled_from([0, 1, 1, 2, 2, 3, 4])] * 3)


@settings(max_examples=200)
@given(table=st.tuples(ROW, ROW), exact=st.sets(st.sampled_from(["Ш0", "Ш1", "Ш2"])))
def test_no_small_count_follows_from_what_is_told_of_schools(table: Table, exact: set[str]) -> None:
    """All tables that fit, tried one by one: what they have in common, they would have without schools."""
    silent = {f"Ш{s}": UNTOLD for s in range(3)}
    assert told(table, limits_of(table, sorted(exact))) <= told(table, silent)


def known(limits: dict[str, Limits], heads: dict[str, int]) -> dict[str, Limits]:
    """What a reader knows who sees how many seniors there are, too."""
    return {
        school: (low, heads[school] if high is None else min(high, heads[school]))
        for school, (low, high) in limits.items()
    }


def test_a_band_ends_at_the_number_of_seniors() -> None:
    """6 of 8 are "5 to 8"; where more learn than there are, the list is wrong and nothing is told."""
    table = ((3, 3), (3, 4))
    assert limits_of(table, heads={"Ш0": 8, "Ш1": 40}) == {"Ш0": (5, 8), "Ш1": (5, 9)}
    assert limits_of(table, heads={"Ш0": 5, "Ш1": 40})["Ш0"] == UNTOLD


@settings(max_examples=200)
@given(
    table=st.tuples(ROW, ROW),
    exact=st.sets(st.sampled_from(["Ш0", "Ш1", "Ш2"])),
    more=st.tuples(*[st.integers(0, 4)] * 3),
)
def test_no_small_count_follows_from_the_number_of_seniors(
    table: Table, exact: set[str], more: tuple[int, int, int]
) -> None:
    """The same where a reader knows how many seniors each school has."""
    heads = {f"Ш{s}": sum(row[s] for row in table) + more[s] for s in range(3)}
    silent = known({f"Ш{s}": UNTOLD for s in range(3)}, heads)
    said = known(limits_of(table, sorted(exact), heads), heads)
    assert told(table, said) <= told(table, silent)


def test_a_band_that_would_tell_of_the_younger_ones_is_not_told() -> None:
    """Two of grade 9 in a group of 11: at most four seniors of Ш0, where 3 or more are, would leave two."""
    younger = Counted(("Г0",), "Курс 0", {("Ш0", 9): 2, ("Ш0", 10): 4, ("Ш1", 10): 5})
    assert place_limits({"Ш0": 4, "Ш1": 5}, [younger]) == {"Ш0": UNTOLD, "Ш1": (5, 9)}
