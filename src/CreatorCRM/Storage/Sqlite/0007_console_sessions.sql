-- Who is signed in at the console. A browser holds the secret of a row, and a row only says what its holder had shown: what that opens is asked with every request.
CREATE TABLE console_sessions (
    sha256 TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    email TEXT,
    seen_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_console_sessions_ends ON console_sessions (ends_at);
