using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Payouts;
using CreatorCRM.Sales;
using CsCheck;

namespace CreatorCRM.Tests.Partnerships;

/// <summary>A command on a partnership, with a name for when a run of them fails.</summary>
public sealed record PartnershipStep(string Name, Func<Partnership, DateTimeOffset, Decision> Decide)
{
    private static readonly ImmutableArray<CompensationComponent> Fee = [new FixedFee(new Money(25_000, Currency.Eur)), new Commission(10, null, null)];
    private static readonly ImmutableArray<ImmutableArray<CompensationComponent>> Amended =
    [
        Fee, [Fee[0]], [Fee[1], Fee[0]], [new FixedFee(new Money(4_000, Currency.Eur)), Fee[1]], [new UsageFee(new Money(3_000, Currency.Eur), null), .. Fee],
        [.. Fee, new PerformanceBonus(BonusMetric.Sales, 2, new Money(2_000, Currency.Eur))],
    ];
    private static readonly ImmutableArray<CompensationComponent> Impossible = [new FixedFee(new Money(-1, Currency.Eur))];

    // Most runs should get far, so steps on the way to a contract are frequent and numbers small.
    public static readonly Gen<PartnershipStep> Any = Gen.Frequency(
        (1, Gen.Const(new PartnershipStep("create", (state, _) => state.Create(new CreatePartnership("i", "Mia", "c", "Bread", null))))),
        (1, Gen.Enum<PartnershipStage>().Select(stage => new PartnershipStep($"stage {stage}", (state, _) => state.Change(new ChangeStage(stage, null))))),
        (1, Gen.Select(Number, Gen.Int[0, 30]).Select((number, days) => new PartnershipStep($"move follow-up {number}",
            (state, now) => state.Reschedule(new RescheduleFollowUp(number, now.AddDays(days)), now)))),
        (1, Number.Select(number => new PartnershipStep($"merge {number}", (state, _) =>
            state.Move(new MovePartnership($"m{number}", state.InfluencerId, "Mia", $"{state.InfluencerId}{number}", "Mia B.", number == "2"))))),
        (1, Number.Select(number => new PartnershipStep($"undo merge {number}",
            (state, _) => state.Return(new ReturnPartnership($"m{number}", "Mia B.", "Mia"))))),
        (1, Number.Select(number => new PartnershipStep($"dismiss follow-up {number}", (state, _) => state.Dismiss(new DismissFollowUp(number, null))))),
        (1, Gen.Select(Gen.Enum<Party>(), Gen.Enum<DeclineReason>()).Select((by, reason) => new PartnershipStep(
            $"decline by {by}: {reason}", (state, _) => state.End(new DeclinePartnership(by, reason, reason == DeclineReason.Other ? "moves abroad" : null))))),
        (2, Gen.Int[0, 5].Select(dice => new PartnershipStep($"legal stage {dice}",
            (state, _) => state.Change(new ChangeStage(LegalMove(state.Stage, dice), null))))),
        (3, Gen.Select(Gen.Enum<OutreachDirection>(), Gen.Enum<OutreachChannel>(), Gen.Int[-3, 3], Gen.Bool).Select((direction, channel, days, followUp) => new PartnershipStep(
            $"log {direction} {channel} {days}", (state, now) =>
                state.Log(new LogOutreach(direction, channel, "Hello", null, now.AddDays(days), followUp ? now.AddDays(days) : null), now)))),
        (1, Gen.Int[-2, 5].Select(days => new PartnershipStep($"follow up {days}",
            (state, now) => state.Schedule(new ScheduleFollowUp(now.AddDays(days), null), now)))),
        (1, Number.Select(number => new PartnershipStep($"done {number}", (state, _) => state.Complete(new CompleteFollowUp(number))))),
        (6, Gen.Select(Gen.Enum<Party>(), Gen.Int[1, 8]).Select((by, dice) => new PartnershipStep(
            $"offer {dice} by {by}{(dice == 1 ? ", impossible" : "")}", (state, _) =>
                state.Propose(new ProposeOffer(by, dice == 1 ? Impossible : dice == 2 ? Amended[2] : Fee, null))))),
        (5, Latest("accept", state => state.Offers.All.Length, (state, number, _) => state.Accept(new CloseOffer(number, null)))),
        (1, Latest("decline", state => state.Offers.All.Length, (state, number, _) => state.Decline(new CloseOffer(number, null)))),
        (1, Latest("withdraw", state => state.Offers.All.Length, (state, number, _) => state.Withdraw(new CloseOffer(number, null)))),
        (5, Gen.Const(new PartnershipStep("draft", (state, _) => state.Draft(new DraftContract(new ContractTerms { Deliverables = [Reel] }), null)))),
        (5, Latest("send", state => state.Contracts.Versions.Length,
            (state, number, now) => state.Send(new SendContract(number), new ContractParties("Mia", "Bread", null, null), now))),
        (8, Gen.Enum<Party>().SelectMany(party => Latest($"sign {party}", state => state.Contracts.Versions.Length,
            (state, number, now) => state.Sign(new SignContract(number, party, "Mia Brot", null, null), now)))),
        (3, Gen.Int[0, 5].Select(dice => new PartnershipStep($"amend {dice}", (state, _) => state.Amend(
            new AmendContract(InForce(state), new ContractTerms { Compensation = Amended[dice], Deliverables = [Reel] }), null)))),
        (3, Gen.Int[1, 3].Select(years => new PartnershipStep($"renew by {years}", (state, _) => state.Renew(
            new RenewContract(InForce(state), new PeriodOfDays(new DateOnly(2026 + years, 1, 1), new DateOnly(2026 + years, 12, 31))), null)))),
        (1, Gen.Const(new PartnershipStep("terminate", (state, now) => state.Contracts.Terminate(
            new TerminateContract(InForce(state), Party.Brand, "No results", null, "A breach"), now)))),
        (1, Gen.Const(new PartnershipStep("fulfil", (state, _) => state.Fulfil(new FulfilContract(InForce(state), null))))),
        (1, Latest("decline contract", state => state.Contracts.Versions.Length, (state, number, _) => state.Decline(new CloseContract(number, "too long")))),
        (2, Latest("void contract", state => state.Contracts.Versions.Length, (state, number, _) => state.Void(new CloseContract(number, "changed our mind")))),
        (3, Gen.Select(Gen.Long[0, 40_000], Gen.Enum<Buyer>()).Select((minor, buyer) => new PartnershipStep($"sale of {minor}",
            (state, now) => state.Record(new RecordSale("o1", new Money(minor, Currency.Eur), buyer, null), now)))),
        (2, Gen.Select(Gen.Long[1, 20_000], Gen.Int[0, 2]).Select((minor, agreement) => new PartnershipStep($"refund of {minor} under {agreement}",
            (state, now) =>
                state.Reverse(new ReverseSale($"{First(state, agreement)}", new Money(minor, Currency.Eur), null, null), Kept(state, agreement), now)))),
        (5, Gen.Select(Gen.Int[1, 6], Gen.Long[1, 6_000], Gen.Int[0, 4]).Select((component, minor, dice) => new PartnershipStep(
            $"payout of {minor} for {component}", (state, _) => state.Propose(new ProposePayout([new PayoutPart(component, new Money(minor, Currency.Eur))],
                null, null, null, dice == 0 ? "Material is bought first" : null))))),
        (3, Gen.Bool.SelectMany(other => Latest("approve payout", Payouts,
            (state, number, _) => state.Approve(new ApprovePayout(number), new Actor(other ? "m" : "f", "Fin"), new PayoutOptions(10))))),
        (3, Latest("payout paid", Payouts, (state, number, now) => state.MarkPaid(new MarkPayoutPaid(number, "TX", null), now))),
        (1, Latest("payout failed", Payouts, (state, number, _) => state.Fail(new FailPayout(number, "no such account")))),
        (1, Latest("retry payout", Payouts, (state, number, _) => state.Retry(new RetryPayout(number)))),
        (1, Latest("cancel payout", Payouts, (state, number, _) => state.Cancel(new CancelPayout(number, "proposed twice")))),
        (1, Gen.Enum<DeliverableKind>().Select(kind => new PartnershipStep($"deliverable {kind}", (state, _) => state.Add(new AddDeliverable(kind, null, null))))),
        (2, Latest("publish", Deliverables, (state, number, now) => state.Publish(
            new RecordPublication(number, new PublishedPost("https://social.example.com/p", ["Anzeige | Rice bread"], now, false), null, "DE"), now))),
        (2, Latest("verify", Deliverables, (state, number, _) => state.Verify(new VerifyDeliverable(number, null, null)))),
        (1, Latest("cancel deliverable", Deliverables, (state, number, _) => state.Cancel(new CancelDeliverable(number, "not needed")))));

