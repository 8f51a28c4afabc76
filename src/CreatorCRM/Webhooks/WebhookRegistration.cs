using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CreatorCRM.Webhooks;

public static class WebhookRegistration
{
    /// <summary>What every silo needs to decide about webhooks and to read them.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.TryAddSingleton(new WebhookOptions());
        return services.AddSingleton<WebhookQueries>().AddSingleton<WebhookDeliveries>().AddSingleton<WebhookSecrets>();
    }

    /// <summary>What a silo needs to deliver, beside the sender itself. A silo that lives for one command does not.</summary>
    public static IServiceCollection AddWebhookDelivery<TSender>(this IServiceCollection services, WebhookOptions options) where TSender
        : class, IWebhookSender =>
        services.AddSingleton(options).AddSingleton<IWebhookSender>(provider => provider.GetRequiredService<TSender>())
            .AddSingleton(new RetrySchedule(new Random())).AddSingleton<WebhookWorks>().AddHostedService<WebhookCaretaker>();
}
