using System.Text.Json;
using CreatorCRM.Access;
using CreatorCRM.Server.Tests.Api;
using CreatorCRM.Storage;

namespace CreatorCRM.Server.Tests.Access;

public sealed class MemberApiTests(CrmServers servers) : IClassFixture<CrmServers>
{
    private const string Me = "{ viewer { name role scopes workspace { key name } workspaces { totalCount nodes { key name role } } } }";

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task The_owner_of_the_installation_may_go_anywhere(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        (await server.Query(Me)).GetProperty("viewer").ToString().ShouldBe(
            """{"name":"Owner","role":"OWNER","scopes":["RELATIONSHIPS_READ","RELATIONSHIPS_WRITE","PAYOUTS","WEBHOOKS","ACCESS","OWN_TOKENS","INSTALLATION"],"workspace":{"key":"default","name":"Default"},"workspaces":{"totalCount":1,"nodes":[{"key":"default","name":"Default","role":"OWNER"}]}}""");
        var desk = new Desk(server);
        (await desk.Do("createWorkspace", new { key = "krume-2", name = " Krume " }, "workspace { key name role }")).GetProperty("workspace").ToString()
            .ShouldBe("""{"key":"krume-2","name":"Krume","role":"OWNER"}""");
        (await desk.Refused("createWorkspace", new { key = "krume-2", name = "Again" })).ShouldBe("key WORKSPACE_TAKEN");
        (await desk.Refused("createWorkspace", new { key = "default", name = "Again" })).ShouldBe("key WORKSPACE_TAKEN");
        foreach (var key in (string[])["Krume", "a/b", "default/x", "../x", "ab", ""])
            (await desk.BadInput("createWorkspace", new { key, name = "X" })).ShouldContain("3 to 40");

        var krume = new Desk(server.As(workspace: "krume-2"));
        (await krume.Do("renameWorkspace", new { name = "Krume & Co" }, "workspace { id key name }")).Find("workspace.name").GetString().ShouldBe("Krume & Co");
        var seen = (await krume.Server.Query(Me)).GetProperty("viewer");
        seen.Find("workspace.name").GetString().ShouldBe("Krume & Co");
        seen.Each("workspaces.nodes", "key").ShouldBe(["default", "krume-2"]);
        await desk.Do("renameWorkspace", new { name = "Headquarters" });
        (await server.Query(Me)).Each("viewer.workspaces.nodes", "name").ShouldBe(["Headquarters", "Krume & Co"]);
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task Members_come_change_and_go_and_an_owner_stays(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        var desk = new Desk(server);
        var jo = await Add("jo@example.com", "Jo", "OWNER");
        var kim = await Add("kim@example.com", "Kim", "ANALYST");
        (await desk.Refused("addMember", new { email = "JO@example.com", name = "Jo", role = "ANALYST" })).ShouldBe("email MEMBER_EXISTS");
        (await desk.Refused("addMember", new { email = "shop@example.com", name = "Shop", role = "INTEGRATION" })).ShouldBe("role INVALID");
        (await desk.Refused("removeMember", new { memberId = jo })).ShouldBe("memberId LAST_OWNER");
        (await desk.Refused("changeMemberRole", new { memberId = jo, role = "MANAGER" })).ShouldBe("role LAST_OWNER");
        (await desk.Do("changeMemberRole", new { memberId = kim, role = "OWNER" }, "member { role email hasSignedIn removedAt }")).GetProperty("member")
            .ToString()
            .ShouldBe("""{"role":"OWNER","email":"kim@example.com","hasSignedIn":false,"removedAt":null}""");
        (await desk.Do("removeMember", new { memberId = jo }, "member { name removedAt }")).Find("member.removedAt").ValueKind.ShouldBe(JsonValueKind.String);

        var shown = (await server.Query("query ($id: ID!) { node(id: $id) { ... on Member { name } } workspace { members(first: 1) { totalCount nodes { name } } auditLog(direction: ASC) { nodes { kind summary actor { name } } } } }", new { id = jo }));
        shown.Find("node.name").GetString().ShouldBe("Jo");
        shown.Find("workspace.members").ToString().ShouldBe("""{"totalCount":1,"nodes":[{"name":"Kim"}]}""");
        shown.Each("workspace.auditLog.nodes", "summary").ShouldBe(
        [
            "Jo (jo@example.com) became a member with the role owner.", "Kim (kim@example.com) became a member with the role analyst.",
            "The role of Kim went from analyst to owner.",
            "Jo is no member any more.",
        ]);
        shown.Each("workspace.auditLog.nodes", "actor.name").Distinct().ShouldBe(["Owner"]);

        async Task<string> Add(string email, string name, string role) =>
            (await desk.Do("addMember", new { email, name, role }, "member { id }")).Find("member.id").GetString()!;
    }

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_member_goes_where_they_have_signed_in_as_the_same_person(StorageEngine engine)
    {
        await using var server = await servers.New(engine);
        foreach (var workspace in (string[])["first", "second", "third"]) await server.Grains.Found(workspace);
        await server.Grains.Workspace("first").Hire("jo", Role.Manager);
        await server.Grains.Workspace("second").Hire("jo", Role.Analyst);
        await server.Grains.Workspace("third").Hire("jo", Role.Owner);
        var token = await server.Grains.Workspace("first").Issue("t1", "jo", null, Scope.RelationshipsRead);
        (await Roles()).ShouldBe(["first MANAGER"]);
        foreach (var (workspace, subject) in ((string, string)[])[("first", "idp|jo"), ("second", "idp|jo"), ("third", "idp|another jo")])
            await server.Grains.Workspace(workspace).Link("jo", subject);
        (await Roles()).ShouldBe(["first MANAGER", "second ANALYST"]);
        await server.Grains.Workspace("second").Dismiss("jo");
        (await Roles()).ShouldBe(["first MANAGER"]);

        async Task<IEnumerable<string>> Roles() =>
            (await server.As(token).Query(Me)).Find("viewer.workspaces.nodes").EnumerateArray().Select(node => $"{node.Text("key")} {node.Text("role")}");
    }
}
