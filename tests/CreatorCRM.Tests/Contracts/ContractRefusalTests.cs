using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Tests.Journal;

namespace CreatorCRM.Tests.Contracts;

/// <summary>Every place where a contract's command is refused.</summary>
public sealed class ContractRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly ContractTerms None = new();
    private Partnership _state = ContractStep.Agreement.Aggregate(Partnership.New(new EntityKey("w", "p")),
        (state, e) => state.Apply(e, new EventMeta(1, Actor.System, Now, Now)));

    [Fact]
    public void What_does_not_exist_is_not_found()
    {
        _state.Contracts.View(new ViewContract("1", null), Now).Refused().ShouldBe("contractId NotFound");
        _state.Contracts.Counter(new CounterContract("1", "Less", null)).Refused().ShouldBe("contractId NotFound");
        _state.Send(new SendContract("1"), new ContractParties("Mia", "Bread", null, null), Now).Refused().ShouldBe("contractId NotFound");
        Sign("1", Party.Influencer).Refused().ShouldBe("contractId NotFound");
        _state.Decline(new CloseContract("1", "x")).Refused().ShouldBe("contractId NotFound");
        _state.Void(new CloseContract("1", "x")).Refused().ShouldBe("contractId NotFound");
        _state.Fulfil(new FulfilContract("1", null)).Refused().ShouldBe("contractId NotFound");
        Terminate("1").Refused().ShouldBe("contractId NotFound");
        var nowhere = Partnership.New(_state.Key);
        nowhere.Draft(new DraftContract(None), null).Refused().ShouldBe("partnershipId NotFound");
        nowhere.Amend(new AmendContract("1", None), null).Refused().ShouldBe("partnershipId NotFound");
        InForce();
        _state.Amend(new AmendContract("9", None), null).Refused().ShouldBe("contractId NotFound");
        _state.Renew(new RenewContract("9", Until(9)), null).Refused().ShouldBe("contractId NotFound");
    }

    [Fact]
    public void A_signature_has_a_name_that_a_person_could_have()
    {
        Do(_state.Draft(new DraftContract(None), null));
        Send();
        foreach (var blank in (string[])["", " ", "\u200b"]) Sign("1", Party.Influencer, blank).Refused().ShouldBe("signedBy Required");
        Sign("1", Party.Influencer, new string('x', 201)).Refused().ShouldBe("signedBy TooLong");
        Sign("1", Party.Influencer, "Mia", new string('x', 201)).Refused().ShouldBe("guardian TooLong");
        Sign("1", Party.Influencer, "Mia", at: Now.AddDays(2)).Refused().ShouldBe("signedAt Invalid");
        Sign("1", Party.Influencer, "Mia", at: Now.AddDays(-1).AddTicks(-1)).Refused().ShouldBe("signedAt Invalid");
        Sign("1", Party.Influencer, "Mia", at: Now.AddDays(-1)).IsRefused.ShouldBeFalse();
        _state.Sign(new SignContract("1", Party.Influencer, "Mia", null, null, new SignatureEvidence("1", null)), Now).Refused()
            .ShouldBe("evidence.ipAddress Invalid");
        _state.Sign(new SignContract("1", Party.Influencer, "Mia", null, null, null, new string('0', 64)), Now).Refused()
            .ShouldBe("textSha256 ContractTextChanged");
        Sign("1", Party.Influencer).Guards[0].Else.ShouldBe(new Refusal(RefusalCode.GuardianRequired,
            "The influencer is a minor: name the guardian who signs as well.", "guardian"));
        Sign("1", Party.Influencer, "Mia", "Her mother").Guards.ShouldBeEmpty();
        // The influencer signs first.
        Sign("1", Party.Brand).Refused().ShouldBe("contractId IllegalContractStatus");
    }

    [Fact]
    public void The_brand_signs_after_the_influencer_and_not_when_a_minor_signed_without_a_guardian()
    {
        Do(_state.Draft(new DraftContract(None), null));
        Send();
        var sent = _state;
        Do(Sign("1", Party.Influencer, at: Now.AddHours(3)));
        Sign("1", Party.Brand, at: Now.AddHours(2)).Refused().ShouldBe("signedAt Invalid");
        var signing = Sign("1", Party.Brand);
        signing.Events.OfType<ContractSigned>().Single().Signature.SignedAt.ShouldBe(Now.AddHours(3));
        signing.Guards.ShouldContain(new RowGuard("influencers", _state.InfluencerId, "NOT is_minor", new Refusal(RefusalCode.GuardianRequired,
            "The influencer is a minor, and no guardian has signed this version: void it and send another one for both to sign.", "contractId")));
        _state = sent;
        Do(Sign("1", Party.Influencer, "Mia", "Her mother"));
        Sign("1", Party.Brand).Guards.ShouldNotContain(guard => guard.Else.Code == RefusalCode.GuardianRequired);
    }

    [Fact]
    public void An_offer_ends_with_its_day()
    {
        Do(_state.Draft(new DraftContract(None), null));
        Send(Today.AddDays(-1)).ShouldBe("offerExpiresOn Invalid");
        Send(new DateOnly(1850, 1, 1)).ShouldBe("offerExpiresOn Invalid");
        Send(Today);
        Sign("1", Party.Influencer, at: Now.AddDays(1)).Refused().ShouldBe("contractId IllegalContractStatus");
        Sign("1", Party.Influencer).Refused().ShouldBe("");
        _state.Contracts.Counter(new CounterContract("1", " ", null)).Refused().ShouldBe("comments Required");
        _state.Contracts.View(new ViewContract("1", Now.AddDays(-3)), Now).Refused().ShouldBe("viewedAt Invalid");
        _state.Decline(new CloseContract("1", " ")).Refused().ShouldBe("reason Required");
        _state.Void(new CloseContract("1", " ")).Refused().ShouldBe("reason Required");
    }

    [Fact]
    public void A_contract_is_drafted_amended_and_renewed_in_its_stage_only()
    {
        var early = Partnership.New(_state.Key).After(Partnership.New(_state.Key).Create(new CreatePartnership("i", "Mia", "c", "Bread", null)), Now);
        early.Draft(new DraftContract(None), null).Refusals.Single().Message.ShouldBe("A contract is drafted once an offer is accepted; this partnership is shortlisted.");
        Do(_state.Draft(new DraftContract(None), null));
        _state.Amend(new AmendContract("1", None), null).Refused().ShouldBe("contractId IllegalStage");
        _state.Renew(new RenewContract("1", Until(9)), null).Refused().ShouldBe("contractId IllegalStage");
        Send();
        _state.Draft(new DraftContract(None), null).Refused().ShouldBe("partnershipId IllegalContractStatus");
        _state.Change(new ChangeStage(PartnershipStage.Negotiating, null)).Refused().ShouldBe("stage IllegalContractStatus");
        Do(Sign("1", Party.Influencer));
        Do(Sign("1", Party.Brand));
        Do(_state.Fulfil(new FulfilContract("1", null)));
        _state.Amend(new AmendContract("1", None), null).Refusals.Single().Message.ShouldBe("Version 1 of the contract is fulfilled; what is in force can be amended.");
        Do(_state.Change(new ChangeStage(PartnershipStage.Cancelled, null)));
        _state.Renew(new RenewContract("1", Until(9)), null).Refused().ShouldBe("contractId IllegalStage");
    }

    [Fact]
    public void A_renewal_has_a_last_day_beyond_that_of_the_contract()
    {
        InForce(None with { Term = Until(9), NoticeDays = 0 });
        _state.Renew(new RenewContract("1", new PeriodOfDays(Today, null)), null).Refused().ShouldBe("term Invalid");
        _state.Renew(new RenewContract("1", new PeriodOfDays(Today.AddDays(30), Today.AddDays(20))), null).Refused().ShouldBe("term Invalid");
        _state.Renew(new RenewContract("1", Until(9)), null).Refusals.Single().Message.ShouldBe("The contract runs until 2026-03-10 already.");
        Do(_state.Renew(new RenewContract("1", Until(10)), null));
        Do(_state.Void(new CloseContract("2", "no")));
        Do(Terminate("1"));
        _state.Renew(new RenewContract("1", Until(20)), null).Refused().ShouldBe("contractId IllegalContractStatus");
        _state.Contracts.Renew(new RenewContract("2", Until(20)), null).Refused().ShouldBe("contractId IllegalContractStatus");
    }

    [Fact]
    public void A_contract_that_runs_for_ever_is_not_renewed()
    {
        InForce();
        _state.Renew(new RenewContract("1", Until(9)), null).Refusals.Single().Message.ShouldBe("The contract runs for ever already.");
    }

    [Fact]
    public void Notice_is_kept_and_nothing_ends_in_the_past()
    {
        InForce(None with { NoticeDays = 7, Term = Until(30) });
        _state.Terminate("1", Today.AddDays(6)).Refused().ShouldBe("effectiveOn NoticeRequired");
        _state.Terminate("1", Today.AddDays(30)).Refused().ShouldBe("effectiveOn IllegalContractStatus");
        _state.Terminate("1", Today.AddDays(-1), "Fraud").Refused().ShouldBe("effectiveOn Invalid");
        _state.Terminate("1", new DateOnly(1850, 1, 1), "Fraud").Refused().ShouldBe("effectiveOn Invalid");
        _state.Terminate("1", null, " ").Refused().ShouldBe("immediateReason Required");
        _state.Contracts.Terminate(new TerminateContract("1", Party.Brand, " ", null, null), Now).Refused().ShouldBe("reason Required");
        Do(_state.Fulfil(new FulfilContract("1", null)));
        Terminate("1").Refused().ShouldBe("contractId IllegalContractStatus");
        _state.Fulfil(new FulfilContract("1", new string('x', 1001))).Refused().ShouldBe("note TooLong");
    }

    [Fact]
    public void A_contract_that_excludes_notice_ends_for_a_cause()
    {
        InForce();
        Terminate("1").Refused().ShouldBe("immediateReason NoticeRequired");
        _state.Terminate("1", null, "Fraud").Refused().ShouldBe("");
    }

    public static TheoryData<string, ContractTerms> Wrong => new()
    {
        { "terms.deliverables.0.quantity Invalid", None with { Deliverables = [new AgreedDeliverable(DeliverableKind.BlogPost, 0, null)] } },
        { "terms.deliverables.0.quantity Invalid", None with { Deliverables = [new AgreedDeliverable(DeliverableKind.BlogPost, 1001, null)] } },
        { "terms.deliverables.0.dueOn Invalid", None with { Deliverables = [new AgreedDeliverable(DeliverableKind.BlogPost, 1, new DateOnly(1850, 1, 1))] } },
        { "terms.usageRights.0.asset Required", None with { UsageRights = [Right(" ", null, Until(1))] } },
        { "terms.usageRights.0.territory TooLong", None with { UsageRights = [Right("Reel", new string('x', 201), Until(1))] } },
        { "terms.usageRights.0.period Invalid", None with { UsageRights = [Right("Reel", null, new PeriodOfDays(Today, Today.AddDays(-1)))] } },
        { "terms.exclusivities.0.category Required", None with { Exclusivities = [new Exclusivity("", [], Until(1))] } },
        { "terms.exclusivities.0.brands.0 Required", None with { Exclusivities = [new Exclusivity("Bread", [" "], Until(1))] } },
        { "terms.exclusivities.0.period Invalid", None with { Exclusivities = [new Exclusivity("Bread", [], new PeriodOfDays(Today, Today.AddDays(-1)))] } },
        { "terms.reportWithinDays Invalid", None with { ReportWithinDays = 366 } },
        { "terms.noticeDays Invalid", None with { NoticeDays = -1 } },
        { "terms.term Invalid", None with { Term = new PeriodOfDays(Today, Today.AddDays(-1)) } },
        { "terms.category TooLong", None with { Category = new string('x', 201) } },
        { "terms.disclosureDuty TooLong", None with { DisclosureDuty = new string('x', 10_001) } },
        { "terms.furtherTerms TooLong", None with { FurtherTerms = new string('x', 10_001) } },
        { "terms.deliverables TooLong", None with { Deliverables = [.. Enumerable.Repeat(new AgreedDeliverable(DeliverableKind.BlogPost, 1, null), 101)] } },
        { "terms.usageRights TooLong", None with { UsageRights = [.. Enumerable.Repeat(Right("Reel", null, Until(1)), 101)] } },
        { "terms.exclusivities TooLong", None with { Exclusivities = [.. Enumerable.Repeat(new Exclusivity("Bread", [], Until(1)), 101)] } },
        { "terms.compensation.0.fixedFee.amount NegativeMoney", None with { Compensation = [new FixedFee(new Money(-1, Currency.Eur))] } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Terms_make_sense(string refused, ContractTerms terms) => _state.Draft(new DraftContract(terms), null).Refused().ShouldBe(refused);

    [Fact]
    public void Versions_are_counted_up_to_a_limit_and_an_override_says_why()
    {
        _state.Draft(new DraftContract(None, " "), null).Refused().ShouldBe("overrideExclusivity.reason Required");
        for (var i = 0; i < PartNumber.Max; i++) Do(_state.Draft(new DraftContract(None), null));
        _state.Draft(new DraftContract(None), null).Refused().ShouldBe("terms Invalid");
    }

    [Fact]
    public void The_brand_does_not_sign_in_another_currency_than_that_of_what_was_sold()
    {
        Do(_state.Record(new Sales.RecordSale("1", new Money(100, Currency.Eur), Sales.Buyer.Customer, null), Now));
        Do(_state.Draft(new DraftContract(None with { Compensation = [new FixedFee(new Money(100, Currency.Parse("USD")))] }), null));
        Send();
        Do(Sign("1", Party.Influencer));
        Sign("1", Party.Brand).Refused().ShouldBe("contractId CurrencyMismatch");
    }

    private static UsageRight Right(string asset, string? territory, PeriodOfDays period) => new(asset, [UsageChannel.Paid], territory, period);

    private static PeriodOfDays Until(int days) => new(null, Today.AddDays(days));

    private Decision Sign(string number, Party party, string by = "Mia", string? guardian = null, DateTimeOffset? at = null) =>
        _state.Sign(new SignContract(number, party, by, guardian, at), Now);

    private Decision Terminate(string number) => _state.Terminate(number, null);

    private string Send(DateOnly? until = null)
    {
        var sent = _state.Send(new SendContract($"{_state.Contracts.Versions.Length}", until), new ContractParties("Mia", "Bread", null, null), Now);
        if (!sent.IsRefused) Do(sent);
        return sent.Refused();
    }

    private void InForce(ContractTerms? terms = null)
    {
        Do(_state.Draft(new DraftContract(terms ?? None), null));
        Send();
        Do(Sign("1", Party.Influencer));
        Do(Sign("1", Party.Brand));
    }

    private void Do(Decision decision) => _state = _state.After(decision, Now);
}

internal static class Terminations
{
    public static Decision Terminate(this Partnership state, string number, DateOnly? on, string? cause = null) =>
        state.Contracts.Terminate(new TerminateContract(number, Party.Brand, "No results", on, cause), new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
}
