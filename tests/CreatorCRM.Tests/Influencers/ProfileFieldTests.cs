using CreatorCRM.Influencers;
using CreatorCRM.Merges;

namespace CreatorCRM.Tests.Influencers;

/// <summary>A field that is added to the profile is also for merges; where it is forgotten, this says so.</summary>
public sealed class ProfileFieldTests
{
    public static TheoryData<string> Fields => [.. typeof(InfluencerChanges).GetProperties().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_that_can_be_changed_is_kept_and_merged(string field)
    {
        typeof(Influencer).GetProperty(field).ShouldNotBeNull("Influencer keeps it");
        typeof(Belongings).GetProperty(field).ShouldNotBeNull("Belongings take it into a merge");
        Enum.GetNames<MergeFieldKind>().ShouldContain(field, "the preview of a merge compares it");
        if (field != nameof(InfluencerChanges.DisplayName)) typeof(Inheritance).GetProperty(field).ShouldNotBeNull("the survivor of a merge inherits it");
    }
}
