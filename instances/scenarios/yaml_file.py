"""Scenarios as a YAML file: one, or several with ``---`` between them.

.. code-block:: yaml

    name: add-centre
    title: Открыть центр в Брусове
    edits:
      - open_centre: РЦ-Б                           # an action and its target
      - {do: мест в рейсе, to: Р1-туда, value: 4}   # or with a value
      - add: rooms                                  # or a row of any table
        row: {centre: РЦ-Б, name: "3", capacity: 20}
      - {change: courses, where: {id: КУЛ}, row: {max_groups: 2}}
      - {remove: rooms, where: {centre: РЦ-К, name: мед. лаборатория}}
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from instances.cells import BadCell, Cell
from instances.cells.base import plain
from instances.fold import nearest
from instances.parts import Problems
from instances.scenarios import texts
from instances.scenarios.edits import Do, Edit, RowEdit, Scenario
from instances.schema.actions import ACTIONS
from instances.schema.tables.scenarios import SCENARIOS
from models.fault import Spot
from models.files.content import read_bytes
from models.files.grid import Unreadable
from models.text import Message

ROW_EDITS = ("add", "change", "remove")
FIELDS = ("name", "title", "edits")
STANDARD = "tag:yaml.org,2002:"
Fields = dict[str, tuple[yaml.ScalarNode, yaml.Node]]


def read_yaml(path: Path) -> tuple[list[Scenario], Problems]:
    """The scenarios of a file and all that is wrong with it; raises ``Unreadable`` if it is no YAML."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text)):
            raise Unreadable(path.name, texts.NO_ALIASES(), texts.SEE_DOCS())
        documents = [node for node in yaml.compose_all(text, Loader=yaml.SafeLoader) if node is not None]
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise Unreadable(path.name, _unreadable(error), texts.SEE_DOCS()) from None
    reader = _Reader(path.name)
    if not documents:
        reader.problems.error(Spot(path.name), "", texts.NO_EDITS(), texts.SEE_DOCS())
    found = [scenario for node in documents if (scenario := reader.scenario(node)) is not None]
    return found, reader.problems


