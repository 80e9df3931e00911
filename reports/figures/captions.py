"""The titles of the figures, and what is to be seen in them, in a sentence or two."""

from __future__ import annotations

from models.text import Text

PART = Text("{title} ({number} из {count})", "{title} ({number} of {count})")
CONTINUED = Text("Продолжение.", "Continued.")

WEEK = Text("Неделя центра: {centre}", "The week of a centre: {centre}")
WEEK_CAPTION = Text(
    "Занятия центра по дням недели и часам; занятия, идущие одновременно, стоят друг под другом.",
    "The sessions of the centre by weekday and clock time; those at one time stand below each other.",
)

SERVED = Text("Удовлетворённые заявки", "Applications served")
SERVED_CAPTION = Text(
    "Сколько заявок удовлетворено и какой они очерёдности, сколько заявителей осталось без места. "
    "Всего заявителей: {applicants}, удовлетворено заявок: {served}, из них первых: {first}; "
    "без места: {nothing}.",
    "How many applications are served, by their rank, and how many applicants have no seat. "
    "In all {applicants} applicants, {served} applications served, {first} of them first ones; "
    "{nothing} have no seat.",
)

SERVED_PUBLIC = Text(
    "{caption} Числа, по которым можно узнать отдельных обучающихся, по школам не публикуются (н/п).",
    "{caption} Numbers that would point to single students are not published by school (n/p).",
)

FILL = Text("Наполняемость групп", "How full the groups are")
FILL_CAPTION = Text(
    "Сколько обучающихся в каждой группе; светлая полоса — от наименьшей наполняемости до наибольшей, "
    "которую допускает и кабинет, черта — желаемая, ромб — мест в кабинете.",
    "How many students every group has; the pale band runs from the least to the most it may have in its "
    "room, the stroke is the target, the diamond the seats in the room.",
)
FILL_PUBLIC = Text(
    "{caption} Группы, где менее трёх обучающихся, не показаны.",
    "{caption} Groups of fewer than three students are not shown.",
)

THERE = Text("Дорога на занятия", "The way to sessions")
THERE_CAPTION = Text(
    "Сколько минут добираются на занятия те, кто учится не в своей школе, по месту, откуда начинается "
    "дорога (в учебный день — от школы): самая короткая дорога, самая долгая и средняя; справа — сколько "
    "человек.",
    "How many minutes it takes those to their sessions who do not learn in their own school, by the place "
    "where the way starts (on a day with lessons the school): the shortest way, the longest and the mean; "
    "on the right how many students.",
)
THERE_PUBLIC = Text(
    "Сколько минут добираются на занятия от школы те, кто учится не в своей: самая короткая дорога и "
    "самая долгая.",
    "How many minutes it takes those from school to their sessions who do not learn in their own one: the "
    "shortest way and the longest.",
)

HOME = Text("Дорога домой", "The way home")
HOME_CAPTION = Text(
    "Сколько минут добираются с занятий домой те, кто учится не в своей школе, по месту жительства: самая "
    "короткая дорога, самая долгая и средняя; справа — сколько человек.",
    "How many minutes it takes those home from sessions who do not learn in their own school, by the place "
    "where they live: the shortest way, the longest and the mean; on the right how many students.",
)
HOME_PUBLIC = Text(
    "Сколько минут добираются с занятий домой те, кто учится не в своей школе, по месту жительства: самая "
    "короткая дорога и самая долгая.",
    "How many minutes it takes those home from sessions who do not learn in their own school, by the place "
    "where they live: the shortest way and the longest.",
)

MAP = Text("Кто куда едет", "Who travels where")
MAP_CAPTION = Text(
    "Схема: откуда и куда добираются на занятия (в учебный день — от школы); чем больше обучающихся, тем "
    "толще линия. Расстояния приблизительны.",
    "A schematic map of the ways to sessions (on a day with lessons from school); the more students, the "
    "broader the line. Distances are approximate.",
)
MAP_PUBLIC = Text(
    "{caption} Числа показывают, сколько обучающихся едет по меньшей мере; где числа нет — хотя бы один.",
    "{caption} Numbers are the least there are; where there is none, it is at least one.",
)

SHARES = Text("Доля обучающихся старших классов в сети", "Share of seniors in the network")
SHARES_CAPTION = Text(
    "Какая доля обучающихся старших классов каждой школы занимается в сети; штриховая линия — "
    "заявленные {stated}.",
    "What share of the seniors of every school learns in the network; "
    "the dashed line is the stated {stated}.",
)
SHARES_PUBLIC = Text(
    "{caption} Там, где точное число не публикуется, показаны его границы.",
    "{caption} Where the number itself is not published, its limits are shown.",
)

MISSES = Text("Чего не хватило", "What was missing")
MISSES_CAPTION = Text(
    "Курсы, для которых не набралось группы, и курсы, где не хватило мест.",
    "Courses without enough students for a group, and courses whose groups were short of seats.",
)
MISSES_NEAREST = Text("{caption} Ближе всего: {nearest}.", "{caption} Nearest: {nearest}.")

LEVELS = Text(
    "Цели: чего достиг план и можно ли лучше", "The goals: what the plan reaches, and could it be better"
)
LEVELS_CAPTION = Text(
    "Разрыв между планом и лучшим возможным по каждой цели, по убыванию важности. {overall}.",
    "The gap between the plan and the best possible one on every goal, most important first. {overall}.",
)
