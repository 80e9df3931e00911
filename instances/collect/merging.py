"""Brings what the schools answered into the network, and tells what that changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from instances.building.people import STUDENT, person_id
from instances.cells.words import NO, YES
from instances.collect import texts
from instances.collect.applying import apply
from instances.collect.entries import FIELDS, Entry, entries_of
from instances.collect.names import may_be_same
from instances.collect.offer import Offer
from instances.collect.reading import Form, FormRow, find_files, read_form
from instances.fold import fold, fold_class
from instances.parts import Problems
from instances.schema import TABLES
from models.fault import Fault, Spot
from models.finding import Severity
from models.network import Network
from models.people import People
from models.tables import Institution, SchoolClass
from models.text import Message, Text, joined

NOTHING = Text("—", "—")


class Kind(StrEnum):
    """What happened to a student."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Options:
    """What the planner has decided: a form wins over the workbook wherever they differ; doubtful names are
    new students; those whose applications are withdrawn leave the workbook."""

    prefer_forms: bool = False
    doubtful_as_new: bool = False
    remove_withdrawn: bool = False


@dataclass(frozen=True)
class Change:
    """One line of «Было / Стало». Not ``taken``: told, but the workbook stays as it is."""

    kind: Kind
    school: str
    class_name: str
    student: str
    name: str
    what: Message | Text
    before: Message | Text | str
    after: Message | Text | str
    taken: bool = True
    note: Message | Text | str = ""


@dataclass(frozen=True)
class Doubt:
    """A name that may be somebody known already, or known at another school."""

    spot: Spot
    school: str
    class_name: str
    name: str
    problem: Message
    taken: bool


@dataclass(frozen=True)
class Merge:
    """What merging gave: the new network with its names, and everything to tell the planner.

    ``twins``: new students whose name another school has as well. ``silent``: schools without a form;
    ``empty``: classes of the others that nobody applied from.
    """

    network: Network
    people: People
    faults: tuple[Fault, ...] = ()
    changes: tuple[Change, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    twins: tuple[Doubt, ...] = ()
    silent: tuple[Institution, ...] = ()
    empty: tuple[SchoolClass, ...] = ()
    num_forms: int = 0

    @property
    def errors(self) -> tuple[Fault, ...]:
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)

    @property
    def has_changes(self) -> bool:
        return any(change.taken for change in self.changes)


@dataclass
class School:
    """A school's form against the workbook: ``now`` is what holds after merging, ``gone`` who leaves."""

    form: Form
    ours: dict[str, Entry]
    claimed: dict[str, FormRow] = field(default_factory=dict)
    new: dict[str, FormRow] = field(default_factory=dict)
    now: dict[str, Entry] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.form.school


def merge(network: Network, people: People, paths: Sequence[Path], options: Options | None = None) -> Merge:
    """The network with the answers of the forms; of no use while ``errors`` stand."""
    merger = _Merger(network, people, options or Options())
    return merger.merge(paths)


