using System.Collections.Immutable;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Disclosure;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Tests.Deliverables;

public sealed class DeliverableDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_contract_in_force_has_its_content_planned_and_planning_again_adds_nothing()
    {
        var state = Contracted();
        state.Deliverables.All.Select(deliverable => (deliverable.Number, deliverable.Kind, deliverable.DueOn)).ShouldBe(
        [
            ("1", DeliverableKind.InstagramStory, new DateOnly(2026, 3, 9)), ("2", DeliverableKind.InstagramStory, new DateOnly(2026, 3, 9)),
            ("3", DeliverableKind.InstagramReel, null),
        ]);
        state.Plan().Events.ShouldBeEmpty();
        state = Do(state, state.Cancel(new CancelDeliverable("1", "one is enough")));
        state.Plan().Events.ShouldBeEmpty();
    }

    [Fact]
    public void The_stage_follows_from_the_content()
    {
        var state = Contracted();
        state = Do(state, state.Submit(new SubmitDraft("1", "https://example.com/d", null, null)));
        state.Stage.ShouldBe(PartnershipStage.InProduction);
        state = Publish(Publish(state, "1"), "3");
        state.Stage.ShouldBe(PartnershipStage.InProduction);
        Publish(state, "2").Stage.ShouldBe(PartnershipStage.Published);
        state = Do(state, state.Cancel(new CancelDeliverable("2", "not needed")));
        state.Stage.ShouldBe(PartnershipStage.Published);
        (state.CostBasis!.Approved, state.CostBasis.Published).ShouldBe((true, true));
    }

    [Fact]
    public void A_stage_that_a_manager_set_is_not_moved_back()
    {
        var state = Contracted();
        foreach (var stage in (PartnershipStage[])[PartnershipStage.InProduction, PartnershipStage.Published])
            state = Do(state, state.Change(new ChangeStage(stage, null)));
        state.Submit(new SubmitDraft("1", null, "Text", null)).Events.OfType<StageChanged>().ShouldBeEmpty();
        Publish(state, "1").Stage.ShouldBe(PartnershipStage.Published);
    }

    [Fact]
    public void Rows_count_what_was_on_time_and_what_it_brought()
    {
        var state = Publish(Contracted(), "1", new DateTimeOffset(2026, 3, 9, 23, 59, 59, TimeSpan.Zero));
        state = Publish(Publish(state, "2", new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero)), "3");
        state = Do(state, Record(state, "1", new DeliverableFigures(Impressions: 20_000, Reach: 10_000, Likes: 100, Comments: 50, LinkClicks: 7)));
        state = Do(state, Record(state, "2", new DeliverableFigures(Reach: 0, Likes: 5, LinkClicks: 8)));
        var row = state.Rows().OfType<PartnershipRow>().Single();
        // 150 / 10,000 is 1.5 % of 3.5 %; nothing divides by zero.
        (row.DeliverablesDue, row.DeliverablesOnTime, row.Results, row.ResultPoints).ShouldBe((3, 2, 1, 42));
        state.CostBasis!.Figures.ShouldBe(
        [
            new MetricFigure(BonusMetric.Sales, 0), new MetricFigure(BonusMetric.Impressions, 20_000), new MetricFigure(BonusMetric.Reach, 10_000),
            new MetricFigure(BonusMetric.Likes, 105), new MetricFigure(BonusMetric.LinkClicks, 15),
        ]);
    }

    [Theory]
    [InlineData(35L, 1000L, 100)]
    [InlineData(349L, 10_000L, 99)]
    [InlineData(900L, 1000L, 100)]
    [InlineData(0L, 1000L, 0)]
    [InlineData(1L, 0L, null)]
    public void Results_are_measured_against_three_and_a_half_percent(long likes, long reach, int? points) =>
        new DeliverableFigures(Reach: reach, Likes: likes).ResultPoints.ShouldBe(points);

    [Fact]
    public void The_same_figures_of_an_instant_are_no_news_and_others_are_refused()
    {
        var state = Publish(Contracted(), "1");
        var figures = new DeliverableFigures(Likes: 5);
        state.Deliverables.Record(new RecordDeliverableMetrics("1", figures, Now), figures, Now)
            .ShouldSatisfyAllConditions(d => d.Events.ShouldBeEmpty(), d => d.Part.ShouldBe("1"));
        Code(state.Deliverables.Record(new RecordDeliverableMetrics("1", figures, Now), new DeliverableFigures(Likes: 6), Now))
            .ShouldBe(RefusalCode.MetricsRecorded);
        Code(Record(state, "1", DeliverableFigures.Unknown)).ShouldBe(RefusalCode.Invalid);
        Code(Record(state, "1", new DeliverableFigures(Likes: -1))).ShouldBe(RefusalCode.Invalid);
        Code(Record(state, "2", figures)).ShouldBe(RefusalCode.IllegalDeliverableStatus);
    }

    [Fact]
    public void What_the_table_of_moves_does_not_have_is_refused()
    {
        var state = Publish(Contracted(), "1");
        Code(state.Submit(new SubmitDraft("1", null, "Text", null))).ShouldBe(RefusalCode.IllegalDeliverableStatus);
        Code(state.Request(new RequestChanges("2", [new ReviewComment("More light", null)]))).ShouldBe(RefusalCode.IllegalDeliverableStatus);
        Code(state.Approve(new ApproveDraft("1", null))).ShouldBe(RefusalCode.IllegalDeliverableStatus);
        Code(state.Cancel(new CancelDeliverable("1", "late"))).ShouldBe(RefusalCode.IllegalDeliverableStatus);
        Code(state.Verify(new VerifyDeliverable("2", null, null))).ShouldBe(RefusalCode.IllegalDeliverableStatus);
        Code(state.Check(new CheckDisclosure("2", "DE", null))).ShouldBe(RefusalCode.IllegalDeliverableStatus);
        Code(state.Publish(Post("1"), Now)).ShouldBe(RefusalCode.IllegalDeliverableStatus);
        state = Do(state, state.Verify(new VerifyDeliverable("1", null, null)));
        Code(state.Publish(Post("1"), Now)).ShouldBe(RefusalCode.IllegalDeliverableStatus);
    }

    [Fact]
    public void What_a_command_lacks_is_refused()
    {
        var state = Contracted();
        Code(state.Submit(new SubmitDraft("1", null, " ", null))).ShouldBe(RefusalCode.Required);
        Code(state.Submit(new SubmitDraft("9", null, "Text", null))).ShouldBe(RefusalCode.NotFound);
        Code(state.Cancel(new CancelDeliverable("1", " "))).ShouldBe(RefusalCode.Required);
        Code(state.Publish(Post("1") with { HomeCountry = null }, Now)).ShouldBe(RefusalCode.Required);
        Code(state.Publish(Post("1", at: Now.AddDays(2)), Now)).ShouldBe(RefusalCode.Invalid);
        state = Do(state, state.Submit(new SubmitDraft("1", null, "Text", null)));
        Code(state.Request(new RequestChanges("1", []))).ShouldBe(RefusalCode.Required);
    }

    [Fact]
    public void Nothing_is_made_for_a_partnership_that_was_given_up_but_what_is_online_is_looked_at()
    {
        var state = Publish(Contracted(), "1");
        state = Do(state, state.Change(new ChangeStage(PartnershipStage.Cancelled, null)));
        foreach (var decision in (Decision[])
        [
            state.Add(new AddDeliverable(DeliverableKind.BlogPost, null, null)), state.Plan(), state.Submit(new SubmitDraft("2", null, "Text", null)),
            state.Request(new RequestChanges("2", [])), state.Approve(new ApproveDraft("2", null)), state.Publish(Post("2"), Now),
        ]) Code(decision).ShouldBe(RefusalCode.IllegalStage);
        state.Verify(new VerifyDeliverable("1", null, null)).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Only_an_unclear_verdict_is_decided_and_one_that_breaks_the_rules_needs_a_reason_to_be_verified()
    {
        var state = Do(Contracted(), s => s.Publish(Post("1", "Rice bread for breakfast"), Now));
        state.Deliverables.All[0].DisclosureOutcome.ShouldBe(DisclosureOutcome.NotCompliant);
        Code(state.Deliverables.Decide(new DecideDisclosure("1", DisclosureOutcome.Compliant, "it is fine"))).ShouldBe(RefusalCode.DisclosureIsClear);
        Code(state.Verify(new VerifyDeliverable("1", null, null))).ShouldBe(RefusalCode.DisclosureNotCompliant);
        Do(state, state.Verify(new VerifyDeliverable("1", null, "deleted meanwhile"))).Deliverables.All[0].Verification!.OverrideReason.ShouldBe("deleted meanwhile");

        state = Do(state, s => s.Publish(Post("3", ""), Now));
        state.Deliverables.All[2].DisclosureOutcome.ShouldBe(DisclosureOutcome.Unclear);
        Code(state.Deliverables.Decide(new DecideDisclosure("3", DisclosureOutcome.Unclear, "hm"))).ShouldBe(RefusalCode.Invalid);
        state = Do(state, state.Deliverables.Decide(new DecideDisclosure("3", DisclosureOutcome.NotCompliant, "no label in the picture")));
        Code(state.Verify(new VerifyDeliverable("3", null, null))).ShouldBe(RefusalCode.DisclosureNotCompliant);
        state.Check(new CheckDisclosure("3", null, null)).Events.ShouldBeEmpty();
        state = Do(state, state.Check(new CheckDisclosure("3", "US", null)));
        (state.Deliverables.All[2].DisclosureDecision, state.Deliverables.All[2].Check!.Check).ShouldBe((null, 2));
    }

    [Fact]
    public void More_content_than_a_partnership_keeps_is_not_planned_and_the_contract_comes_into_force_all_the_same()
    {
        var terms = new ContractTerms { Deliverables = [new AgreedDeliverable(DeliverableKind.InstagramStory, PartNumber.Max + 1, null)] };
        var state = Play([.. ContentStep.ToContract[..3], new ContentStep("draft", (before, _, _) => before.Draft(new DraftContract(terms), brand: null)),
            .. ContentStep.ToContract[4..]]);
        (state.Stage, state.Deliverables.All.Length).ShouldBe((PartnershipStage.Contracted, 0));
        Code(state.Plan()).ShouldBe(RefusalCode.TooLong);
    }

    [Fact]
    public void Content_without_a_contract_is_not_planned_from_one()
    {
        var state = Play(ContentStep.ToContract[..3]);
        Code(state.Plan()).ShouldBe(RefusalCode.IllegalContractStatus);
        Code(Partnership.New(state.Key).Plan()).ShouldBe(RefusalCode.NotFound);
    }

    private static Partnership Contracted() => Play(ContentStep.ToContract);

    private static Partnership Play(ImmutableArray<ContentStep> steps) => steps.Aggregate(
        Partnership.New(new EntityKey("w", "p")), (state, step) =>
            Do(state, step.Decide(state, ImmutableDictionary<string, DeliverableFigures>.Empty, Now.AddDays(-5))));

    private static Partnership Publish(Partnership state, string number, DateTimeOffset? at = null) => Do(state, state.Publish(Post(number, at: at), Now));

    private static RecordPublication Post(string number, string caption = "Anzeige | Rice bread", DateTimeOffset? at = null) =>
        new(number, new PublishedPost("https://example.com/p", [caption], at ?? Now.AddDays(-2), false), null, "DE");

    private static Decision Record(Partnership state, string number, DeliverableFigures figures) =>
        state.Deliverables.Record(new RecordDeliverableMetrics(number, figures, null), null, Now);

    private static Partnership Do(Partnership state, Func<Partnership, Decision> decide) => Do(state, decide(state));

    private static Partnership Do(Partnership state, Decision decision)
    {
        decision.Refusals.ShouldBeEmpty();
        return decision.Events.Aggregate(state, (told, e) => told.Apply(e, new EventMeta(told.Version + 1, new Actor("m", "Manager"), e.OccurredAt ?? Now, Now)));
    }

    private static RefusalCode Code(Decision decision) => decision.Refusals.First().Code;
}
