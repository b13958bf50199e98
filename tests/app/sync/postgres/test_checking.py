"""`store verify` finds nothing in a store that works, and each thing that can be wrong with one."""

from __future__ import annotations

import pytest

from app.sync.admin_records import Verified
from app.sync.postgres import checking
from app.sync.postgres.admin_link import session
from models.enums import Role
from tests.made_store import MadeStore


def verify(store: MadeStore) -> Verified:
    with session(store.address, store.password, at_one_moment=True) as at:
        return checking.verify(at)


@pytest.fixture
def used(made_store: MadeStore) -> MadeStore:
    """A store with a customer, a case that moved between teams, its event, and a conflict."""
    bea, carol = made_store.add("bea", Role.AGENT, "Residential"), made_store.add("carol", Role.SUPERVISOR, "Business")
    desk, other = made_store.desk(bea), made_store.desk(carol)
    customer = desk.make("customer")
    desk.make("contact_point", customer_id=customer)
    case = desk.make("case", customer_id=customer)
    desk.make("case_event", case_id=case)
    assert desk.do("case.edit", case, summary=("No light", "No light at all")).result == "applied"
    assert desk.do("case.edit", case, summary=("No light", "Dark")).result == "conflict"
    assert desk.do("case.edit", case, team=(1, 2)).result == "applied"
    desk.store.close()
    other.store.close()
    return made_store


def test_a_store_that_is_used_is_whole(used: MadeStore) -> None:
    found = verify(used)
    assert found.problems == []
    assert (found.rows["case"], found.rows["conflict"]) == (1, 1)
    assert [line for line in found.advice if "backup" in line]


# Each makes one thing wrong; the word is in what is said of it.
WRONGS = {
    "DELETE FROM sync.change WHERE \"table\" = 'customer'": "1 rows of customer",
    "DELETE FROM app.case_event": "1 rows of case_event",
    'UPDATE app."case" SET revision = revision + 1': "1 rows of case are without",
    "UPDATE sync.change SET team = 1 WHERE \"table\" = 'case'": "1 rows of case are of a wrong place",
    "UPDATE sync.counter SET seq = 2": "a sequence the counter has not given",
    "DELETE FROM sync.op_log WHERE n = 3": "1 desks have holes",
    "DELETE FROM sync.op_log WHERE n = 7": "1 desks have holes",
    "UPDATE sync.device SET last_n = 6": "more than their last number says",
    "DELETE FROM sync.search": "1 customers are found by nothing",
    "UPDATE sync.field SET edit = 'anybody' WHERE field = 'merged_into'": "sync.field is not what this program says",
    "UPDATE sync.entity SET \"create\" = 'anybody'": "sync.entity is not what this program says",
    "GRANT SELECT ON app.customer TO PUBLIC": "somebody but the owner has rights on app.customer",
    'GRANT UPDATE (seq) ON sync.counter TO "{name}_agent"': "has rights on columns of sync.counter",
    'GRANT EXECUTE ON FUNCTION sync.me() TO "{name}_agent"': "somebody but the owner may call sync.me()",
    "CREATE FUNCTION api.test() RETURNS integer LANGUAGE sql AS 'SELECT 1'": "api.test() is not the owner's",
    "ALTER FUNCTION api.unblock() SECURITY INVOKER": "api.unblock() does not run as its owner",
    "ALTER FUNCTION api.unblock() RESET search_path": "api.unblock() does not run as its owner",
    "GRANT EXECUTE ON FUNCTION api.unblock() TO PUBLIC": "somebody outside the groups may call api.unblock()",
    'GRANT TEMP ON DATABASE "{name}" TO PUBLIC': "temporary tables",
    'ALTER ROLE "{name}.bea" CREATEDB': "{name}.bea may administer the server",
    'ALTER ROLE "{name}_agent" LOGIN': "the group {name}_agent can sign in",
    'GRANT "{name}_administrator" TO "{name}.bea"': "{name}.bea is in another group",
    "UPDATE sync.login SET is_active = false WHERE name = 'Bea'": "is no active login",
    'GRANT pg_read_all_data TO "{name}.bea"': "{name}.bea has rights of a role",
}


def test_each_thing_that_is_wrong_is_found(used: MadeStore) -> None:
    missed = []
    for wrong, said in WRONGS.items():
        try:
            with session(used.address, used.password) as at:
                at.raw.execute(wrong.format(name=used.name).encode())
                problems = checking.verify(at).problems
                if not any(said.format(name=used.name) in problem for problem in problems):
                    missed.append((wrong, problems))
                raise UndoError
        except UndoError:
            continue
    assert missed == []
    assert verify(used).problems == []


class UndoError(Exception):
    pass
