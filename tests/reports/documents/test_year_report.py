"""D21: figures of the plan and of the history, both parts of every share, nothing small in public."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document as open_word

from instances.tiny import ALL
from models.fault import Assumption, Spot
from models.history import INDICATORS, indicator_of
from models.people import People
from models.tables import CourseResult, HistoryFigure
from models.text import Text
from reports.documents.catalogue import BY_CODE
from reports.documents.making import make
from reports.export.source import Source
from reports.export.summary import summarise

NOTE = Text("переносы неизвестны", "moved days not known")()


def source(name: str = "two_courses", *history: HistoryFigure, results: bool = False) -> Source:
    """A network solved by hand, with what is known of other years."""
    case = ALL[name]
    assert case.plan is not None
    year = case.network.rules.school_year
    found = tuple(
        CourseResult(student=seat.student, course=seat.course, school_year=year, result="зачтено")
        for seat in case.plan.enrolments
        if results
    )
    return Source(case.network.replace(history=history, results=found), case.plan, People())


def tables(about: Source, *, public: bool = False) -> list[dict[str, list[str]]]:
    """The tables of the report: first cell → the others."""
    (paper,) = make(BY_CODE["D21"], about, public=public)
    return [
        {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table.rows[1:]}
        for table in open_word(io.BytesIO(paper.content)).tables
    ]


def test_figures_of_this_year() -> None:
    """Both parts of the share; certificates are those with a result; what nobody has said is a line."""
    about = source(results=True)
    summary = summarise(about.network, about.plan)
    indicators, schools, centres, years = tables(about)[:4]
    assert indicators["Профильных групп"] == [str(len(about.plan.groups))]
    assert indicators["Подали заявки / получили место"] == [f"{summary.applicants} / {summary.served}"]
    share = indicators["Доля старшеклассников в сети (заявлено не менее 20\u00a0%)"][0]
    assert share.startswith(f"{summary.senior_places} из {summary.seniors} (")
    assert indicators["Сертификатов"] == [str(len(about.plan.enrolments))]
    assert set(indicators["Сдали ГИА по профилю"][0]) == {"_"}
    assert sum(int(cells[1]) for cells in schools.values()) == summary.senior_places
    assert sum(int(cells[0]) for cells in centres.values()) == len(about.plan.groups)
    assert list(years) == [f"{about.network.rules.school_year}/{about.network.rules.school_year + 1}"]


def test_the_years_side_by_side() -> None:
    """Figures of the history by any name that is understood; those of one school are not its."""
    about = source(
        "two_courses",
        HistoryFigure(school_year=2011, key="Сертификаты", value=92),
        HistoryFigure(school_year=2011, key="centres", value=3),
        HistoryFigure(school_year=2012, key="ресурсных центров", value=4),
        HistoryFigure(school_year=2012, key="сертификатов", value=50, institution="Ш1"),
        HistoryFigure(school_year=2012, key="погода", value=1),
    )
    years = tables(about)[3]
    assert years["2011/2012"] == ["3", "—", "—", "92", "—"]
    assert years["2012/2013"] == ["4", "—", "—", "—", "—"]
    assert len(years) == 3
    (paper,) = make(BY_CODE["D21"], about)
    assert len(open_word(io.BytesIO(paper.content)).inline_shapes) == 1


def test_nothing_small_is_published() -> None:
    """Schools by the bands of the public pages; no count of one or two children anywhere."""
    about = source(results=True)
    indicators, schools, centres, _ = tables(about, public=True)[:4]
    told = [indicators["Обучающихся в сети"], indicators["Сертификатов"], *schools.values()]
    for cells in told:
        assert not {"1", "2"} & set(cells[1:] or cells)
    for cells in centres.values():
        assert not {"1", "2"} & set(re.split(r", ", cells[1]))


def test_names_of_figures() -> None:
    """Ids and titles in either language; everything else is unknown."""
    for id, title in INDICATORS.items():
        assert {indicator_of(id), indicator_of(title.ru.upper()), indicator_of(f" {title.en} ")} == {id}
    assert indicator_of("погода") is None


@pytest.mark.parametrize("year", [2026, 2027])
def test_unofficial_moved_days_are_told_in_print(year: int) -> None:
    """In the order with the dates, and in the plans of the months of that year."""
    case = ALL["half_year"]
    assert case.plan is not None
    note = Assumption(Spot(), NOTE, unofficial_year=year)
    about = Source(case.network, case.plan, People(), (note,))
    remark = f"Переносы выходных дней {year} года не утверждены"
    (order,) = make(BY_CODE["D2"], about)
    assert remark in "\n".join(p.text for p in open_word(io.BytesIO(order.content)).paragraphs)
    (before,) = make(BY_CODE["D2"], Source(case.network, case.plan, People()))
    assert "Переносы" not in "\n".join(p.text for p in open_word(io.BytesIO(before.content)).paragraphs)
    for month in make(BY_CODE["D11"], about):
        said = "\n".join(p.text for p in open_word(io.BytesIO(month.content)).paragraphs)
        assert (remark in said) == (f" {year}-" in month.name)
