using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Outreach;
using CreatorCRM.Templates;
using CreatorCRM.Tests.Journal;
using CsCheck;

namespace CreatorCRM.Tests.Templates;

public sealed class MessageTemplateProperties
{
    private static readonly Gen<string> Text = Gen.Int[0, 5]
        .Select(i => i switch { 0 => "", 1 => "Dear {{ influencer.name", 2 => "Dear {{ influencer.name }}", _ => $"Hello {i}" });

    private static readonly Gen<Func<MessageTemplate, DateTimeOffset, Decision>> Steps = Gen.Frequency(
        (2, Text.Select(text => Step((state, _) => state.Create(new CreateMessageTemplate("Hello", OutreachChannel.Email, "de", text, text))))),
        (4, Gen.Select(Gen.Int[0, 3], Text).Select((i, text) => Step((state, _) => state.Update(new MessageTemplateChanges
        {
            Name = i == 0 ? $"Hello {text.Length}" : null,
            Subject = i == 1 ? new Change<string?>(text) : null,
            Body = i == 2 ? text : null,
            Language = i == 3 ? new Change<string?>("german_") : null,
        })))),
        (2, Gen.Bool.Select(archived => Step((state, _) => state.Archive(new ArchiveMessageTemplate(archived))))));

    [Fact]
    public void Its_text_can_always_be_rendered_counts_its_versions_and_rests_while_it_is_archived() => Machine.Check(Steps, (before, after) =>
    {
        // The text follows the creation in the same commit.
        if (after.TextVersion > 0) TemplateText.ProblemsOf(after.Body).Concat(TemplateText.ProblemsOf(after.Subject ?? "")).ShouldBeEmpty();
        after.TextVersion.ShouldBe((before.Subject, before.Body) == (after.Subject, after.Body) ? before.TextVersion : before.TextVersion + 1);
        if (before.ArchivedAt is not null) (after.ArchivedAt, after.Name, after.TextVersion).ShouldBe((null, before.Name, before.TextVersion));
    }, longest: 20);

    // Gives the lambda its type.
    private static Func<MessageTemplate, DateTimeOffset, Decision> Step(Func<MessageTemplate, DateTimeOffset, Decision> step) => step;
}
