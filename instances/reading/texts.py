"""Sentences about files, sheets and columns."""

from __future__ import annotations

from models.text import Text

NOTHING = Text(
    "такого файла, папки или сети из комплекта нет", "there is no such file, folder or bundled network"
)
CHECK_PATH = Text("Проверьте путь. Сети из комплекта: {names}.", "Check the path. Bundled networks: {names}.")
SUFFIX = Text("неизвестный вид файла", "unknown kind of file")
USE_SUFFIX = Text(
    "Укажите книгу .xlsx, .xls или .ods, файл .json или папку с файлами .csv.",
    "Give a workbook .xlsx, .xls or .ods, a .json file, or a folder of .csv files.",
)
NO_CSV = Text("в папке нет файлов .csv", "there are no .csv files in the folder")
GIVE_CSV = Text(
    "Положите в папку по файлу на таблицу: institutions.csv, centres.csv и так далее.",
    "Put one file a table there: institutions.csv, centres.csv and so on.",
)
BAD_BYTE = Text("в строке есть знак не в UTF-8", "the row has a character that is not UTF-8")
RETYPE_ROW = Text(
    "Наберите эту строку заново и сохраните файл в UTF-8.", "Type this row anew and save the file as UTF-8."
)
NUL = Text("в строке есть нулевой знак", "the row has a null character")
CP1251 = Text("файл сохранён в кодировке Windows-1251", "the file is saved in Windows-1251")
NOT_UTF8 = Text("файл сохранён не в UTF-8", "the file is not saved in UTF-8")
SAVE_UTF8 = Text(
    "В Excel: «Сохранить как» → «CSV UTF-8 (разделитель — запятая)».",
    "In Excel: Save As → 'CSV UTF-8 (Comma delimited)'.",
)
BAD_CSV = Text("файл CSV не разобрать: кавычки или длина", "the CSV file cannot be read: quotes or length")
CHECK_QUOTES = Text(
    "Проверьте парные кавычки; проще сохранить таблицу заново из Excel.",
    "Check paired quotes; it is easier to save the table from Excel anew.",
)
OPEN_QUOTE = Text(
    "нет закрывающей кавычки: в ячейку попадает всё, что стоит за ней",
    "there is no closing quote: the cell takes in all that follows",
)
CLOSE_QUOTE = Text(
    "Уберите кавычку в начале ячейки или поставьте вторую в её конце; кавычки внутри ячейки удваивают.",
    "Remove the quote at the start of the cell or put one at its end; quotes within a cell are doubled.",
)
BAD_JSON = Text("файл JSON не разобрать", "the JSON file cannot be read")
OTHER_JSON = Text("это JSON, но не файл сети setka", "this is JSON, but no network file of setka")
WRITE_JSON = Text(
    "Нужен файл, записанный setka: format «setka-network/1».",
    "A file written by setka is needed: format 'setka-network/1'.",
)
BAD_FIELD = Text("значение не подходит", "the value does not fit")
EXPECTED_JSON = Text("Ожидается: {expected}.", "Expected: {expected}.")
NO_FIELD = Text("нет поля «{field}»", "the field '{field}' is missing")
ADD_FIELD = Text("Добавьте его.", "Add it.")
SPARE_FIELD = Text("лишнее поле «{field}»", "spare field '{field}'")
REMOVE_FIELD = Text("Удалите его.", "Remove it.")

NO_SHEET = Text("нет обязательного листа «{sheet}»", "the required sheet '{sheet}' is missing")
ADD_SHEET = Text(
    "Добавьте лист с таким названием; образец: setka template.",
    "Add a sheet of that name; for a sample: setka template.",
)
RENAME_SHEET = Text(
    "Возможно, это лист «{nearest}»: переименуйте его.", "Perhaps it is '{nearest}': rename it."
)
UNKNOWN_SHEET = Text("неизвестный лист, он не читается", "unknown sheet, it is not read")
UNKNOWN_COLUMN = Text("неизвестный столбец, он не читается", "unknown column, it is not read")
NO_TITLE = Text(
    "в столбце без заголовка есть значения: они не читаются",
    "a column without a header has values: they are not read",
)
GIVE_TITLE = Text("Дайте столбцу заголовок или сотрите значения.", "Give the column a header or clear it.")
IGNORE = Text("Переименуйте, если он нужен; иначе оставьте.", "Rename it if it is needed; else leave it.")
PERHAPS = Text("Возможно, имелось в виду «{nearest}».", "Perhaps '{nearest}' was meant.")
TWO_SHEETS = Text("два листа одной таблицы: «{sheet}»", "two sheets of one table: '{sheet}'")
ONE_SHEET = Text("Оставьте один из них.", "Keep one of them.")
NO_HEADER = Text("на листе не найдена строка заголовков", "no header row was found on the sheet")
ADD_HEADER = Text(
    "Добавьте строку с названиями столбцов: {columns}.", "Add a row with the columns' names: {columns}."
)
NO_COLUMN = Text("нет обязательного столбца", "a required column is missing")
NO_NAMES = Text(
    "нет ни столбца «{id}», ни столбца «{person}»", "there is neither a column '{id}' nor '{person}'"
)
ADD_NAMES = Text("Добавьте один из них.", "Add one of them.")
ADD_COLUMN = Text("Добавьте столбец «{column}».", "Add the column '{column}'.")
RENAME_COLUMN = Text(
    "Возможно, это столбец «{nearest}»: переименуйте его.", "Perhaps it is '{nearest}': rename it."
)
TWO_COLUMNS = Text(
    "столбец «{column}» повторяется: он уже есть в {cell}, «{first}»",
    "the column '{column}' is doubled: it is in {cell} already, '{first}'",
)
ONE_COLUMN = Text("Оставьте один из столбцов.", "Keep one of the columns.")
MERGED = Text(
    "ячейки {range} объединены: значение есть только у первой, остальные пусты",
    "the cells {range} are merged: only the first has the value, the others are blank",
)
UNMERGE = Text(
    "Разъедините ячейки и впишите значение в каждую.", "Unmerge the cells and enter the value in each."
)

EMPTY_CELL = Text(
    "обязательная ячейка пуста; ожидается: {kind}", "a required cell is blank; expected: {kind}"
)
FILL_IN = Text("Заполните ячейку. {note}", "Fill in the cell. {note}")
SKIPPED = Text("строк-примеров пропущено: {count}", "example rows skipped: {count}")
SKIPPED_ON_MANY = Text(
    "строк-примеров пропущено: {count}, листов: {sheets}", "example rows skipped: {count}, on {sheets} sheets"
)
DELETE_THEM = Text(
    "Это образцы из шаблона, их можно удалить.", "They are the template's samples and may be deleted."
)
CHANGED = Text("строка помечена «пример», но изменена", "the row is marked 'example' but was changed")
CLEAR_MARK = Text(
    "Сотрите слово «пример», если это ваши данные, или удалите строку.",
    "Clear the word 'example' if these are your data, or delete the row.",
)
