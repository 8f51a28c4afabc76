using System.Collections.Immutable;
using CreatorCRM.Deliverables;

namespace CreatorCRM.Disclosure;

/// <summary>What an influencer gets for a publication, as far as disclosure is concerned.</summary>
public enum Consideration
{
    /// <summary>Money: a fee, a bonus, a usage fee.</summary>
    Paid,
    /// <summary>Products, services, travel or events free of charge, whatever was agreed about them.</summary>
    Gifted,
    /// <summary>A share of the sales that a link or a code brings.</summary>
    Affiliate,
    /// <summary>Cheaper shopping or money back for the influencer.</summary>
    Discount,
    /// <summary>
    /// The influencer's own brand, or the one they or their family work for. The rules know of it; nothing recorded in a partnership tells of it, so no check
    /// is made for it by itself.
    /// </summary>
    OwnBrand,
}

/// <summary>What was published and for what in return.</summary>
/// <param name="Country">Whose law counts, as an ISO 3166-1 code: that of the audience. The caller decides.</param>
/// <param name="Day">The day of publication; the rules of that day apply.</param>
/// <param name="Considerations">Empty when the influencer got nothing: then there is nothing to disclose.</param>
/// <param name="PlatformLabel">Whether the platform's own label (such as "Paid partnership") was switched on.</param>
/// <param name="Texts">
/// The caption; of a story or a thread the text of each part, in order. An empty text is one that could not be read, such as one within a picture.
/// </param>
[GenerateSerializer, Immutable, Alias("disclosure-publication")]
public sealed record Publication(
    string Country, DateOnly Day, DeliverableKind Kind, ImmutableArray<Consideration> Considerations, bool PlatformLabel, ImmutableArray<string> Texts);
