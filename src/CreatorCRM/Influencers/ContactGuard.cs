namespace CreatorCRM.Influencers;

/// <summary>Keeps every path to a person closed who must not be contacted.</summary>
public static class ContactGuard
{
    private static readonly Refusal Closed =
        new(RefusalCode.DoNotContact, "This influencer must not be contacted. The reason is on the profile; lift it there first if it no longer holds.");

    /// <summary>Checked in the commit itself, so no race can open it. Whatever goes out to a person is provided with it.</summary>
    public static RowGuard MayBeContacted(string influencerId) => new("influencers", influencerId, "NOT do_not_contact", Closed);
}
