-- Who follows one workspace reads past nobody else's events.
CREATE INDEX ix_events_workspace ON events (workspace, position);

-- Workspaces, and who may do what in them. Tables with a search by person or secret go across workspaces: a sign-in does not know its workspace yet.
CREATE TABLE workspaces (
    workspace TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The workspace "default" is there from the start, before anything happened in it.
CREATE VIEW workspace_names AS
    SELECT workspace, name FROM workspaces
    UNION ALL SELECT 'default', 'Default' WHERE NOT EXISTS (SELECT 1 FROM workspaces WHERE workspace = 'default');

CREATE TABLE members (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    subject TEXT,
    added_at INTEGER NOT NULL,
    removed_at INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT;
CREATE UNIQUE INDEX ux_members_email ON members (email_key, workspace) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX ux_members_subject ON members (subject, workspace) WHERE removed_at IS NULL;
CREATE INDEX ix_members_added ON members (workspace, added_at, id);

CREATE TABLE access_tokens (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    member_id TEXT,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    last_four TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER,
    PRIMARY KEY (workspace, id)
) STRICT;
CREATE UNIQUE INDEX ux_access_tokens_sha256 ON access_tokens (sha256);
CREATE INDEX ix_access_tokens_created ON access_tokens (workspace, created_at, id);
CREATE INDEX ix_access_tokens_member ON access_tokens (workspace, member_id, created_at, id);

-- When a token was last seen. Not part of the journal: losing it loses a figure.
CREATE TABLE token_uses (
    workspace TEXT NOT NULL,
    token_id TEXT NOT NULL,
    last_used_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, token_id)
) STRICT, WITHOUT ROWID;
