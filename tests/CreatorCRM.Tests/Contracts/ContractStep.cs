using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CsCheck;

namespace CreatorCRM.Tests.Contracts;

/// <summary>A command about a contract and the hours that pass before it, with a name for when a run of them fails.</summary>
public sealed record ContractStep(string Name, int Hours, Func<Partnership, DateTimeOffset, Decision> Decide)
{
    private static readonly Gen<ContractTerms> Terms = Gen.Select(Gen.Int[-5, 20], Gen.Int[-1, 10], Gen.Bool).Select((days, notice, ends) => new ContractTerms
    {
        Term = ends ? new PeriodOfDays(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 5).AddDays(days)) : null,
        NoticeDays = notice < 0 ? null : notice,
        UsageRights = [new UsageRight("All", [UsageChannel.Organic], null, new PeriodOfDays(null, null))],
    });

    public static readonly Gen<ContractStep> Any = Gen.Frequency(
        (3, Terms.SelectMany(terms => Step("draft", (state, _, _) => state.Draft(new DraftContract(terms), null)))),
        (5, Terms.SelectMany(terms => Step("amend", (state, number, _) => state.Amend(new AmendContract(number, terms), null)))),
        (2, Gen.Int[-5, 60].SelectMany(days => Step($"renew by {days}",
            (state, number, now) => state.Renew(new RenewContract(number, new PeriodOfDays(null, Day(now).AddDays(days))), null)))),
        (8, Gen.Int[-1, 4].SelectMany(days => Step($"send for {days}",
            (state, number, now) =>
                state.Send(new SendContract(number, days == 4 ? null : Day(now).AddDays(days)), new ContractParties("Mia", "Bread", null, null), now)))),
        (2, Step("view", (state, number, now) => state.Contracts.View(new ViewContract(number, null), now))),
        (1, Terms.SelectMany(terms => Step("counter", (state, number, _) => state.Contracts.Counter(new CounterContract(number, "Less, please", terms))))),
        (14, Gen.Enum<Party>().SelectMany(party => Step($"sign {party}",
            (state, number, now) => state.Sign(new SignContract(number, party, "Mia Brot", null, null), now)))),
        (1, Step("decline", (state, number, _) => state.Decline(new CloseContract(number, "too long")))),
        (1, Step("void", (state, number, _) => state.Void(new CloseContract(number, "changed our mind")))),
        (1, Step("fulfil", (state, number, _) => state.Fulfil(new FulfilContract(number, null)))),
        (2, Gen.Select(Gen.Int[-1, 12], Gen.Bool).SelectMany((days, cause) => Step($"terminate in {days}{(cause ? " for a cause" : "")}",
            (state, number, now) =>
            state.Contracts.Terminate(new TerminateContract(number, Party.Brand, "No results", days < 0 ? null : Day(now).AddDays(days),
                cause ? "A breach" : null), now)))),
        (3, Step("close what is due", (state, _, now) => state.CloseDueContracts(Day(now)))));

    /// <summary>What leads to a version in force, which by chance alone hardly one run in a hundred comes to.</summary>
    public static ImmutableArray<ContractStep> ToForce { get; } =
    [
        Latest("draft", (state, _, _) => state.Draft(new DraftContract(new ContractTerms { NoticeDays = 3 }), null)),
        Latest("send", (state, number, now) => state.Send(new SendContract(number, null), new ContractParties("Mia", "Bread", null, null), now)),
        SignedBy(Party.Influencer),
        SignedBy(Party.Brand),
    ];

    /// <summary>A partnership with an accepted offer.</summary>
    public static ImmutableArray<IEvent> Agreement { get; } =
    [
        new PartnershipCreated("i", "Mia", "c", "Bread", null), new OfferProposed("1", Party.Brand, [new FixedFee(new Money(25_000, Currency.Eur))], null, null),
        new OfferAccepted("1", Party.Influencer, "a fee of 250.00 EUR", null),
        new StageChanged(PartnershipStage.Shortlisted, PartnershipStage.Agreed, false, null),
    ];

    public override string ToString() => $"{Name} after {Hours} h";

    private static ContractStep SignedBy(Party party) =>
        Latest($"sign {party}", (state, number, now) => state.Sign(new SignContract(number, party, "Mia Brot", null, null), now));

    private static ContractStep Latest(string name, Func<Partnership, string, DateTimeOffset, Decision> decide) =>
        new($"{name} the latest", 1, (state, now) => decide(state, $"{state.Contracts.Versions.Length}", now));

    // Mostly the latest version, now and then one before.
    private static Gen<ContractStep> Step(string name, Func<Partnership, string, DateTimeOffset, Decision> decide) =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 5]).Select((hours, back) =>
        new ContractStep($"{name} {(back < 4 ? "the latest" : $"{back - 3} before")}", hours,
            (state, now) => decide(state, $"{state.Contracts.Versions.Length - Math.Max(0, back - 3)}", now)));

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
