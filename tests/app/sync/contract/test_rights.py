"""Who may write what, as app/storage/rights.py says, at the store itself."""

from __future__ import annotations

from collections.abc import Callable

from models.base import utc_now, uuid7
from models.enums import Role
from tests.app.sync.contract.desks import At, new

Sit = Callable[..., At]


def result(desk: At, kind: str, entity: object, **body: object) -> str:
    done = desk.do(kind, entity, **body)  # type: ignore[arg-type]
    assert (done.reason is not None) == (done.result == "refused")
    return done.result


def test_work_is_edited_by_its_team_its_supervisors_and_administrators(maria: At, sit: Sit) -> None:
    case, promise = maria.make("case", owner=None), maria.make("follow_up", owner=None)
    editors = {
        "other agent": (sit("Noah", Role.AGENT, (2,)), "refused"),
        "other supervisor": (sit("Sofia", Role.SUPERVISOR, (2,)), "refused"),
        "team mate": (sit("Pau", Role.AGENT, (1,)), "applied"),
        "second team": (sit("Laia", Role.AGENT, (2, 1)), "applied"),
        "supervisor": (sit("Olga", Role.SUPERVISOR, (1,)), "applied"),
        "administrator": (sit("Adam", Role.ADMINISTRATOR, (3,)), "applied"),
    }
    owner = None
    for who, (desk, expected) in editors.items():
        for table, entity in (("case", case), ("follow_up", promise)):
            assert result(desk, f"{table}.edit", entity, owner=(owner, who)) == expected
        owner = who if expected == "applied" else owner
    assert maria.fields(case)["owner"] == "administrator"


def test_anybody_adds_to_the_story_of_a_case(maria: At, sit: Sit) -> None:
    noah = sit("Noah", teams=(2,))
    event = noah.make("case_event", case_id=maria.make("case"))
    rows, _, _ = maria.pull()
    assert event in rows


def test_rights_are_those_of_the_team_a_case_is_of_now(maria: At, sit: Sit) -> None:
    noah = sit("Noah", teams=(2,))
    case = maria.make("case", owner=None)
    maria.do("case.edit", case, team=(1, 2))
    assert result(maria, "case.edit", case, owner=(None, "Maria")) == "refused"
    assert result(noah, "case.edit", case, owner=(None, "Noah")) == "applied"


def test_one_field_that_may_not_be_written_refuses_the_whole_edit(maria: At) -> None:
    customer = maria.make("customer", city=None)
    assert result(maria, "customer.edit", customer, city=(None, "Girona"), deleted_at=(None, utc_now())) == "refused"
    assert maria.fields(customer)["city"] is None


def test_customers_are_merged_and_deleted_by_supervisors(maria: At, sit: Sit) -> None:
    first, second = maria.make("customer"), maria.make("customer")
    sofia = sit("Sofia", Role.SUPERVISOR, (2,))
    assert result(maria, "customer.edit", first, merged_into=(None, second)) == "refused"
    assert result(sofia, "customer.edit", first, merged_into=(None, second)) == "applied"
    assert result(maria, "customer.edit", second, deleted_at=(None, utc_now())) == "refused"
    assert result(sofia, "customer.edit", second, deleted_at=(None, utc_now())) == "applied"


def test_who_made_a_case_may_take_it_back_and_no_other_agent(maria: At, sit: Sit) -> None:
    pau = sit("Pau")
    case, other = maria.make("case"), maria.make("case")
    assert result(pau, "case.edit", case, deleted_at=(None, utc_now())) == "refused"
    assert result(maria, "case.edit", case, deleted_at=(None, utc_now())) == "applied"
    assert result(sit("Olga", Role.SUPERVISOR), "case.edit", other, deleted_at=(None, utc_now())) == "applied"


def test_what_waited_for_its_row_is_judged_when_that_comes(maria: At, sit: Sit) -> None:
    noah = sit("Noah", teams=(2,))
    case = uuid7()
    assert result(noah, "case.edit", case, owner=(None, "Noah")) == "parked"
    maria.do("case.create", case, **new("case"))
    [(_, answer)] = noah.store.answers(noah.device, 0, 10)
    assert answer.result == "refused" and answer.reason
    assert maria.fields(case)["owner"] is None


def test_a_conflict_is_settled_by_its_team_and_nothing_else_of_it_is_written(maria: At, sit: Sit) -> None:
    case = maria.make("case", owner=None)
    maria.do("case.edit", case, owner=(None, "Maria"))
    assert result(maria, "case.edit", case, owner=(None, "Pau")) == "conflict"
    rows, _, _ = maria.pull()
    [conflict] = [row.id for row in rows.values() if row.table == "conflict"]
    noah = sit("Noah", teams=(2,))
    settled = {"settled_at": (None, utc_now())}
    assert result(noah, "conflict.edit", conflict, **settled, settled_by=(None, "Noah")) == "refused"
    assert result(maria, "conflict.edit", conflict, mine=("Pau", "Noah")) == "refused"
    assert result(maria, "conflict.edit", conflict, **settled, settled_by=(None, "Noah")) == "refused"
    assert result(maria, "conflict.edit", conflict, **settled, settled_by=(None, "Maria")) == "applied"
    assert maria.fields(conflict)["settled_by"] == "Maria"
