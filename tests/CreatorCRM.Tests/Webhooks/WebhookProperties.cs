using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Tests.Journal;
using CreatorCRM.Webhooks;
using CsCheck;

namespace CreatorCRM.Tests.Webhooks;

public sealed class WebhookProperties
{
    private static readonly WebhookOptions Options = new();

    private static readonly Gen<Func<Webhook, DateTimeOffset, Decision>> Steps = Gen.Frequency(
        (2, Gen.Int[0, 21].Select(others => Step((state, _) => state.Create(new CreateWebhook("Shop", "https://hooks.example.com/crm", [], others), Options)))),
        (3, Gen.Int[0, 3].Select(i => Step((state, _) => state.Change(new WebhookChanges
        {
            Name = $"Shop {i}",
            Url = i == 0 ? "ftp://example.com" : $"https://hooks.example.com/{i}",
            Kinds = i == 1 ? ["influencer.*"] : null
        }, allowHttp: false)))),
        (3, Gen.Const(Step((state, _) => state.Pause("moving")))),
        (3, Gen.Const(Step((state, _) => state.Disable("410 Gone")))),
        (4, Gen.Const(Step((state, _) => state.Resume()))),
        (2, Gen.Int[-1, 200].Select(hours => Step((state, now) => state.RotateSecret(TimeSpan.FromHours(hours), now)))),
        (1, Gen.Int[0, 3].Select(dice => Step((state, _) => dice == 0 ? state.Delete() : Decision.Nothing))));

    [Fact]
    public void Secrets_count_up_and_what_is_deleted_stays_deleted() => Machine.Check(Steps, (before, after) =>
    {
        before.IsDeleted.ShouldBeFalse();
        after.Secret.ShouldBeInRange(before.Secret, before.Secret + 1);
        after.Url.ShouldStartWith("https://");
        if (before.Exists && after.Status != before.Status && before.Status != WebhookStatus.Active) after.Status.ShouldBe(WebhookStatus.Active);
        if (after.Status == WebhookStatus.Active) after.StatusReason.ShouldBeNull();
    });

    [Fact]
    public void A_webhook_is_made_once_and_what_is_deleted_is_not_found()
    {
        var (nothing, now) = (Webhook.New(new EntityKey("w", "h")), new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
        var shop = nothing.After(nothing.Create(new CreateWebhook("Shop", "https://hooks.example.com/crm", []), Options), now);
        shop.Create(new CreateWebhook("Shop", "https://hooks.example.com/crm", []), Options).Refused().ShouldBe(" Invalid");
        nothing.Create(new CreateWebhook("Shop", "https://jo:secret@hooks.example.com/crm#top", [], Options.MaxPerWorkspace - 1), Options).Refused()
            .ShouldBe("url Invalid");
        nothing.Create(new CreateWebhook("Shop", "https://hooks.example.com/crm", [], Options.MaxPerWorkspace), Options).Refused().ShouldBe(" TooManyWebhooks");
        shop.RotateSecret(Webhook.LongestOverlap + TimeSpan.FromSeconds(1), now).Refused().ShouldBe("overlapHours Invalid");
        foreach (var gone in (Webhook[])[nothing, shop.After(shop.Delete(), now)])
        {
            foreach (var decision in (Decision[])[gone.Change(new WebhookChanges(), allowHttp: false), gone.Pause(null), gone.Resume(),
                gone.RotateSecret(TimeSpan.Zero, now)])
                decision.Refused().ShouldBe("webhookId NotFound");
        }
    }

    // Gives the lambda its type.
    private static Func<Webhook, DateTimeOffset, Decision> Step(Func<Webhook, DateTimeOffset, Decision> step) => step;
}
