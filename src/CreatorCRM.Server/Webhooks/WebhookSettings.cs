using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using CreatorCRM.Server.Hosting;
using CreatorCRM.Webhooks;

namespace CreatorCRM.Server.Webhooks;

/// <summary>The settings <c>Webhooks__…</c>.</summary>
public static class WebhookSettings
{
    /// <exception cref="StartupException">A setting cannot be read.</exception>
    public static IServiceCollection AddWebhookDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Webhooks");
        var defaults = new WebhookOptions();
        var options = new WebhookOptions
        {
            AllowHttp = Flag(section, "AllowHttp"),
            MaxPerWorkspace = Whole(section, "MaxPerWorkspace", "webhooks", 1_000) ?? defaults.MaxPerWorkspace,
            KeepSucceeded = Days(section, "KeepDeliveriesDays") ?? defaults.KeepSucceeded,
            KeepDead = Days(section, "KeepDeadLettersDays") ?? defaults.KeepDead,
        };
        var networks = new TargetNetworks(Networks(section));
        services.AddSingleton(networks).AddSingleton(new GuardedConnections(networks, Dns.GetHostAddressesAsync)).AddSingleton<DeliverySlots>()
            .AddSingleton<HttpWebhookSender>();
        return services.AddWebhookDelivery<HttpWebhookSender>(options);
    }

    private static bool Flag(IConfigurationSection section, string name) => section[name] switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new StartupException($"Webhooks__{name} is '{text}'. Write true or false."),
    };

    private static TimeSpan? Days(IConfigurationSection section, string name) =>
        Whole(section, name, "days", 36_500) is { } days ? TimeSpan.FromDays(days) : null;

    private static int? Whole(IConfigurationSection section, string name, string what, int most) => section[name] switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most => number,
        var text => throw new StartupException($"Webhooks__{name} is '{text}'. Write a number of {what} from 1 to {most}."),
    };

    private static ImmutableArray<IPNetwork> Networks(IConfigurationSection section) =>
    [
        .. (section["AllowedNetworks"] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
        .Select(text => IPNetwork.TryParse(text, out var network)
            ? network
            : throw new StartupException($"Webhooks__AllowedNetworks has '{text}', which is no network. Write them as 10.1.2.0/24, with commas between.")),
    ];
}
