"""Runs many plans and keeps each as it comes, so that a sweep broken off goes on where it stopped."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from models.text import Message, Text
from scheduler.cli.exits import NO_PLAN, Refused
from scheduler.cli.output import writing
from scheduler.cli.screen import Screen

if TYPE_CHECKING:
    from scheduler.whatif.jobs import Job, Result

FOLDER = ".setka-sweep"

RESUMED = Text("Продолжение: готово раньше — {done} из {of}", "Going on: {done} of {of} were done before")
DONE = Text("{number} из {of}: {name}, {seconds} с", "{number} of {of}: {name}, {seconds} s")
NO_PLAN_FOR = Text(
    "{number} из {of}: {name}, {seconds} с — плана нет: {reason}",
    "{number} of {of}: {name}, {seconds} s: no plan, {reason}",
)
NONE_EXISTS = Text("плана не существует", "there is none")
BROKEN_OFF = Text(
    "прервано; готовое сохранено, та же команда продолжит с этого места",
    "interrupted; what is done is kept, the same command goes on from here",
)
LOST = Text(
    "рабочий процесс погиб несколько раз подряд ({names}); готовое сохранено",
    "the worker died several times in a row ({names}); what is done is kept",
)
NO_CLUSTER = Text(
    'для --dask нужен пакет distributed: pip install "setka[cluster]"',
    '--dask needs the package distributed: pip install "setka[cluster]"',
)
NOT_REACHED = Text(
    "планировщик Dask не отвечает: {address}. Проверьте адрес и запущен ли он",
    "the Dask scheduler does not answer: {address}. Check the address and whether it runs",
)


@dataclass(frozen=True)
class Workers:
    """Where plans are looked for: so many processes here, or the workers of a Dask scheduler."""

    number: int
    dask: str | None = None


@dataclass(frozen=True)
class Store:
    """A hidden folder beside the results to come: one file a job, written whole or not at all."""

    folder: Path

    @classmethod
    def of(cls, directory: Path) -> Store:
        """The store of the results that are to come into a folder."""
        return cls(directory / FOLDER)

    def load(self, job: Job) -> Result | None:
        """What is known of the very same job; ``None`` if it has to be done."""
        from models.plan import Plan
        from scheduler.whatif.jobs import Result

        try:
            content = json.loads(self._path(job.key).read_text(encoding="utf-8"))
            plan = None if content["plan"] is None else Plan.model_validate(content["plan"])
        except (OSError, ValueError, KeyError, TypeError):
            return None  # not there, or cut off in the writing: it is done again
        reason = None if content["reason"] is None else Message(Text(*content["reason"]))
        return Result(job.name, job.key, plan, reason, content["seconds"])

    def save(self, result: Result) -> None:
        reason = result.reason
        content = {
            "plan": None if result.plan is None else result.plan.model_dump(mode="json"),
            "reason": None if reason is None else [_plain(reason.in_("ru")), _plain(reason.in_("en"))],
            "seconds": result.seconds,
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self._path(result.key)
        passing = path.with_suffix(".part")
        passing.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        passing.replace(path)

    def clear(self) -> None:
        """Takes the folder away, once the results stand in their place."""
        for path in self.folder.glob("*"):
            path.unlink(missing_ok=True)
        if self.folder.exists():
            self.folder.rmdir()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def _plain(text: str) -> str:
    """A sentence that may be formatted again without harm."""
    return text.replace("{", "{{").replace("}", "}}")


def run_sweep(screen: Screen, jobs: Sequence[Job], directory: Path, workers: Workers) -> list[Result]:
    """The results in the order of the jobs; what an earlier run has done is taken from its store.

    Raises ``Refused`` if it is broken off, a job is lost, or the cluster cannot be reached.
    """
    from reports.audit import audit
    from scheduler.whatif.jobs import LostError, run_jobs, run_on_dask

    store, dask = Store.of(directory), workers.dask
    found = {job.name: result for job in jobs if (result := store.load(job)) is not None}
    if found:
        screen.complain(RESUMED(done=len(found), of=len(jobs)))
    rest = [job for job in jobs if job.name not in found]
    results = run_on_dask(rest, audit, dask) if dask else run_jobs(rest, audit, workers.number)
    number = count(len(found) + 1)
    try:
        for result in results:
            found[result.name] = result
            with writing(directory):
                store.save(result)
            _tell(screen, result, next(number), len(jobs))
    except KeyboardInterrupt:
        results.close()
        raise Refused(BROKEN_OFF, NO_PLAN) from None
    except LostError as error:
        raise Refused(LOST(names=error), NO_PLAN) from error
    except ImportError as error:
        raise Refused(NO_CLUSTER) from error
    except OSError as error:
        if dask is None:
            raise
        raise Refused(NOT_REACHED(address=dask)) from error
    return [found[job.name] for job in jobs]


def _tell(screen: Screen, result: Result, number: int, of: int) -> None:
    values = {"number": number, "of": of, "name": result.name, "seconds": f"{result.seconds:.0f}"}
    if result.plan is not None:
        screen.complain(DONE(**values))
    else:
        screen.complain(NO_PLAN_FOR(**values, reason=result.reason or NONE_EXISTS))