    /// <summary>What brings a partnership that was just made to a contract for a reel.</summary>
    public static ImmutableArray<PartnershipStep> ToContract { get; } =
    [
        .. ToOffer,
        new("draft", (state, _) => state.Draft(new DraftContract(new ContractTerms { Deliverables = [Reel] }), null)),
        .. ToForce,
    ];

    /// <summary>What brings it on to a second term, with the fee of the first one paid or not.</summary>
    public static ImmutableArray<PartnershipStep> ToSecondTerm { get; } =
    [
        .. ToContract,
        new("publish", (state, now) => state.Publish(
            new RecordPublication("1", new PublishedPost("https://social.example.com/p", ["Anzeige | Rice bread"], now, false), null, "DE"), now)),
        new("payout", (state, _) => state.Propose(new ProposePayout([new PayoutPart(1, new Money(25_000, Currency.Eur))], null, null, null, null))),
        new("renew", (state, _) =>
            state.Renew(new RenewContract("1", new PeriodOfDays(new DateOnly(2030, 1, 1), new DateOnly(2030, 12, 31))), null)),
        .. ToForce,
    ];

    /// <summary>What gives it up and brings it to another agreement.</summary>
    public static ImmutableArray<PartnershipStep> ToSecondOffer { get; } =
    [
        .. ToContract,
        new("cancel", (state, _) => state.Change(new ChangeStage(PartnershipStage.Cancelled, null))),
        new("reopen", (state, _) => state.Change(new ChangeStage(PartnershipStage.Shortlisted, null))),
        .. ToOffer,
    ];

