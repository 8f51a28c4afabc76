using CreatorCRM.Common;
using CreatorCRM.Outreach;
using CreatorCRM.Sequences;
using CreatorCRM.Templates;

namespace CreatorCRM.Server.Demo;

/// <summary>How the team approaches new people: a letter, a comment, and a reminder.</summary>
internal static class DemoSequence
{
    private const string CallToComment = "Leave a kind comment under the latest post";

    private static readonly string Letter = IdGenerator.Derive("demo", "message-template", "first-letter");
    private static readonly string Reminder = IdGenerator.Derive("demo", "message-template", "reminder");

    public static string Id { get; } = IdGenerator.Derive("demo", "sequence", "first-contact");

    /// <param name="from">When the team began its work.</param>
    public static IEnumerable<DemoStep> Steps(DateTimeOffset from)
    {
        yield return Template(from.AddHours(2), Letter, "First letter", DemoLetters.German.First[0]);
        yield return Template(from.AddHours(3), Reminder, "Reminder", DemoLetters.German.Reminders[0]);
        yield return new DemoStep(from.AddHours(4), "sequence/first-contact", DemoTeam.Lena, Id, new CreateSequence("First contact",
        [
            new SequenceStep(0, OutreachChannel.Email, Letter, null), new SequenceStep(3, OutreachChannel.Comment, null, CallToComment),
            new SequenceStep(4, OutreachChannel.Email, Reminder, null),
        ]));
    }

    /// <summary>The step as it was done, with the text as it went out.</summary>
    public static CompleteSequenceStep Done(int step, DemoLetter sent, string firstName) => step == 2
        ? new CompleteSequenceStep("1", step, null, null, $"Wow, {firstName}!", null)
        : new CompleteSequenceStep("1", step, null, sent.Subject, sent.Body, null, step == 1 ? Letter : Reminder, 1);

    private static DemoStep Template(DateTimeOffset at, string id, string name, DemoLetter letter) =>
        new(at, $"message-template/{name}", DemoTeam.Lena, id,
            new CreateMessageTemplate(name, OutreachChannel.Email, "de", Liquid(letter.Subject), Liquid(letter.Body)));

    private static string Liquid(string text) => text
        .Replace("{first}", "{{ influencer.firstName }}", StringComparison.Ordinal).Replace("{brand}", "{{ campaign.brand }}", StringComparison.Ordinal)
        .Replace("{product}", "{{ campaign.product }}", StringComparison.Ordinal).Replace("{sender}", "{{ owner }}", StringComparison.Ordinal);
}
