"""What is said of scenarios that cannot be had."""

from models.text import Text

NO_SCENARIO = Text("нет такого варианта", "there is no such scenario")
KNOWN = Text(
    "Есть варианты: {names}. Или укажите файл .yaml.",
    "There are: {names}. Or name a file that ends in .yaml.",
)
NO_FILE = Text("файла нет", "there is no such file")
CHECK_PATH = Text("Проверьте путь к файлу.", "Check the path.")
NOT_UTF8 = Text(
    "файл не в кодировке UTF-8; сохраните его в UTF-8", "the file is not in UTF-8; save it in UTF-8"
)
TOO_DEEP = Text("слишком много вложенных скобок или отступов", "brackets or indents are nested too deeply")
BAD_LINE = Text(
    "файл не читается как YAML: строка {line}, знак {column}. Проверьте отступы, двоеточия, кавычки и скобки "
    "рядом",
    "the file cannot be read as YAML: line {line}, character {column}. Look at indents, colons, quotes and "
    "brackets",
)
BAD_YAML = Text("файл не читается как YAML: {problem}", "the file cannot be read as YAML: {problem}")
NO_ALIASES = Text(
    "ссылки YAML (&имя, *имя) в вариантах не поддерживаются",
    "YAML anchors and aliases are not supported here",
)
SEE_DOCS = Text("Пример файла: docs/scenarios.md.", "For an example of the file see docs/scenarios.md.")
EXPECTED = Text("ожидается {expected}", "expected: {expected}")
MAPPING = Text("поле и значение («имя: …»)", "a field and its value ('name: …')")
LIST = Text("список правок (строки с «-»)", "a list of edits (lines that start with '-')")
SCALAR = Text("одно значение", "a single value")
NO_FIELD = Text("нет обязательного поля «{name}»", "the field '{name}' is missing")
UNKNOWN_FIELD = Text("неизвестное поле", "unknown field")
ALLOWED = Text("Поля: {names}.", "The fields are: {names}.")
PERHAPS = Text("Возможно, имелось в виду «{nearest}».", "Perhaps '{nearest}' was meant.")
TWICE = Text("поле названо дважды", "the field is named twice")
KEEP_ONE = Text("Оставьте одно.", "Keep one of them.")
NO_EDITS = Text("в варианте нет ни одной правки", "the scenario has no edit")
NO_EDIT = Text("пустая правка", "an empty edit")
TAG = Text("метки YAML («!…») в вариантах не поддерживаются", "YAML tags ('!…') are not supported here")
ADD_EDIT = Text("Добавьте правку или удалите вариант.", "Add an edit, or delete the scenario.")
SAME_NAME = Text("два варианта с именем «{name}»", "two scenarios are named '{name}'")
RENAME = Text("Дайте вариантам разные имена.", "Give them different names.")
BASE_NAME = Text("имя «{name}» занято базовым планом", "the name '{name}' is that of the base plan")
UNKNOWN_ACTION = Text("неизвестное действие", "unknown action")
UNKNOWN_TABLE = Text("нет такой таблицы", "there is no such table")
NOT_HERE = Text("эта таблица в вариантах не меняется", "this table cannot be changed in a scenario")
UNKNOWN_COLUMN = Text("в таблице «{sheet}» нет такого столбца", "the table '{sheet}' has no such column")
UNKNOWN_TARGET = Text("нет на листе «{sheet}»", "not on the sheet '{sheet}'")
SEVERAL = Text("подходит несколько строк: {ids}", "several rows fit: {ids}")
USE_ID = Text("Укажите код.", "Give the id.")
LOOK_THERE = Text("Проверьте лист «{sheet}».", "Check the sheet '{sheet}'.")
NO_TARGET = Text("не сказано, что менять", "it does not say what to change")
GIVE_TARGET = Text("Впишите: {what}.", "Enter: {what}.")
NO_VALUE = Text("нет значения", "the value is missing")
NEEDLESS = Text("у этого действия нет значения", "this action takes no value")
CLEAR_IT = Text("Удалите значение.", "Delete the value.")
EXISTS = Text(
    "такая строка уже есть (лист «{sheet}», строка {row})", "the row exists (sheet '{sheet}', row {row})"
)
CHANGE_IT = Text("Чтобы изменить её, используйте change.", "To change it use 'change'.")
NO_CHANGE = Text("правка ничего не меняет: так уже есть", "the edit changes nothing: it is so already")
DROP_IT = Text("Удалите правку или исправьте значение.", "Delete the edit or correct its value.")
CONTRADICTS = Text("противоречит правке на строке {row}", "contradicts the edit on row {row}")
ONE_OF_TWO = Text("Оставьте одну из двух.", "Keep one of the two.")
NOTHING_OPEN = Text("в учреждении нет открытого центра", "no centre of the institution is open")
NO_CHOICE = Text("у обучающегося нет таких заявок", "the student has no such choice")
ALREADY_CHOSEN = Text("обучающийся уже выбрал этот курс", "the student has chosen the course already")
LATE_NORM = Text(
    "норма действует с {since}, после первого дня занятий ({first}): план года составляется по нормам "
    "первого дня и её не увидит",
    "the norm is in force from {since}, after the first day of lessons ({first}): a plan of the year is made "
    "by the norms of the first day and does not see it",
)
EARLIER = Text(
    "Укажите дату не позже {first} или перенесите первый день занятий правилом first_day.",
    "Give a date not after {first}, or move the first day of lessons by the rule first_day.",
)
ALL_YEAR = Text(
    "правка ничего не меняет: последний день занятий {last}",
    "the edit changes nothing: the last day of lessons is {last}",
)
NO_NORM = Text("нет такой нормы", "there is no such norm")
NOT_FOR_ALL = Text(
    "эта норма разная для разных классов или учреждений", "this norm differs between grades or institutions"
)
BY_ROW = Text(
    "Измените нужную строку листа «Нормы» правкой change в файле варианта.",
    "Change the row of the sheet Norms that is meant, with 'change' in a scenario file.",
)
