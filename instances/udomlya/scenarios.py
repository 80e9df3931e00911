"""Questions a planner would ask of the network."""

from __future__ import annotations

from models.scenario import ScenarioRow


def _rows(name: str, title: str, *edits: tuple[str, str, str]) -> tuple[ScenarioRow, ...]:
    return tuple(
        ScenarioRow(
            scenario=name, title=title if number == 0 else "", action=action, target=target, value=value
        )
        for number, (action, target, value) in enumerate(edits)
    )


SCENARIOS: tuple[ScenarioRow, ...] = (
    *_rows(
        "add-centre",
        "Открыть ресурсный центр в Брусовской школе",
        ("open_centre", "РЦ-Б", ""),
    ),
    *_rows(
        "lose-building",
        "Здание гимназии №3 закрыто на ремонт",
        ("close_building", "УГ3", ""),
    ),
    *_rows(
        "teacher-leaves",
        "Учитель социально-гуманитарного курса уходит",
        ("teacher_leaves", "У-07", ""),
    ),
    *_rows(
        "teacher-until-december",
        "Учитель журналистики работает только до середины декабря",
        ("teacher_until", "У-10", "15.12.2026"),
    ),
    *_rows(
        "more-python",
        "Третья группа программирования и ещё шесть мест в компьютерном классе",
        ("groups", "ИТ", "3"),
        ("room_capacity", "РЦ-5И; 8", "18"),
        ("parallel_groups", "РЦ-5И", "2"),
    ),
    *_rows(
        "more-bus-seats",
        "Второй рейс из Котлована полностью отдан сети",
        ("run_seats", "Р1-туда", "20"),
        ("run_seats", "Р1-обратно", "20"),
    ),
    *_rows(
        "gap-20",
        "Перерыв после уроков 20 минут вместо 30",
        ("norm", "gap_minutes", "20"),
    ),
    *_rows(
        "late-applications",
        "После срока: одна заявка отозвана, двое выбрали другое",
        ("withdraw", "О-001", ""),
        ("apply", "О-010", "ИСК; 2; 15.09.2026"),
        ("apply", "О-020", "ИСК; 2; 16.09.2026"),
    ),
)
