"""The sections of the office's workbook, as its contents name them."""

from models.text import Text

TIMETABLE = Text("Расписание", "Timetable")
CENTRES = Text("Ресурсные центры", "Resource centres")
SCHOOLS = Text("Школы", "Schools")
TEACHERS = Text("Учителя", "Teachers")
ROOMS = Text("Кабинеты", "Rooms")
STUDENTS = Text("Обучающиеся", "Students")
PLAN = Text("План", "The plan")
