using System.Text.RegularExpressions;

namespace CreatorCRM.Templates;

/// <summary>What a template's commands come to. Pure. A text that cannot be rendered is never kept.</summary>
public partial record MessageTemplate
{
    public const int SubjectLength = 300;
    public const int BodyLength = 20_000;
    /// <summary>So many versions of the text are kept, each in a row.</summary>
    public const int MaxVersions = 500;

    public Decision Create(CreateMessageTemplate command)
    {
        if (Exists) return new Refusal(RefusalCode.Invalid, "This template exists already.");
        var (language, subject) = (Tidy(command.Language), Tidy(command.Subject));
        var validation = Check(new Validation().Required("name", command.Name), language, subject, command.Body);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Decision.Accept(new MessageTemplateCreated(command.Name.Trim(), command.Channel, language),
            new MessageTemplateTextWritten(1, subject, command.Body));
    }

    public Decision Update(MessageTemplateChanges command)
    {
        if (!Exists) return NoSuch;
        if (ArchivedAt is not null) return new Refusal(RefusalCode.Archived, "This template is archived. Take it back before you change it.", "templateId");
        var (language, subject) = (command.Language is { } spoken ? Tidy(spoken.Value) : Language, command.Subject is { } about ? Tidy(about.Value) : Subject);
        var (name, channel, body) = (command.Name?.Trim() ?? Name, command.Channel ?? Channel, command.Body ?? Body);
        var validation = Check(new Validation().Required("name", name), language, subject, body)
            .Require(TextVersion < MaxVersions, "body", $"A template has at most {MaxVersions} versions. Make another one.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var changes = new MessageTemplateUpdated(name == Name ? null : name, channel == Channel ? null : channel,
            language == Language ? null : new Change<string?>(language));
        var decision = changes == new MessageTemplateUpdated(null, null, null) ? Decision.Nothing : Decision.Accept(changes);
        return (subject, body) == (Subject, Body) ? decision : decision.Then(new MessageTemplateTextWritten(TextVersion + 1, subject, body));
    }

    public Decision Archive(ArchiveMessageTemplate command)
    {
        if (!Exists) return NoSuch;
        if (command.Archived == ArchivedAt is not null) return Decision.Nothing;
        return command.Archived ? Decision.Accept(new MessageTemplateArchived()) : Decision.Accept(new MessageTemplateRestored());
    }

    private static Decision NoSuch => Refusal.NotFound("message template", "templateId");

    private static Validation Check(Validation validation, string? language, string? subject, string body)
    {
        validation.Require(language is null || LanguageTag().IsMatch(language), "language", "A language is a tag such as de or pt-BR.");
        validation.Text("subject", subject, SubjectLength).Required("body", body, BodyLength);
        if (validation.HasRefusals) return validation;
        foreach (var problem in TemplateText.ProblemsOf(subject ?? "")) validation.Add(problem.ToRefusal("subject"));
        foreach (var problem in TemplateText.ProblemsOf(body)) validation.Add(problem.ToRefusal("body"));
        return validation;
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
    private static partial Regex LanguageTag();
}
