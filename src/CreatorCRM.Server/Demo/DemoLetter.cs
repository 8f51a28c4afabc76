namespace CreatorCRM.Server.Demo;

/// <summary>Something that is written or said. Braces stand for names.</summary>
internal sealed record DemoLetter(string Subject, string Body)
{
    public DemoLetter Fill(DemoCampaign campaign, string firstName, string sender)
    {
        return new DemoLetter(Filled(Subject), Filled(Body));

        string Filled(string text) => text
            .Replace("{first}", firstName, StringComparison.Ordinal).Replace("{brand}", campaign.Brand, StringComparison.Ordinal)
            .Replace("{product}", campaign.Product, StringComparison.Ordinal).Replace("{sender}", sender, StringComparison.Ordinal);
    }
}
