"""The catalogues hold every text of the code, whole, in four languages, and Qt answers from them."""

from __future__ import annotations

import ast
import importlib.machinery
import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

import resources
from app.errors import KnownError, Phrase
from app.follow_ups.rules import parse_when
from app.storage import backup_errors
from ui.panels import words
from ui.shell.languages import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
NAMES = {"Ringbook", "Fusion", "currentColor", "M月d日 ddd"}  # names, and patterns that Qt reads
KEYS = re.compile(r"((Ctrl|Alt|Shift)\+)*(\S|Return|Enter|Esc|Space|F\d+|)")
VISIBLE = re.compile(r"[A-Z][a-z]{2,}|[a-z]{2,} [a-z]{2,}|[\u4e00-\u9fff]")
NOT_SHOWN = {"translate", "QT_TRANSLATE_NOOP", "write", "debug", "info", "warning", "error", "exception", "cast"}
NOT_INTERFACE = {"journey.py", "start.py"}  # what an agent types; what the terminal is told, in English as all commands


def load_tool() -> ModuleType:
    loader = importlib.machinery.SourceFileLoader("ringbook_translations", str(ROOT / ".ci/translations"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = sys.modules[loader.name] = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


tool: Any = load_tool()


@cache
def extracted() -> tuple[set[Any], list[Any]]:
    """The texts and the mistakes of the whole program."""
    found: tuple[set[Any], list[Any]] = tool.extract()
    return found


def catalogue(language: str) -> Any:
    return tool.read(tool.CATALOGUES / f"ringbook_{language}.ts")


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogues as .ci/setup compiles them."""
    folder = tmp_path_factory.mktemp("translations")
    copies = [shutil.copy(path, folder) for path in sorted(tool.CATALOGUES.glob("*.ts"))]
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([lrelease, "-silent", *copies], check=True)
    return folder


@pytest.fixture
def speaking(compiled: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[str]:
    """The application speaks the language of the parameter."""
    translator = QTranslator()
    assert translator.load(f"ringbook_{request.param}", str(compiled))
    QCoreApplication.installTranslator(translator)
    yield request.param
    QCoreApplication.removeTranslator(translator)


def source(tmp_path: Path, code: str) -> tuple[set[Any], list[str]]:
    """What the tool finds in a program of this one file."""
    (tmp_path / "main.py").write_text(code, encoding="utf-8")
    texts, mistakes = tool.extract(tmp_path)
    return texts, [str(mistake) for mistake in mistakes]


def test_the_tool_and_the_window_name_the_same_languages() -> None:
    assert tuple(tool.FORMS) == LANGUAGES


def test_every_marked_text_is_a_literal_and_counts_where_it_has_a_plural() -> None:
    assert [str(mistake) for mistake in extracted()[1]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_exactly_the_texts_of_the_code(language: str) -> None:
    path = tool.CATALOGUES / f"ringbook_{language}.ts"
    wanted = {text for text in extracted()[0] if language != "en" or text.numerus}
    assert wanted ^ set(tool.read(path)) == set(), "run .ci/translations and fill in what is new"
    assert path.read_text(encoding="utf-8") == tool.render(
        tool.update(extracted()[0], tool.read(path), language), language
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_nothing_is_lost_on_the_way(language: str) -> None:
    assert tool.faults(tool.update(extracted()[0], catalogue(language), language)) == []


@pytest.mark.parametrize(
    ("speaking", "plain", "one", "five", "call", "suggestion"),
    [
        ("en", "Save complaint", "1 open case", "5 open cases", "Declined", "Declined"),
        ("ca", "Desa la queixa", "1 cas obert", "5 casos oberts", "Rebutjada", "Desestimat"),
        ("zh_CN", "保存投诉", "未结工单 1", "未结工单 5", "已拒接", "未采纳"),
        ("zh_TW", "儲存客訴", "未結案件 1", "未結案件 5", "已拒接", "未採納"),
    ],
    indirect=["speaking"],
)
def test_qt_answers_with_plain_plural_and_disambiguated_texts(
    speaking: str, plain: str, one: str, five: str, call: str, suggestion: str
) -> None:
    translate = QCoreApplication.translate
    assert translate("CaseForm", "Save complaint") == plain
    assert [translate("CustomerCard", "%n open cases", "", count) for count in (1, 5)] == [one, five]
    assert translate("Words", "Declined", "a call") == call
    assert translate("Words", "Declined", "a suggestion") == suggestion


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_times_a_sentence_gives_as_examples_are_understood(language: str) -> None:
    sentences = [text for text in extracted()[0] if "“tom 9”" in text.source]
    examples = []
    for text in sentences:
        translated = " ".join(catalogue(language).get(text, [text.source]))
        examples += re.findall(r"[“«「]([^”»」]+)[”»」]", translated) or [translated.replace("{keys}", "")]
    now = datetime(2026, 11, 18, 12, tzinfo=ZoneInfo("Europe/Madrid"))
    assert len(examples) == len(sentences) + 1 > 1
    assert [example for example in examples if parse_when(example, now) is None] == []


def test_every_category_has_a_name_in_every_language() -> None:
    def nameless(categories: list[dict[str, Any]]) -> Iterator[str]:
        for category in categories:
            yield from (f"{category['id']}: {lang}" for lang in LANGUAGES if not category.get(lang, "").strip())
            yield from nameless(category["children"])

    assert list(nameless(json.loads(resources.path("categories.json").read_text(encoding="utf-8")))) == []


def test_no_visible_text_bypasses_the_catalogues() -> None:
    """Words given to a call or returned in `ui` are translated, unless they are keys, names or the log's."""
    found = []
    for path in (ROOT / "ui").rglob("*.py"):
        if path.name not in NOT_INTERFACE:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += [f"{path.relative_to(ROOT)}:{line} {text!r}" for line, text in bare_texts(tree)]
    assert found == []


def bare_texts(node: ast.AST, shown: bool = False) -> Iterator[tuple[int, str]]:
    """Literals that read like words, in arguments and results; errors of programmers are not for the user."""
    if isinstance(node, ast.Raise | ast.Assert) or is_call_of(node, NOT_SHOWN):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and shown:
        text = node.value.strip(" –·:.")
        if VISIBLE.search(text) and text not in NAMES and not KEYS.fullmatch(text):
            yield node.lineno, text
    for child in ast.iter_child_nodes(node):
        yield from bare_texts(child, shown or isinstance(node, ast.Call | ast.Return))


def is_call_of(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in names


@pytest.mark.parametrize(
    "code",
    ["label.setText('Two words')", "QLabel(f'Hello {name}')", "def f():\n    return 'Hello' if x else ''"],
)
def test_a_bare_text_is_noticed(code: str) -> None:
    assert len(list(bare_texts(ast.parse(code)))) == 1


def test_texts_are_found_with_any_receiver_count_and_concatenation(tmp_path: Path) -> None:
    code = """
translate("A", "one " "whole")
QCoreApplication.translate("A", "%n hits", "", len(hits) + 1)
app.translate("A", "Open", "a door")
QT_TRANSLATE_NOOP("E", "Gone")
translate("E", error.message)
name.translate(table)
"""
    texts, mistakes = source(tmp_path, code)
    assert {tuple(text) for text in texts} == {
        ("A", "one whole", ""), ("A", "%n hits", ""), ("A", "Open", "a door"), ("E", "Gone", ""),
    }  # fmt: skip
    assert mistakes == []


@pytest.mark.parametrize(
    "call",
    [
        'translate("A", f"{name} called")',
        'translate("A", name)',
        'translate(context, "Name")',
        'translate("A", "Name", why)',
        'QT_TRANSLATE_NOOP("A", NAME)',
        'translate("A", "%n hits")',
        'translate("A", "Hits", "", 3)',
    ],
)
def test_a_call_no_catalogue_can_follow_is_reported_with_its_place(tmp_path: Path, call: str) -> None:
    _, mistakes = source(tmp_path, f"\n{call}\n")
    assert [mistake.split(" ")[0] for mistake in mistakes] == ["main.py:2:"]


def test_an_update_keeps_translations_and_drops_what_vanished() -> None:
    kept, gone, new = tool.Text("A", "Keep"), tool.Text("A", "Gone"), tool.Text("A", "%n new")
    old = {kept: ["Conserva"], gone: ["Fora"]}
    assert tool.update({kept, new}, old, "ca") == {kept: ["Conserva"], new: ["", ""]}
    assert tool.update({kept, new}, old, "zh_TW")[new] == [""]
    assert set(tool.update({kept, new}, old, "en")) == {new}


def test_a_catalogue_reads_back_as_it_was_written(tmp_path: Path) -> None:
    whole = {
        tool.Text("A", '%n <hits> & "more"'): ["%n <encert> & 'més'", "%n"],
        tool.Text("A", "two\nlines", "why"): ["dues\nlínies"],
    }
    path = tmp_path / "x.ts"
    path.write_text(tool.render(whole | {tool.Text("B", "Not yet"): [""]}, "ca"), encoding="utf-8")
    assert tool.read(path) == whole


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("Hello {name}", "Hola {nom}"),
        ("%n calls", "trucades"),
        ("Cats && dogs", "Gats & gossos"),
        ("Pick…", "Tria"),
        ("Name:", "Nom"),
        ("Done", "Fet."),
        ("Show  Ctrl+J", "Mostra  Ctrl+M"),
        ("Empty", ""),
    ],
)
def test_what_is_lost_in_translation_is_noticed(text: str, translation: str) -> None:
    assert len(tool.faults({tool.Text("A", text): [translation]})) == 1


@pytest.mark.parametrize("speaking", ["ca"], indirect=True)
def test_a_reason_within_a_sentence_is_translated_with_it(speaking: str) -> None:
    error = backup_errors.cannot_write(Path("/nowhere/b"), Phrase("there is no such folder"))
    assert "aquesta carpeta no existeix" in words.error(error)
    assert "there is no such folder" in str(error), "on the command line it is English"
    assert "it is empty" in words.error(KnownError("A title", "{path}", path="it is empty")), "a name stays as it is"
