using CreatorCRM.Common;
using CreatorCRM.Outreach;
using CreatorCRM.Templates;
using CreatorCRM.Tests.Journal;

namespace CreatorCRM.Tests.Templates;

/// <summary>Places where a template refuses.</summary>
public sealed class MessageTemplateRefusalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly MessageTemplate None = MessageTemplate.New(new EntityKey("w", "t"));
    private static readonly CreateMessageTemplate Hello = new("Hello", OutreachChannel.Email, "de", null, "Hello");
    private static readonly MessageTemplate Kept = None.After(None.Create(Hello), Now);

    [Fact]
    public void A_template_is_made_once_and_what_is_not_there_or_put_away_is_not_changed()
    {
        Kept.Create(Hello).Refused().ShouldBe(" Invalid");
        None.Update(new MessageTemplateChanges()).Refused().ShouldBe("templateId NotFound");
        None.Archive(new ArchiveMessageTemplate(true)).Refused().ShouldBe("templateId NotFound");
        Kept.After(Kept.Archive(new ArchiveMessageTemplate(true)), Now).Update(new MessageTemplateChanges { Body = "Bye" }).Refused()
            .ShouldBe("templateId Archived");
    }

    [Fact]
    public void Its_text_can_be_rendered_and_has_at_most_five_hundred_versions()
    {
        None.Create(Hello with { Language = "german" + '_' }).Refused().ShouldBe("language Invalid");
        None.Create(Hello with { Name = " ", Body = "" }).Refused().ShouldBe("name Required, body Required");
        None.Create(Hello with { Body = "Hello {{ influencer" }).Refused().ShouldBe("body InvalidTemplate");
        var often = Enumerable.Range(2, MessageTemplate.MaxVersions - 1)
            .Aggregate(Kept, (state, i) => state.After(state.Update(new MessageTemplateChanges { Body = $"Hello {i}" }), Now));
        often.Update(new MessageTemplateChanges { Body = "Once more" }).Refused().ShouldBe("body Invalid");
    }
}
