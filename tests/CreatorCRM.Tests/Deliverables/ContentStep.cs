using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CsCheck;

namespace CreatorCRM.Tests.Deliverables;

/// <summary>A command on the content of a partnership, with a name for when a run of them fails.</summary>
/// <param name="Decide">Gets the figures that are kept, too, by the ids of their rows.</param>
public sealed record ContentStep(string Name, Func<Partnership, IReadOnlyDictionary<string, DeliverableFigures>, DateTimeOffset, Decision> Decide)
{
    private static readonly string[] Captions = ["Anzeige | Rice bread for breakfast", "Rice bread for breakfast", "Danke an Kornhof #ad", ""];

    /// <summary>What brings a partnership to a contract for two stories and a reel for 250.00 EUR.</summary>
    public static ImmutableArray<ContentStep> ToContract { get; } = ToContractFor([new FixedFee(new Money(25_000, Currency.Eur))]);

    public static readonly Gen<ContentStep> Any = Gen.Frequency(
        (1, Gen.Select(Gen.Enum<DeliverableKind>(), Gen.Int[-3, 9]).Select((kind, days) => Of($"add {kind}", (state, now) =>
            state.Add(new AddDeliverable(kind, days < 0 ? null : DateOnly.FromDateTime(now.UtcDateTime).AddDays(days), null))))),
        (1, Gen.Const(Of("plan", (state, _) => state.Plan()))),
        (6, On("draft", (state, number, _) => state.Submit(new SubmitDraft(number, null, "Rice bread!", null)))),
        (3, On("request", (state, number, _) => state.Request(new RequestChanges(number, [new ReviewComment("Show the loaf", "second 3")])))),
        (5, On("approve", (state, number, _) => state.Approve(new ApproveDraft(number, null)))),
        (6, Gen.Select(Number, Caption).Select((number, caption) => Of($"publish {number}", (state, now) =>
            state.Publish(new RecordPublication(number, new PublishedPost("https://example.com/p/1", [caption], now, false), null, "DE"), now)))),
        (3, Gen.Select(Number, Caption).Select((number, caption) => Of($"update {number}", (state, now) =>
            state.Update(new UpdatePublication(number, null, ImmutableArray.Create(caption), null, null, null, null), now)))),
        (1, Gen.Select(Number, Gen.OneOf(Gen.Const("DE"), Gen.Const("US"))).Select((number, country) => Of($"check {number}",
            (state, _) => state.Check(new CheckDisclosure(number, country, null))))),
        (3, Gen.Select(Number, Gen.Enum<DisclosureOutcome>()).Select((number, outcome) => Of($"decide {number}", (state, _) =>
            state.Deliverables.Decide(new DecideDisclosure(number, outcome, "looked at the picture"))))),
        (5, Gen.Select(Number, Gen.Bool).Select((number, overrides) => Of($"verify {number}", (state, _) =>
            state.Verify(new VerifyDeliverable(number, null, overrides ? "the campaign is over" : null))))),
        (4, Gen.Select(Number, Gen.Int[0, 3], Gen.Int[0, 400]).Select((number, days, likes) => new ContentStep($"metrics {number}", (state, kept, now) =>
        {
            var takenAt = now.Date.AddDays(-days);
            var figures = new DeliverableFigures(Impressions: 10_000, Likes: likes);
            return state.Record(
                new RecordDeliverableMetrics(number, figures, takenAt), kept.GetValueOrDefault(DeliverableMetricsRow.IdOf(state.Key, number, takenAt)), now);
        }))),
        (4, Gen.Int[0, 9].Select(days => Of($"amend by {days} days", (state, now) => AmendOn(state, days, now)))),
        (1, On("cancel", (state, number, _) => state.Cancel(new CancelDeliverable(number, "not needed")))),
        (1, Gen.Enum<PartnershipStage>().Select(stage => Of($"stage {stage}", (state, _) => state.Change(new ChangeStage(stage, null))))));

    /// <summary>The same for something else.</summary>
    public static ImmutableArray<ContentStep> ToContractFor(ImmutableArray<CompensationComponent> compensation) =>
    [
        Of("create", (state, _) => state.Create(new CreatePartnership("i", "Mia", "c", "Bread", null))),
        Of("offer", (state, _) => state.Propose(new ProposeOffer(Party.Brand, compensation, null))),
        Of("accept", (state, _) => state.Accept(new CloseOffer("1", null))),
        Of("draft", (state, _) => state.Draft(new DraftContract(new ContractTerms
        {
            Deliverables = [new AgreedDeliverable(DeliverableKind.InstagramStory, 2, new DateOnly(2026, 3, 9)),
                new AgreedDeliverable(DeliverableKind.InstagramReel, 1, null)],
        }), brand: null)),
        Of("send", (state, now) => state.Send(new SendContract("1"), new ContractParties("Mia", "Bread", null, null), now)),
        Of("sign", (state, now) => state.Sign(new SignContract("1", Party.Influencer, "Mia", null, null), now)),
        Of("countersign", (state, now) => state.Sign(new SignContract("1", Party.Brand, "Jo", null, null), now)),
    ];

    // An amendment that puts the stories on another day, one step further each time.
    private static Decision AmendOn(Partnership state, int days, DateTimeOffset now)
    {
        if (state.Contracts.Open is not { } open)
        {
            var (number, terms) = state.Contracts.InForce is { } contract ? (PartNumber.Text(contract.Number), contract.Terms) : ("1", new ContractTerms());
            return state.Amend(new AmendContract(number, terms with
            {
                Deliverables = [new AgreedDeliverable(DeliverableKind.InstagramStory, 2,
                new DateOnly(2026, 3, 9).AddDays(days))]
            }), null);
        }
        var version = PartNumber.Text(open.Number);
        return open.Status switch
        {
            ContractStatus.Draft => state.Send(new SendContract(version), new ContractParties("Mia", "Bread", null, null), now),
            ContractStatus.SignedByInfluencer => state.Sign(new SignContract(version, Party.Brand, "Jo", null, null), now),
            _ => state.Sign(new SignContract(version, Party.Influencer, "Mia", null, null), now),
        };
    }

    private static Gen<string> Caption => Gen.Int[0, Captions.Length - 1].Select(i => Captions[i]);

    private static Gen<string> Number => Gen.Int[1, 5].Select(number => $"{number}");

    private static Gen<ContentStep> On(string name, Func<Partnership, string, DateTimeOffset, Decision> decide) =>
        Number.Select(number => Of($"{name} {number}", (state, now) => decide(state, number, now)));

    private static ContentStep Of(string name, Func<Partnership, DateTimeOffset, Decision> decide) => new(name, (state, _, now) => decide(state, now));

    public override string ToString() => Name;
}