def _unreadable(error: Exception) -> Message:
    """Why a file is no YAML, with the line where the parser stopped."""
    if isinstance(error, UnicodeDecodeError):
        return texts.NOT_UTF8()
    if isinstance(error, RecursionError):
        return texts.TOO_DEEP()
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return texts.BAD_LINE(line=mark.line + 1, column=mark.column + 1)
    return texts.BAD_YAML(problem=" ".join(str(error).split())[:200])


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems = Problems()

    def _spot(self, node: yaml.Node, column: str = "") -> Spot:
        return Spot(self.file, node.start_mark.line + 1, column)

    def _wrong(
        self, node: yaml.Node, value: object, problem: Message, cure: Message, column: str = ""
    ) -> None:
        self.problems.error(self._spot(node, column), value, problem, cure)

    def scenario(self, node: yaml.Node) -> Scenario | None:
        """The scenario of a document; ``None`` if nothing of it can be used."""
        fields = self._fields(node, FIELDS)
        if fields is None:
            return None
        name = self._text(node, fields, "name")
        title = self._text(node, fields, "title", required=False) or name
        if "edits" not in fields:
            self._wrong(node, "", texts.NO_FIELD(name="edits"), texts.SEE_DOCS())
            return None
        listed = fields["edits"][1]
        if not isinstance(listed, yaml.SequenceNode):
            self._wrong(listed, "", texts.EXPECTED(expected=texts.LIST), texts.SEE_DOCS(), "edits")
            return None
        if not listed.value:
            self._wrong(listed, "", texts.NO_EDITS(), texts.ADD_EDIT(), "edits")
        edits = [edit for item in listed.value for edit in self._edits(item)]
        return Scenario(name, title, tuple(edits), self._spot(node)) if name else None

    def _edits(self, node: yaml.Node) -> Iterator[Edit]:
        pairs = self._fields(node, None)
        if pairs is None:
            return
        if not pairs:
            self._wrong(node, "", texts.NO_EDIT(), texts.ADD_EDIT())
            return
        how = next((name for name in ROW_EDITS if name in pairs), None)
        if how is not None:
            edit: Edit | None = self._row_edit(node, how)
        elif "do" in pairs:
            edit = self._do(node)
        else:
            edit = self._short(node, pairs)
        if edit is not None:
            yield edit

    def _row_edit(self, node: yaml.Node, how: str) -> RowEdit | None:
        names = {"add": (how, "row"), "change": (how, "where", "row"), "remove": (how, "where")}[how]
        fields = self._fields(node, names)
        if fields is None:
            return None
        table = self._text(node, fields, how)
        parts: dict[str, dict[str, Cell]] = {"where": {}, "row": {}}
        spots: dict[str, Spot] = {}
        for part in names[1:]:
            if part not in fields:
                self._wrong(node, "", texts.NO_FIELD(name=part), texts.SEE_DOCS())
                return None
            inner = self._fields(fields[part][1], None)
            if inner is None:
                return None
            for key, (_, value) in inner.items():
                parts[part][key] = self._cell(value, key)
                if part == "row":
                    spots[key] = self._spot(value, key)
        if not table:
            return None
        return RowEdit(how, table, parts["where"], parts["row"], self._spot(node), spots)  # type: ignore[arg-type]  # one of ROW_EDITS

    def _do(self, node: yaml.Node) -> Do | None:
        fields = self._fields(node, ("do", "to", "value"))
        if fields is None:
            return None
        target = self._text(node, fields, "to")
        value = self._cell(fields["value"][1], "value") if "value" in fields else ""
        return self._action(fields["do"][1], self._text(node, fields, "do"), target, value)

    def _short(self, node: yaml.Node, pairs: Fields) -> Do | None:
        """``action: target``, perhaps with a ``value``."""
        word = next(iter(pairs))
        known = {word, "value"}
        if self._fields(node, tuple(known)) is None:
            return None
        value = self._cell(pairs["value"][1], "value") if "value" in pairs else ""
        return self._action(pairs[word][0], word, plain(self._cell(pairs[word][1], word)), value)

    def _action(self, node: yaml.Node, word: str, target: str, value: Cell) -> Do | None:
        if not word:
            return None
        kind = SCENARIOS.by_field["action"].kind
        try:
            return Do(kind.parse(word), target, value, self._spot(node, word))
        except BadCell:
            names = [name for a in ACTIONS.values() for name in (a.name, a.title.ru, a.title.en)]
            near = nearest(word, [*names, *ROW_EDITS, "do"])
            cure = texts.PERHAPS(nearest=near[0]) if near else texts.SEE_DOCS()
            self._wrong(node, word, texts.UNKNOWN_ACTION(), cure)
            return None

    def _fields(self, node: yaml.Node, allowed: tuple[str, ...] | None) -> Fields | None:
        """Key → its node and the value's; ``None`` if it is no mapping or has keys that are not allowed."""
        if not isinstance(node, yaml.MappingNode):
            self._wrong(node, _shown(node), texts.EXPECTED(expected=texts.MAPPING), texts.SEE_DOCS())
            return None
        found: Fields = {}
        sound = True
        for key, value in node.value:
            name = _shown(key)
            if not isinstance(key, yaml.ScalarNode):
                self._wrong(key, "", texts.EXPECTED(expected=texts.SCALAR), texts.SEE_DOCS())
                sound = False
            elif name in found:
                self._wrong(key, name, texts.TWICE(), texts.KEEP_ONE())
                sound = False
            elif allowed is not None and name not in allowed:
                near = nearest(name, allowed)
                cure = texts.PERHAPS(nearest=near[0]) if near else texts.ALLOWED(names=list(allowed))
                self._wrong(key, name, texts.UNKNOWN_FIELD(), cure)
                sound = False
            else:
                found[name] = (key, value)
        return found if sound else None

    def _text(self, node: yaml.Node, fields: Fields, name: str, *, required: bool = True) -> str:
        if name not in fields:
            if required:
                self._wrong(node, "", texts.NO_FIELD(name=name), texts.SEE_DOCS())
            return ""
        value = fields[name][1]
        if not isinstance(value, yaml.ScalarNode):
            self._wrong(value, "", texts.EXPECTED(expected=texts.SCALAR), texts.SEE_DOCS(), name)
            return ""
        text = plain(self._cell(value, name))
        if not text and required:
            self._wrong(value, "", texts.NO_FIELD(name=name), texts.SEE_DOCS())
        return text

    def _cell(self, node: yaml.Node, name: str) -> Cell:
        """A value as a cell of a sheet: as typed; a list becomes one cell with semicolons."""
        if not node.tag.startswith(STANDARD):
            self._wrong(node, node.tag, texts.TAG(), texts.SEE_DOCS(), name)
            return ""
        if isinstance(node, yaml.ScalarNode):
            return "" if node.tag == f"{STANDARD}null" else str(node.value)
        if isinstance(node, yaml.SequenceNode) and all(isinstance(n, yaml.ScalarNode) for n in node.value):
            return "; ".join(str(item.value) for item in node.value)
        self._wrong(node, "", texts.EXPECTED(expected=texts.SCALAR), texts.SEE_DOCS(), name)
        return ""


def _shown(node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
