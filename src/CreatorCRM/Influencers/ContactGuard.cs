namespace CreatorCRM.Influencers;

/// <summary>Keeps every path to a person closed who must not be contacted.</summary>
public static class ContactGuard
{
    public static Refusal Closed { get; } =
        new(RefusalCode.DoNotContact, "This influencer must not be contacted. The reason is on the profile; lift it there first if it no longer holds.");

    /// <summary>Checked in the commit itself, so no race can open it. Whatever goes out to a person is provided with it.</summary>
    public static RowGuard MayBeContacted(string influencerId) => new("influencers", influencerId, "NOT do_not_contact", Closed);

    /// <summary>For what may only be recorded of a person who opted out, and has not changed their mind meanwhile.</summary>
    public static RowGuard MustNotBeContacted(string influencerId) =>
        new("influencers", influencerId, "do_not_contact", new Refusal(RefusalCode.Invalid, "This influencer may be contacted."));
}
