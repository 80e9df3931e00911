"""Studies: their sentences follow from the numbers, and their pages and books hold the numbers."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from models.outcome import Infeasible, Solved, Unknown
from models.plan import Level, Plan, Sense
from models.sites import Site, SiteKind
from models.text import Text, say
from reports.compare.certain import Interval
from reports.compare.demand import DemandPoint
from reports.compare.demand_study import demand_study
from reports.compare.price import PricePoint, fairness_study, freezing_study, price_point
from reports.compare.site_study import site_study
from reports.compare.sites import SitePoint, best_places
from reports.compare.study import Study, write_study
from tests.village import VILLAGE

A = Site("РЦ8", "Ш1", SiteKind.LISTED)
B = Site("РЦ9", "Ш1", SiteKind.NEW)


def alone(site: Site, low: int, high: int, points: tuple[int, int] | None = None) -> SitePoint:
    """A place by itself; five of ten are served without it."""
    gain = None if points is None else Interval(*points)
    return SitePoint(1, (site,), (site,), 10, Interval(low, high), Interval(low - 5, high - 5), gain)


def together(most: int, low: int, high: int) -> SitePoint:
    """The best set of so many of both places."""
    return SitePoint(most, (A, B), (A, B)[:most], 10, Interval(low, high), Interval(low - 5, high - 5), None)


START = SitePoint(0, (), (), 10, Interval(5, 5), Interval(0, 0), Interval(0, 0))


def sentences(study: Study) -> list[str]:
    """The answers in English."""
    return [say(answer, "en") for answer in study.answers]


def sites(points: list[SitePoint], curve: list[SitePoint], share: float | None = None) -> Study:
    """The study of places in the village."""
    return site_study(VILLAGE, Plan(), points, curve, visiting=False, share=share)


def test_a_place_is_best_only_if_all_others_are_proven_worse() -> None:
    """Seats first, then points; where intervals overlap nobody is named alone."""
    assert best_places([alone(A, 8, 8), alone(B, 6, 7)]) == [alone(A, 8, 8)]
    assert len(best_places([alone(A, 8, 8), alone(B, 6, 8)])) == 2
    assert len(best_places([alone(A, 8, 8), alone(B, 8, 8)])) == 2
    assert best_places([alone(A, 8, 8, (9, 9)), alone(B, 8, 8, (7, 8))]) == [alone(A, 8, 8, (9, 9))]
    assert len(best_places([alone(A, 8, 8, (9, 9)), alone(B, 8, 8, (7, 9))])) == 2
    curve = [START, together(1, 8, 8), together(2, 8, 8)]
    told = sentences(sites([alone(A, 8, 8), alone(B, 6, 7)], curve, 1.0))
    assert told[0].startswith("The best place is")
    assert "+3, proven" in told[0]
    assert told[1] == "All places together: more served +3, proven."
    assert "As many are served with the best set (places: 1)" in told[2]
    assert told[3] == "To serve 100.0% of the applicants: not even all places together will do (proven)."
    assert sentences(sites([alone(A, 5, 5)], [START, alone(A, 5, 5)]))[0].startswith("None of these places")
    assert "one of these" in sentences(sites([alone(A, 8, 8), alone(B, 7, 9)], curve))[0]


def test_how_many_places_a_share_takes() -> None:
    """Proven, between limits, and not known."""
    curve = [START, together(1, 7, 7), together(2, 8, 10)]
    points = [alone(A, 7, 7), alone(B, 6, 6)]
    assert "places needed: 1, fewer will not do" in sentences(sites(points, curve, 0.7))[-1]
    assert "no set that was tried" in sentences(sites(points, curve, 1.0))[-1]
    open_curve = [START, together(1, 7, 8), together(2, 8, 8)]
    assert (
        "2 new places will do; it is proven that fewer than 1"
        in sentences(sites(points, open_curve, 0.8))[-1]
    )


def level(name: str, sense: Sense, value: int, bound: int) -> Level:
    """A level with its proof."""
    return Level(name=name, sense=sense, value=value, bound=bound, proven=value == bound)


@pytest.mark.parametrize(("bound", "points"), [(2, Interval(30, 31)), (1, None)])
def test_points_of_a_price_count_only_after_proven_seats(bound: int, points: Interval | None) -> None:
    """Of the village's twelve applicants two are left over, or one or two."""
    plan = Plan(
        levels=(
            level("unserved", Sense.MINIMISE, 2, bound),
            level("rank_points", Sense.MAXIMISE, 30, 31),
        )
    )
    found = price_point(900, VILLAGE, Solved(plan))
    number = len(VILLAGE.choices_by_student)
    assert found == PricePoint(900, number, True, Interval(number - 2, number - bound), points)
    assert price_point(1, VILLAGE, Infeasible()).is_possible is False
    assert price_point(1, VILLAGE, Unknown(Text("", "")())).is_possible is None


