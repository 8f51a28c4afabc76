-- Grain storage and cluster membership of Orleans. Orleans knows nothing of the tables: it reads the statements of OrleansQuery at start and goes
-- by their parameter and column names alone. Every start replaces the statements, while nodes that already run keep the old ones: change the tables
-- so that both work.

-- "if not exists" is no protection against a second node that creates the same table at the same moment.
select pg_advisory_xact_lock(hashtextextended('creatorcrm.orleans', 0));

create table if not exists OrleansQuery (
    QueryKey  text not null primary key,
    QueryText text not null
);

-- The hashes come first so that a lookup compares integers; two grains with the same hashes are told apart by the rest of the key.
-- Free space on each page and no index on what changes: an update stays on its page (HOT) and adds nothing to the index.
create table if not exists orleans_state (
    id_hash     integer     not null,
    type_hash   integer     not null,
    id_n0       bigint      not null,
    id_n1       bigint      not null,
    id_text     text        not null collate "C", -- empty when the grain's key has no text: null would not be unique
    type_name   text        not null collate "C",
    service     text        not null collate "C",
    version     integer     not null, -- the ETag; it goes on counting after a clear, so a writer from before the clear is found out
    modified_at timestamptz not null, -- for the operator only
    payload     bytea,                -- null after a clear
    primary key (id_hash, type_hash, id_n0, id_n1, id_text, type_name, service)
) with (fillfactor = 70);

-- One row per cluster. Its version is the compare-and-swap through which every change of the membership goes.
create table if not exists orleans_cluster (
    cluster    text        not null primary key collate "C",
    version    integer     not null,
    changed_at timestamptz not null
) with (fillfactor = 50);

create table if not exists orleans_silo (
    cluster       text        not null collate "C" references orleans_cluster on delete cascade,
    address       text        not null collate "C",
    port          integer     not null,
    generation    integer     not null,
    silo_name     text        not null,
    host_name     text        not null,
    status        integer     not null, -- Orleans.Runtime.SiloStatus
    proxy_port    integer     not null, -- 0: no gateway
    suspect_times text,
    started_at    timestamptz not null,
    alive_at      timestamptz not null,
    primary key (cluster, address, port, generation)
) with (fillfactor = 50);

insert into OrleansQuery (QueryKey, QueryText) values
-- One statement either way. No row comes back when the expected version is not the stored one: a conflict to Orleans.
('WriteToStorageKey', '
    with updated as (
        update orleans_state set version = version + 1, modified_at = now(), payload = @PayloadBinary
        where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
          and id_text = coalesce(@GrainIdExtensionString, '''') and type_name = @GrainTypeString and service = @ServiceId
          and version = @GrainStateVersion
        returning version
    ), inserted as (
        insert into orleans_state (id_hash, type_hash, id_n0, id_n1, id_text, type_name, service, version, modified_at, payload)
        select @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''''), @GrainTypeString, @ServiceId,
               1, now(), @PayloadBinary
        where @GrainStateVersion is null
        on conflict do nothing
        returning version
    )
    select version as NewGrainStateVersion from updated union all select version from inserted'),
('ReadFromStorageKey', '
    select payload as PayloadBinary, version as Version from orleans_state
    where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
      and id_text = coalesce(@GrainIdExtensionString, '''') and type_name = @GrainTypeString and service = @ServiceId'),
('ClearStorageKey', '
    update orleans_state set version = version + 1, modified_at = now(), payload = null
    where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
      and id_text = coalesce(@GrainIdExtensionString, '''') and type_name = @GrainTypeString and service = @ServiceId
      and version = @GrainStateVersion
    returning version as NewGrainStateVersion'),
('DeleteStorageKey', '
    delete from orleans_state
    where id_hash = @GrainIdHash and type_hash = @GrainTypeHash and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1
      and id_text = coalesce(@GrainIdExtensionString, '''') and type_name = @GrainTypeString and service = @ServiceId
      and version = @GrainStateVersion
    returning version + 1 as NewGrainStateVersion'),

-- Membership. The statements that change it answer with the number of rows: 1 for done, 0 for refused and nothing changed.
('InsertMembershipVersionKey', '
    with created as (
        insert into orleans_cluster (cluster, version, changed_at) values (@DeploymentId, 0, now()) on conflict do nothing returning 1
    )
    select count(*)::integer from created'),
('InsertMembershipKey', '
    with moved as (
        update orleans_cluster set version = version + 1, changed_at = now()
        where cluster = @DeploymentId and version = @Version and not exists (
            select from orleans_silo where cluster = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
        returning cluster
    ), joined as (
        insert into orleans_silo (cluster, address, port, generation, silo_name, host_name, status, proxy_port, started_at, alive_at)
        select cluster, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from moved
        returning 1
    )
    select count(*)::integer from joined'),
('UpdateMembershipKey', '
    with moved as (
        update orleans_cluster set version = version + 1, changed_at = now()
        where cluster = @DeploymentId and version = @Version and exists (
            select from orleans_silo where cluster = @DeploymentId and address = @Address and port = @Port and generation = @Generation)
        returning cluster
    ), changed as (
        update orleans_silo silo set status = @Status, suspect_times = @SuspectTimes, alive_at = @IAmAliveTime from moved
        where silo.cluster = moved.cluster and address = @Address and port = @Port and generation = @Generation
        returning 1
    )
    select count(*)::integer from changed'),
('UpdateIAmAlivetimeKey', '
    update orleans_silo set alive_at = @IAmAliveTime
    where cluster = @DeploymentId and address = @Address and port = @Port and generation = @Generation'),
-- The version must come back even when no silo does.
('MembershipReadRowKey', '
    select cluster.version as Version, address as Address, port as Port, generation as Generation, silo_name as SiloName, host_name as HostName,
           status as Status, proxy_port as ProxyPort, suspect_times as SuspectTimes, started_at as StartTime, alive_at as IAmAliveTime
    from orleans_cluster cluster
    left join orleans_silo silo on silo.cluster = cluster.cluster and address = @Address and port = @Port and generation = @Generation
    where cluster.cluster = @DeploymentId'),
('MembershipReadAllKey', '
    select cluster.version as Version, address as Address, port as Port, generation as Generation, silo_name as SiloName, host_name as HostName,
           status as Status, proxy_port as ProxyPort, suspect_times as SuspectTimes, started_at as StartTime, alive_at as IAmAliveTime
    from orleans_cluster cluster
    left join orleans_silo silo on silo.cluster = cluster.cluster
    where cluster.cluster = @DeploymentId'),
('GatewaysQueryKey', '
    select address as Address, proxy_port as ProxyPort, generation as Generation from orleans_silo
    where cluster = @DeploymentId and status = @Status and proxy_port > 0'),
-- 3 is SiloStatus.Active: a silo that is alive but slow to say so stays.
('CleanupDefunctSiloEntriesKey', '
    delete from orleans_silo where cluster = @DeploymentId and alive_at < @IAmAliveTime and status <> 3'),
('DeleteMembershipTableEntriesKey', '
    delete from orleans_cluster where cluster = @DeploymentId')
on conflict (QueryKey) do update set QueryText = excluded.QueryText where OrleansQuery.QueryText <> excluded.QueryText;
