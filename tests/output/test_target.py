from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from minutes_cli.errors import UsageError
from minutes_cli.output.target import Target


def write(path: Path, data: bytes = b"new", *, keep: bool = True) -> None:
    with Target(str(path)) as target:
        target.stream.write(data)
        if keep:
            target.keep()


def test_nothing_worth_keeping_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    file.write_bytes(b"old")
    write(file, keep=False)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_an_error_on_the_way_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    file.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt), Target(str(file)) as target:
        target.stream.write(b"half")
        target.keep()
        raise KeyboardInterrupt
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_the_file_is_not_there_before_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    with Target(str(file)) as target:
        target.stream.write(b"new")
        target.stream.flush()
        assert not file.exists()
        target.keep()
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_permissions_stay_or_are_those_of_any_new_file(tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.touch(0o640)
    old.chmod(0o640)
    write(old)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    plain = tmp_path / "plain"
    plain.touch()
    write(tmp_path / "new.json")
    assert (tmp_path / "new.json").stat().st_mode == plain.stat().st_mode


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "out.json"
    link.symlink_to(tmp_path / "there" / "real.json")
    write(link)
    assert link.is_symlink()
    assert (tmp_path / "there" / "real.json").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="devices of POSIX")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write(Path(os.devnull))
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere.out\.json: can't be written \(there is no folder .*; make it first"):
        write(tmp_path / "nowhere" / "out.json")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="it is a folder; name a file in it"):
        write(tmp_path)
