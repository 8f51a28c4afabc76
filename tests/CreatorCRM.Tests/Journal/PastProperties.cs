using CreatorCRM.Campaigns;
using CreatorCRM.Common;
using CreatorCRM.Influencers;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Tests.Partnerships;
using CsCheck;

namespace CreatorCRM.Tests.Journal;

/// <summary>Whatever is done and of whichever instant one asks: the past is the rows that were written by then.</summary>
public sealed class PastProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Manager = new("m", "Manager");
    private static readonly Gen<string> Word = Gen.Int[0, 5].Select(number => $"word {number}");

    private static readonly Gen<Func<Influencer, DateTimeOffset, Decision>> InfluencerSteps = Gen.Frequency(
        (1, Word.Select(name => Step<Influencer>((state, now) => state.Create(new CreateInfluencer(name,
            [new NewAccount(Platform.Instagram, "mia", null, new Metrics(1000))], new InfluencerChanges()), now)))),
        (4, Gen.Select(Word, Word, Word).Select((name, niche, tag) => Step<Influencer>((state, _) => state.Update(new InfluencerChanges
        {
            DisplayName = name,
            Niches = [niche, "bread"],
            Tags = [tag]
        })))),
        (2, Gen.Enum<Platform>().Select(platform => Step<Influencer>((state, now) => state.AddAccount(new NewAccount(platform, "miabrot"), now)))),
        (6, Gen.Select(Gen.Int[1, 3], Gen.Long[50, 2_000_000], Gen.Int[-9, 0]).Select((account, followers, days) =>
            Step<Influencer>((state, now) => state.Record(new RecordMetrics($"{account}", new Metrics(followers), now.AddDays(days)), now)))),
        (1, Word.Select(reason => Step<Influencer>((state, _) => state.Set(new SetDoNotContact(reason))))),
        (1, Word.Select(reason => Step<Influencer>((state, _) => state.Lift(new LiftDoNotContact(reason))))));

    private static readonly Gen<Func<Campaign, DateTimeOffset, Decision>> CampaignSteps = Gen.Frequency(
        (1, Word.Select(name => Step<Campaign>((state, _) => state.Create(new CreateCampaign(name, new CampaignChanges()))))),
        (5, Gen.Select(Word, Word, Gen.Long[0, 900_000]).Select((name, brand, budget) => Step<Campaign>((state, _) =>
            state.Update(new CampaignChanges { Name = name, Brand = new Change<string?>(brand), Budget = new Change<Money?>(new Money(budget, Currency.Eur)) })))));

    [Fact]
    public void Of_an_influencer() => Check(InfluencerSteps);

    [Fact]
    public void Of_a_campaign() => Check(CampaignSteps);

    [Fact]
    public void Of_a_partnership() => Check(Gen.Frequency(
        (1, Gen.Const(Step<Partnership>((state, _) => state.Create(new CreatePartnership("i", "Mia", "c", "Bread", "Jo"))))),
        (9, PartnershipStep.Any.Select(step => Step<Partnership>(step.Decide)))));

    private static Func<TState, DateTimeOffset, Decision> Step<TState>(Func<TState, DateTimeOffset, Decision> decide) => decide;

    private static void Check<TState>(Gen<Func<TState, DateTimeOffset, Decision>> step) where TState : class, IAggregate<TState> =>
        Gen.Select(step.Array[1, 60], Gen.Int[-5, 800].Array[10]).Sample((steps, seconds) =>
        {
            var (state, version, now) = (TState.New(new EntityKey("w", "x")), 0L, Start);
            var (stored, facts) = (new List<(string Type, int Version, string Data, EventMeta Meta)>(), new List<IRow>());
            var live = new List<(DateTimeOffset At, IReadOnlyList<IRow> Rows)>();
            foreach (var decide in steps)
            {
                now = now.AddSeconds(10);
                foreach (var @event in decide(state, now).Events)
                {
                    var meta = new EventMeta(++version, Manager, @event.OccurredAt ?? now, now);
                    state = state.Apply(@event, meta);
                    facts.AddRange(state.Facts(@event, meta));
                    var type = EventCatalog.Default.NameOf(@event);
                    stored.Add((type.Name, type.Version, EventCatalog.Write(@event), meta));
                }
                if (version > 0) live.Add((now, [.. state.Rows(), .. facts]));
            }
            foreach (var instant in seconds.Select(second => Start.AddSeconds(second)))
            {
                var told = new PastStory(new StreamId("w", TState.Kind, "x"));
                foreach (var (type, schema, data, meta) in stored.Where(one => one.Meta.RecordedAt <= instant))
                    told.Tell(EventCatalog.Default.Read(type, schema, data), meta);
                (told.Version == 0 ? [] : told.Rows()).ShouldBe(live.LastOrDefault(one => one.At <= instant).Rows ?? []);
            }
        }, iter: 300);
}
