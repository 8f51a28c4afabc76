using System.Collections.Immutable;
using CreatorCRM.Imports;

namespace CreatorCRM.Influencers;

/// <summary>What a row of an imported file says about a person.</summary>
/// <param name="OptOut">The words in which the person asked not to be contacted; null when they did not.</param>
[GenerateSerializer, Immutable, Alias("import-influencer")]
public sealed record ImportInfluencer(string DisplayName, ImmutableArray<NewAccount> Accounts, InfluencerChanges Details, string? OptOut);

/// <summary>
/// How a file adds to what is known: it fills what is empty, joins lists and brings newer figures, but never overwrites what somebody entered.
/// </summary>
public partial record Influencer
{
    public Decision Import(ImportInfluencer command, DateTimeOffset now)
    {
        var details = Clean(command.Details);
        var events = ImmutableArray.CreateBuilder<IEvent>();
        if (Exists)
        {
            if (OnlyNew(Filling(details)) is { } news)
            {
                var validation = new Validation();
                Check(validation, news);
                if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
                events.Add(new InfluencerProfileUpdated(news));
            }
            foreach (var account in command.Accounts)
            {
                var validation = new Validation();
                Check(validation, "", account);
                if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
                var known = Accounts.FirstOrDefault(a => a.Platform == account.Platform && Handle.Key(a.Handle) == Handle.Key(account.Handle));
                if (known is null) events.AddRange(Adding(NextAccount(events.Count(e => e is AccountAdded)), account, now));
                else if ((account.Metrics ?? Metrics.Unknown).Over(known.Metrics) is var metrics && metrics != known.Metrics)
                    events.Add(Recording(known.Number, known.Platform, known.Handle, metrics, now));
            }
        }
        else
        {
            var created = Create(new CreateInfluencer(command.DisplayName, command.Accounts, details), now);
            if (created.IsRefused) return created;
            events.AddRange(created.Events);
        }
        if (command.OptOut is { } reason && DoNotContact is null) events.Add(new DoNotContactSet($"asked for in an imported file: {reason}"));
        var outcome = !Exists ? RowOutcome.Created : events.Count > 0 ? RowOutcome.Updated : RowOutcome.Skipped;
        return Decision.Accept(events.ToImmutable()).About(outcome.ToString());
    }

    private InfluencerChanges Filling(InfluencerChanges details) => new()
    {
        Niches = Joined(Niches, details.Niches),
        Tags = Joined(Tags, details.Tags),
        Languages = Joined(Languages, details.Languages),
        ContactPoints = Joined(ContactPoints, details.ContactPoints),
        Country = Country is null ? details.Country : null,
        Agency = Agency is null ? details.Agency : null,
        Notes = Notes is null ? details.Notes : null,
        IsMinor = details.IsMinor is true ? true : null,
    };

    private static ImmutableArray<T>? Joined<T>(ImmutableArray<T> known, ImmutableArray<T>? given) => given is { } list ? [.. known.Union(list)] : null;
}
