"""Why a search ended before all was done, in words."""

from __future__ import annotations

import signal

from models.text import Message, Text

OUT_OF_TIME = Text("отведённого времени не хватило", "the time limit was too short")
STOPPED = Text("поиск остановлен (Ctrl-C)", "the search was stopped (Ctrl-C)")
MEMORY_LIMIT = Text(
    "поиску не хватило памяти: предел {limit} ГБ. Увеличьте предел или возьмите меньше потоков",
    "the search ran out of memory: the limit is {limit} GB. Raise the limit or take fewer workers",
)
NO_MEMORY = Text(
    "поиску не хватило памяти компьютера. Закройте другие программы или возьмите меньше потоков",
    "the search ran out of the computer's memory. Close other programs or take fewer workers",
)
KILLED = Text(
    "процесс поиска принудительно завершён (сигнал {number}). Обычно так делает система, когда не хватает "
    "памяти: закройте другие программы или возьмите меньше потоков",
    "the process of the search was killed (signal {number}). Mostly the system does so when memory runs out: "
    "close other programs or take fewer workers",
)
DIED = Text("процесс поиска аварийно завершился ({report})", "the process of the search broke off ({report})")
SIGNAL = Text("сигнал {number}", "signal {number}")
EXIT_CODE = Text("код {number}", "exit code {number}")


def memory_limit(gigabytes: float) -> Message:
    """The limit with the decimal mark of the language."""
    number = f"{gigabytes:g}"
    return MEMORY_LIMIT(limit=Text(number.replace(".", ","), number))


def of_exit(exit_code: int | None) -> Message:
    """What the exit code of a process without a last word says; negative ones are signals."""
    if exit_code is None or exit_code >= 0:
        return DIED(report=EXIT_CODE(number="—" if exit_code is None else exit_code))
    if -exit_code == getattr(signal, "SIGKILL", None):
        return KILLED(number=-exit_code)
    return DIED(report=SIGNAL(number=-exit_code))
