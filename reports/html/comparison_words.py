"""The words of the pages that compare plans; all other words are those of the plan's pages."""

from __future__ import annotations

from models.text import Text

COMPARISON = {
    "compare_title": Text("Сравнение вариантов", "Scenarios compared"),
    "skip_compare": Text("К таблице", "Skip to the table"),
    "study_notes": Text("На чём это основано", "What this rests on"),
    "in_brief": Text("Коротко", "In brief"),
    "indicators": Text("Все показатели", "All figures"),
    "differences": Text("Разница и что о ней доказано", "Differences, and what is proven of them"),
    "differences_lead": Text(
        "Полная полоса — доказанная разница лучших планов, пустая — доказанные границы, между которыми "
        "она лежит (черта — разница этих планов), серая — разница этих планов: о лучших планах она ничего "
        "не говорит.",
        "A full bar is the proven difference of the best plans, a hollow one the proven limits it lies "
        "between (the stroke is the difference of these plans), a grey one the difference of these plans, "
        "which says nothing of the best.",
    ),
    "by_school": Text("По школам", "By school"),
    "cost": Text("Затраты", "Cost"),
    "changed_groups": Text("Группы: что меняется", "Groups: what changes"),
    "flows_section": Text("Переходы между центрами", "Flows between centres"),
    "weeks_section": Text("Недели рядом", "The weeks side by side"),
    "people_section": Text("Кто выигрывает, проигрывает, переходит", "Who gains, loses, moves"),
    "demand_section": Text("Спрос", "Demand"),
    "levels_section": Text("Цели: достигнуто и доказано", "Goals: reached and proven"),
    "made_section": Text("Как получено", "How it was made"),
    "indicator": Text("Показатель", "Figure"),
    "indicators_lead": Text(
        "Под числом варианта — разница с исходной сетью. «Доказано» сказано о лучших возможных планах; «в "
        "этих планах» — только о двух найденных, у других столь же хороших планов число может быть иным.",
        "Below the number of a scenario is the difference from the base. “Proven” is said of the best "
        "possible plans; “in these plans” of the two that were found alone: other plans as good may have "
        "another number.",
    ),
    "no_change": Text("без изменений", "no change"),
    "before": Text("Было", "Before"),
    "after": Text("Стало", "After"),
    "turn": Text("Что будет", "What happens"),
    "sizes_change": Text("{before} → {after}", "{before} → {after}"),
    "no_changed_groups": Text(
        "Группы, их место и время остаются как есть.", "Groups, their places and times stay as they are."
    ),
    "kept_groups": Text("Место и время не меняются: {groups}.", "Place and time stay as they are: {groups}."),
    "nobody_changes": Text("Ни для кого ничего не меняется.", "Nothing changes for anybody."),
    "turns_line": Text(
        "Выигрывают — {gains}, проигрывают — {loses}, переходят в другую группу, место или время — "
        "{moves}, без изменений — {keeps}.",
        "Gain: {gains}, lose: {loses}, move to another group, place or time: {moves}, no change: {keeps}.",
    ),
    "schools_compare_lead": Text(
        "Сколько обучающихся школы получили место из подавших заявки; под числом варианта — разница в "
        "этих планах.",
        "How many students of the school got a seat of those who applied; below the number of a scenario the "
        "difference in these plans.",
    ),
    "all_rural": Text("Все сельские школы", "All rural schools"),
    "all_town": Text("Все городские школы", "All town schools"),
    "cost_line": Text("Статья", "Item"),
    "cost_hours": Text("Часы учителей", "Teachers' hours"),
    "cost_heads": Text("Доплата руководителям", "Supplement of heads"),
    "cost_runs": Text("Рейсы", "Bus runs"),
    "cost_yearly": Text("Всего в год", "In all a year"),
    "cost_opening": Text("Открытие центров, один раз", "Opening of centres, once"),
    "cost_lead": Text(
        "Рублей по ценам листа «Стоимость», для этих планов: часы учителей по цене часа, доплата "
        "руководителю каждого учреждения, где занимаются группы, рейсы по дням, когда на них кто-то едет.",
        "Roubles by the prices of the network, for these plans: teachers' hours by the price of an hour, the "
        "supplement of the head of every institution with groups, runs on the days on which somebody rides.",
    ),
    "cost_missing": Text(
        "Цена не задана: {prices}. Этих затрат в суммах нет.",
        "No price is given for: {prices}. The sums lack them.",
    ),
    "demand_lead": Text(
        "Исходная сеть спланирована по поданным заявкам. В варианте к ним добавлены пожелания на то, что он "
        "открывает и чего в исходной сети нет.",
        "The base is planned for the applications. A scenario adds the wishes for what it opens and the "
        "base does not offer.",
    ),
    "as_applied": Text("поданные заявки", "the applications"),
    "as_changed": Text(", изменённые вариантом", ", as the scenario changes them"),
    "with_wishes": Text("поданные заявки и пожелания: {wishes}", "the applications and wishes: {wishes}"),
    "demand_is": Text("Спрос", "Demand"),
    "scenario": Text("Вариант", "Scenario"),
    "level": Text("Цель", "Goal"),
    "base_reached": Text("Исходная: достигнуто", "Base: reached"),
    "base_bound": Text("граница", "bound"),
    "scenario_reached": Text("Вариант: достигнуто", "Scenario: reached"),
    "difference": Text("Разница", "Difference"),
    "known": Text("Что доказано", "What is proven"),
    "proven_sign": Text("доказано", "proven"),
    "open_sign": Text("не доказано", "not proven"),
    "levels_compare_lead": Text(
        "Цели по убыванию важности. Граница — число, лучше которого нет ни у одного плана. Разница лучших "
        "планов известна для первой цели, а дальше — пока все прежние цели доказаны на обеих сторонах.",
        "The goals, most important first. A bound is a number that no plan beats. The difference of the "
        "best plans is known for the first goal, and beyond as long as all earlier goals are proven on "
        "both sides.",
    ),
    "fairness_note": Text(
        "Из шагов справедливости показан первый, доля самой обделённой части сети; остальные — на листе "
        "«Цели» файла comparison.xlsx.",
        "Of the steps of fairness the first is shown, the share of the worst-off part of the network; the "
        "others are on the sheet “Goals” of comparison.xlsx.",
    ),
    "overlap": Text(
        "Промежутки перекрываются: какой план лучше по этой цели, не доказано.",
        "The intervals overlap: which plan is better on this goal is not proven.",
    ),
    "made_lead": Text(
        "Исходная сеть и варианты спланированы с одними и теми же пределом времени, начальным числом "
        "поиска и жребием; из равно хороших планов варианта взят ближайший к исходному.",
        "Base and scenarios are planned with the same time limit, seed and lottery; of equally good plans "
        "of a scenario the nearest to the base was taken.",
    ),
    "made_public": Text("Составлено программой setka {version}.", "Made with setka {version}."),
    "what": Text("Что", "What"),
    "all_plans": Text("Все планы", "All plans"),
    # the sheet for the Council
    "council_title": Text("Варианты для Совета", "Scenarios for the Council"),
    "council_first": Text(
        "Показаны первые {shown} из {all}; остальные — в сравнении вариантов.",
        "The first {shown} of {all} are shown; the others are in the comparison.",
    ),
    "council_proposal": Text("Предлагается", "Proposed"),
    "council_gain": Text("Что даёт", "What it gives"),
    "council_first_choice": Text("Первая заявка", "First choice"),
    "council_share": Text("Доля старших классов в сети", "Share of seniors"),
    "council_cost": Text("Затраты", "Cost"),
    "council_kinds": Text("Кто выигрывает", "Who gains"),
    "council_moves": Text("Что меняется", "What changes"),
    "council_risks": Text("Что не доказано, риски", "What is not proven, risks"),
    "council_base": Text("Сейчас", "Now"),
    "council_rural": Text("у сельских школ {change}", "rural schools: {change}"),
    "council_town": Text("у городских школ {change}", "town schools: {change}"),
    "council_yearly": Text("{sum} руб. в год", "{sum} RUB a year"),
    "council_as_now": Text("в год без изменений", "a year as now"),
    "council_once": Text("и один раз {sum} руб.", "and once {sum} RUB"),
    "council_decision": Text("Решение Совета", "Decision of the Council"),
    "council_protocol": Text(
        "Протокол № ______ от «____» ______________ 20____ г.",
        "Minutes No. ______ of ____ ______________ 20____",
    ),
    "council_sign": Text(
        "Председатель Совета ____________________ / ____________________ /",
        "Chair of the Council ____________________ / ____________________ /",
    ),
    "council_note": Text(
        "«Доказано» сказано о лучших возможных планах, остальные числа — о найденных. Имён нет; где "
        "речь о немногих, чисел нет.",
        "“Proven” is said of the best possible plans, other numbers of those found. There are "
        "no names, and no numbers where few people are meant.",
    ),
    "and_more": Text("и ещё {count}", "and {count} more"),
}
