"""Sentences about rows and what they refer to."""

from __future__ import annotations

from models.text import Text

NO_NAME = Text("нет ни кода, ни ФИО", "neither id nor name is given")
GIVE_NAME = Text("Впишите ФИО или код.", "Enter the name or an id.")
NAMESAKES = Text(
    "однофамильцы с одинаковым ФИО в одном учреждении; коды даны по классу",
    "namesakes in one institution; their ids follow the class",
)
GIVE_IDS = Text(
    "Проверьте, что это разные люди, и впишите им разные постоянные коды.",
    "Check that they are different people and give them lasting ids of their own.",
)
SAME_PERSON = Text(
    "строка повторяет человека из строки {first}: то же учреждение и ФИО",
    "the row repeats the person of row {first}: same institution and name",
)
DELETE_OR_IDS = Text(
    "Удалите лишнюю строку; если это разные люди, впишите им разные коды.",
    "Delete the spare row; if they are different people, give them different ids.",
)
SAME_NAME = Text(
    "то же ФИО в том же классе, что в строке {first}, но под другим кодом",
    "the name and class of row {first} under another id",
)
SAME_TEACHER = Text(
    "учитель с тем же ФИО есть в строке {first}: план сочтёт их разными людьми и может занять обоих сразу",
    "a teacher of the same name is in row {first}: to the plan they are two people, who may be busy at once",
)
ONE_TEACHER = Text(
    "Если это один человек, оставьте одну строку, а второе учреждение впишите в «{also_at}».",
    "If it is one person, keep one row and enter the other institution in '{also_at}'.",
)
CHECK_PERSON = Text(
    "Удалите лишнюю строку; если это разные люди, оставьте как есть.",
    "Delete the spare row; if they are different people, leave it.",
)
SAME_ID = Text("код «{id}» уже есть в строке {first}", "the id '{id}' is already in row {first}")
OTHER_ID = Text("Дайте строке другой код или удалите её.", "Give the row another id or delete it.")
LOOKS_ALIKE = Text(
    "код отличается от кода «{id}» в строке {first} только видом букв, регистром или пробелами",
    "the id differs from '{id}' in row {first} only by the look of letters, case or spaces",
)
TELL_APART = Text(
    "Если это одно и то же, удалите лишнюю строку; если нет, дайте другой код.",
    "If it is the same, delete the spare row; if not, give it another id.",
)
SAME_ROW = Text("строка повторяет строку {first}: {key}", "the row repeats row {first}: {key}")
KEEP_ONE = Text("Оставьте одну из строк.", "Keep one of the rows.")

UNKNOWN = Text("на листе «{sheet}» нет такой строки", "there is no such row on the sheet '{sheet}'")
ASIDE = Text(
    "строка ссылается на отложенную строку листа «{sheet}»",
    "the row refers to a row of the sheet '{sheet}' that is set aside",
)
CORRECT_THERE = Text("Исправьте ту строку.", "Correct that row.")
PERHAPS = Text("Возможно, имелось в виду «{nearest}».", "Perhaps '{nearest}' was meant.")
PERHAPS_FORMER = Text(
    "Возможно, имелось в виду «{nearest}». Если это курс прошлых лет, впишите его и прошедшим в «{passed}».",
    "Perhaps '{nearest}' was meant. Enter a former course also in '{passed}' of those who passed it.",
)
ADD_ROW = Text(
    "Исправьте значение или добавьте строку на лист «{sheet}».",
    "Correct the value or add a row to the sheet '{sheet}'.",
)
AMBIGUOUS = Text(
    "под это название подходят несколько строк листа «{sheet}»: {ids}",
    "several rows of the sheet '{sheet}' go by that name: {ids}",
)
USE_ID = Text("Впишите код одной из них.", "Enter the id of one of them.")
NO_CLASS = Text(
    "в учреждении «{institution}» нет такого класса", "the institution '{institution}' has no such class"
)
NO_ROOM = Text("такого кабинета нет", "there is no such room")

OWN_SETTING = Text("«{title}»: {value}", "'{title}': {value}")
BLANK_COLUMN = Text("«{column}»: {value}", "'{column}': {value}")
SHIPPED = Text("взяты из комплекта: {count}", "taken from those that come with setka: {count}")
HOLIDAYS = Text(
    "праздники и перенесённые выходные взяты по закону: {count}; каникулы и рабочие субботы внесите сами",
    "public holidays and moved days off were added: {count}; enter vacations and working Saturdays yourself",
)
MOVED_UNKNOWN = Text(
    "переносы выходных {year} года не опубликованы или неизвестны: внесите их в календарь сами",
    "the moved days off of {year} are not published or not known: enter them in the calendar yourself",
)
GOALS_DEFAULT = Text("порядок целей по умолчанию", "the default order of goals")
AWAY = Text(
    "в эти даты группы занимаются без обучающихся класса, пропущенные часы не восполняются",
    "on these dates groups meet without the students of the class; the hours missed are not made up for",
)
NO_LAST_BUS = Text(
    "последний автобус не указан: рейсовым автобусом можно уехать в любое время",
    "no last bus is given: one may ride home by public bus at any time",
)
NO_LAST_BUS_FOR = Text(
    "{days}: последний автобус не указан ({places}); в эти дни рейсовым автобусом можно уехать в любое время",
    "{days}: no last bus is given ({places}); on these days one may ride home by public bus at any time",
)
YEAR_OUTSIDE = Text(
    "день не попадает в {year}/{next} учебный год", "the day is outside the school year {year}/{next}"
)
FIX_DATE = Text("Исправьте дату или учебный год.", "Correct the date or the school year.")
INVERTED = Text("последний день раньше первого", "the last day is before the first")
TWO_PERIODS = Text(
    "«Правила сети» и календарь называют разные дни занятий", "the rules and the calendar name different days"
)
SAME_DAYS = Text("Оставьте одни и те же даты.", "Keep the same dates in both.")
FIX_NORM = Text("Впишите {expected}.", "Enter {expected}.")
BAD_NORM = Text("ожидается {expected}", "expected {expected}")
WHOLE = Text("целое число от 0 до 100000", "a whole number from 0 to 100000")
CLOCK = Text("время вида 19:00", "a clock time like 19:00")
UNKNOWN_NORM = Text(
    "такой нормы программа не знает, она ни на что не влияет", "an unknown norm, it has no effect"
)
UNKNOWN_PRICE = Text(
    "такой цены программа не знает, она ни на что не влияет", "an unknown price, it has no effect"
)
UNKNOWN_REQUISITE = Text("такого реквизита нет ни в одном документе", "no document asks for such a requisite")
KNOWN = Text("Известны: {words}.", "Known are: {words}.")
CHECK_NORM = Text("Проверьте ключ нормы.", "Check the norm's key.")
SAME_NORM = Text(
    "такая же норма, для тех же и на тот же срок, уже есть в строке {first}",
    "the same norm, for the same circle and time, is already in row {first}",
)
NORM_RANGE = Text("начало больше конца", "the beginning is after the end")
SWAP = Text("Поменяйте значения местами или исправьте.", "Swap the values or correct them.")
NO_ROWS = Text("на листе нет ни одной строки с данными", "the sheet has no row of data")
ADD_ROWS = Text("Внесите хотя бы одну строку.", "Enter at least one row.")
NO_NORM = Text("нет действующей нормы «{title}»", "there is no norm '{title}' in force")
ADD_NORM = Text(
    "Внесите её на лист «Нормы» или включите «Добавить нормы из комплекта».",
    "Enter it on the sheet Norms or switch on 'Add the shipped norms'.",
)
