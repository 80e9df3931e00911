"""Writes timetable.xlsx: the wall grid, sheets of centres and schools, lists of people, groups and rooms."""

from __future__ import annotations

from pathlib import Path

from models.text import Lang, Text
from reports.audit import origin
from reports.audit.timetable.words import LISTS, WALL
from reports.export.imprint import imprint
from reports.export.origin_sheet import fill_origin
from reports.export.source import Source
from reports.export.tables import about, goals, refusals, rides
from reports.export.workbook import open_book
from reports.office import load, rooms, teachers
from reports.office.binder import Binder
from reports.office.centres import add_centres
from reports.office.lists import member_lists
from reports.office.schools import add_schools
from reports.office.sections import PLAN, ROOMS, STUDENTS, TEACHERS
from reports.office.wall import add_wall

FILE_NAME = "timetable.xlsx"
TITLE = Text("Расписание сети профильных курсов", "Timetable of the network of profile courses")
FIXED = (
    origin.TITLE,
    *(WALL, LISTS, about.TITLE, goals.TITLE, refusals.TITLE, rides.TITLE, rides.PUBLIC_TITLE),
    *(teachers.TITLE, teachers.WEEK_TITLE, rooms.TITLE, rooms.WEEK_TITLE, load.TITLE),
)

HOW_TO_EDIT = (
    Text(
        "Листы «Сетка» и «Списки групп» можно править; «setka verify СЕТЬ timetable.xlsx» перечислит "
        "правки и скажет, что нарушено и чего это стоило.",
        "The sheets Wall grid and Group lists can be edited; 'setka verify NETWORK timetable.xlsx' lists "
        "the edits and tells what broke and what it cost.",
    ),
    Text(
        "Сетка: перенесите ячейку в другую строку или столбец — изменятся день, время, центр; поправьте в "
        "ячейке кабинет или учителя. Нет нужного времени — вставьте строку и впишите день и начало.",
        "Grid: move a cell to another row or column to change day, time, centre; correct room or teacher "
        "in the cell. If there is no such time, insert a row with its weekday and start.",
    ),
    Text(
        "Списки: строка — место обучающегося в группе; строки можно менять, удалять, добавлять. Даты "
        "занятий пересчитываются. Остальные листы — только для чтения.",
        "Lists: a row is a student's seat in a group; change, delete, add rows. Dates are computed anew. "
        "All other sheets are for reading only.",
    ),
)
ABOUT_LISTS = Text("кто в какой группе", "who is in which group")
ABOUT_REFUSALS = Text("заявки без места и причины", "choices without a seat, and why")
ABOUT_RIDES = Text("кто каким рейсом едет", "who rides with which bus")
ABOUT_RUNS = Text("какой рейс для какой группы", "which run serves which group")
ABOUT_TEACHERS = Text("часы в неделю и в год", "hours a week and a year")
ABOUT_BY_TEACHER = Text("занятия каждого учителя", "the sessions of every teacher")
ABOUT_ROOMS = Text("сколько заняты кабинеты", "how much the rooms are used")
ABOUT_BY_ROOM = Text("занятия в каждом кабинете", "the sessions in every room")
ABOUT_FILL = Text("группы против нормы и мест", "groups against limits and seats")
ABOUT_ABOUT = Text("главные цифры", "the main figures")
ABOUT_GOALS = Text("насколько план хорош", "how good the plan is")
ABOUT_ORIGIN = Text("служебный лист: план до правки", "a sheet of the program: the plan before any edit")
READ = (WALL, LISTS, rides.TITLE)
"""The sheets that are read after editing."""


def write_office(source: Source, folder: Path, *, lang: Lang, public: bool) -> None:
    """Writes the workbook into a folder; the internal one names people and bears the mark."""
    with open_book(folder / FILE_NAME, TITLE.in_(lang)) as book:
        binder = Binder(book, lang, imprint(source.plan, public=public), FIXED)
        add_wall(binder, source, public=public)
        add_centres(binder, source, public=public)
        add_schools(binder, source, public=public)
        if not public:
            binder.add_table(member_lists(source), STUDENTS, ABOUT_LISTS)
        binder.add_table(
            refusals.refusal_counts(source) if public else refusals.refusals(source),
            STUDENTS,
            ABOUT_REFUSALS,
        )
        if public:
            binder.add_table(rides.runs(source), STUDENTS, ABOUT_RUNS)
        else:
            binder.add_table(rides.rides(source), STUDENTS, ABOUT_RIDES)
            binder.add_table(teachers.teacher_list(source), TEACHERS, ABOUT_TEACHERS)
            binder.add_table(teachers.teacher_weeks(source), TEACHERS, ABOUT_BY_TEACHER)
        binder.add_table(rooms.room_list(source), ROOMS, ABOUT_ROOMS)
        binder.add_table(rooms.room_weeks(source, public=public), ROOMS, ABOUT_BY_ROOM)
        binder.add_table(load.group_fill(source, public=public), PLAN, ABOUT_FILL)
        binder.add_table(about.about_public(source) if public else about.about(source), PLAN, ABOUT_ABOUT)
        binder.add_table(goals.goals(source, public=public), PLAN, ABOUT_GOALS)
        kept = None if public else binder.add(origin.TITLE, PLAN, ABOUT_ORIGIN)
        binder.write_contents(source.network.name, () if public else HOW_TO_EDIT)
        if kept is not None:
            read = {title.in_(lang) for title in READ}
            fill_origin(kept, book, source.plan, binder.formats, lang=lang, imprint=binder.imprint, read=read)
