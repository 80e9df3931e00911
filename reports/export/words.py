"""Words that several tables share: directions, load categories, the marks of the two folders."""

from __future__ import annotations

from models.plan import Direction, Refusal, RefusalCode, SeatMode
from models.tables import LoadCategory
from models.text import Text

PERSONAL = Text(
    "Содержит персональные данные. Не для размещения в сети Интернет",
    "Contains personal data. Not for publication on the Internet",
)


def percent(share: float, digits: int = 1) -> Text:
    """A share of 1 as it is printed: ``20,7 %`` and ``20.7%``."""
    number = f"{100 * share:.{digits}f}"
    return Text(number.replace(".", ",") + "\u00a0%", number + "%")


def grouped(number: int) -> Text:
    """A whole number with its thousands apart: ``66 398`` and ``66,398``."""
    return Text(f"{number:,}".replace(",", "\u00a0"), f"{number:,}")


DIRECTION = {
    Direction.THERE: Text("туда", "there"),
    Direction.BACK: Text("обратно", "back"),
}

MODE = {
    SeatMode.SEAT: Text("очно", "in the room"),
    SeatMode.REMOTE: Text("дистанционно", "remote"),
}

LOAD = {
    LoadCategory.CURRICULUM: Text("учебный план", "curriculum"),
    LoadCategory.EXTRACURRICULAR: Text("внеурочная деятельность", "extracurricular"),
    LoadCategory.ADDITIONAL: Text("дополнительное образование", "additional education"),
}

YES = Text("да", "yes")
NO = Text("нет", "no")

REASON = {
    RefusalCode.NO_GROUP_MIN: Text(
        "группа не набрала наименьшего числа обучающихся", "too few students for a group"
    ),
    RefusalCode.CAPACITY: Text("в группах нет свободных мест", "no free seats in the groups"),
    RefusalCode.TIME_CLASH: Text("занятие совпадает с другими занятиями", "the session clashes with others"),
    RefusalCode.GAP: Text(
        "между уроками и занятием не остаётся положенного перерыва",
        "no prescribed gap between lessons and the session",
    ),
    RefusalCode.TRAVEL_TIME: Text(
        "нет дороги, по которой успевают к занятию", "no way there is in time for the session"
    ),
    RefusalCode.NO_RETURN_BUS: Text("нет обратного рейса", "no bus back home"),
    RefusalCode.NO_SEAT: Text("в автобусе нет места", "no seat on the bus"),
    RefusalCode.LOAD_LIMIT: Text("превышена допустимая нагрузка", "the load would exceed its limit"),
    RefusalCode.GRADE: Text("курс для других классов", "the course is for other grades"),
    RefusalCode.PREREQUISITE: Text("не пройден предшествующий курс", "the course before it is not passed"),
    RefusalCode.COURSE_NOT_OPEN: Text("курс не открыт", "the course is not opened"),
    RefusalCode.LOST_TIEBREAK: Text(
        "место досталось заявке с преимуществом или по жребию",
        "the seat went to a choice with priority or by lottery",
    ),
}

NEEDED_ELSEWHERE = Text(
    "обучающийся зачислен в группу другого курса, а её состав уменьшать нельзя",
    "the student is in a group of another course that must not lose a member",
)
"""``NO_GROUP_MIN`` where the groups of the course refused are open."""

NO_CURE = Text("такого изменения не нашлось", "no such change was found")
NOT_SOUGHT = Text("не найдено: не хватило времени", "not found: out of time")


def cure_said(refusal: Refusal) -> str | Text:
    """The smallest change, or why there is none, in a plan that knows some."""
    if refusal.cure is None:
        return NOT_SOUGHT
    return refusal.cure or NO_CURE


def why(refusal: Refusal, general: Text) -> Text:
    """The reason of a refusal: in Russian the plan's own words, in English (or where there are none) the
    general ones."""
    return Text(refusal.text or general.ru, general.en)
