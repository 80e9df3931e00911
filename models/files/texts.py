"""Sentences about files that cannot be read, and about cells without a value."""

from __future__ import annotations

from models.text import Text

LOCKED = Text(
    "файл нельзя прочитать: он занят или закрыт для чтения", "the file cannot be read: locked or not readable"
)
CLOSE_IT = Text(
    "Закройте файл в Excel и проверьте права доступа.", "Close the file in Excel and check its permissions."
)
TOO_BIG = Text(
    "файл слишком велик: {size} МБ, допустимо {limit} МБ",
    "the file is too big: {size} MB of at most {limit} MB",
)
MAKE_SMALL = Text(
    "Оставьте в файле только нужные листы, без картинок и лишних строк.",
    "Keep only the sheets that are needed, without pictures and spare rows.",
)
UNPACKS = Text(
    "содержимое файла после распаковки слишком велико: {size} МБ", "the file unpacks to too much: {size} MB"
)
WIDE = Text("лист слишком велик: занята ячейка {cell}", "the sheet is too large: cell {cell} is filled")
CLEAR_FAR = Text(
    "Удалите лишние строки и столбцы справа и внизу.",
    "Delete the spare rows and columns at the right and below.",
)
NOT_WORKBOOK = Text("это не книга Excel или она повреждена", "this is not a workbook, or it is damaged")
SAVE_AS = Text(
    "Откройте файл в Excel и сохраните как «Книга Excel (.xlsx)».",
    "Open the file in Excel and save it as 'Excel Workbook (.xlsx)'.",
)
OLD_FORMAT = Text(
    "в книге старого вида (.xls) не видны ошибки формул: такие ячейки читаются как пустые",
    "errors of formulas cannot be seen in an old workbook (.xls): such cells are read as blank",
)
PASSWORD = Text("книга защищена паролем", "the workbook is protected by a password")
NO_PASSWORD = Text(
    "Откройте её в Excel и снимите пароль: Файл → Сведения → Защита книги.",
    "Open it in Excel and take the password off: File → Info → Protect Workbook.",
)
NO_FILE = Text("такого файла нет", "there is no such file")
CHECK_FILE = Text("Проверьте путь.", "Check the path.")
FOLDER = Text("это папка, а не файл", "this is a folder, not a file")
LONG_NAME = Text("слишком длинное имя файла", "the name of the file is too long")
BAD_FORMULA = Text("ошибка в формуле", "an error in a formula")
NO_VALUE = Text("у формулы нет сохранённого значения", "the formula has no stored value")
NEGATIVE = Text("отрицательное время или отрицательная дата", "a negative time or date")
TYPE_MOMENT = Text(
    "Впишите время от 00:00 до 24:00 или дату (сейчас в Excel видно ########).",
    "Enter a time from 00:00 to 24:00, or a date (now Excel shows ########).",
)
FIX_FORMULA = Text("Исправьте формулу или впишите значение.", "Correct the formula or enter the value.")
RECALCULATE = Text(
    "Откройте книгу в Excel и сохраните её или впишите значение.",
    "Open the workbook in Excel and save it, or enter the value.",
)
LOCK_FILE = Text(
    "это служебный файл Excel: он есть, пока книга «{book}» открыта",
    "this is a file of Excel's own, there while the workbook '{book}' is open",
)
GIVE_BOOK = Text("Укажите саму книгу: {book}.", "Give the workbook itself: {book}.")
