using System.Collections.Immutable;
using System.Globalization;
using CreatorCRM.Common;
using CreatorCRM.Compensation;
using CreatorCRM.Contracts;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;
using CreatorCRM.Sales;
using CreatorCRM.Sequences;

namespace CreatorCRM.Server.Demo;

/// <summary>Writes the steps of one partnership as time goes by.</summary>
internal sealed partial class DemoStory(DemoCampaign campaign, DemoInfluencer influencer, Actor manager, PartnershipStage end, DateTimeOffset start,
    Random random)
{
    private readonly List<DemoStep> _steps = [];
    private readonly DemoLetters _letters = DemoLetters.For(influencer.Country);
    private int _offers, _contracts, _followUps, _reminders, _payouts;
    private DateTimeOffset _draftedAt;
    private ImmutableArray<CompensationComponent> _offered = [];

    public string Id { get; } = IdGenerator.Derive("demo", "partnership", campaign.Slug, influencer.Slug);

    public DemoInfluencer Influencer => influencer;

    public DemoCampaign Campaign => campaign;

    /// <summary>The stage that it comes to.</summary>
    public PartnershipStage End => end;

    public IReadOnlyList<DemoStep> Steps => _steps;

    /// <summary>When the last thing happened.</summary>
    public DateTimeOffset At { get; private set; } = DemoCalendar.WorkingMoment(start, random);

    public Random Random => random;

    public DemoPay Pay { get; } = new(campaign, influencer, random);

    /// <summary>Some days later; on the same day, some hours later.</summary>
    public DemoStory Wait(int fewest, int most)
    {
        var days = random.Next(fewest, most + 1);
        At = days == 0 ? At.AddMinutes(15 * random.Next(1, 6)) : DemoCalendar.WorkingMoment(At.AddDays(days), random);
        return this;
    }

    public DemoStory Shortlist() => Do(new CreatePartnership(influencer.Id, influencer.Name, campaign.Id, campaign.Name, manager.Name));

    /// <param name="followUpInDays">When to write again if no answer comes; null for not at all.</param>
    public DemoStory Write(int? followUpInDays)
    {
        var letter = _reminders == 0 ? random.Pick(_letters.First) : _letters.Reminders[Math.Min(_reminders, _letters.Reminders.Length) - 1];
        _reminders++;
        if (followUpInDays is not null) _followUps++;
        return Log(OutreachDirection.Out, Channel, letter, followUpInDays is { } days ? At.AddDays(days) : null);
    }

    /// <summary>The influencer answers, so the open follow-up is done.</summary>
    public DemoStory Answer(bool interested) =>
        Log(OutreachDirection.In, Channel, random.Pick(interested ? _letters.Interested : _letters.NotInterested), null).FollowedUp();

    public DemoStory StartSequence() => Do(new StartSequence(DemoSequence.Id));

    public DemoStory SequenceStep(int step) =>
        Do(DemoSequence.Done(step, (step == 1 ? random.Pick(_letters.First) : _letters.Reminders[0]).Fill(campaign, influencer.FirstName, manager.FirstName()),
            influencer.FirstName));

    public DemoStory StopSequence(string note) => Do(new StopSequence("1", note));

    /// <summary>The influencer answers a sequence, so no follow-up is open.</summary>
    public DemoStory AnswerSequence() => Log(OutreachDirection.In, OutreachChannel.Email, random.Pick(_letters.Interested), null);

    public DemoStory Talk(OutreachChannel channel) => Log(OutreachDirection.Out, channel, random.Pick(_letters.Talks), null);

    public DemoStory FollowedUp() => Do(new CompleteFollowUp(Text(_followUps)));

    public DemoStory FollowUpIn(int days, string note)
    {
        _followUps++;
        return Do(new ScheduleFollowUp(At.AddDays(days), note));
    }

    public DemoStory Offer(Party by, ImmutableArray<CompensationComponent> compensation, string? note = null)
    {
        _offers++;
        _offered = compensation;
        return Do(new ProposeOffer(by, compensation, note));
    }

    public DemoStory AcceptOffer(string? note = null) => Do(new AcceptOffer(Text(_offers), note));

    public DemoStory DeclineOffer(string note) => Do(new DeclineOffer(Text(_offers), note));

    public DemoStory WithdrawOffer(string note) => Do(new WithdrawOffer(Text(_offers), note));

    public DemoStory Draft()
    {
        _contracts++;
        _draftedAt = At;
        return Do(new DraftContract(DemoTerms.Of(campaign, influencer, At)));
    }

    public DemoStory Send() => Do(new SendContract(Text(_contracts)));

    /// <summary>Nobody signs within a week, and the offer runs out.</summary>
    public DemoStory SendInVain()
    {
        Do(new SendContract(Text(_contracts), At.AddDays(7).Day()));
        return Wait(9, 11).Do(new CloseDueContracts(), Actor.System);
    }

    public DemoStory View() => Do(new ViewContract(Text(_contracts), null));

    public DemoStory CounterContract(string comments) => Do(new CounterContract(Text(_contracts), comments, null));

    /// <summary>The content may be used longer, which both sign.</summary>
    public DemoStory Amend()
    {
        var inForce = Text(_contracts);
        _contracts++;
        return Do(new AmendContract(inForce, DemoTerms.Longer(DemoTerms.Of(campaign, influencer, _draftedAt)))).Wait(0, 1).Send().Wait(1, 2)
            .SignedByInfluencer().Wait(0, 1).Countersigned();
    }

    public DemoStory TerminateContract(string reason, string cause) => Do(new TerminateContract(Text(_contracts), Party.Brand, reason, null, cause));

    public DemoStory SignedByInfluencer() => Do(new SignContract(Text(_contracts), Party.Influencer, influencer.Name, influencer.Guardian, null));

    public DemoStory Countersigned() => Do(new SignContract(Text(_contracts), Party.Brand, manager.Name, null, null));

    public DemoStory DeclineContract(string reason) => Do(new DeclineContract(Text(_contracts), reason));

    public DemoStory VoidContract(string reason) => Do(new VoidContract(Text(_contracts), reason));

    /// <summary>Customers order through the influencer, and the first one sends it back when there are several.</summary>
    public DemoStory Sell()
    {
        var orders = random.Next(1, 6);
        for (var order = 1; order <= orders; order++)
        {
            var amount = campaign.Price with { MinorUnits = campaign.Price.MinorUnits * random.Next(1, 4) };
            Wait(0, 1).Do(new RecordSale($"{campaign.Slug}-{influencer.Slug}-{Text(order)}", amount, Buyer.Customer, null));
        }
        return orders < 3 ? this : Wait(1, 2).Do(new ReverseSale("1", null, "Sent back", null));
    }

    public DemoStory Move(PartnershipStage stage, string? reason) => Do(new ChangeStage(stage, reason));

    private OutreachChannel Channel => influencer.Tier == CreatorCRM.Influencers.Tier.Nano ? OutreachChannel.DirectMessage : OutreachChannel.Email;

    private DemoStory Log(OutreachDirection direction, OutreachChannel channel, DemoLetter letter, DateTimeOffset? followUpAt)
    {
        var filled = letter.Fill(campaign, influencer.FirstName, manager.FirstName());
        return Do(new LogOutreach(direction, channel, filled.Subject, filled.Body, null, followUpAt));
    }

    private DemoStory Do(object command, Actor? actor = null)
    {
        _steps.Add(new DemoStep(At, $"{campaign.Slug}/{influencer.Slug}/{Text(_steps.Count + 1)}", actor ?? manager, Id, command));
        return this;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