    private static AgreedDeliverable Reel => new(DeliverableKind.InstagramReel, 1, null);

    private static ImmutableArray<PartnershipStep> ToOffer =>
    [
        new("offer", (state, _) => state.Propose(new ProposeOffer(Party.Brand, Fee, null))),
        new("accept", (state, _) => state.Accept(new CloseOffer($"{state.Offers.All.Length}", null))),
    ];

    private static ImmutableArray<PartnershipStep> ToForce =>
    [
        new("send", (state, now) => state.Send(new SendContract(Version(state)), new ContractParties("Mia", "Bread", null, null), now)),
        new("sign", (state, now) => state.Sign(new SignContract(Version(state), Party.Influencer, "Mia", null, null), now)),
        new("countersign", (state, now) => state.Sign(new SignContract(Version(state), Party.Brand, "Jo", null, null), now)),
    ];

    private static string Version(Partnership state) => $"{state.Contracts.Versions.Length}";

    private static string InForce(Partnership state) => $"{state.Contracts.LastInForce?.Number ?? 1}";

    private static int First(Partnership state, int agreement) => state.Sales.Agreements.ElementAtOrDefault(agreement)?.After + 1 ?? 0;

    // All that customers bought under an agreement, as if it had been one order.
    private static KeptSale? Kept(Partnership state, int agreement) => state.Sales.Agreements.ElementAtOrDefault(agreement)?.Customers is { Count: 1 } sold
        ? new KeptSale("o1", new Money(sold.NetMinor, Currency.Eur), Buyer.Customer, 0)
        : null;

    private static int Payouts(Partnership state) => state.Payouts.All.Length;

    private static int Deliverables(Partnership state) => state.Deliverables.All.Length;

    private static Gen<string> Number => Gen.Int[0, 4].Select(number => $"{number}");

    private static PartnershipStage LegalMove(PartnershipStage from, int dice) => Stages.ManualMoves[from][dice % Stages.ManualMoves[from].Length];

    private static Gen<PartnershipStep> Latest(string name, Func<Partnership, int> count, Func<Partnership, string, DateTimeOffset, Decision> decide) =>
        Gen.Int[0, 4].Select(back => new PartnershipStep($"{name} {(back < 3 ? "the latest" : $"{back} before")}",
            (state, now) => decide(state, $"{count(state) - (back < 3 ? 0 : back)}", now)));

    public override string ToString() => Name;
}
