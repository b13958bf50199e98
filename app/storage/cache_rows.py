"""Rows of the cache found by what they are about: to compare them with the store's, to evict or to drop them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from app.storage.cache_tables import Driver, key, table
from app.storage.cache_take import AWAY
from app.storage.local_store import Pushed
from app.storage.operations import ENTITIES

OWN = ("contact_point", "number_choice", "call", "case", "follow_up")  # tables with a customer_id
HANGING = {"call": "call_leg", "case": "case_event"}
# Held customers but those with open work of the teams, the longest unused first.
UNUSED = """
SELECT customer_id FROM held WHERE customer_id NOT IN (
    SELECT customer_id FROM "case" WHERE closed_at IS NULL AND deleted_at IS NULL AND customer_id IS NOT NULL
        AND team IN ({teams})
    UNION ALL
    SELECT customer_id FROM follow_up WHERE status = 'open' AND deleted_at IS NULL AND customer_id IS NOT NULL
        AND team IN ({teams})
) ORDER BY used_at LIMIT ?
"""


def of_customer(driver: Driver, customer: bytes) -> Iterator[tuple[str, bytes, int]]:
    """Yield (table, id, revision) of each row about a customer, conflicts about these too."""
    found = [
        ("customer", *row) for row in driver.execute("SELECT id, revision FROM customer WHERE id = ?", (customer,))
    ]
    for name in OWN:
        own = driver.execute(f'SELECT id, revision FROM "{name}" WHERE customer_id = ?', (customer,)).fetchall()  # noqa: S608
        found += [(name, *row) for row in own]
        if name in HANGING:
            to = table(HANGING[name])
            query = f"SELECT id, revision FROM {to.name} WHERE {to.parent} = ?"  # noqa: S608
            found += [(to.name, *row) for of, _ in own for row in driver.execute(query, (of,))]
    yield from found
    for _, of, _ in found:
        for row in driver.execute('SELECT id, revision FROM "conflict" WHERE entity = ?', (of,)):
            yield ("conflict", *row)


def unconfirmed(driver: Driver, entities: Iterable[UUID]) -> list[UUID]:
    """Return those entities that have a row here which the store has not sent, or will not send by itself."""
    return [of for of in entities if _own_table(driver, of) is not None or _is_nobodys(driver, of.bytes)]


def revisions(driver: Driver, customer: UUID) -> list[tuple[UUID, int]]:
    """Return (id, revision) of each row about a customer."""
    return [(key(of), revision) for _, of, revision in of_customer(driver, customer.bytes)]


def open_work(driver: Driver, teams: Collection[int]) -> list[tuple[UUID, int]]:
    """Return (id, revision) of the open cases and promises of some teams."""
    of_teams = f"deleted_at IS NULL AND team IN ({', '.join(str(int(team)) for team in teams)})"
    found = driver.execute(f'SELECT id, revision FROM "case" WHERE closed_at IS NULL AND {of_teams}').fetchall()  # noqa: S608 - numbers
    found += driver.execute(f"SELECT id, revision FROM follow_up WHERE status = 'open' AND {of_teams}").fetchall()  # noqa: S608
    return [(key(of), revision) for of, revision in found]


def drop_own(connection: Connection, entity: UUID, pushed: Pushed) -> None:
    """Take away a row that is only here."""
    driver: Any = connection.connection.driver_connection
    name = _own_table(driver, entity)
    if name is None:
        return
    to = table(name)
    was = to.before(driver, [entity.bytes])[entity.bytes]
    driver.execute(to.drop, (entity.bytes,))
    pushed.tables.add(name)
    if was.customer_id is not None:
        pushed.customers.add(key(was.customer_id))
        driver.execute(AWAY, (was.customer_id, was.moment, entity.bytes))
    if name == "customer":
        driver.execute("DELETE FROM held WHERE customer_id = ?", (entity.bytes,))


def evict(connection: Connection, most: int, teams: Collection[int], at_once: int, pushed: Pushed) -> None:
    """Let unused customers go, with all rows about them, until `most` are held."""
    driver: Any = connection.connection.driver_connection
    over = driver.execute("SELECT count(*) FROM held").fetchone()[0] - most
    if over <= 0:
        return
    unused = UNUSED.format(teams=", ".join(str(int(team)) for team in teams))
    found = driver.execute(unused, (min(over, at_once),)).fetchall()
    for (customer,) in found:
        drop_customer(connection, customer, pushed)
        driver.execute("DELETE FROM held WHERE customer_id = ?", (customer,))


def drop_customer(connection: Connection, customer: bytes, pushed: Pushed) -> None:
    """Take away all rows about a customer."""
    driver: Any = connection.connection.driver_connection
    for name, of, _ in list(of_customer(driver, customer)):
        driver.execute(table(name).drop, (of,))
    driver.execute("DELETE FROM interaction WHERE customer_id = ?", (customer,))
    pushed.customers.add(key(customer))
    pushed.tables.add("customer")


def _is_nobodys(driver: Driver, of: bytes) -> bool:
    """Whether it is a call, or a leg of one, that is nobody's yet."""
    query = "SELECT 1 FROM call WHERE customer_id IS NULL AND id IN (?, (SELECT call_id FROM call_leg WHERE id = ?))"
    return driver.execute(query, (of, of)).fetchone() is not None


def _own_table(driver: Driver, entity: UUID) -> str | None:
    """Return the table in which an entity is only here."""
    for name in ENTITIES:
        if driver.execute(f'SELECT 1 FROM "{name}" WHERE id = ? AND revision = 0', (entity.bytes,)).fetchone():  # noqa: S608
            return name
    return None
