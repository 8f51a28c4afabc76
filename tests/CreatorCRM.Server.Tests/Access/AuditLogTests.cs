using CreatorCRM.Access;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Access;

/// <summary>The audit log and the timelines are made of the same entries, and those who look after access read the one without the others.</summary>
public sealed class AuditLogTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string Entries = "nodes { id kind summary occurredAt recordedAt actor { name } }";

    private const string Known = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on TimelineEntry { kind } } }";

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Who_looks_after_access_reads_the_audit_log_and_no_entry_of_a_relationship(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var influencer = await desk.Influencer("Mia Brot");
        await server.Grains.Workspace().Hire("jo", Role.Owner);
        var auditor = server.As(await server.Grains.Workspace().Issue("auditor", "jo", scopes: Scope.Access));
        var reader = server.As(await server.Grains.Workspace().Issue("reader", scopes: Scope.RelationshipsRead));

        var log = (await auditor.Query($"{{ workspace {{ auditLog(direction: ASC) {{ totalCount edges {{ cursor }} pageInfo {{ hasNextPage }} {Entries} }} }} }}")).Find("workspace.auditLog");
        log.Each("nodes", "kind").ShouldBe(["member.added", "token.created", "token.created"]);
        var told = await reader.Query($"query ($id: ID!) {{ influencer(id: $id) {{ timeline {{ {Entries} }} }} }}", new { id = influencer });
        string[] ids = [log.Find("nodes.0.id").GetString()!, told.Find("influencer.timeline.nodes.0.id").GetString()!];
        (await auditor.Query(Known, new { ids })).GetProperty("nodes").ToString().ShouldBe("""[{"kind":"member.added"},null]""");
        (await reader.Query(Known, new { ids })).GetProperty("nodes").ToString().ShouldBe("""[null,{"kind":"influencer.created"}]""");

        foreach (var link in (string[])["influencer", "campaign", "partnership"])
            (await Refusal(auditor, $"{{ workspace {{ auditLog {{ nodes {{ {link} {{ id }} }} }} }} }}")).ShouldBe("FORBIDDEN RELATIONSHIPS_READ");
        (await Refusal(auditor, "{ influencers { nodes { timeline { nodes { summary } } } } }")).ShouldBe("FORBIDDEN RELATIONSHIPS_READ");
        (await Refusal(reader, "{ workspace { auditLog { nodes { summary } } } }")).ShouldBe("FORBIDDEN ACCESS");
    }

    private static async Task<string> Refusal(CrmServer caller, string document)
    {
        var about = (await caller.Error(document)).GetProperty("extensions");
        return $"{about.Text("code")} {about.Text("requiredScope")}";
    }
}
