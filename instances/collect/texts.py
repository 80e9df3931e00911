"""Sentences about forms and what came back in them."""

from __future__ import annotations

from models.text import Text

NO_SHEET = Text("нет листа «{sheet}»", "the sheet '{sheet}' is missing")
USE_FORM = Text(
    "Нужна анкета, записанная «setka collect make», с теми же листами; перенесите ответы в неё.",
    "It takes a form written by 'setka collect make' with its sheets; copy the answers into one.",
)
NO_STAMP = Text(
    "это не анкета: в файле нет скрытого листа «{sheet}»", "not a form: no hidden sheet '{sheet}'"
)
BAD_STAMP = Text("скрытый лист «{sheet}» изменён", "the hidden sheet '{sheet}' was altered")
OTHER_FORMAT = Text("вид анкеты не тот: нужен {format}", "the form is of another kind: {format} is needed")
MAKE_ANEW = Text("Выпустите анкету заново: setka collect make.", "Make the form anew: setka collect make.")
NOT_A_BOOK = Text("анкета должна быть книгой Excel", "a form has to be a workbook")
AS_BOOK = Text(
    "Верните анкету книгой .xlsx (можно .xls или .ods): другие виды файлов теряют списки и коды.",
    "Return the form as .xlsx (.xls and .ods will do): other kinds of files lose its lists and ids.",
)
NO_FORMS = Text("в папке нет анкет (.xlsx, .xls, .ods)", "the folder holds no forms (.xlsx, .xls, .ods)")
GIVE_FORMS = Text("Положите в неё анкеты школ.", "Put the schools' forms there.")
NO_FILE = Text("такого файла или папки нет", "there is no such file or folder")
CHECK_PATH = Text("Проверьте путь.", "Check the path.")
OTHER_NETWORK = Text("анкета другой сети: «{network}»", "the form of another network: '{network}'")
RIGHT_NETWORK = Text(
    "Укажите книгу этой сети. Без строки «Название сети» на листе «Правила сети» сеть зовётся по имени "
    "файла: впишите там «{network}», если книга переименована.",
    "Name the workbook of that network. Without 'Network name' on the sheet Rules a network is called as "
    "its file: enter '{network}' there if the workbook was renamed.",
)
OTHER_YEAR = Text("анкета другого учебного года: {year}", "the form of another school year: {year}")
RIGHT_YEAR = Text(
    "Проверьте «Учебный год» на листе «Правила сети» или выпустите анкеты заново.",
    "Check 'School year' on the sheet Rules, or make the forms anew.",
)
NO_SCHOOL = Text(
    "такой школы в книге нет или она не участвует", "the workbook has no such school taking part"
)
CHECK_SCHOOL = Text("Проверьте лист «Учреждения».", "Check the sheet Institutions.")
TWO_FORMS = Text(
    "вторая анкета той же школы; первая — {first}", "another form of the same school; the first: {first}"
)
KEEP_ONE_FORM = Text("Оставьте последнюю из них.", "Keep the latest of them.")
NO_HEADER = Text("не найдена строка заголовков", "no header row was found")
NO_COLUMN = Text("нет столбца «{column}»", "the column '{column}' is missing")
TWICE = Text("столбец повторяется", "the column is doubled")
RESTORE = Text("Верните заголовки такими, какими они были.", "Put the headers back as they were.")

NO_NAME = Text("пожелания есть, а ФИО нет", "there are choices but no name")
GIVE_NAME = Text("Впишите ФИО или очистите строку.", "Enter the name or clear the row.")
NO_CLASS = Text("не указан класс", "no class is given")
UNKNOWN_CLASS = Text("в школе нет такого класса", "the school has no such class")
GIVE_CLASS = Text("Выберите класс из списка: {classes}.", "Choose a class from the list: {classes}.")
PERHAPS = Text("Возможно, имелось в виду «{nearest}».", "Perhaps '{nearest}' was meant.")
UNKNOWN_COURSE = Text("такого курса или программы в сети нет", "the network has no such course or programme")
FROM_LIST = Text(
    "Выберите курс из списка; чего нет, впишите в столбец «Чего нет в списке».",
    "Choose a course from the list; what is missing goes to the column 'Not on the list'.",
)
SEVERAL = Text("под это название подходят несколько: {ids}", "several go by that name: {ids}")
USE_ID = Text("Впишите код одного из них.", "Enter the id of one of them.")
PART = Text(
    "курс — часть программы «{programme}» и отдельно не выбирается",
    "the course is part of the programme '{programme}' and cannot be chosen alone",
)
CHOOSE_WHOLE = Text("Выберите программу: {programme}.", "Choose the programme: {programme}.")
NOT_OFFERED = Text("курс в этом году не предлагается", "the course is not offered this year")
AS_WISH = Text("Перенесите его в столбец «Чего нет в списке».", "Move it to the column 'Not on the list'.")
WRONG_GRADE = Text(
    "курс не для параллели {grade}: заявка не будет удовлетворена",
    "the course is not for grade {grade}: the choice cannot be served",
)
CHECK_GRADE = Text("Проверьте класс и курс.", "Check the class and the course.")
SAME_COURSE = Text("курс выбран дважды", "the course is chosen twice")
CLEAR_ONE = Text("Сотрите один из выборов.", "Clear one of the choices.")
GAP = Text("выбор {rank} пуст, а выбор {next} заполнен", "choice {rank} is blank, choice {next} is not")
MOVE_UP = Text("Если выборов меньше, сдвиньте их влево.", "Move the choices to the left if there are fewer.")
NO_SUCH_CHOICE = Text("нет выбора с номером {rank}", "there is no choice number {rank}")
GIVE_RANK = Text("Впишите номера заполненных выборов.", "Enter the numbers of choices that are filled in.")
UNKNOWN_PLACE = Text(
    "такой остановки или деревни в книге нет: дорога неизвестна",
    "the workbook has no such stop or village: the way is unknown",
)
ADD_WAY = Text("Проверьте написание или внесите дорогу.", "Check the spelling, or enter the way.")
NO_DATE = Text(
    "нет даты подачи: новые заявки считаются поданными в срок",
    "no date is given: new applications count as made in time",
)
GIVE_DATE = Text("Впишите дату вверху анкеты.", "Enter the date at the top of the form.")
DAY_OUTSIDE = Text(
    "дата не для учебного года {year}/{next}", "the date is not for the school year {year}/{next}"
)
TYPE_VALUE = Text("Впишите значение.", "Enter the value.")

