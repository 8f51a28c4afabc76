using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Partnerships;
using CreatorCRM.Storage;
using CreatorCRM.Storage.Queries;
using CsCheck;

namespace CreatorCRM.Tests.Influencers;

/// <summary>SQLite reads what few have in another way than what many have; PostgreSQL is asked plainly. Both crowds are the same.</summary>
[Collection(typeof(LargeCrowd))]
public sealed class RareValueTests(CrowdDatabases crowd)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static readonly Gen<OrderDirection> Directions = Gen.Enum<OrderDirection>();

    // Alone, beside another one, or negated.
    private static readonly Gen<InfluencerFilter> Filters = Gen.Select(Gen.Int[0, CrowdFilters.All.Count - 1]
        .Select(at => CrowdFilters.All.Values.ElementAt(at)).Array[1, 2], Gen.Int[0, 4],
        InfluencerFilter (parts, shape) => shape == 0 ? new() { Not = parts[0], And = [parts[^1]] } : new() { And = parts });

    [Fact]
    public Task Both_engines_list_the_same_influencers_in_every_order() => Gen.Select(Filters, Gen.Enum<InfluencerOrderField>(), Directions).SampleAsync(
        async (filter, field, direction) => (await FirstTwoPages(StorageEngine.Sqlite, filter, new(field, direction)))
            .ShouldBe(await FirstTwoPages(StorageEngine.Postgres, filter, new(field, direction))), iter: 15, threads: 1);

    [Fact]
    public Task Both_engines_list_the_same_partnerships_in_every_order() => Gen.Select(
        Gen.Int[0, CrowdFilters.Partnerships.Count - 1].Select(at => CrowdFilters.Partnerships.Values.ElementAt(at)).Array[1, 2],
        Gen.Enum<PartnershipOrderField>(), Directions).SampleAsync(
        async (filters, field, direction) =>
        {
            var list = new PartnershipList(new() { And = filters }, null, new(field, direction));
            (await Partnerships(StorageEngine.Sqlite, list)).ShouldBe(await Partnerships(StorageEngine.Postgres, list));
        }, iter: 25, threads: 1);

    [Theory]
    [InlineData(StorageEngine.Sqlite)]
    [InlineData(StorageEngine.Postgres)]
    public async Task A_thousand_and_a_thousand_and_one_are_paged_to_the_end(StorageEngine engine)
    {
        var thousand = await All(engine, "a thousand");
        thousand.ShouldBe(Enumerable.Range(0, 1_000).Select(i => $"{1_200_000 - (200 * i)}"));
        (await All(engine, "a thousand and one")).ShouldBe([.. thousand, "1000001"]);
    }

    private async Task<List<string>> All(StorageEngine engine, string tag)
    {
        var found = new List<string>();
        for (string? after = null; ;)
        {
            var page = await crowd.Get<InfluencerQueries>(engine).List(
                Crowd.Workspace, new() { Tags = new() { Contains = tag } }, null, null, new PageRequest(250, after, null, null), Never);
            found.AddRange(page.Items.Select(item => item.Node.Id));
            if (!page.HasNextPage)
            {
                (await page.CountTotal(Never)).ShouldBe(found.Count);
                return found;
            }
            after = page.Items[^1].Cursor;
        }
    }

    private async Task<List<string>> FirstTwoPages(StorageEngine engine, InfluencerFilter filter, InfluencerOrder order)
    {
        var queries = crowd.Get<InfluencerQueries>(engine);
        var first = await queries.List(Crowd.Workspace, filter, null, order, new PageRequest(10, null, null, null), Never);
        var second = first.HasNextPage
            ? (await queries.List(Crowd.Workspace, filter, null, order, new PageRequest(10, first.Items[^1].Cursor, null, null), Never)).Items
            : [];
        return [.. first.Items.Concat(second).Select(item => item.Cursor), $"{await first.CountTotal(Never)}"];
    }

    private async Task<List<string>> Partnerships(StorageEngine engine, PartnershipList list)
    {
        var page = await crowd.Get<PartnershipQueries>(engine).List(Crowd.Workspace, list, new PageRequest(30, null, null, null), Never);
        return [.. page.Items.Select(item => item.Cursor), $"{await page.CountTotal(Never)}"];
    }
}
