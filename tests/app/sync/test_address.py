"""What an address of a store may look like, what is told about a wrong one, and that no password gets through."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest

from app.errors import KnownError
from app.sync import address
from app.sync.address import StoreAddress, parse


def test_a_postgres_url_is_read_part_by_part() -> None:
    found = parse("postgresql://anna@db.example.com:6432/ringbook?sslmode=verify-ca&sslrootcert=/etc/ca.pem")
    assert found == StoreAddress(
        "postgres", "db.example.com", 6432, "ringbook", login="anna", sslmode="verify-ca", sslrootcert="/etc/ca.pem"
    )


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://anna@db.example.com/ringbook",
        "postgresql://db.example.com/ringbook",
        "postgresql://n%C3%BAria%40home@db.example.com:6432/call%20centre?sslmode=require",
        "postgresql://anna@[2001:db8::1]:6432/ringbook?sslrootcert=%2Fetc%2Fca.pem",
        "postgresql://anna@/ringbook?host=%2Ftmp%2Fsocket",
        "sqlite://n%C3%BAria@//srv/our%20office/ringbook.db",
    ],
)
def test_an_address_is_written_as_it_was_read(url: str) -> None:
    assert str(parse(url)) == url
    assert parse(str(parse(url))) == parse(url)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/srv/ringbook.db", "/srv/ringbook.db"),
        ("sqlite:////srv/ringbook.db", "/srv/ringbook.db"),
        ("  /srv/ringbook.db\t", "/srv/ringbook.db"),
        ("/srv/a/../what?100%#.db", "/srv/what?100%#.db"),
        ("sqlite:////srv/what%3F100%25%23.db", "/srv/what?100%#.db"),
    ],
)
def test_a_file_is_named_by_its_path_or_a_url(text: str, path: str) -> None:
    found = parse(text)
    assert (found.kind, found.path, found.login) == ("file", path, getpass.getuser())
    assert parse(str(found)) == found


def test_a_relative_path_is_made_absolute(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("office")
    monkeypatch.chdir(folder)
    assert parse("shared.db").path == str(folder / "shared.db") == parse("sqlite:///shared.db").path


@pytest.mark.parametrize(
    ("host", "mode"),
    [
        ("db.example.com", "verify-full"),
        ("10.0.0.7", "verify-full"),
        ("127.0.0.1.example.com", "verify-full"),
        ("localhost", "prefer"),
        ("LOCALHOST", "prefer"),
        ("127.0.0.1", "prefer"),
        ("127.8.8.8", "prefer"),
        ("[::1]", "prefer"),
    ],
)
def test_away_from_this_computer_the_certificate_is_checked_unless_told_otherwise(host: str, mode: str) -> None:
    assert parse(f"postgresql://anna@{host}/ringbook").sslmode == mode
    assert parse(f"postgresql://anna@{host}/ringbook?sslmode=require").sslmode == "require"


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The authorities this system trusts."""
    (tmp_path / "ca.pem").touch()
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return str(tmp_path / "ca.pem")


def test_libpq_is_told_all_but_the_password(bundle: str) -> None:
    assert parse("postgresql://anna@db.example.com/ringbook").conninfo() == {
        "host": "db.example.com", "port": "5432", "dbname": "ringbook", "user": "anna",
        "sslmode": "verify-full", "sslrootcert": bundle,
    }  # fmt: skip
    assert parse("postgresql://anna@localhost:1/ringbook").conninfo() == {
        "host": "localhost", "port": "1", "dbname": "ringbook", "user": "anna", "sslmode": "prefer",
    }  # fmt: skip


