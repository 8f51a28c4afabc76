using CreatorCRM.Influencers;

namespace CreatorCRM.Imports;

/// <summary>Joins the handles, addresses and figures of a row into accounts.</summary>
internal sealed class AccountAssembler(CandidateDraft draft, Platform? defaultPlatform)
{
    private readonly List<CandidateAccount> _accounts = [];
    private int _primary = -1;

    /// <summary>False when a cell names an account that cannot exist.</summary>
    public bool AllFit { get; private set; } = true;

    public IReadOnlyList<CandidateAccount> Assemble()
    {
        foreach (var mention in draft.Mentions.Where(mention => mention.Platform is not null)) Add(mention, mention.Platform!.Value);
        foreach (var mention in draft.Mentions.Where(mention => mention.Platform is null)) AddOpen(mention);
        foreach (var (column, value) in draft.Figures) Attach(column, value);
        return _accounts;
    }

    // A handle without a platform is the account that an address in the row names, else lives where the row or the import says.
    private void AddOpen(Mention mention)
    {
        var key = Influencers.Handle.Key(mention.Handle);
        var named = _accounts.FindIndex(account => account.HandleKey == key && (draft.Platform is null || account.Platform == draft.Platform));
        if (named >= 0) _primary = named;
        else if ((draft.Platform ?? defaultPlatform ?? ChannelPlatform(mention)) is { } platform) Add(mention, platform, isPrimary: true);
        else Misfit(mention, $"'{Excerpt.Of(mention.Handle)}' is on no known platform. Choose a default platform.");
    }

    private static Platform? ChannelPlatform(Mention mention) => HandleRules.IsChannelId(mention.Handle) ? Platform.Youtube : null;

    private void Add(Mention mention, Platform platform, bool isPrimary = false)
    {
        if (HandleRules.Problem(platform, mention.Handle) is { } problem)
        {
            Misfit(mention, problem);
            return;
        }
        var key = Influencers.Handle.Key(mention.Handle);
        var index = _accounts.FindIndex(account => account.Platform == platform && account.HandleKey == key);
        if (index < 0) _accounts.Add(new CandidateAccount(platform, mention.Handle, mention.Url));
        else _accounts[index] = _accounts[index] with { ProfileUrl = _accounts[index].ProfileUrl ?? mention.Url };
        if (isPrimary && _primary < 0) _primary = index < 0 ? _accounts.Count - 1 : index;
    }

    private void Misfit(Mention mention, string problem)
    {
        AllFit = false;
        draft.Warn(mention.Column, problem);
    }

    private void Attach(ColumnProfile column, decimal value)
    {
        var index = (column.Platform ?? draft.Platform) is { } platform ? _accounts.FindIndex(account => account.Platform == platform) : Math.Max(_primary, 0);
        if (index < 0 || index >= _accounts.Count)
        {
            if (AllFit) draft.Warn(column, $"The row has no account{(column.Platform is null ? "" : $" on {column.Platform}")} for this figure.");
            return;
        }
        var account = _accounts[index];
        _accounts[index] = column.Meaning switch
        {
            ColumnMeaning.Followers => account with { Followers = (long)Math.Round(value, MidpointRounding.AwayFromZero) },
            ColumnMeaning.AverageLikes => account with { AverageLikes = value },
            ColumnMeaning.AverageComments => account with { AverageComments = value },
            ColumnMeaning.AverageViews => account with { AverageViews = value },
            ColumnMeaning.AverageShares => account with { AverageShares = value },
            ColumnMeaning.PostsPerWeek => account with { PostsPerWeek = value },
            _ => account with { EngagementRate = value },
        };
    }
}