class _Merger:
    """One merge."""

    def __init__(self, network: Network, people: People, options: Options) -> None:
        self.network, self.people, self.options = network, people, options
        self.offer = Offer(network)
        self.problems = Problems()
        self.changes: list[Change] = []
        self.doubts: list[Doubt] = []
        self.ids = {student.id for student in network.students}

    def merge(self, paths: Sequence[Path]) -> Merge:
        schools = self._read(paths)
        for school in schools:
            self._match(school)
            self._compare(school)
            if school.form.submitted is None and self._has_new_choices(school):
                self.problems.warn(Spot(school.form.sheet), "", texts.NO_DATE(), texts.GIVE_DATE())
        network, people = self.network, self.people
        faults = tuple(problem.fault for problem in self.problems.found)
        if not any(fault.severity is Severity.ERROR for fault in faults):
            network, people = apply(network, people, schools)
        answered = {school.id for school in schools}
        return Merge(
            network=network,
            people=people,
            faults=faults,
            changes=tuple(self.changes),
            doubts=tuple(self.doubts),
            twins=tuple(self._twins(schools)),
            silent=tuple(item for item in self.offer.schools if item.id not in answered),
            empty=tuple(item for school in schools for item in self._empty(school)),
            num_forms=len(schools),
        )

    def _read(self, paths: Sequence[Path]) -> list[School]:
        schools: dict[str, School] = {}
        for path in find_files(paths, self.problems):
            form = read_form(path, self.offer, self.problems)
            if form is None:
                continue
            if form.school in schools:
                problem = texts.TWO_FORMS(first=schools[form.school].form.file)
                self.problems.error(Spot(form.file), form.school, problem, texts.KEEP_ONE_FORM())
                continue
            schools[form.school] = School(form, entries_of(self.network, self.people, form.school))
        order = {item.id: position for position, item in enumerate(self.network.institutions)}
        return sorted(schools.values(), key=lambda school: order[school.id])

    # --- who is who ----------------------------------------------------------------------------

    def _match(self, school: School) -> None:
        """Finds the student of every row: by the id in it, else by name and class, else by name."""
        rows = [row for row in school.form.rows if row.id]
        for row in rows:
            self._match_id(school, row)
        typed = [row for row in school.form.rows if not row.id]
        rest = [row for row in typed if not self._match_name(school, row, with_class=True)]
        rest = [row for row in rest if row.another or not self._match_name(school, row, with_class=False)]
        idle = [row for row in rest if not row.entry.choices and not row.entry.wishes]
        for row in rest:
            if row.entry.name and (row.entry.choices or row.entry.wishes):
                self._meet(school, row)
        if idle:
            problem = texts.NOTHING_CHOSEN(rows=[row.number for row in idle])
            self.problems.warn(Spot(school.form.sheet), "", problem, texts.CHOOSE_OR_CLEAR())

    def _match_id(self, school: School, row: FormRow) -> None:
        known = school.form.stamp.base.get(row.id) or school.ours.get(row.id)
        if known is None:
            self._bad(row, "id", texts.UNKNOWN_ID(), texts.FREE_ROW(), row.id)
        elif row.id in school.claimed:
            first = school.claimed[row.id].number
            self._bad(row, "id", texts.TWICE_ID(first=first), texts.FREE_ROW(), row.id)
        elif row.entry.name and not self._may_be_called(school, row, known.name):
            self._bad(row, "name", texts.REPLACED(known=known.name), texts.PUT_BACK(), row.entry.name)
        else:
            school.claimed[row.id] = row

    def _may_be_called(self, school: School, row: FormRow, known: str) -> bool:
        """Whether the name typed may be a correction of the known one, and is nobody else's."""
        typed = row.entry.name
        if fold(known) == fold(typed):
            return True
        others = (fold(entry.name) for id, entry in school.ours.items() if id != row.id)
        return may_be_same(known, typed) and fold(typed) not in others

    def _match_name(self, school: School, row: FormRow, *, with_class: bool) -> bool:
        name, class_name = fold(row.entry.name), fold_class(row.entry.class_name)
        found = [
            id
            for id, entry in school.ours.items()
            if id not in school.claimed
            and fold(entry.name) == name
            and (not with_class or fold_class(entry.class_name) == class_name)
        ]
        if not found or (len(found) > 1 and not with_class):
            return False
        id = next((id for id in found if school.ours[id].choices == row.entry.choices), found[0])
        known = school.ours[id].name
        if known != row.entry.name:
            problem = texts.OTHER_SPELLING(known=known)
            self.problems.warn(row.spots["name"], row.entry.name, problem, texts.FIX_SPELLING())
        school.claimed[id] = row
        return True

    def _meet(self, school: School, row: FormRow) -> None:
        """A row with somebody whom the workbook does not know: new, doubtful, or entered twice."""
        name, class_name = row.entry.name, row.entry.class_name
        others = [*school.claimed.values(), *school.new.values()]
        same = [item for item in others if fold(item.entry.name) == fold(name)]
        twice = [item for item in same if fold_class(item.entry.class_name) == fold_class(class_name)]
        if twice and not row.another:
            problem = texts.SAME_PERSON(first=twice[0].number)
            self._bad(row, "name", problem, texts.CLEAR_OR_ANOTHER(), name)
            return
        problem_of = None if row.another else self._likeness(school, row, same)
        if problem_of is not None:
            taken = self.options.doubtful_as_new
            self.doubts.append(Doubt(row.spots["name"], school.id, class_name, name, problem_of, taken))
            if not taken:
                return
        school.new[self._new_id(school.id, row.entry)] = row

    def _likeness(self, school: School, row: FormRow, same: list[FormRow]) -> Message | None:
        known = [*(item.entry for item in same), *school.ours.values()]
        equal = next((entry for entry in known if fold(entry.name) == fold(row.entry.name)), None)
        if equal:
            return texts.NAMESAKE(class_name=equal.class_name)
        known += [item.entry for item in (*school.new.values(), *school.claimed.values())]
        near = next((entry for entry in known if may_be_same(entry.name, row.entry.name)), None)
        return texts.NEAR(other=near.name, class_name=near.class_name) if near else None

    def _new_id(self, school: str, entry: Entry) -> str:
        """The id that the same row would get on the sheet of students; of namesakes one more part."""
        parts = [school, fold(entry.name)]
        id, number = person_id(STUDENT, *parts), 1
        while id in self.ids:
            more = [fold_class(entry.class_name), str(number)][: min(number, 2)]
            id, number = person_id(STUDENT, *parts, *more), number + 1
        self.ids.add(id)
        return id

    def _bad(self, row: FormRow, name: str, problem: Message, cure: Message, value: str) -> None:
        self.problems.error(row.spots[name], value, problem, cure)

    def _twins(self, schools: list[School]) -> Iterable[Doubt]:
        """New students whose name is known at another school, too."""
        homes: dict[str, set[str]] = defaultdict(set)
        for student in self.network.students:
            homes[fold(self.people.student(student.id))].add(student.institution)
        for school in schools:
            for row in school.new.values():
                homes[fold(row.entry.name)].add(school.id)
        for school in schools:
            for row in school.new.values():
                others = [self._school(id) for id in sorted(homes[fold(row.entry.name)] - {school.id})]
                if others:
                    problem = texts.ALSO_AT(schools=others)
                    entry = row.entry
                    yield Doubt(row.spots["name"], school.id, entry.class_name, entry.name, problem, True)

    # --- what changes --------------------------------------------------------------------------

    def _compare(self, school: School) -> None:
        base = school.form.stamp.base
        for id, row in school.claimed.items():
            if id in school.ours:
                self._compare_known(school, id, row)
            else:
                self._compare_lost(school, id, row, base[id])
        for id, row in school.new.items():
            self._add(school, id, row.entry)
        for id in base:
            if id in school.ours and id not in school.claimed:
                self._withdraw(school, id, school.ours[id])

    def _compare_known(self, school: School, id: str, row: FormRow) -> None:
        """Field by field: what the school changed is taken, unless the workbook changed it as well."""
        before, ours, theirs = school.form.stamp.base.get(id), school.ours[id], row.entry
        changes: dict[str, object] = {}
        for name in FIELDS:
            old, new = getattr(ours, name), getattr(theirs, name)
            is_silent = not row.id and (name == "name" or name not in row.said)
            if new == old or is_silent:
                continue
            touched = before is None or getattr(before, name) != new
            agreed = before is not None and getattr(before, name) == old
            taken = (touched and agreed) or self.options.prefer_forms
            note = "" if taken else texts.BOTH_CHANGED if touched else texts.BOOK_NEWER
            self.changes.append(
                Change(
                    Kind.CHANGED,
                    school.id,
                    theirs.class_name,
                    id,
                    theirs.name,
                    texts.CHANGED(field=texts.FIELDS[name]),
                    self._said(ours, name),
                    self._said(theirs, name),
                    taken,
                    note,
                )
            )
            if taken:
                changes[name] = new
        if changes:
            school.now[id] = replace(ours, **changes)  # type: ignore[arg-type]  # fields by name, each with a value of its type

    def _compare_lost(self, school: School, id: str, row: FormRow, before: Entry) -> None:
        """A student of the form whom somebody has since taken out of the workbook."""
        if self.options.prefer_forms:
            self._add(school, id, row.entry)
        elif row.entry != before:
            self._add(school, id, row.entry, texts.NOT_IN_BOOK)

    def _add(self, school: School, id: str, entry: Entry, note: Text | str = "") -> None:
        self.changes.append(
            Change(
                Kind.NEW,
                school.id,
                entry.class_name,
                id,
                entry.name,
                texts.NEW,
                NOTHING,
                joined(self._said(entry, name) for name in ("choices", "wishes") if getattr(entry, name)),
                not note,
                note,
            )
        )
        if not note:
            school.now[id] = entry

    def _withdraw(self, school: School, id: str, ours: Entry) -> None:
        holders = [
            TABLES[table].title
            for table in ("locks", "results")
            if any(item.student == id for item in getattr(self.network, table))
        ]
        removed = self.options.remove_withdrawn and not holders
        note: Message | Text = texts.REMOVED_NOW if removed else texts.STAYS
        if holders and self.options.remove_withdrawn:
            note = texts.HELD(sheet=holders)
        self.changes.append(
            Change(
                Kind.WITHDRAWN,
                school.id,
                ours.class_name,
                id,
                ours.name,
                texts.WITHDRAWN,
                self._said(ours, "choices"),
                NOTHING,
                removed,
                note,
            )
        )
        if removed:
            school.gone.append(id)

    def _has_new_choices(self, school: School) -> bool:
        """Whether the form brings a course that a student had not chosen before."""
        for id, entry in school.now.items():
            before = {item.course for item in school.ours[id].choices} if id in school.ours else set()
            if any(item.course not in before for item in entry.choices):
                return True
        return False

    def _said(self, entry: Entry, name: str) -> Message | Text | str:
        """A field as people read it."""
        value = getattr(entry, name)
        if isinstance(value, bool):
            return YES if value else NO
        if not value:
            return NOTHING
        if name == "choices":
            return joined(
                (texts.ON_TOP if item.additional else texts.RANKED)(
                    rank=item.rank, course=self.offer.label(item.course)
                )
                for item in sorted(value, key=lambda item: item.rank)
            )
        if name == "home":
            return self._school(value)
        return "; ".join(value) if isinstance(value, tuple) else str(value)

    def _school(self, id: str) -> str:
        institution = self.network.institution_by_id.get(id)
        return institution.name if institution else id

    def _empty(self, school: School) -> Iterable[SchoolClass]:
        """Classes that nobody of the form is in."""
        rows = [*school.claimed.values(), *school.new.values()]
        filled = {row.entry.class_name for row in rows if row.entry.choices or row.entry.wishes}
        return (item for item in self.offer.classes(school.id) if item.name not in filled)