UNKNOWN_ID = Text(
    "такого кода нет ни в анкете, ни в книге", "an id known neither to the form nor the workbook"
)
FREE_ROW = Text("Впишите обучающегося в свободную строку.", "Enter the student in a free row.")
TWICE_ID = Text("код уже есть в строке {first}", "the id is already in row {first}")
SAME_PERSON = Text(
    "строка повторяет обучающегося из строки {first}: то же ФИО и класс",
    "the row repeats the student of row {first}: same name and class",
)
CLEAR_OR_ANOTHER = Text(
    "Очистите одну из строк; если это разные люди, поставьте «да» в столбце «Другой человек».",
    "Clear one of the rows; if they are different people, put 'yes' under 'Another person'.",
)
REPLACED = Text(
    "в строке обучающегося «{known}» вписано другое ФИО",
    "another name stands in the row of the student '{known}'",
)
PUT_BACK = Text(
    "Верните прежнее ФИО (или сотрите его, если заявка отозвана), а другого обучающегося впишите в "
    "свободную строку. Смену фамилии внесите в книгу сети.",
    "Put the former name back (or clear it, if the application is withdrawn) and enter the other student in "
    "a free row. A change of surname is entered in the network's workbook.",
)
OTHER_SPELLING = Text(
    "принят за обучающегося «{known}»: отличается только написание",
    "taken for the student '{known}': only the spelling differs",
)
FIX_SPELLING = Text("Ничего, если это он.", "Nothing, if that is who it is.")
HELD = Text(
    "остаётся в книге: назван на листе «{sheet}», сначала удалите ту строку",
    "stays in the workbook: named on the sheet '{sheet}', delete that row first",
)
NOTHING_CHOSEN = Text(
    "ни одного выбора, не внесены строки: {rows}", "nothing is chosen, rows that are not taken: {rows}"
)
CHOOSE_OR_CLEAR = Text("Впишите выбор или очистите строку.", "Enter a choice or clear the row.")
NOT_READ = Text("не книга Excel, не читается", "not a workbook, it is not read")
MOVE_AWAY = Text("Ничего, если это не анкета.", "Nothing, if it is no form.")

NEAR = Text("похож на «{other}» ({class_name})", "is like '{other}' ({class_name})")
NAMESAKE = Text(
    "то же ФИО, что у обучающегося класса {class_name}", "the name of a student of class {class_name}"
)
ALSO_AT = Text("есть и в школе: {schools}", "also at: {schools}")
TAKEN_AS_NEW = Text("внесён как новый", "taken as new")
LEFT_OUT = Text("не внесён", "not taken")

NEW = Text("новый", "new")
WITHDRAWN = Text("отозвано", "withdrawn")
CHANGED = Text("изменено: {field}", "changed: {field}")
REMOVED_NOW = Text("обучающийся удалён из книги", "the student is taken out of the workbook")
STAYS = Text(
    "остаётся в книге; удалить: --remove-withdrawn", "stays in the workbook; to take out: --remove-withdrawn"
)
BOTH_CHANGED = Text(
    "изменено и в книге, и в анкете: оставлено по книге; принять анкету: --prefer-forms",
    "changed in the workbook and in the form: left as in the workbook; to take the form's: --prefer-forms",
)
BOOK_NEWER = Text(
    "книга изменена после выпуска анкеты: оставлено по книге; принять анкету: --prefer-forms",
    "the workbook was changed after the form was made: left so; to take the form's: --prefer-forms",
)
NOT_IN_BOOK = Text(
    "обучающегося в книге больше нет: не внесён; внести: --prefer-forms",
    "the workbook no longer has the student: not taken; to take: --prefer-forms",
)

FIELDS = {
    "name": Text("ФИО", "name"),
    "class_name": Text("класс", "class"),
    "choices": Text("выбор", "choices"),
    "wishes": Text("чего нет в списке", "not on the list"),
    "home": Text("дорога", "way"),
    "may_travel_alone": Text("ездит без сопровождения", "may travel alone"),
    "consent": Text("согласие на обработку данных", "consent"),
    "two_courses_consent": Text("согласие на два курса", "consent to two courses"),
}
ON_TOP = Text("{rank}. {course} (сверх)", "{rank}. {course} (on top)")
RANKED = Text("{rank}. {course}", "{rank}. {course}")
SOURCE = "анкета школы"
"""What the column «Источник» says of choices that come from forms."""
