"""Work for workers of tests, where every worker can import it."""

from __future__ import annotations

import os
import time
from pathlib import Path

from models.audit import AuditReport
from models.network import Network
from models.plan import Plan
from reports.audit import audit


class Deadly:
    """An auditor that kills its worker the first time(s) it is asked; later it audits.

    ``mark``: a file with a letter for every death so far.
    """

    def __init__(self, mark: Path, deaths: int) -> None:
        self.mark, self.deaths = mark, deaths

    def __call__(self, network: Network, plan: Plan) -> AuditReport:
        died = self.mark.read_text() if self.mark.exists() else ""
        if len(died) < self.deaths:
            self.mark.write_text(died + "x")
            os._exit(9)
        return audit(network, plan)


class Slow:
    """An auditor that takes its time, so that a worker can be killed in the midst of it."""

    def __init__(self, begun: Path) -> None:
        self.begun = begun

    def __call__(self, network: Network, plan: Plan) -> AuditReport:
        (self.begun / f"{os.getpid()}-{time.monotonic_ns()}").touch()
        time.sleep(0.5)
        return audit(network, plan)


class Endless:
    """An auditor that never comes to an end, and shows by a mark a moment that it still works."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self, network: Network, plan: Plan) -> AuditReport:  # noqa: ARG002 - an auditor's signature
        while True:
            with self.mark.open("a", encoding="utf-8") as file:
                file.write("x")
            time.sleep(0.05)
