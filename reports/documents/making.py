"""Documents made from templates: those that come with the program, or the planner's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx import Document as open_word
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import Environment, StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError

from models.text import Message, Text
from reports.documents.blank import saved
from reports.documents.catalogue import Document, Paper
from reports.documents.common import Picture, Values
from reports.documents.shipped import FOLDER
from reports.export.source import Source
from reports.export.words import PERSONAL

NOT_WORD = Text(
    "шаблон {path} не читается как документ Word (.docx). Откройте его в Word и сохраните как .docx или "
    "верните исходный: setka documents init",
    "template {path} cannot be read as a Word document (.docx). Save it as .docx in Word, or take the "
    "shipped one again: setka documents init",
)
UNKNOWN = Text(
    "шаблон {path}: поле «{field}» не заполняется этим документом{place}. Исправьте название поля: в "
    "исходном шаблоне (setka documents init) все поля верные",
    "template {path}: this document has no field '{field}'{place}. Correct its name: the shipped template "
    "(setka documents init) has all of them",
)
BROKEN = Text(
    "шаблон {path}: неверная запись {{{{ }}}} или {{% %}}{place}: {problem}. Сравните с исходным шаблоном "
    "(setka documents init)",
    "template {path}: a faulty {{{{ }}}} or {{% %}}{place}: {problem}. Compare with the shipped template "
    "(setka documents init)",
)
AT = Text(" в тексте «{words}»", " in the text '{words}'")
NOWHERE = Text("", "")
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
LONGEST = 100


class TemplateFaultError(ValueError):
    """A template that nothing can be made from; ``message`` says which, where and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.in_("en"))
        self.message = message


@dataclass(frozen=True)
class Made:
    """A document: the name of its file and its content."""

    name: str
    content: bytes


def template_path(document: Document, own: Path | None) -> Path:
    """The planner's template if there is one of that name, else the shipped one."""
    if own is not None and (own / document.template).exists():
        return own / document.template
    return FOLDER / document.template


def make(
    document: Document, source: Source, own: Path | None = None, *, public: bool = False
) -> Iterator[Made]:
    """Every paper of a document, for the office or to be published (none if it is about people); raises
    ``TemplateFaultError``."""
    path = template_path(document, own)
    taken: set[str] = set()
    papers = document.public if public else document.papers
    comments = "" if public else PERSONAL.ru
    for paper in papers(source) if papers else ():
        yield Made(f"{_name(document, paper, taken)}.docx", _filled(path, paper, comments))


def _name(document: Document, paper: Paper, taken: set[str]) -> str:
    """A name for a file, also on Windows; long names that become equal are numbered."""
    wanted = FORBIDDEN.sub(" ", f"{document.code} {paper.name}")[:LONGEST].strip(" .")
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted} ({number})"
    taken.add(name.casefold())
    return name


def _filled(path: Path, paper: Paper, comments: str) -> bytes:
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    try:
        word = DocxTemplate(BytesIO(path.read_bytes()))
        word.render(_with_pictures(word, paper.values()), environment)
        properties = word.docx.core_properties
        properties.title, properties.comments = paper.name, comments
        return saved(word.docx)
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError) as error:
        raise TemplateFaultError(NOT_WORD(path=path.name)) from error
    except UndefinedError as error:
        field = _field(str(error))
        raise TemplateFaultError(UNKNOWN(path=path.name, field=field, place=_place(path, field))) from error
    except TemplateSyntaxError as error:
        problem = error.message or str(error)
        raise TemplateFaultError(BROKEN(path=path.name, place=_place(path, ""), problem=problem)) from error
    except TemplateError as error:
        raise TemplateFaultError(BROKEN(path=path.name, place=NOWHERE, problem=str(error))) from error


def _with_pictures(word: DocxTemplate, values: Values) -> Values:
    """The values with pictures as this file takes them."""
    pictures = {
        key: InlineImage(word, BytesIO(value.content), width=Mm(value.width))
        for key, value in values.items()
        if isinstance(value, Picture)
    }
    return values | pictures


def _field(said: str) -> str:
    """The name in Jinja's complaint of an undefined one."""
    found = re.findall(r"'([^']+)'", said)
    return found[-1] if found else said


def _place(path: Path, field: str) -> Message | Text:
    """The paragraph that uses a field, or the first with a tag that cannot be read."""
    for words in _paragraphs(path):
        if field and re.search(rf"\b{re.escape(field)}\b", words) and ("{{" in words or "{%" in words):
            return AT(words=words)
        if not field and not _is_readable(words):
            return AT(words=words)
    return NOWHERE


def _paragraphs(path: Path) -> Iterator[str]:
    word = open_word(str(path))
    yield from (paragraph.text for paragraph in word.paragraphs)
    for table in word.tables:
        for row in table.rows:
            yield from (cell.text for cell in row.cells)


def _is_readable(words: str) -> bool:
    """Whether the tags of a paragraph are whole; a loop that is opened here may be closed elsewhere."""
    for tag in re.findall(r"{{.*?}}", words):
        try:
            Environment().parse(tag)
        except TemplateSyntaxError:
            return False
    return words.count("{{") == words.count("}}") and words.count("{%") == words.count("%}")
