using CreatorCRM.Webhooks;
using CsCheck;

namespace CreatorCRM.Tests.Webhooks;

public sealed class RetryScheduleTests
{
    private static readonly Gen<TimeSpan?> Asked = Gen.OneOf(Gen.Const((TimeSpan?)null),
        Gen.Int[0, 200_000].Select(seconds => (TimeSpan?)TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Waits_grow_and_make_about_a_day_and_then_there_are_no_more() => Gen.Int.Sample(seed =>
    {
        var schedule = new RetrySchedule(new Random(seed));
        var waits = Enumerable.Range(1, RetrySchedule.MaxTries - 1).Select(tries => schedule.After(tries, null)!.Value).ToArray();
        waits.ShouldBeInOrder();
        waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait).ShouldBeInRange(TimeSpan.FromHours(21), TimeSpan.FromHours(27));
        schedule.After(RetrySchedule.MaxTries, null).ShouldBeNull();
    });

    [Fact]
    public void A_receiver_is_left_alone_for_as_long_as_it_asks_up_to_an_hour() => Gen.Select(Gen.Int, Gen.Int[1, 100], Asked).Sample((seed, failures, asked) =>
    {
        var wait = new RetrySchedule(new Random(seed)).InLine(failures, asked);
        wait.ShouldBeInRange(TimeSpan.FromSeconds(4.5), TimeSpan.FromHours(1));
        if (asked is null) wait.ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(5.5));
        else wait.ShouldBeGreaterThanOrEqualTo(asked < TimeSpan.FromHours(1) ? asked.Value : TimeSpan.FromHours(1));
    });
}
