namespace CreatorCRM.Server.Demo;

/// <summary>What a team and its influencers write to each other in one language.</summary>
/// <param name="Talks">Notes about calls and meetings.</param>
internal sealed partial record DemoLetters(DemoLetter[] First, DemoLetter[] Reminders, DemoLetter[] Interested, DemoLetter[] NotInterested, DemoLetter[] Talks)
{
    public static DemoLetters For(DemoCountry country) => country.SpeaksGerman ? German : English;
}