def test_authorities_that_are_named_or_lie_where_libpq_looks_come_first(
    bundle: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "postgresql://anna@db.example.com/ringbook"
    assert parse(f"{url}?sslrootcert=/etc/ours.pem").conninfo()["sslrootcert"] == "/etc/ours.pem"
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "gone.pem"))
    monkeypatch.setattr(address, "BUNDLES", ())
    assert parse(url).conninfo()["sslrootcert"] == "system"
    monkeypatch.setattr(address, "OWN_AUTHORITIES", tmp_path / "ca.pem")
    assert "sslrootcert" not in parse(url).conninfo()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("", "empty"),
        ("x" * 3000, "too long"),
        ("postgresql://anna@db/ring\x00book", "characters nobody sees"),
        ("db.example.com/ringbook", "does not begin with postgresql://"),
        ("postgresql:/anna@db/ringbook", "does not begin with postgresql://"),
        ("mysql://anna@db/ringbook", "“mysql” is not known"),
        ("postgresql://anna@/ringbook", "the name of the server is missing"),
        ("postgresql://anna@db", "name of a database"),
        ("postgresql://anna@db/", "name of a database"),
        ("postgresql://anna@db/a/b", "name of a database"),
        ("postgresql://anna@db:0/ringbook", "from 1 to 65535"),
        ("postgresql://anna@db:65536/ringbook", "from 1 to 65535"),
        ("postgresql://anna@db:54e2/ringbook", "from 1 to 65535"),
        ("postgresql://anna@a,b/ringbook", "not one server"),
        ("postgresql://anna@[::1/ringbook", "brackets"),
        ("postgresql://anna@db/ringbook?sslmode=verfy-full", "“verfy-full” is none of disable"),
        ("postgresql://anna@db/ringbook?ssl=yes", "“ssl” is none of sslmode"),
        ("postgresql://anna@/ringbook?host=db", "behind the two slashes"),
        ("postgresql://anna@db/ring#book", "%23"),
        ("sqlite://srv/ringbook.db", "four slashes"),
        ("sqlite://anna@srv/ringbook.db", "four slashes"),
        ("sqlite:///", "names no file"),
    ],
)  # fmt: skip
def test_a_typing_mistake_is_told(url: str, why: str) -> None:
    with pytest.raises(KnownError, match=why) as caught:
        parse(url)
    assert caught.value.title == "The address of the store is wrong"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://anna:s3cret@db/ringbook",
        "postgresql://anna:@db/ringbook",
        "postgresql://anna@db/ringbook?password=s3cret",
        "sqlite://anna:s3cret@//srv/ringbook.db",
        "postgresql://anna@db/ringbook?PassWord=s3cret",
    ],
)
def test_a_password_is_refused_with_the_reason(url: str) -> None:
    with pytest.raises(KnownError, match="kept in files") as caught:
        parse(url)
    assert "s3cret" not in str(caught.value)
    assert "RINGBOOK_STORE_PASSWORD" in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgres//anna:s3cret@db/ringbook",
        "postgresql:/anna:s3cret@db/ringbook",
        "anna:s3cret@db/ringbook",
        "mysql://anna:s3c@s3cret@db/ringbook",
        "postgresql://anna:s3cret@[::1/ringbook",
        "host=db password=s3cret",
    ],
)
def test_a_mistyped_address_never_repeats_its_password(url: str) -> None:
    with pytest.raises(KnownError) as caught:
        parse(url)
    assert "s3c" not in str(caught.value)


def test_each_store_and_login_has_a_folder_of_its_own_however_it_is_encrypted() -> None:
    anna = parse("postgresql://anna@db.example.com/ringbook")
    others = [
        "postgresql://Anna@db.example.com/ringbook",
        "postgresql://anna@db.example.com:6432/ringbook",
        "postgresql://anna@db.example.com/ringbook2",
        "postgresql://anna@db2.example.com/ringbook",
        "/srv/ringbook.db",
        "/srv/office/ringbook.db",
        "sqlite://bet@//srv/ringbook.db",
    ]
    names = {parse(url).folder_name() for url in others} | {anna.folder_name()}
    assert len(names) == len(others) + 1
    assert parse("postgresql://anna@DB.example.com/ringbook?sslmode=require").folder_name() == anna.folder_name()
    assert anna.folder_name().startswith("db.example.com-ringbook-anna-")


def test_the_name_of_a_folder_is_safe_on_every_file_system() -> None:
    name = parse(f"postgresql://..%2F美玲@db.example.com/{'x' * 300}").folder_name()
    assert len(name) < 80
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")
