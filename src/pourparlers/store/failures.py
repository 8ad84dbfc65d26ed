"""What a PostgreSQL server or its client complain of, in words that tell what to do. No password is ever among them."""

import psycopg

from pourparlers.store.place import Address

_RUN_AGAIN = "what was written before is kept, run the same command again"
_NO_SCHEMA = (
    "this user may not make a dossier here: name one with ?schema=NAME,"
    " or ask the administrator of the server for a schema or for the right to make schemas"
)
#: By SQLSTATE, for whatever goes wrong once a server has let us in.
_STATES = {
    "55P03": "another program is writing to this dossier: try again when it has ended",
    "42P01": "the dossier is no longer there: its schema was dropped, renamed or is not whole",
    "42501": "this user has not the right to do that: ask the owner of the dossier ({said})",
    "25006": "cannot be written: this server or user only reads",
    "53100": "the disk of the server is full",
    "53300": "the server has no connection left: try again later",
    "57P01": f"the server was shut down: {_RUN_AGAIN}",
    "57P03": "the server is starting or shutting down: try again in a moment",
}
_REFUSED = "the server refuses the password of {user}"
_SHUT = "the server does not let {user} in from here: its administrator decides that in pg_hba.conf"
_NO_DATABASE = "there is no database {database} there: its administrator makes one with `createdb {database}`"
_NO_USER = "the server knows no user {user}"
#: By what a client or a server, in English or French, says when it lets nobody in, or goes away: neither tells a SQLSTATE. The first that fits.
_REFUSALS = (
    ("no password supplied", "the server wants a password for {user}: put it into the file .pgpass of your home, or into PGPASSWORD"),
    ("password authentication failed", _REFUSED),
    ("authentification par mot de passe échouée", _REFUSED),
    ("no pg_hba.conf entry", _SHUT),
    ("aucune entrée dans pg_hba.conf", _SHUT),
    ("database", _NO_DATABASE),
    ("base de données", _NO_DATABASE),
    ("role", _NO_USER),
    ("rôle", _NO_USER),
    ("Connection refused", "no PostgreSQL server answers at {host}: check that it runs and listens there"),
    ("No such file", "no PostgreSQL server answers at {host}: check that it runs and listens there"),
    ("timeout", "no PostgreSQL server answers at {host}"),
    ("not known", "there is no host {host}"),
    ("resolve", "there is no host {host}"),
    ("translate host", "there is no host {host}"),
    ("closed the connection", f"the server went away: {_RUN_AGAIN}"),
    ("connection is lost", f"the server went away: {_RUN_AGAIN}"),
)
#: Of these, the ones that also need this word.
_ALSO = {"database": "does not exist", "role": "does not exist", "base de données": "n'existe pas", "rôle": "n'existe pas"}


def words_for(error: psycopg.Error | None, address: Address) -> str:
    """The cause of a failure."""
    said = "" if error is None else str(error)
    state = None if error is None else error.sqlstate
    if "permission denied for database" in said:
        return _NO_SCHEMA
    if state in _STATES:
        return _STATES[state].format(said=_last(said, address))
    for sign, words in _REFUSALS if state is None else ():
        if sign in said and _ALSO.get(sign, "") in said:
            user = address.url.username or "this user"
            return words.format(user=user, host=address.host, database=address.url.database)
    return _last(said, address) or "the server does not answer as PostgreSQL does"


def _last(said: str, address: Address) -> str:
    """The first line of what was said last, without a password."""
    line = said.strip().rpartition("failed: ")[2].partition("\n")[0]
    for secret in address.secrets:
        line = line.replace(secret, "***")
    return line
