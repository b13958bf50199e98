"""`main.py store add-user`, `set-role`, `disable-user` and the like: who signs in to a shared store."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from app.commands import folders
from app.commands.store_access import Verbs, add_new_password, add_verb, new_password, postgres_door, shown
from app.sync.admin_records import Person
from models.enums import Role

_ADD = """\
Let somebody sign in. One JSON object is printed with the keys login, name, role, teams and password: hand the password
over; the person changes it in the window. It is shown this once and kept nowhere, and the server keeps but a hash."""
_USERS = """\
Print the logins: one JSON object a line with the keys login, name, role, home, teams, is_active, devices (how many
desks they have signed in at), last_seen and may_reset (whether the store can give it another password by itself)."""
ROLES = [str(role) for role in Role]


def add_parsers(verbs: Verbs[argparse.ArgumentParser]) -> None:
    """Add the verbs about people."""
    add = add_verb(verbs, "add-user", add_user, about="let somebody sign in", description=_ADD)
    _add_login(add)
    add.add_argument("--name", metavar="NAME", help="what colleagues see (default: LOGIN)")
    add.add_argument("--role", choices=ROLES, default=str(Role.AGENT), help="default: agent")
    _add_teams(add, required=False)
    add.add_argument(
        "--existing", action="store_true", help="LOGIN is a role of the server already; it keeps its password"
    )
    add_new_password(add)
    role = add_verb(
        verbs,
        "set-role",
        set_role,
        about="change what somebody may do",
        description="Change a login's role. Its desks connect anew.",
    )
    _add_login(role)
    role.add_argument("role", metavar="ROLE", choices=ROLES, help=", ".join(ROLES))
    teams = add_verb(
        verbs, "set-teams", set_teams, about="change whose work somebody sees",
        description="Say whose work a login sees; the first team is where what it adds belongs. Its sessions end.",
    )  # fmt: skip
    _add_login(teams)
    _add_teams(teams, required=True)
    disable = add_verb(
        verbs, "disable-user", disable_user, about="let somebody in no more",
        description="Let a login in no more and end its sessions. What it wrote stays as it is.",
    )  # fmt: skip
    _add_login(disable)
    enable = add_verb(
        verbs, "enable-user", enable_user, about="let somebody in again",
        description="Let a disabled login in again, with the password it had.",
    )  # fmt: skip
    _add_login(enable)
    reset = add_verb(
        verbs, "reset-password", reset_password, about="give somebody another password",
        description="Give a login another password and end its sessions. One JSON object: login, password.",
    )  # fmt: skip
    _add_login(reset)
    add_new_password(reset)
    team = add_verb(
        verbs, "add-team", add_team, about="add a team", description="Add a team. One JSON object: team, id."
    )
    team.add_argument("team", metavar="NAME", help="what people call it")
    rename = add_verb(
        verbs, "rename-team", rename_team, about="give a team another name",
        description="Give a team another name; desks show it when they next connect. One JSON object: team.",
    )  # fmt: skip
    rename.add_argument("team", metavar="TEAM", help="what it is called")
    rename.add_argument("name", metavar="NAME", help="what it shall be called")
    add_verb(verbs, "users", users, about="list the logins", description=_USERS)


def add_user(args: argparse.Namespace) -> int:
    """Add a login; KnownError for names that are taken or of no use."""
    from app.sync.postgres import people

    password = None if args.existing else new_password(args)
    with postgres_door(args) as door:
        teams = tuple(args.team) or (people.only_team(door),)
        person = Person(args.login, args.name or args.login, Role(args.role), teams)
        people.add(door, person, password, existing=args.existing)
    folders.print_lines([asdict(person) | {"password": shown(args, password)}])
    return 0


def set_role(args: argparse.Namespace) -> int:
    """Change a role; KnownError for a login that is not there."""
    from app.sync.postgres import people

    with postgres_door(args) as door:
        people.set_role(door, args.login, Role(args.role))
    folders.print_lines([{"login": args.login, "role": args.role}])
    return 0


def set_teams(args: argparse.Namespace) -> int:
    """Change whose work a login sees; KnownError for a login or team that is not there."""
    from app.sync.postgres import people

    with postgres_door(args) as door:
        people.set_teams(door, args.login, args.team)
    folders.print_lines([{"login": args.login, "teams": args.team}])
    return 0


def disable_user(args: argparse.Namespace) -> int:
    """Let a login in no more; KnownError for one that is not there."""
    from app.sync.postgres import people

    with postgres_door(args) as door:
        people.disable(door, args.login)
    folders.print_lines([{"login": args.login, "is_active": False}])
    return 0


def enable_user(args: argparse.Namespace) -> int:
    """Let a login in again; KnownError for one that is not there."""
    from app.sync.postgres import people

    with postgres_door(args) as door:
        people.enable(door, args.login)
    folders.print_lines([{"login": args.login, "is_active": True}])
    return 0


def reset_password(args: argparse.Namespace) -> int:
    """Give a login another password; KnownError for one that is not there."""
    from app.sync.postgres import people

    password = new_password(args)
    with postgres_door(args) as door:
        people.reset_password(door, args.login, password)
    folders.print_lines([{"login": args.login, "password": shown(args, password)}])
    return 0


def rename_team(args: argparse.Namespace) -> int:
    """Give a team another name; KnownError for one that is not there or a name that is taken."""
    from app.sync.postgres import people

    with postgres_door(args) as door:
        people.rename_team(door, args.team, args.name)
    folders.print_lines([{"team": args.name}])
    return 0


def add_team(args: argparse.Namespace) -> int:
    """Add a team; KnownError for a name that is taken."""
    from app.sync.postgres import people

    with postgres_door(args) as door:
        number = people.add_team(door, args.team)
    folders.print_lines([{"team": args.team, "id": number}])
    return 0


def users(args: argparse.Namespace) -> int:
    """Print the logins."""
    from app.sync.postgres import people

    with postgres_door(args) as door:
        rows = people.users(door)
    folders.print_lines(asdict(row) for row in rows)
    return 0


def _add_login(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", metavar="LOGIN", help="what the person types to sign in")


def _add_teams(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument(
        "--team", metavar="NAME", action="append", default=[] if not required else None, required=required,
        help="a team whose work is seen, the home first; again for more (where there is one only, it is the default)",
    )  # fmt: skip
