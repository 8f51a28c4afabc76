using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Relationships;
using CsCheck;

namespace CreatorCRM.Tests.Merges;

/// <summary>Whatever an influencer goes through in merges and between them, in whatever order.</summary>
public sealed class InfluencerMergingProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Gen<string> Word = Gen.Int[0, 4].Select(number => $"word{number}");
    private static readonly Gen<string> Merge = Gen.Int[1, 4].Select(number => $"m{number}");

    private static readonly Gen<Belongings> Others = Gen.Select(Gen.Int[0, 3], Word.Array[0, 3], Word, Gen.Bool, Gen.Bool)
        .Select((accounts, tags, agency, isMinor, objects) => new Belongings(
        "Twin", [.. Enumerable.Range(1, accounts).Select(i => new Account($"twin{agency}.{i}", Platform.Tiktok, $"twin{i}", null, new Metrics(i), null, null))],
        [.. tags.Distinct()], [.. tags.Distinct()], [], [],
        null, agency, null, null, false, isMinor, objects ? new DoNotContact("asked us", Start) : null));

    private static readonly Gen<Func<Influencer, DateTimeOffset, Decision>> Any = Gen.Frequency(
        (3, Gen.Select(Word.Array[0, 3], Word, Gen.Bool).Select((tags, agency, isMinor) =>
            Own((state, _) => state.Update(new InfluencerChanges
            {
                Tags = [.. tags],
                Niches = [.. tags],
                Agency = new Change<string?>(agency),
                IsMinor = isMinor
            })))),
        (2, Gen.Select(Gen.Enum<Platform>(), Word).Select((platform, handle) => Own((state, now) => state.AddAccount(new NewAccount(platform, handle, null,
            new Metrics(5)), now)))),
        (2, Gen.Select(Gen.Int[0, 5], Gen.Long[50, 900]).Select((which, followers) => Own((state, now) =>
            state.Record(new RecordMetrics(state.Accounts.ElementAtOrDefault(which)?.Number ?? "9", new Metrics(followers), null), now)))),
        (1, Word.Select(reason => Own((state, _) => state.Set(new SetDoNotContact(reason))))),
        (1, Word.Select(reason => Own((state, _) => state.Lift(new LiftDoNotContact(reason))))),
        (1, Gen.Const(Own((state, _) => state.Set(new SetRelationshipStage(RelationshipStage.Partner, null))))),
        (3, Gen.Select(Merge, Others).Select((merge, theirs) => (Func<Influencer, DateTimeOffset, Decision>)((state, _) =>
            // One person cannot be taken over twice.
            state.Accounts.Any(account => theirs.Accounts.Any(other => other.Number == account.Number))
                ? Decision.Nothing
                : state.Absorb(new AbsorbInfluencer(merge, "twin", theirs, 2))))),
        (2, Merge.Select(merge => (Func<Influencer, DateTimeOffset, Decision>)((state, _) => state.Separate(new SeparateInfluencer(merge))))),
        (1, Merge.Select(merge => (Func<Influencer, DateTimeOffset, Decision>)((state, _) => state.MergeAway(new MergeAway(merge, "d", "Dora", null))))),
        (3, Merge.Select(merge => (Func<Influencer, DateTimeOffset, Decision>)((state, _) =>
            state.Restore(new RestoreInfluencer(merge, new Parting(state.Merged?.Given.Accounts ?? [], null, false)))))));

    [Fact]
    public void What_was_given_comes_back_and_the_events_tell_it_again() => Any.Array[1, 40].Sample(steps =>
    {
        var (state, now, stored) = (Influencer.New(new EntityKey("w", "i")), Start, new List<(string Type, int Version, string Data, EventMeta Meta)>());
        List<IRow> rows = [];
        foreach (var step in steps.Prepend((one, at) => one.Create(new CreateInfluencer("Mia", [], new InfluencerChanges()), at)))
        {
            now = now.AddMinutes(1);
            var (before, decision) = (state, step(state, now));
            foreach (var refusal in decision.Refusals) refusal.Message.ShouldEndWith(".");
            foreach (var @event in decision.Events)
            {
                var (type, meta) = (EventCatalog.Default.NameOf(@event), new EventMeta(state.Version + 1, Actor.System, @event.OccurredAt ?? now, now));
                @event.Summary.ShouldNotBeNullOrWhiteSpace();
                state = state.Apply(@event, meta);
                stored.Add((type.Name, type.Version, EventCatalog.Write(@event), meta));
                List<IRow> next = [.. state.Rows()];
                Check(before, rows, @event, state, next);
                rows = next;
            }
        }
        var told = stored.Aggregate(Influencer.New(state.Key),
            (so_far, entry) => so_far.Apply(EventCatalog.Default.Read(entry.Type, entry.Version, entry.Data), entry.Meta));
        CrmJson.Write(told).ShouldBe(CrmJson.Write(state));
        CrmJson.Read<Influencer>(CrmJson.Write(state)).Rows().ShouldBe(rows);
    }, iter: 10_000);

    private static void Check(Influencer before, List<IRow> told, IEvent @event, Influencer after, List<IRow> rows)
    {
        rows.DistinctBy(row => (row.GetType(), row.RowKey)).Count().ShouldBe(rows.Count);
        after.Accounts.DistinctBy(account => account.Number).Count().ShouldBe(after.Accounts.Length);
        // No account row is dropped: what is told no longer is handed over.
        told.OfType<AccountRow>().Select(row => row.Id).Except(rows.Concat(after.HandedOver(@event)).OfType<AccountRow>().Select(row => row.Id))
            .ShouldBeEmpty();
        if (@event is InfluencerMerged) rows.ShouldHaveSingleItem();
        if (@event is InfluencerAbsorbed absorbed)
        {
            (after.IsMinor, after.DoNotContact is not null)
                .ShouldBe((before.IsMinor || absorbed.Inherited.IsMinor, before.DoNotContact is not null || absorbed.Inherited.DoNotContact is not null));
            after.Tags.Distinct().Count().ShouldBe(after.Tags.Length);
        }
        if (@event is InfluencerRestored) CrmJson.Write(after.Belongings).ShouldBe(CrmJson.Write(before.Merged!.Given));
    }

    private static Func<Influencer, DateTimeOffset, Decision> Own(Func<Influencer, DateTimeOffset, Decision> decide) =>
        (state, now) => state.Own(() => decide(state, now));
}
