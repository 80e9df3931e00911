"""Every word of the pages that no table or view brings along."""

from __future__ import annotations

from models.text import Text
from reports.audit.timetable.words import PRACTICE

WORDS = {
    # the page itself
    "title": Text("Муниципальная сеть профильных курсов", "Municipal network of profile courses"),
    "year": Text("{year}/{next} учебный год", "school year {year}/{next}"),
    "skip": Text("К расписанию", "Skip to the timetable"),
    "contents": Text("Разделы", "Sections"),
    "for_public": Text("Для публикации", "For publication"),
    "page": Text("с. ", "p. "),
    "none": Text("—", "—"),
    # headline
    "headline": Text("Главное", "At a glance"),
    "served": Text("получили место", "got a seat"),
    "first": Text("получили первую заявку", "got their first choice"),
    "seniors": Text("доля старшеклассников в сети", "share of seniors in the network"),
    "of": Text("{part} из {whole}", "{part} of {whole}"),
    "of_applicants": Text("{part} из {whole} подавших заявки", "{part} of {whole} applicants"),
    "of_first": Text("{part} из {whole} первых заявок", "{part} of {whole} first choices"),
    "of_seniors": Text(
        "{part} из {whole} обучающихся, классы: {grades}", "{part} of {whole} students, grades: {grades}"
    ),
    "open_at": Text("в {centres}", "at {centres}"),
    "not_published": Text("не публикуется", "not published"),
    # filters
    "filters": Text("Отбор и поиск", "Filter and search"),
    "search": Text("Поиск", "Search"),
    "search_internal": Text(
        "курс, кабинет, учитель, фамилия обучающегося…", "course, room, teacher, student's name…"
    ),
    "search_public": Text("курс, кабинет, центр, школа…", "course, room, centre, school…"),
    "school": Text("Школа", "School"),
    "centre": Text("Ресурсный центр", "Resource centre"),
    "course": Text("Курс", "Course"),
    "teacher": Text("Учитель", "Teacher"),
    "all_schools": Text("все школы", "all schools"),
    "all_centres": Text("все центры", "all centres"),
    "all_courses": Text("все курсы", "all courses"),
    "all_teachers": Text("все учителя", "all teachers"),
    "clear": Text("Сбросить", "Clear"),
    "clear_hint": Text("Сбросить отбор (клавиша Esc)", "Clear the filter (Esc key)"),
    "found": Text(
        "Найдено: занятий — {meetings}, групп — {groups}, отказов — {refusals}",
        "Found: sessions {meetings}, groups {groups}, refusals {refusals}",
    ),
    "all_shown": Text(
        "Всего: занятий — {meetings}, групп — {groups}, отказов — {refusals}",
        "In all: sessions {meetings}, groups {groups}, refusals {refusals}",
    ),
    "found_public": Text(
        "Найдено: занятий — {meetings}, групп — {groups}", "Found: sessions {meetings}, groups {groups}"
    ),
    "all_shown_public": Text(
        "Всего: занятий — {meetings}, групп — {groups}", "In all: sessions {meetings}, groups {groups}"
    ),
    "out_of": Text("{hits} из {all}", "{hits} of {all}"),
    "nothing_found": Text("По этому отбору ничего не найдено.", "Nothing matches this filter."),
    "no_refusals_found": Text(
        "По этому отбору отказов нет, или они не публикуются.",
        "This filter matches no refusal, or none that is published.",
    ),
    "printed_filter": Text("Показано по отбору:", "Shown by filter:"),
    # timetable
    "timetable": Text("Расписание", "Timetable"),
    "no_meetings": Text("Занятий в плане нет.", "The plan holds no sessions."),
    "room": Text("каб. {room}", "room {room}"),
    "practice": PRACTICE,
    "profiles": Text("Профили", "Profiles"),
    "no_profile": Text("без профиля", "no profile"),
    "people": Text("{size} чел.", "{size} students"),
    # groups
    "groups": Text("Группы", "Groups"),
    "group": Text("Группа", "Group"),
    "no_groups": Text("Групп в плане нет.", "The plan holds no groups."),
    "when": Text("Когда", "When"),
    "where": Text("Где", "Where"),
    "size": Text("Человек", "Students"),
    "members": Text("Состав по школам", "Members by school"),
    "member_list": Text("Список: {count}", "List: {count}"),
    "grade": Text("{grade} кл.", "grade {grade}"),
    "together": Text("вместе {total}", "{total} together"),
    "with_groups": Text("вместе с {groups}", "together with {groups}"),
    "not_named": Text("школы не названы", "schools not named"),
    "nobody": Text("никого", "nobody"),
    "held": Text("приостановлено: нет документов", "enrolment held: papers missing"),
    "remote": Text("дистанционно", "remote"),
    # refusals
    "refusals": Text("Отказы", "Refusals"),
    "no_refusals": Text("Отказов нет.", "No refusals."),
    "refusals_public": Text(
        "Числа меньше трёх и те, из которых их можно было бы вычислить, не публикуются.",
        "Counts below three, and those from which they could be worked out, are not published.",
    ),
    "misses_untold": Text(
        "Диаграммы «Чего не хватило» нет: такие малые числа не публикуются.",
        "There is no chart of what was missing: numbers so small are not published.",
    ),
    "student": Text("Обучающийся", "Student"),
    "class": Text("Класс", "Class"),
    "rank": Text("Очерёдность", "Rank"),
    "reason": Text("Причина", "Reason"),
    "cure": Text("Что нужно изменить", "What would have to change"),
    "choices": Text("Заявок", "Choices"),
    # schools
    "schools": Text("Школы", "Schools"),
    "schools_lead": Text(
        "Доля — обучающиеся старших классов, занимающиеся в сети, среди всех старшеклассников школы. "
        "Заявленная польза сети — не менее {goal}.",
        "The share counts seniors who learn in the network among all seniors of the school. "
        "The stated benefit of the network is {goal} at least.",
    ),
    "applicants": Text("Подали заявки", "Applicants"),
    "got": Text("Получили место", "Got a seat"),
    "share": Text("Доля старшеклассников", "Share of seniors"),
    "share_of": Text("{share} ({places} из {seniors})", "{share} ({places} of {seniors})"),
    "rural": Text("сельская", "rural"),
    "served_title": Text("Заявки по очерёдности", "Applications by rank"),
    "rank_served": Text("Получен", "Served"),
    "rank_refused": Text("Отказ", "Refused"),
    "rank_not_needed": Text("Не нужен", "Not needed"),
    "with_nothing": Text("Без места", "Without a seat"),
    "in_all": Text("Всего", "In all"),
    "not_needed_note": Text(
        "«Не нужен» — курс из следующих заявок тех, кто уже получил курс из более ранней.",
        "“Not needed” are later choices of those who got an earlier one.",
    ),
    "no_schools": Text("Школ с обучающимися нет.", "No school has students."),
    # travel
    "travel": Text("Дорога", "Travel"),
    "no_travel": Text("Никто никуда не едет.", "Nobody travels."),
    "travel_total": Text(
        "Дорога туда и обратно к каждому занятию занимает у всех вместе {total} минут за весь учебный "
        "период; два занятия подряд считаются за две поездки.",
        "The ways there and back to every session take {total} minutes of all students together in the whole "
        "period; two sessions one after the other count as two ways there and back.",
    ),
    "without_way": Text(
        "Поездок, для которых дорога не известна: {count}.", "Ways that are not known: {count}."
    ),
    "way_there": Text("Дорога на занятия: минуты в одну сторону", "The way to sessions: minutes one way"),
    "way_home": Text("Дорога домой: минуты в одну сторону", "The way home: minutes one way"),
    "place": Text("Откуда", "From"),
    "lives_at": Text("Где живут", "Home"),
    "to": Text("Куда", "To"),
    "riders": Text("Человек", "Students"),
    "minimum": Text("От", "Shortest"),
    "mean": Text("В среднем", "Mean"),
    "maximum": Text("До", "Longest"),
    "modes": Text("Как (человек)", "How (students)"),
    "minutes": Text("{minutes}\u00a0мин", "{minutes}\u00a0min"),
    "flows": Text("Кто куда едет", "Who travels where"),
    "at_least": Text("не менее {count}", "at least {count}"),
    "runs": Text("Рейсы", "Bus runs"),
    "run": Text("Рейс", "Run"),
    "day": Text("День", "Day"),
    "direction": Text("Направление", "Direction"),
    "stops": Text("Остановки", "Stops"),
    "for_groups": Text("Для групп", "For groups"),
    "seats_taken": Text("Занято мест", "Seats taken"),
    # goals
    "goals": Text("Цели плана", "Goals of the plan"),
    "goals_lead": Text(
        "Цели стоят по важности: следующая улучшается только так, чтобы не ухудшить прежние.",
        "The goals stand by importance: each is improved only so far as none before it gets worse.",
    ),
    "no_levels": Text(
        "План не оценён: он составлен вручную, и уровней целей в нём нет. Их посчитает проверка плана.",
        "The plan is not rated: made by hand, it carries no levels of the goals. The audit counts them.",
    ),
    "goal": Text("Цель", "Goal"),
    "reached": Text("Достигнуто", "Reached"),
    "bound": Text("Лучше не бывает", "No plan can beat"),
    "verdict": Text("Можно ли лучше", "Could it be better"),
    # norms, assumptions, stamp
    "norms": Text("Нормы", "Norms"),
    "norms_lead": Text(
        "Действуют на первый день занятий, {day}. «Не проверено» — пункт документа ещё никто не сверил.",
        "In force on the first day of lessons, {day}. “Not verified”: nobody has read the clause yet.",
    ),
    "no_norms": Text("Норм в сети нет.", "The network holds no norms."),
    "assumptions": Text("Допущения", "Assumptions"),
    "no_assumptions": Text(
        "Программа ничего не домысливала: пустых значений не было, или о них не сообщено.",
        "Nothing was assumed: no values were blank, or none were reported.",
    ),
    "stamp": Text("Как получен план", "How the plan was made"),
    "no_run": Text(
        "План составлен вручную: сведений о расчёте в нём нет.",
        "The plan was made by hand: it carries no record of a run.",
    ),
    "made_with": Text(
        "Составлено программой setka {version}, {edition}.", "Made with setka {version}, {edition}."
    ),
    "figures": Text("Графики", "Figures"),
    # pages of schools and centres
    "school_pages": Text("Страницы школ", "Pages of schools"),
    "centre_pages": Text("Страницы ресурсных центров", "Pages of resource centres"),
    "telephone": Text("тел. {number}", "tel. {number}"),
    "lessons": Text("Занятия обучающихся школы", "Sessions of the school's students"),
    "sessions": Text("Занятия", "Sessions"),
    "who": Text("Кто, где и когда", "Who, where and when"),
    "what_and_where": Text("Курс и место", "Course and place"),
    "who_comes": Text("Кто", "Who"),
    "there": Text("Туда", "There"),
    "back": Text("Домой", "Home"),
    "nobody_learns": Text(
        "Никто из школы не занимается на профильных курсах.",
        "Nobody of this school attends a profile course.",
    ),
    "nobody_named": Text(
        "О группах этой школы сведения не публикуются: иначе можно было бы узнать отдельных обучающихся.",
        "Nothing is published about groups of this school: single students could be recognised.",
    ),
    "no_sessions": Text("занятия не назначены", "no sessions set"),
    "no_way": Text("дорога не известна", "way not known"),
    "ask_way": Text("уточните у координатора", "ask the coordinator"),
    "ride": Text(
        "рейс {run}: {board} {left} → {alight} {arrived}", "run {run}: {board} {left} → {alight} {arrived}"
    ),
    "ride_untimed": Text(
        "рейс {run}: {board} → {alight}, {minutes}\u00a0мин",
        "run {run}: {board} → {alight}, {minutes}\u00a0min",
    ),
    "takes": Text("{mode}, {minutes}\u00a0мин", "{mode}, {minutes}\u00a0min"),
    "refused_here": Text("Кому отказано", "Who was refused"),
    "call": Text("Кому звонить", "Whom to call"),
    "chat": Text("Текст для чата", "Text for a chat"),
    "copy": Text("Скопировать", "Copy"),
    "copied": Text("Скопировано", "Copied"),
    "from_school": Text("Из школы", "From the school"),
    "coordinator": Text("Координатор", "Coordinator"),
    "rooms": Text("Кабинеты", "Rooms"),
    "room_line": Text("{name} — {seats}", "{name} — {seats}"),
    "any_profile": Text("любые", "any"),
    "no_rooms": Text("кабинетов нет", "no rooms"),
    "no_groups_here": Text("Групп в этом центре нет.", "No groups at this centre."),
    "status": Text("Состояние", "Status"),
    "address": Text("Адрес", "Address"),
}
