"""A store with two teams, an agent with bad intentions, and others whose work is worth attacking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg

from models.enums import Role
from tests.app.sync.contract.desks import At
from tests.made_store import MadeStore

CUSTOMERS = 30
SECRET = "Núria Puig"  # begins the name of every customer


@dataclass
class Scene:
    """Mallory is an agent of Residential; Bea of Business, Anna the administrator. Ids of what there is to attack."""

    store: MadeStore
    mallory: str
    bea: str
    customers: list[UUID]
    case: UUID  # of Business
    own_case: UUID  # of Residential
    device: UUID  # Bea's
    operation: UUID  # one of Bea's

    def attacker(self) -> psycopg.Connection[Any]:
        """Connect as the attacker would with psql."""
        return self.store.connect(self.mallory)

    def desk(self) -> At:
        """Return a desk of the attacker's: what they may do anyway."""
        return self.store.desk(self.mallory)

    def state(self) -> list[Any]:
        """Return all that no attack may change."""
        return self.store.ask(
            "SELECT 'row', entity::text, revision::text, team::text, seq::text FROM sync.change "
            "UNION ALL SELECT 'op', op_id::text, result, login, md5(body::text) FROM sync.op_log "
            "UNION ALL SELECT 'login', login, role, home::text, is_active::text FROM sync.login "
            "UNION ALL SELECT 'team', id::text, name, '', '' FROM sync.team "
            "UNION ALL SELECT 'role', r.rolname, r.rolcanlogin::text, r.rolcreaterole::text, md5(r.rolpassword) "
            f"FROM pg_authid r WHERE starts_with(r.rolname, '{self.store.name}') "
            "UNION ALL SELECT 'member', m.roleid::regrole::text, m.member::regrole::text, m.admin_option::text, '' "
            f"FROM pg_auth_members m WHERE starts_with(pg_get_userbyid(m.roleid), '{self.store.name}') "
            f"OR starts_with(pg_get_userbyid(m.member), '{self.store.name}') "
            "UNION ALL SELECT 'function', oid::regprocedure::text, md5(prosrc), proowner::text, proacl::text "
            "FROM pg_proc WHERE pronamespace IN ('api'::regnamespace, 'sync'::regnamespace, 'clerk'::regnamespace) "
            "UNION ALL SELECT 'relation', oid::regclass::text, relkind::text, relowner::text, relacl::text "
            "FROM pg_class WHERE relname NOT LIKE 'pg\\_%' AND relkind <> 'i' "
            "UNION ALL SELECT 'objects', count(*)::text, '', '', '' FROM pg_largeobject_metadata "
            "ORDER BY 1, 2, 3, 4, 5"
        )


def build(store: MadeStore) -> Scene:
    mallory = store.add("mallory", Role.AGENT, "Residential")
    bea = store.add("bea", Role.AGENT, "Business")
    theirs, mine = store.desk(bea), store.desk(mallory)
    customers = [theirs.make("customer", name=f"{SECRET} {n}") for n in range(CUSTOMERS)]
    case = theirs.make("case", customer_id=customers[0], summary="Secret of Business")
    own_case = mine.make("case", customer_id=customers[1])
    (operation,) = store.ask(f"SELECT op_id FROM sync.op_log WHERE entity = '{case}'")[0]
    scene = Scene(store, mallory, bea, customers, case, own_case, theirs.device, operation)
    theirs.store.close()
    mine.store.close()
    return scene


def age(scene: Scene) -> None:
    """Let all have been a year ago, so that no customer but those of open work is free to look at."""
    with scene.store.session() as at:
        at.raw.execute("UPDATE sync.op_log SET taken_at = taken_at - interval '1 year'")


def connections(scene: Scene, count: int) -> Iterator[psycopg.Connection[Any]]:
    for _ in range(count):
        yield scene.attacker()
