using System.Collections.Immutable;

namespace CreatorCRM.Webhooks;

/// <summary>What a webhook's commands come to. Pure: state and command in, events or refusals out.</summary>
public partial record Webhook
{
    private const int UrlLength = 2048;

    public static TimeSpan LongestOverlap { get; } = TimeSpan.FromDays(7);

    public Decision Create(CreateWebhook command, WebhookOptions options)
    {
        if (Version > 0) return new Refusal(RefusalCode.Invalid, "This webhook exists already, or did.");
        if (command.Others >= options.MaxPerWorkspace)
            return new Refusal(RefusalCode.TooManyWebhooks,
                $"The workspace has {command.Others} webhooks, and {options.MaxPerWorkspace} are allowed. Delete one that is not needed any more.");
        var validation = new Validation().Required("name", command.Name);
        CheckUrl(validation, command.Url, options.AllowHttp);
        EventKinds.Check(validation, command.Kinds);
        return validation.HasRefusals
            ? Decision.Refuse(validation.Refusals)
            : Decision.Accept(new WebhookCreated(command.Name.Trim(), command.Url, Tidy(command.Kinds)));
    }

    public Decision Change(WebhookChanges command, bool allowHttp)
    {
        if (!Exists) return NotFound();
        var validation = new Validation();
        if (command.Name is not null) validation.Required("name", command.Name);
        if (command.Url is not null) CheckUrl(validation, command.Url, allowHttp);
        EventKinds.Check(validation, command.Kinds ?? []);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var news = new WebhookChanges
        {
            Name = command.Name?.Trim() is { } name && name != Name ? name : null,
            Url = command.Url is { } url && url != Url ? url : null,
            Kinds = command.Kinds is { } kinds && !Tidy(kinds).SequenceEqual(Kinds) ? Tidy(kinds) : null,
        };
        return news == new WebhookChanges() ? Decision.Nothing : Decision.Accept(new WebhookChanged(news));
    }

    public Decision Pause(string? reason)
    {
        if (!Exists) return NotFound();
        var validation = new Validation().Text("reason", reason, Validation.NameLength);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Status == WebhookStatus.Active ? Decision.Accept(new WebhookPaused(string.IsNullOrWhiteSpace(reason) ? null : reason.Trim())) : Decision.Nothing;
    }

    public Decision Disable(string reason) => Exists && Status == WebhookStatus.Active ? Decision.Accept(new WebhookDisabled(reason)) : Decision.Nothing;

    public Decision Resume() => !Exists ? NotFound() : Status == WebhookStatus.Active ? Decision.Nothing : Decision.Accept(new WebhookResumed());

    /// <param name="overlap">How long the old secret signs beside the new one.</param>
    public Decision RotateSecret(TimeSpan overlap, DateTimeOffset now)
    {
        if (!Exists) return NotFound();
        if (overlap < TimeSpan.Zero || overlap > LongestOverlap)
            return Refusal.Invalid("overlapHours", $"The old secret may go on signing for 0 to {LongestOverlap.TotalHours:0} hours.");
        return Decision.Accept(new WebhookSecretRotated(Secret + 1, now + overlap)).About(SecretPart(Secret + 1));
    }

    public Decision Delete() => IsDeleted ? Decision.Nothing : !Exists ? NotFound() : Decision.Accept(new WebhookDeleted());

    /// <summary>How an outcome names the secret that it brought, since the secret itself must not be kept with it.</summary>
    public static string SecretPart(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Refusal NotFound() => Refusal.NotFound("webhook", "webhookId");

    // Whether the address may be connected to is found out by the connection itself, each time anew.
    private static void CheckUrl(Validation validation, string url, bool allowHttp)
    {
        var isUrl = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && url.Length <= UrlLength && parsed.Host.Length > 0
            && !url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
        validation.Require(isUrl && (parsed!.Scheme == "https" || (allowHttp && parsed.Scheme == "http")), "url",
            $"A webhook goes to an https address of at most {UrlLength} characters.");
        if (isUrl)
            validation.Require(parsed!.UserInfo.Length == 0 && parsed.Fragment.Length == 0, "url",
                "The address has neither user nor password nor fragment in it.");
    }

    private static ImmutableArray<string> Tidy(ImmutableArray<string> kinds) => [.. kinds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
