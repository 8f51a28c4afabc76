using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Partnerships;

namespace CreatorCRM.Tests.Outreach;

/// <summary>How long answers took, whenever the messages are logged.</summary>
public sealed class ReplyLatencyTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Start.AddDays(60);
    private Partnership _state = Partnership.New(new EntityKey("w", "p"));

    public ReplyLatencyTests() => Do(_state.Create(new CreatePartnership("i", "Mia", "c", "Bread", null)));

    [Fact]
    public void A_message_that_is_logged_after_a_later_reply_waits_for_no_answer()
    {
        Out(day: 1);
        In(day: 2);
        Out(day: 0);
        _state.Outreach.UnansweredSince.ShouldBeNull();
        In(day: 40);
        Answers.ShouldBe((1, 1));
        Out(day: 41);
        In(day: 43);
        Answers.ShouldBe((2, 3));
    }

    [Fact]
    public void An_answer_is_counted_from_the_first_message_in_whatever_order_they_are_logged()
    {
        In(day: 0);
        Out(day: 5);
        Out(day: 3);
        Out(day: 4);
        _state.Outreach.UnansweredSince.ShouldBe(Start.AddDays(3));
        In(day: 2);
        In(day: 7);
        Answers.ShouldBe((1, 4));
    }

    private (int Replies, int Days) Answers => (_state.Outreach.Replies, (int)TimeSpan.FromSeconds(_state.Outreach.ReplySeconds).TotalDays);

    private void Out(int day) => Log(OutreachDirection.Out, day);

    private void In(int day) => Log(OutreachDirection.In, day);

    private void Log(OutreachDirection direction, int day) =>
        Do(_state.Log(new LogOutreach(direction, OutreachChannel.Email, null, null, Start.AddDays(day), null), Now));

    private void Do(Decision decision)
    {
        decision.Refusals.ShouldBeEmpty();
        foreach (var @event in decision.Events) _state = _state.Apply(@event, new EventMeta(_state.Version + 1, Actor.System, @event.OccurredAt ?? Now, Now));
    }
}
