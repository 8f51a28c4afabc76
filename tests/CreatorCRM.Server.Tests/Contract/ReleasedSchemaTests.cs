namespace CreatorCRM.Server.Tests.Contract;

/// <summary>What was released is promised: it changes only as the deprecations in it have announced.</summary>
public sealed class ReleasedSchemaTests(NpmContract npm) : IClassFixture<NpmContract>
{
    private const string Released = """
        type Query { bread(kind: Kind, crust: Boolean = true): Bread orders(filter: Filter): Int baker: Baker @deprecated(reason: "Use `bread`. Removed after 2027-06-30.") }
        type Bread { name: String! weight: Int @deprecated(reason: "Use `grams`. Removed after 2027-06-30.") grams: Int price: Int @deprecated(reason: "Ask.") }
        type Baker { name: String }
        enum Kind { RYE SPELT @deprecated(reason: "Use `RYE`. Removed after 2027-06-30.") }
        input Filter { paid: Boolean = true from: Int kinds: [Kind!] = [RYE] }
        """;

    private const string Orders = "input Filter { paid: Boolean = true from: Int kinds: [Kind!] = [RYE] }";

    private const string Bread = "type Bread { name: String! grams: Int price: Int } enum Kind { RYE }";

    [Fact]
    public async Task The_schema_breaks_no_client_of_the_last_release() =>
        (await npm.Tell("breaking.mjs", npm.File("deploy/schema.released.graphql"), npm.Schema)).ShouldBeEmpty(
            "Bring back what is missing, or deprecate it for a while ([Deprecated]) before it goes. deploy/schema.released.graphql is replaced by a release only.");

    [Theory]
    [InlineData("2027-06-30", "Query.baker was removed.", "Bread.weight was removed.", "SPELT was removed from enum type Kind.", "Baker was removed.")]
    [InlineData("2027-07-01")]
    public async Task What_was_deprecated_may_go_after_its_day(string today, params string[] complaints) =>
        (await Compare($"type Query {{ bread(kind: Kind, crust: Boolean = true): Bread orders(filter: Filter): Int }} {Bread} {Orders}", today))
            .ShouldBe(complaints, ignoreOrder: true);

    [Theory]
    [InlineData("name: String! grams: Int", "Bread.price was removed.")]
    [InlineData("name: String grams: Int price: Int", "Bread.name changed type from String! to String.")]
    [InlineData("name: String! grams: Int! price: Int")]
    [InlineData("name: String! grams(exact: Boolean): Int price: Int slices: Int")]
    [InlineData("name: String! grams(exact: Boolean!): Int price: Int", "A required arg exact on Bread.grams was added.")]
    [InlineData("name: String! grams: Int price: Int @deprecated(reason: \"Ask.\")",
        "price is deprecated with the reason \"Ask.\", which has to end like \"Use x. Removed after 2027-06-30.\"")]
    [InlineData("name: String! grams: Int price: Int @deprecated(reason: \"Ask. Removed after 2027-02-30.\")",
        "price is deprecated with the reason \"Ask. Removed after 2027-02-30.\", which has to end like \"Use x. Removed after 2027-06-30.\"")]
    public async Task What_could_break_a_client_is_told_and_growth_is_not(string bread, params string[] complaints) =>
        (await Compare($"type Query {{ bread(kind: Kind, crust: Boolean = true): Bread orders(filter: Filter): Int }} type Bread {{ {bread} }} enum Kind {{ RYE WHEAT }} {Orders}", "2028-01-01")).ShouldBe(complaints);

    [Theory]
    [InlineData("kind: Kind, crust: Boolean = true", "paid: Boolean = true from: Int kinds: [Kind!] = [RYE]")]
    [InlineData("kind: Kind, crust: Boolean = false", "paid: Boolean = true from: Int kinds: [Kind!] = [RYE]",
        "The default of Query.bread(crust:) changed from true to false.")]
    [InlineData("kind: Kind = RYE, crust: Boolean", "paid: Boolean = true from: Int kinds: [Kind!] = [RYE]",
        "The default of Query.bread(kind:) changed from none to RYE.", "The default of Query.bread(crust:) changed from true to none.")]
    [InlineData("kind: Kind, crust: Boolean = true", "paid: Boolean from: Int = 1 kinds: [Kind!] = [RYE, RYE] to: Int = 9",
        "The default of Filter.paid changed from true to none.", "The default of Filter.from changed from none to 1.",
        "The default of Filter.kinds changed from [RYE] to [RYE, RYE].")]
    public async Task Another_default_of_an_argument_or_an_input_field_is_told(string arguments, string filter, params string[] complaints) =>
        (await Compare($"type Query {{ bread({arguments}): Bread orders(filter: Filter): Int }} {Bread} input Filter {{ {filter} }}", "2028-01-01"))
            .ShouldBe(complaints);

    [Fact]
    public async Task What_clients_must_give_cannot_be_deprecated() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => Compare("type Query { bread(kind: Int! @deprecated(reason: \"No. Removed after 2027-06-30.\")): Int }", "2028-01-01")))
            .Message.ShouldContain("cannot be deprecated");

    private async Task<string[]> Compare(string current, string today)
    {
        var folder = Directory.CreateTempSubdirectory("schemas");
        try
        {
            var (before, now) = (Path.Combine(folder.FullName, "released.graphql"), Path.Combine(folder.FullName, "current.graphql"));
            await File.WriteAllTextAsync(before, Released, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(now, current, TestContext.Current.CancellationToken);
            return await npm.Tell("breaking.mjs", before, now, today);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