def price(limit: int, low: int | None, high: int | None = None) -> PricePoint:
    """A point with so many of twelve served for certain; none: out of reach."""
    if low is None:
        return PricePoint(limit, 12, False, None, None)
    return PricePoint(limit, 12, True, Interval(low, high or low), None)


def test_what_fairness_costs_in_words() -> None:
    """Free as long as as many are served; after that what is proven; the end."""
    study = fairness_study(
        VILLAGE, Plan(), [price(500, 10), price(600, 10), price(700, 8), price(800, 6, 7), price(900, None)]
    )
    assert sentences(study) == [
        "Up to 60.0% fairness costs nothing: as many are served (10, proven).",
        "70.0% for everybody costs seats: 2 (proven).",
        "90.0% for everybody is out of reach (proven).",
    ]
    assert sentences(fairness_study(VILLAGE, Plan(), [price(500, 9, 10), price(600, 9)])) == []


def test_what_changes_give_in_words() -> None:
    """The fewest changes that give all; nothing is said of a scenario without plans."""
    points = [price(0, None), price(4, 8), price(8, 9), price(12, 9)]
    assert sentences(freezing_study(VILLAGE, Plan(), {"x": points})) == [
        "“x”: there is no plan without any change (proven).",
        "“x”: all that the scenario gives (9 served) is reached with 8 changes or fewer.",
    ]


def test_pages_and_books_hold_the_numbers(tmp_path: Path) -> None:
    """Curves are drawn, tables are filled, limits are columns of numbers, nothing is asked of the network."""
    demands = [
        DemandPoint("1", 0.8, 8, 8, 6, 2, ("ИТ",), True),
        DemandPoint("2", 1.0, 12, 9, 6, 2, (), False),
        DemandPoint("3", 1.2, 14, None, None, None, (), False, is_impossible=True),
    ]
    studies = [
        sites([alone(A, 8, 8), alone(B, 6, 7)], [START, together(1, 8, 8), together(2, 8, 9)]),
        fairness_study(VILLAGE, Plan(), [price(500, 10), price(600, 8, 9), price(900, None)]),
        demand_study(VILLAGE, Plan(), demands, 0.2),
    ]
    for study, figures, ends in zip(studies, (2, 1, 1), ([6, 7], [8, 9], [9]), strict=True):
        write_study(study, tmp_path, lang="ru")
        page = (tmp_path / f"internal/{study.key}.html").read_text(encoding="utf-8")
        assert page.count("<svg") == figures
        assert "://" not in page.replace("http://www.w3.org/", "")
        json.loads((tmp_path / f"internal/{study.key}.json").read_text(encoding="utf-8"))
        book = openpyxl.load_workbook(tmp_path / f"internal/{study.key}.xlsx")
        numbers = {cell.value for row in book.worksheets[0].iter_rows() for cell in row}
        assert set(ends) <= numbers
    answers = sentences(studies[2])
    assert answers[0] == "With other demands 75.0% to 100.0% of the applicants are served; plans: 2."
    assert "мешают закрепления" in (tmp_path / "internal/demand.html").read_text(encoding="utf-8")
