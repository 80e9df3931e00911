"""Why the system would not read or write a file, in words of our own: its own are English, and of Windows in
whatever language."""

from __future__ import annotations

import errno

from models.text import Text

REASONS = {
    errno.ENOENT: Text("нет такого файла или папки", "no such file or folder"),
    errno.EACCES: Text("нет прав доступа", "access is denied"),
    errno.EPERM: Text("нет прав доступа", "access is denied"),
    errno.EROFS: Text("диск только для чтения", "the disk is read-only"),
    errno.ENOTDIR: Text("часть пути — не папка", "a part of the path is not a folder"),
    errno.EISDIR: Text("это папка, а не файл", "this is a folder, not a file"),
    errno.EEXIST: Text("такое имя уже есть", "the name is taken"),
    errno.ENAMETOOLONG: Text("слишком длинное имя", "the name is too long"),
    errno.EBUSY: Text("файл занят", "the file is in use"),
    errno.EINVAL: Text("недопустимое имя", "the name is not allowed"),
    errno.EIO: Text("диск не отвечает", "the disk does not answer"),
    errno.EMFILE: Text("открыто слишком много файлов", "too many files are open"),
}


def reason_of(error: OSError) -> Text:
    """The reason; the number of an error that is not among the usual ones."""
    return REASONS.get(
        error.errno or 0,
        Text(f"ошибка системы {error.errno or type(error).__name__}", error.strerror or type(error).__name__),
    )
