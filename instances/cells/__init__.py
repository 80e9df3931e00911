"""What may stand in a cell: one kind a grammar, each reads a cell and writes one."""

from instances.cells.base import BadCell, Cell, Kind
from instances.cells.codes import Code, Group, Place, Ref, RefList, Vocabulary
from instances.cells.lessons import DayLessonsList, LessonEnd, Lessons
from instances.cells.lists import DateList, IntList, TextList, WeekdayList
from instances.cells.moments import Clock, Date
from instances.cells.numbers import Decimal, Int
from instances.cells.text import LongText, Text_
from instances.cells.windows import Windows
from instances.cells.words import Known, OneOf, TitleOf, Words, YesNo

__all__ = [
    "BadCell",
    "Cell",
    "Clock",
    "Code",
    "Date",
    "DateList",
    "DayLessonsList",
    "Decimal",
    "Group",
    "Int",
    "IntList",
    "Kind",
    "Known",
    "LessonEnd",
    "Lessons",
    "LongText",
    "OneOf",
    "Place",
    "Ref",
    "RefList",
    "TextList",
    "Text_",
    "TitleOf",
    "Vocabulary",
    "WeekdayList",
    "Windows",
    "Words",
    "YesNo",
]
