"""What cannot be reached, or does not let us in, says so in a sentence, and no dead link is waited for."""

from __future__ import annotations

import selectors
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import psycopg
import pytest

from app.errors import AppError, KnownError, TransientError
from app.sync.address import StoreAddress
from app.sync.postgres.store import PostgresStore, connect
from models.base import uuid7
from models.enums import Role
from tests.app.sync.contract.desks import At, new
from tests.postgres_server import PASSWORD, Store


@pytest.fixture
def login(postgres: Store) -> str:
    return postgres.add_login("Maria", Role.AGENT, 1)


def refused(address: StoreAddress, password: str | None = PASSWORD) -> AppError:
    with pytest.raises(AppError) as error:
        At(connect(address, password))
    return error.value


def test_a_wrong_password_is_told(postgres: Store, login: str) -> None:
    for password in ("wrong", None, ""):
        error = refused(postgres.address(login), password)
        assert isinstance(error, KnownError) and "password is wrong" in str(error) and login in str(error)


def test_somebody_nobody_knows_is_told_no_more_than_who_mistypes(postgres: Store, login: str) -> None:
    assert str(refused(postgres.address(login), "wrong")).replace(login, "") == str(
        refused(postgres.address("nobody"), "wrong")
    ).replace("nobody", "")


def test_a_login_that_is_switched_off_is_told(postgres: Store, login: str) -> None:
    store = connect(postgres.address(login), PASSWORD)
    desk = At(store)
    postgres.run("UPDATE sync.login SET is_active = false")
    with pytest.raises(KnownError, match="switched off"):
        desk.make("customer")
    store.close()
    postgres.run(f'ALTER ROLE "{login}" NOLOGIN')
    assert "switched off" in str(refused(postgres.address(login)))


def test_a_login_of_another_store_is_told(postgres: Store, login: str) -> None:
    group = postgres.run("SELECT groups FROM sync.store")[0][0]
    postgres.run(f'REVOKE "{group}_agent" FROM "{login}"')
    error = refused(postgres.address(login))
    assert isinstance(error, KnownError) and "not of this store" in str(error)


def test_a_database_that_is_not_there_or_no_store_is_told(postgres: Store, login: str) -> None:
    error = refused(replace(postgres.address(login), database="nothing_here"))
    assert isinstance(error, KnownError) and "nothing_here" in str(error)
    error = refused(replace(postgres.address(login), database="postgres"))
    assert isinstance(error, KnownError) and "no store of Ringbook" in str(error)


def test_a_store_of_an_older_program_is_told(postgres: Store, login: str) -> None:
    desk = At(connect(postgres.address(login), PASSWORD))
    postgres.run("DROP FUNCTION api.working_set()")
    with pytest.raises(KnownError, match="too old for this program"):
        desk.store.working_set()
    desk.store.close()


def test_a_server_that_is_off_or_unknown_may_come_back(postgres: Store, login: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        error = refused(replace(postgres.address(login), port=probe.getsockname()[1]))
    assert isinstance(error, TransientError) and "Nothing answers" in str(error)
    error = refused(replace(postgres.address(login), host="nowhere.invalid", sslmode="disable"))
    assert isinstance(error, TransientError) and "Nobody knows" in str(error)


def test_a_server_without_a_certificate_is_not_trusted(postgres: Store, login: str) -> None:
    error = refused(replace(postgres.address(login), sslmode="verify-full"))
    assert isinstance(error, KnownError) and "not safe" in str(error)


class Cable:
    """What lies between a desk and its server; `cut` lets nothing through any more and tells neither."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._is_cut = threading.Event()
        self._closing = threading.Event()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        self._thread = threading.Thread(target=self._carry)
        self._thread.start()

    def cut(self) -> None:
        self._is_cut.set()

    def close(self) -> None:
        self._closing.set()
        self._thread.join()

    def _carry(self) -> None:
        with self._server, self._server.accept()[0] as desk, socket.create_connection(("127.0.0.1", self._port)) as far:
            others = {desk: far, far: desk}
            with selectors.DefaultSelector() as selector:
                for end in others:
                    selector.register(end, selectors.EVENT_READ)
                while not self._closing.is_set():
                    for key, _ in selector.select(0.02):
                        end = key.fileobj
                        assert isinstance(end, socket.socket)
                        data = b"" if self._is_cut.is_set() else end.recv(65536)
                        if data:
                            others[end].sendall(data)
                        elif not self._is_cut.is_set():
                            return
                    if self._is_cut.is_set():
                        self._closing.wait()


@contextmanager
def far_store(postgres: Store, login: str) -> Iterator[tuple[PostgresStore, Cable]]:
    cable = Cable(postgres.server.port)
    store = connect(replace(postgres.address(login), port=cable.port), PASSWORD)
    try:
        yield store, cable
    finally:
        store.close()
        cable.close()


def test_a_link_that_is_cut_without_a_word_is_noticed(
    postgres: Store, login: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with far_store(postgres, login) as (store, cable):
        store.heartbeat()
        cable.cut()
        monkeypatch.setattr("app.sync.postgres.store.HEARTBEAT_S", 0.3)
        with pytest.raises(TransientError):
            store.heartbeat()
        with pytest.raises(TransientError):
            store.heartbeat()
        with pytest.raises(TransientError):
            store.wait(1)


def test_a_server_that_goes_ends_the_wait(postgres: Store, login: str) -> None:
    store = connect(postgres.address(login), PASSWORD)
    desk = At(store)
    postgres.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login", login=login)
    with pytest.raises(TransientError):
        store.wait(10)
    with pytest.raises(TransientError):
        desk.make("customer")
    store.close()


def test_whoever_holds_all_others_up_is_ended(postgres: Store, login: str) -> None:
    noah = postgres.add_login("Noah", Role.AGENT, 2)
    desk = At(connect(postgres.address(login), PASSWORD))
    other = At(connect(postgres.address(noah), PASSWORD))
    url = postgres.address(noah).conninfo()
    with psycopg.connect(**url, password=PASSWORD) as holder:  # type: ignore[arg-type]
        holder.execute("SELECT * FROM api.push(%s, '[]')", [other.device])
        op = desk.op("customer.create", uuid7(), new("customer"))
        tries = 0
        while True:
            tries += 1
            try:
                assert desk.push(op)[0].result == "applied"
                break
            except TransientError:
                assert tries < 10
        assert tries > 1
        with pytest.raises(psycopg.OperationalError):
            holder.execute("SELECT 1")
    desk.store.close()
    other.store.close()


def test_what_is_done_while_the_server_works_is_done_once_and_ends_the_wait_when_it_fails(
    postgres: Store, login: str
) -> None:
    store = connect(postgres.address(login), PASSWORD)
    desk = At(store)
    of = desk.make("customer")
    done: list[int] = []
    found = store.whole([of], lambda: done.append(1))
    assert [(heap.table, heap.size) for heap in found] == [("customer", 1)]
    assert store.whole([of]) == found and done == [1]

    def fail() -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        store.whole([of], fail)
    with pytest.raises(TransientError):
        store.heartbeat()
