-- Grain storage of Orleans, in a file apart from the journal's. Orleans knows nothing of the tables: it reads the statements of OrleansQuery
-- at start and goes by their parameter and column names alone. Every start replaces the statements, so a table may change with them.

create table if not exists OrleansQuery (
    QueryKey  text not null primary key,
    QueryText text not null
) strict, without rowid;

-- The hashes come first so that a lookup compares integers; two grains with the same hashes are told apart by the rest of the key.
-- The payload is last because SQLite walks through a long blob to reach what is stored behind it.
create table if not exists orleans_state (
    id_hash     integer not null,
    type_hash   integer not null,
    id_n0       integer not null,
    id_n1       integer not null,
    id_text     text    not null, -- empty when the grain's key has no text: null would not be unique
    type_name   text    not null,
    service     text    not null,
    version     integer not null, -- the ETag; it goes on counting after a clear, so a writer from before the clear is found out
    modified_at integer not null, -- seconds since 1970, for the operator only
    payload     blob,             -- null after a clear
    primary key (id_hash, type_hash, id_n0, id_n1, id_text, type_name, service)
) strict;

insert into OrleansQuery (QueryKey, QueryText) values
-- One statement and therefore one transaction. No row comes back when the expected version is not the stored one: a conflict to Orleans.
('WriteToStorageKey', '
    insert into orleans_state (id_hash, type_hash, id_n0, id_n1, id_text, type_name, service, version, modified_at, payload)
    select @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''), @GrainTypeString, @ServiceId,
           1, unixepoch(), @PayloadBinary
    where @GrainStateVersion is null or exists (
        select 1 from orleans_state
        where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
          and id_text = coalesce(@GrainIdExtensionString, '''') and type_name = @GrainTypeString and service = @ServiceId)
    on conflict do update set version = version + 1, modified_at = excluded.modified_at, payload = excluded.payload
    where version = @GrainStateVersion
    returning version as NewGrainStateVersion'),
('ReadFromStorageKey', '
    select payload as PayloadBinary, version as Version from orleans_state
    where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
      and id_text = coalesce(@GrainIdExtensionString, '''') and type_name = @GrainTypeString and service = @ServiceId'),
('ClearStorageKey', '
    update orleans_state set version = version + 1, modified_at = unixepoch(), payload = null
    where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
      and id_text = coalesce(@GrainIdExtensionString, '''') and type_name = @GrainTypeString and service = @ServiceId
      and version = @GrainStateVersion
    returning version as NewGrainStateVersion'),
('DeleteStorageKey', '
    delete from orleans_state
    where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
      and id_text = coalesce(@GrainIdExtensionString, '''') and type_name = @GrainTypeString and service = @ServiceId
      and version = @GrainStateVersion
    returning version + 1 as NewGrainStateVersion')
on conflict do update set QueryText = excluded.QueryText where QueryText <> excluded.QueryText;
