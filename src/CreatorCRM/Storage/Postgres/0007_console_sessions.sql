-- Who is signed in at the console. A browser holds the secret of a row, and a row only says what its holder had shown: what that opens is asked with every request.
CREATE TABLE console_sessions (
    sha256 text COLLATE "C" NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    reference text NOT NULL,
    email text,
    seen_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL
);
CREATE INDEX ix_console_sessions_ends ON console_sessions (ends_at);
