using System.Collections.Immutable;
using CreatorCRM.Deliverables;
using CreatorCRM.Shipments;

namespace CreatorCRM.Server.Demo;

/// <summary>How the content of a partnership comes into being. It was planned when the contract came into force.</summary>
internal sealed partial class DemoStory
{
    private string Label => influencer.Country switch
    {
        { SpeaksGerman: true } => "Anzeige",
        { Code: "FR" } => "Publicité",
        _ => "Ad",
    };

    /// <summary>The product goes to the influencer, who has it some days later.</summary>
    public DemoStory SendProduct()
    {
        Do(new PlanShipment([new ShipmentItem(campaign.Product, 1, campaign.Price)], $"{influencer.Name}, Example Street 1, {influencer.Country.Code}", null));
        Do(new ShipShipment("1", "Example Parcels", $"EP-{campaign.Slug}-{influencer.Slug}", null, null));
        return Wait(2, 4).Do(new CloseShipment("1", ShipmentStatus.Delivered, null, null));
    }

    public DemoStory HandIn() =>
        Each((number, _) => new SubmitDraft(number, $"https://drafts.example.com/{campaign.Slug}/{influencer.Slug}/{number}", null, null));

    /// <summary>The first piece needs a second round.</summary>
    public DemoStory Review()
    {
        Do(new RequestChanges("1", [new ReviewComment($"Please show {campaign.Product} earlier", "second 8")]));
        Wait(1, 2).Do(new SubmitDraft("1", $"https://drafts.example.com/{campaign.Slug}/{influencer.Slug}/1b", null, "With the product in the first seconds"));
        return Wait(0, 1).Each((number, _) => new ApproveDraft(number, null));
    }

    /// <summary>Now and then somebody forgets the label and corrects it the next day.</summary>
    public DemoStory GoOnline()
    {
        var forgets = random.Next(4) == 0;
        Each((number, kind) => new RecordPublication(number, Post(number, forgets && number == "1" ? "" : $"{Label} | "), influencer.Country.Code, null));
        return forgets ? Wait(1, 1).Do(new UpdatePublication("1", null, ImmutableArray.Create($"{Label} | {Caption}"), null, null, null, null)) : this;
    }

    /// <summary>Figures are reported, and what is online as agreed is verified, even if its label cannot be read in the text.</summary>
    public DemoStory Measure()
    {
        Each((number, _) =>
        {
            var reach = random.Next(1_000, 40_000);
            return new RecordDeliverableMetrics(
                number, new DeliverableFigures(reach * 13 / 10, reach, reach * random.Next(8, 40) / 1000, reach / 400, reach / 900, reach / 700, null,
                    reach / 60), null);
        });
        return Each((number, _) => new VerifyDeliverable(number, null, "The label is in the picture"));
    }

    private string Caption => $"{campaign.Product}: {campaign.Name}";

    private PublishedPost Post(string number, string label) =>
        new($"https://social.example.com/{influencer.Slug}/{campaign.Slug}-{number}", [$"{label}{Caption}"], At, PlatformLabel: false);

    private DemoStory Each(Func<string, DeliverableKind, object> command)
    {
        foreach (var (kind, i) in DemoTerms.Pieces(influencer).Select((kind, i) => (kind, i))) Do(command(Text(i + 1), kind));
        return this;
    }
}
