"""Administration without its widgets: what is known of the store, and what is being done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.errors import AppError, TransientError
from app.progress import Progress
from models.enums import Role
from ui.panels import words

if TYPE_CHECKING:
    from app.sync.admin_records import LoginRow, Person, Standing, StoreBackup, TeamRow, Verified
    from app.sync.administration import Administration, PeopleCare
    from ui.background import Background


class AdminModel(QObject):
    """Everything it asks runs in a thread of its own; one thing at a time is done to people and teams.

    What fails is told by `refused` and changes nothing that is shown; that the store does not answer stays in
    `offline` until it does.
    """

    people_changed = Signal()
    standing_changed = Signal()
    check_changed = Signal()
    state_changed = Signal()  # busy, or offline
    refused = Signal(object)  # AppError
    password_made = Signal(str, str)  # login, password: shown once, kept nowhere
    done = Signal(str)  # what: "add", "save", "team"
    toast = Signal(str, str, object)

    def __init__(self, me: str, has_people: bool, parent: QObject | None = None) -> None:
        """`me` is the login of whoever administers."""
        super().__init__(parent)
        self.me, self.has_people = me, has_people
        self.people: list[LoginRow] = []
        self.teams: list[TeamRow] = []
        self.standing: Standing | None = None
        self.verified: Verified | None = None
        self.backup: StoreBackup | None = None
        self.percent: int | None = None  # of the check or the backup that is on its way
        self.offline: AppError | None = None
        self.is_busy = self.is_reading = self.was_read = False
        self._open: Callable[[], Administration] | None = None
        self._background: Background | None = None
        self._cancel: Callable[[], None] = lambda: None

    def bind(self, administer: Callable[[], Administration], background: Background) -> None:
        """Ask `administer` each time, in a thread: it may take an import."""
        self._open, self._background = administer, background

    def refresh(self) -> None:
        """Read people, teams and how the store stands again."""
        if self.is_reading:
            return
        self.is_reading = True
        self.state_changed.emit()
        self._run(_read, self._take, self._not_read)

    def person(self, login: str) -> LoginRow | None:
        return next((row for row in self.people if row.login == login), None)

    def add(self, person: Person) -> None:
        """Let somebody sign in; then `password_made`."""
        self._change(lambda people, progress: people.add(person, progress), "add", self._tell_password(person.login))

    def reset_password(self, login: str) -> None:
        self._change(lambda people, progress: people.reset_password(login, progress), "", self._tell_password(login))

    def save(self, login: str, role: Role, teams: tuple[str, ...]) -> None:
        """Set role and teams, as far as they are others; it can be undone."""
        was = self.person(login)
        if was is None or (was.role == role and tuple(was.teams) == teams):
            return

        def work(people: PeopleCare, progress: Progress) -> None:
            if was.role != role:
                people.set_role(login, role, progress)
            if tuple(was.teams) != teams:
                people.set_teams(login, teams, progress)

        said = QCoreApplication.translate("Admin", "{name} is changed.").format(name=was.name)
        self._change(work, "save", self._tell(said, lambda: self.save(login, was.role, tuple(was.teams))))

    def set_active(self, login: str, active: bool) -> None:
        was = self.person(login)
        if was is None:
            return
        if active:
            said = QCoreApplication.translate("Admin", "{name} may sign in again.")
        else:
            said = QCoreApplication.translate("Admin", "{name} may sign in no more.")
        undo = self._tell(said.format(name=was.name), lambda: self.set_active(login, not active))
        self._change(lambda people, progress: people.set_active(login, active, progress), "save", undo)

    def add_team(self, name: str) -> None:
        said = QCoreApplication.translate("Admin", "The team “{name}” is added.").format(name=name)
        self._change(lambda people, progress: people.add_team(name, progress), "team", self._tell(said))

    def rename_team(self, team: str, name: str) -> None:
        if team == name:
            return
        said = QCoreApplication.translate("Admin", "The team “{team}” is “{name}” now.").format(team=team, name=name)
        undo = self._tell(said, lambda: self.rename_team(name, team))
        self._change(lambda people, progress: people.rename_team(team, name, progress), "team", undo)

    def verify(self) -> None:
        """Look whether the store is whole; `check_changed` as it goes on."""
        self._long(lambda all_, progress: all_.store.verify(progress), self._checked)

    def back_up(self, target: Path) -> None:
        """Write a backup of a store in a file."""

        def work(all_: Administration, progress: Progress) -> StoreBackup:
            assert all_.copies is not None, "asked for only where there are copies"  # noqa: S101
            return all_.copies.back_up(target, progress)

        self._long(work, self._backed_up)

    def cancel(self) -> None:
        self._cancel()

    def _change(self, work: Callable[[PeopleCare, Progress], Any], what: str, then: Callable[[Any], None]) -> None:
        if self.is_busy:
            return
        self.is_busy = True
        self.state_changed.emit()

        def run(all_: Administration, progress: Progress) -> Any:
            assert all_.people is not None, "asked for only where there are people"  # noqa: S101
            return work(all_.people, progress), all_.people.people(progress)

        def changed(found: Any) -> None:
            result, (self.people, self.teams) = found
            self.is_busy = False
            self._online()
            self.people_changed.emit()
            self.done.emit(what)
            then(result)

        self._run(run, changed, self._not_changed)

    def _tell(self, said: str, undo: Callable[[], None] | None = None) -> Callable[[Any], None]:
        action = QCoreApplication.translate("Admin", "Undo") if undo is not None else ""
        return lambda _: self.toast.emit(said, action, undo)

    def _tell_password(self, login: str) -> Callable[[Any], None]:
        return lambda password: self.password_made.emit(login, password)

    def _long(self, work: Callable[[Administration, Progress], Any], done: Callable[[Any], None]) -> None:
        if self.percent is not None or self._background is None or self._open is None:
            return
        administer, self.percent = self._open, 0
        self.check_changed.emit()
        self._cancel = self._background.run_long(
            lambda progress: work(administer(), progress), self._progressed, done, self._not_checked, self._cancelled
        )

    def _progressed(self, percent: int) -> None:
        if self.percent is not None:
            self.percent = percent
            self.check_changed.emit()

    def _checked(self, found: Verified) -> None:
        self.percent, self.verified = None, found
        self._online()
        self.check_changed.emit()

    def _backed_up(self, made: StoreBackup) -> None:
        self.percent, self.backup = None, made
        self.check_changed.emit()
        self.toast.emit(QCoreApplication.translate("Admin", "The backup is made, and was read back whole."), "", None)
        self.refresh()

    def _not_checked(self, error: AppError) -> None:
        self.percent = None
        self.check_changed.emit()
        self._fail(error)

    def _cancelled(self, _: None) -> None:
        self.percent = None
        self.check_changed.emit()

    def _take(self, found: tuple[list[LoginRow], list[TeamRow], Standing]) -> None:
        self.is_reading, self.was_read = False, True
        self.people, self.teams, self.standing = found
        self._online()
        self.people_changed.emit()
        self.standing_changed.emit()

    def _not_read(self, error: AppError) -> None:
        self.is_reading = False
        self._fail(error)

    def _not_changed(self, error: AppError) -> None:
        self.is_busy = False
        self._fail(error)

    def _fail(self, error: AppError) -> None:
        """That nobody answers is a state of the page; what was refused is told where it was asked for."""
        if isinstance(error, TransientError):
            self.offline = error
        self.state_changed.emit()
        self.refused.emit(error)

    def _online(self) -> None:
        self.offline = None
        self.state_changed.emit()

    def _run(
        self, work: Callable[[Administration, Progress], Any], done: Callable[[Any], None],
        failed: Callable[[AppError], None],
    ) -> None:  # fmt: skip
        if self._background is None or self._open is None:
            return
        administer = self._open
        self._background.run_long(lambda progress: work(administer(), progress), lambda _: None, done, failed)


def _read(all_: Administration, progress: Progress) -> tuple[list[LoginRow], list[TeamRow], Standing]:
    people, teams = all_.people.people(progress) if all_.people is not None else ([], [])
    return people, teams, all_.store.standing(progress)


def problem(error: AppError) -> str:
    """Return what to say of an error: its title, and what to do."""
    both = QCoreApplication.translate("Admin", "{title}. {sentence}")
    return both.format(title=words.error_title(error), sentence=words.error(error))
