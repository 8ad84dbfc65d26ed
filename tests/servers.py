"""A PostgreSQL server for the tests alone: in a directory of its own, reached through a socket in it, gone when they end."""

import getpass
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

#: Where Debian and others keep the programs of the server, the newest last.
_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name)) if Path("/usr/lib/postgresql").is_dir() else []
#: Users that come in without a password, and one who needs one.
_RULES = "local all locked scram-sha-256\nlocal all all trust\n"
_SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "shared_buffers=32MB", "max_connections=40", "lc_messages=C")
DATABASE = "dossiers"


def programs() -> Path | None:
    """Where the programs of PostgreSQL are, None when it is not installed."""
    found = shutil.which("initdb")
    return _PROGRAMS[-1] if _PROGRAMS else None if found is None else Path(found).resolve().parent


@dataclass
class Server:
    """A server that runs. folder: where its socket is."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def address(self, schema: str = "", user: str = "ada", password: str = "", database: str = DATABASE) -> str:
        """The address of a dossier on it."""
        who = f"{user}:{password}" if password else user
        return f"postgresql://{who}@/{database}?host={self.folder}" + (f"&schema={schema}" if schema else "")

    def fresh(self) -> str:
        """The address of a dossier that is not there yet."""
        return self.address(f"dossier_{next(self._numbers)}")

    def run(self, statement: str, database: str = DATABASE) -> str:
        """What `psql` prints of a statement by the owner of everything."""
        done = subprocess.run(
            ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", str(self.folder), "-U", "owner", "-d", database, "-c", statement],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout


@contextmanager
def postgres(bin_folder: Path) -> Iterator[Server]:
    """A server with an empty database. It must not be run by root: then the user that PostgreSQL was installed with runs it."""
    with tempfile.TemporaryDirectory(prefix="pp") as name:
        folder = Path(name)
        as_user = _owner(folder)
        data = folder / "data"
        _run(*as_user, bin_folder / "initdb", "-D", data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        (data / "pg_hba.conf").write_text(_RULES)
        options = " ".join(f"-c {setting}" for setting in (*_SETTINGS, f"unix_socket_directories={folder}"))
        _run(*as_user, bin_folder / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            server = Server(folder)
            server.run(f"CREATE DATABASE {DATABASE}", "postgres")
            server.run(f"CREATE ROLE ada LOGIN; CREATE ROLE reader LOGIN; GRANT CREATE ON DATABASE {DATABASE} TO ada")
            server.run("CREATE ROLE locked LOGIN PASSWORD 'Sésame, ouvre-toi'")
            yield server
        finally:
            _run(*as_user, bin_folder / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _owner(folder: Path) -> list[str]:
    """What to put before a command so that it does not run as root."""
    if os.geteuid() != 0:
        return []
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    folder.chmod(0o755)
    return ["runuser", "-u", user.pw_name, "--"] if getpass.getuser() != user.pw_name else []


def _run(*command: str | Path) -> None:
    shown = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run([str(part) for part in command], check=False, text=True, **shown)
    assert done.returncode == 0, done.stdout
