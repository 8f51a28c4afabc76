-- Who follows one workspace reads past nobody else's events.
CREATE INDEX ix_events_workspace ON events (workspace, transaction, position);

-- Workspaces, and who may do what in them. Tables with a search by person or secret go across workspaces: a sign-in does not know its workspace yet.
CREATE TABLE workspaces (
    workspace text COLLATE "C" NOT NULL PRIMARY KEY,
    name text COLLATE "C" NOT NULL
);

-- The workspace "default" is there from the start, before anything happened in it.
CREATE VIEW workspace_names AS
    SELECT workspace, name FROM workspaces
    UNION ALL SELECT 'default' COLLATE "C", 'Default' COLLATE "C" WHERE NOT EXISTS (SELECT 1 FROM workspaces WHERE workspace = 'default');

CREATE TABLE members (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    email text COLLATE "C" NOT NULL,
    email_key text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    subject text COLLATE "C",
    added_at timestamptz NOT NULL,
    removed_at timestamptz,
    PRIMARY KEY (workspace, id)
);
CREATE UNIQUE INDEX ux_members_email ON members (email_key, workspace) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX ux_members_subject ON members (subject, workspace) WHERE removed_at IS NULL;
CREATE INDEX ix_members_added ON members (workspace, added_at, id);

CREATE TABLE access_tokens (
    workspace text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    member_id text COLLATE "C",
    name text COLLATE "C" NOT NULL,
    scopes text COLLATE "C" NOT NULL,
    sha256 text COLLATE "C" NOT NULL,
    last_four text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (workspace, id)
);
CREATE UNIQUE INDEX ux_access_tokens_sha256 ON access_tokens (sha256);
CREATE INDEX ix_access_tokens_created ON access_tokens (workspace, created_at, id);
CREATE INDEX ix_access_tokens_member ON access_tokens (workspace, member_id, created_at, id);

-- When a token was last seen. Not part of the journal: losing it loses a figure.
CREATE TABLE token_uses (
    workspace text COLLATE "C" NOT NULL,
    token_id text COLLATE "C" NOT NULL,
    last_used_at timestamptz NOT NULL,
    PRIMARY KEY (workspace, token_id)
);
