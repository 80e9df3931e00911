"""What if: scenarios of the sheet «Варианты» or of YAML files, applied to a network that stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from instances.parts import Tables
from instances.reading import locate, parse
from instances.reading.assemble import assemble
from instances.scenarios import texts
from instances.scenarios.apply import apply_scenario
from instances.scenarios.edits import Scenario
from instances.scenarios.sheet import sheet_scenarios
from instances.scenarios.yaml_file import read_yaml
from models.fault import Fault, Reading, Spot
from models.files.grid import Unreadable
from models.finding import Severity
from models.network import Network

__all__ = ["BASE", "Variant", "read_scenarios"]

BASE = "base"
"""The name of the network without any scenario."""

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Variant:
    """A scenario and what it makes of the network; ``faults`` are its own, the network's are not repeated."""

    name: str
    title: str
    network: Network | None
    reading: Reading
    faults: tuple[Fault, ...]


def read_scenarios(
    source: Path,
    base: Reading,
    wanted: Sequence[str] = (),
    *,
    set_aside: bool = False,
    today: date | None = None,
) -> tuple[list[Variant], tuple[Fault, ...]]:
    """The scenarios ``wanted`` (names on the sheet of scenarios, or YAML files; all of the sheet if none is
    named), each applied to the network at ``source``, and the faults that concern no single one.

    ``base`` is the reading of ``source``, which must have a network. A scenario with faults has none.
    """
    assert base.network is not None
    path = locate(Path(source))
    today = today or date.today()
    scenarios, faults = _choose(_tables(path), wanted)
    rules = base.network.rules
    variants = []
    for scenario in scenarios:
        tables = _tables(path)
        apply_scenario(tables, scenario, rules.first_day, rules.last_day)
        reading = assemble(tables, None, [], set_aside=set_aside, today=today)
        own = _own_faults(scenario, base, reading)
        network = None if any(f.severity is Severity.ERROR for f in own) else reading.network
        variants.append(Variant(scenario.name, scenario.title, network, reading, own))
    return variants, tuple(faults)


def _tables(path: Path) -> Tables:
    tables, _, _ = parse(path)
    assert tables is not None, "the base was read from it"
    tables.source_name = path.stem
    return tables


def _choose(tables: Tables, wanted: Sequence[str]) -> tuple[list[Scenario], list[Fault]]:
    """The scenarios asked for, in that order, each name once."""
    on_sheet = {scenario.name: scenario for scenario in sheet_scenarios(tables)}
    faults: list[Fault] = []
    found: list[Scenario] = []
    for name in wanted or on_sheet:
        if name in on_sheet:
            found.append(on_sheet[name])
        elif name.lower().endswith(SUFFIXES):
            try:
                scenarios, problems = read_yaml(Path(name))
            except Unreadable as error:
                faults.append(error.fault)
                continue
            found += scenarios
            faults += [problem.fault for problem in problems.found]
        else:
            cure = texts.KNOWN(names=list(on_sheet) or "—")
            faults.append(Fault(Severity.ERROR, Spot(), name, texts.NO_SCENARIO(), cure))
    return _with_different_names(found, faults), faults


def _with_different_names(scenarios: list[Scenario], faults: list[Fault]) -> list[Scenario]:
    names: set[str] = {BASE}
    for scenario in scenarios:
        if scenario.name in names:
            problem = texts.BASE_NAME if scenario.name == BASE else texts.SAME_NAME
            faults.append(
                Fault(
                    Severity.ERROR, scenario.spot, scenario.name, problem(name=scenario.name), texts.RENAME()
                )
            )
        names.add(scenario.name)
    return scenarios


def _own_faults(scenario: Scenario, base: Reading, reading: Reading) -> tuple[Fault, ...]:
    """What is wrong because of the scenario: also a row that it spoils where such rows are set aside."""
    known = (*base.faults, *base.set_aside)
    own = [fault for fault in reading.faults if fault not in known]
    own += [replace(fault, severity=Severity.ERROR) for fault in reading.set_aside if fault not in known]
    assert base.network is not None
    same = reading.network is not None and reading.network.sha256 == base.network.sha256
    if same and not any(fault.severity is Severity.ERROR for fault in own):
        own.append(Fault(Severity.ERROR, scenario.spot, scenario.name, texts.NO_CHANGE(), texts.DROP_IT()))
    return tuple(own)
