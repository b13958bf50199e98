"""Every statement is refused with its reason, over libpq and by psql, and nothing in the store is other afterwards."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import psycopg
import pytest

from app.sync.postgres import checking
from app.sync.postgres.admin_link import session
from tests.attack.scene import Scene
from tests.attack.statements import ALL
from tests.made_store import PASSWORD


def filled(scene: Scene, statement: str) -> str:
    return statement.format(
        mallory=scene.mallory, bea=scene.bea, case=scene.case, customer=scene.customers[0], name=scene.store.name
    )


def test_each_is_refused_with_its_reason_and_changes_nothing(scene: Scene) -> None:
    before = scene.state()
    through = []
    with scene.attacker() as attacker:
        for name, (statement, (state, reason)) in ALL.items():
            try:
                attacker.execute(filled(scene, statement).encode()).fetchall()
                through.append((name, "went through"))
            except psycopg.Error as error:
                if not (re.fullmatch(state, error.sqlstate or "") and reason in str(error)):
                    through.append((name, f"{error.sqlstate} {error}"))
            if attacker.closed:
                through.append((name, "ended the session"))
                break
    assert through == [], "\n".join(map(str, through))
    assert scene.state() == before


@pytest.mark.skipif(shutil.which("psql") is None, reason="psql is not installed")
def test_psql_gets_no_further(scene: Scene) -> None:
    before = scene.state()
    commands = [
        "\\set VERBOSITY sqlstate",
        *(filled(scene, statement).rstrip(";") + ";" for statement, _ in ALL.values()),
    ]
    commands += ["\\copy app.customer to '/dev/null'", "\\lo_import /etc/hostname"]
    server = scene.store.server
    ran = subprocess.run(
        ["psql", "-X", "-q", "-h", server.host, "-p", str(server.port), "-U", scene.mallory, "-d", scene.store.name],
        input="\n".join(commands), capture_output=True, text=True, timeout=100, check=False,
        env=os.environ | {"PGPASSWORD": PASSWORD},
    )  # fmt: skip
    refused = [line for line in ran.stderr.splitlines() if re.search(r"ERROR: ", line)]
    assert len(refused) == len(commands) - 1, ran.stderr
    assert ran.stdout.strip() == ""
    assert scene.state() == before


def test_dropping_what_the_group_owns_takes_nothing_from_it(scene: Scene) -> None:
    """PostgreSQL lets a member of a role try; it warns that there was nothing to take."""
    before = scene.state()
    with scene.attacker() as attacker:
        attacker.execute(f'DROP OWNED BY "{scene.store.name}_agent"'.encode())
        attacker.execute(f'REASSIGN OWNED BY "{scene.store.name}_agent" TO "{scene.mallory}"'.encode())
    assert scene.state() == before
    scene.desk().store.close()


def test_what_colleagues_run_is_not_shown(scene: Scene) -> None:
    with scene.store.connect(scene.bea) as bea, scene.attacker() as attacker:
        bea.execute("SELECT api.find('Secret customer', '{}')")
        shown = attacker.execute("SELECT query, client_addr FROM pg_stat_activity WHERE usename = %s", (scene.bea,))
        assert {query for query, _ in shown} == {"<insufficient privilege>"}


SETTINGS = (
    "search_path = 'evil, public'", "timezone = 'Asia/Tokyo'", "lock_timeout = 0", "standard_conforming_strings = off",
    "default_transaction_isolation = 'serializable'", "datestyle = 'German'",
)  # fmt: skip


def test_settings_of_a_session_do_not_reach_into_api(scene: Scene) -> None:
    """search_path and its like are everybody's to set; api's functions run with their own."""
    with scene.attacker() as attacker:
        for setting in SETTINGS:
            attacker.execute(f"SET {setting}".encode())
        (row,) = attacker.execute("SELECT fields FROM api.rows(ARRAY[%s]::uuid[])", (scene.own_case,)).fetchall()
        assert row[0]["opened_at"].endswith("+00:00")


def test_the_store_is_whole_and_nobody_may_more_than_before(scene: Scene) -> None:
    with session(scene.store.address, scene.store.password, at_one_moment=True) as at:
        assert checking.verify(at).problems == []
