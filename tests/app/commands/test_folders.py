"""--store URL stands for the data folder of one's desk at that store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.commands import cli, folders
from app.sync import desk_folder
from app.sync.address import parse


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "ringbook"


@pytest.mark.parametrize("url", ["postgresql://anna@db.example.com/ringbook", "sqlite://anna@//srv/ringbook.db"])
def test_it_is_the_folder_of_that_store_and_login(base: Path, url: str) -> None:
    args = cli.parse(["case", "list", "--store", url])
    folders.name_folder(args)
    assert args.data == desk_folder.folder_of(base, parse(url))
    assert desk_folder.address_of(args.data) == parse(url)


def test_a_folder_that_is_named_stays_as_it_is(base: Path) -> None:
    args = cli.parse(["case", "list", "--data", "/srv/data"])
    folders.name_folder(args)
    assert args.data == Path("/srv/data") and not base.exists()


def test_a_wrong_address_is_one_sentence(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run_command(cli.parse(["case", "list", "--store", "mysql://db/ringbook"])) == 2
    assert "“mysql” is not known" in capsys.readouterr().err


def test_a_sample_never_goes_into_a_desk(base: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = "postgresql://anna@db.example.com/ringbook"
    with pytest.raises(SystemExit):
        cli.parse(["sample", "--store", url])
    assert "--data" in capsys.readouterr().err
    folder = desk_folder.make(base, parse(url))
    assert cli.run_command(cli.parse(["sample", "--data", str(folder)])) == 2
    assert "main.py store" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["store.json"]


def test_a_case_is_logged_at_a_desk_that_was_never_opened(
    base: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RINGBOOK_KEY", "5e" * 32)
    store = ["--store", "postgresql://anna@db.example.com/ringbook"]
    case = ["--number", "934125580", "--kind", "complaint", "--summary", "Charged twice"]
    assert cli.run_command(cli.parse(["case", "add", *case, *store])) == 0
    reference = json.loads(capsys.readouterr().out)["reference"]
    assert cli.run_command(cli.parse(["case", "list", *store])) == 0
    assert json.loads(capsys.readouterr().out)["reference"] == reference
