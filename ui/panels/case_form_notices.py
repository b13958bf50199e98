"""What stands at the foot of the case form: the open case it looks like, what was saved, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.cases.records import CaseRow, SavedCase
from ui.panels.case_form_model import CaseFormModel
from ui.panels.case_form_news import CaseNewsBar
from ui.panels.case_form_state import FormState, OpenCase
from ui.widgets.labels import IconLabel
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.restyle import set_state


class SavedLine(QFrame):
    """The reference, large enough to read out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "notice")
        set_state(self, "state", "good")
        self.reference = QLabel(self)
        self.reference.setProperty("kind", "caller")
        set_state(self.reference, "state", "good")
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        set_state(self.sentence, "state", "good")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(IconLabel("check-circle", "good", 18, self))
        row.addWidget(self.reference)
        row.addWidget(self.sentence, 1)
        self.hide()

    def show_saved(self, saved: SavedCase) -> None:
        self.reference.setText(saved.reference)
        if saved.is_new:
            words = QCoreApplication.translate("CaseForm", "saved – read it to the customer")
        else:
            words = QCoreApplication.translate("CaseForm", "has it now – read it to the customer")
        self.sentence.setText(words)
        self.setAccessibleName(f"{saved.reference} {words}")
        self.show()


class FormNotices(QWidget):
    """Shows at most one notice of each sort and takes the answer to "looks like"."""

    def __init__(self, model: CaseFormModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._similar: OpenCase | None = None
        self.bar = NoticeBar("", "accent", "", self, icon="copy", closable=True)
        self.news = CaseNewsBar(model.watch, self)
        self.editors = NoticeBar("", "warning", "", self, icon="edit")
        self.problem = NoticeBar("", "bad", "", self)
        self.saved = SavedLine(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.bar, self.editors, self.news, self.problem, self.saved):
            column.addWidget(part)
            part.hide()
        model.similar.found.connect(self._on_found)
        model.watch.editors.connect(self._on_editors)
        self.bar.action_triggered.connect(self._on_action)
        self.bar.closed.connect(self._on_closed)

    def show_state(self, state: FormState) -> None:
        """Show the case that is added to, else the one it looks like."""
        if state.add_to is not None:
            words = QCoreApplication.translate("CaseForm", "Goes to {reference}: {summary}")
            action = QCoreApplication.translate("CaseForm", "New case instead")
            case = state.add_to
        elif self._similar is not None:
            words = QCoreApplication.translate("CaseForm", "Looks like {reference}: {summary}")
            action = QCoreApplication.translate("CaseForm", "Add to it")
            case = self._similar
        else:
            self.bar.hide()
            return
        self.bar.set_notice(words.format(reference=case.reference, summary=case.summary), None, action)
        self.bar.close_button.setVisible(state.add_to is None)
        self.bar.show()

    def show_problem(self, sentence: str) -> None:
        self.problem.set_notice(sentence)
        self.problem.show()

    def clear(self) -> None:
        """Take away what was saved and what went wrong: the user went on."""
        self.saved.hide()
        self.problem.hide()

    def _on_found(self, case: CaseRow | None) -> None:
        self._similar = OpenCase(case.id, case.reference, case.summary) if case is not None else None
        self.show_state(self._model.state())

    def _on_editors(self, names: tuple[str, ...]) -> None:
        case = self._model.state().add_to
        self.editors.setVisible(bool(names and case))
        if names and case is not None:
            words = QCoreApplication.translate("CaseForm", "{who} is writing on {reference} too.")
            who = QLocale().createSeparatedList(names)
            self.editors.set_notice(words.format(who=who, reference=case.reference))

    def _on_action(self) -> None:
        self._model.add_to(self._similar if self._model.state().add_to is None else None)

    def _on_closed(self) -> None:
        if self._similar is not None:
            self._model.similar.dismiss(self._similar.id)
