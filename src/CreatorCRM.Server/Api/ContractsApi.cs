using CreatorCRM.Access;
using CreatorCRM.Contracts;
using CreatorCRM.Deliverables;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

/// <summary>One version of the contract of a partnership.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class Contract(ContractRow row, Past? past = null) : INode
{
    public NodeId Id => NodeId.Of<Contract>(row.Id);

    /// <summary>Which version, from 1.</summary>
    public int Number => row.Number;

    /// <summary>Where it stands.</summary>
    public ContractStatus Status => row.Status;

    /// <summary>What both sides promise.</summary>
    public ContractTerms Terms => new(CrmJson.Read<Contracts.ContractTerms>(row.Terms));

    /// <summary>In the order in which they were given: the influencer signs first.</summary>
    public IReadOnlyList<Signature> Signatures => [.. CrmJson.Read<List<Contracts.Signature>>(row.Signatures).Select(Signature.Of)];

    /// <summary>When it was written.</summary>
    public DateTimeOffset DraftedAt => row.DraftedAt;

    /// <summary>When it went to the influencer; null before.</summary>
    public DateTimeOffset? SentAt => row.SentAt;

    /// <summary>
    /// What it says, to be read and signed. From the sending on it is kept as it was sent; a draft's is written anew each time, with the names of that time.
    /// Null for a version that was sent before texts were kept.
    /// </summary>
    /// <param name="format">HTML: an article, to be shown within a page.</param>
    /// <param name="language">In which language.</param>
    public IDataLoaderResult<string?> Text(ContractTextLoader loader, ContractTextFormat format = ContractTextFormat.Markdown,
        ContractLanguage language = ContractLanguage.En) =>
        loader.Load(row, past, format, language).Then(text => text?.Text);

    /// <summary>SHA-256 of the UTF-8 bytes of that text, in hexadecimal digits.</summary>
    /// <param name="format">HTML: an article, to be shown within a page.</param>
    /// <param name="language">In which language.</param>
    public IDataLoaderResult<string?> TextSha256(ContractTextLoader loader, ContractTextFormat format = ContractTextFormat.Markdown,
        ContractLanguage language = ContractLanguage.En) =>
        loader.Load(row, past, format, language).Then(text => text?.Sha256);

    /// <summary>When the influencer first opened it; null when nobody knows of it.</summary>
    public DateTimeOffset? ViewedAt => row.ViewedAt;

    /// <summary>The last day on which the influencer may sign, in UTC; null without a limit.</summary>
    public DateOnly? OfferExpiresOn => row.OfferExpiresOn;

    /// <summary>When it came into force, which is when the brand signed; null before.</summary>
    public DateTimeOffset? InForceSince => row.InForceSince;

    /// <summary>The last day of its term or, if that is earlier, the one to which notice was given; null when it runs for ever.</summary>
    public DateOnly? EndsOn => row.EndsOn;

    /// <summary>The last day in force of a version that was in force and is not any more.</summary>
    public DateOnly? EndedOn => row.EndedOn;

    /// <summary>What the influencer wants otherwise; null unless COUNTERED.</summary>
    public ContractCounter? Counter => row.Counter is { } counter ? ContractCounter.Of(CrmJson.Read<CounterProposal>(counter)) : null;

    /// <summary>The notice that was given, also while the contract still runs.</summary>
    public ContractTermination? Termination => row.Termination is { } notice ? ContractTermination.Of(CrmJson.Read<Termination>(notice)) : null;

    /// <summary>It runs for another term, on the terms of the version that it amends.</summary>
    public bool IsRenewal => row.IsRenewal;

    /// <summary>The version that it changes or renews; null for a contract of its own.</summary>
    public IDataLoaderResult<Contract?>? Amends(ContractLoader loader) => row.Amends is { } amended ? loader.LoadAsync(amended, past) : null;

    /// <summary>The version whose counter-proposal it answers.</summary>
    public IDataLoaderResult<Contract?>? Answers(ContractLoader loader) => row.Answers is { } answered ? loader.LoadAsync(answered, past) : null;

    /// <summary>The version that both signed later and that stands in its place; null unless REPLACED.</summary>
    public IDataLoaderResult<Contract?>? ReplacedBy(ContractLoader loader) => row.ReplacedBy is { } replacing ? loader.LoadAsync(replacing, past) : null;

    /// <summary>Why it may break exclusivities; null when it may not.</summary>
    public string? ExclusivityOverride => row.ExclusivityOverride;

    /// <summary>
    /// Exclusivities that this version and others of the influencer break together, now or, with `asOf`, then; only with an override there are any.
    /// </summary>
    public IDataLoaderResult<IReadOnlyList<ExclusivityConflict>> ExclusivityConflicts(ConflictsOfContracts loader) => loader.LoadAsync(row.Id, past);

    /// <summary>Why it was declined, voided or terminated, or the note with which it was fulfilled.</summary>
    public string? Reason => row.Reason;

    /// <summary>The partnership it belongs to.</summary>
    public IDataLoaderResult<Partnership> Partnership(PartnershipLoader loader) => loader.LoadExisting(row.PartnershipId, past?.At);
}

/// <summary>What both sides promise.</summary>
[Requires(Scope.RelationshipsRead)]
public sealed class ContractTerms(Contracts.ContractTerms terms)
{
    /// <summary>What the influencer owes.</summary>
    public IReadOnlyList<AgreedDeliverable> Deliverables => [.. terms.Deliverables.Select(owed => new AgreedDeliverable(owed.Kind, owed.Quantity, owed.DueOn))];

    /// <summary>What the influencer gets, all in one currency.</summary>
    public IReadOnlyList<ICompensationComponent> Compensation => terms.Compensation.ToNodes();

    /// <summary>Where the brand may use the content besides the influencer's own account.</summary>
    public IReadOnlyList<UsageRight> UsageRights =>
        [.. terms.UsageRights.Select(right => new UsageRight(right.Asset, right.Channels, right.Territory, Period.Of(right.Period)!))];

    /// <summary>What the influencer does not promote elsewhere meanwhile.</summary>
    public IReadOnlyList<Exclusivity> Exclusivities =>
        [.. terms.Exclusivities.Select(promise => new Exclusivity(promise.Category, promise.Brands, Period.Of(promise.Period)!))];

    /// <summary>How posts have to be marked as advertising.</summary>
    public string? DisclosureDuty => terms.DisclosureDuty;

    /// <summary>Days after publication within which figures are reported; null without the duty.</summary>
    public int? ReportWithinDays => terms.ReportWithinDays;

    /// <summary>Days of notice; null when notice is excluded.</summary>
    public int? NoticeDays => terms.NoticeDays;

    /// <summary>How long the contract runs.</summary>
    public Period? Term => Period.Of(terms.Term);

    /// <summary>What is promoted, such as bread; null compares with exclusivities by brands only.</summary>
    public string? Category => terms.Category;

    /// <summary>Anything else.</summary>
    public string? FurtherTerms => terms.FurtherTerms;
}

/// <summary>Pieces of content that the influencer owes.</summary>
/// <param name="Kind">Their format.</param>
/// <param name="Quantity">How many.</param>
/// <param name="DueOn">The day by which they are to be published; null when that is open.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record AgreedDeliverable(DeliverableKind Kind, int Quantity, DateOnly? DueOn);

/// <summary>A right to use content.</summary>
/// <param name="Asset">Which content.</param>
/// <param name="Territory">Null is worldwide.</param>
/// <param name="Channels">How it may be used, as the contract says it; an empty list is on all channels.</param>
/// <param name="Period">How long.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record UsageRight(string Asset, IReadOnlyList<UsageChannel> Channels, string? Territory, Period Period);

/// <summary>What the influencer does not promote elsewhere meanwhile.</summary>
/// <param name="Category">Such as bread.</param>
/// <param name="Brands">These in particular.</param>
/// <param name="Period">How long.</param>
[Requires(Scope.RelationshipsRead)]
public sealed record Exclusivity(string Category, IReadOnlyList<string> Brands, Period Period);

public sealed class ContractLoader(PartnershipPartQueries parts, Caller caller, PastLoader pasts)
    : PartLoader<ContractRow, Contract>(parts, caller, row => new Contract(row))
{
    /// <param name="past">The partnership as it was; null: as it is.</param>
    public IDataLoaderResult<Contract?> LoadAsync(string key, Past? past) =>
        past is null ? LoadAsync(key) : new LoaderResult<Contract?>(_ => Task.FromResult(Find(key, past)));

    /// <param name="at">Null: as it is now.</param>
    public IDataLoaderResult<Contract?> LoadAsync(string key, DateTimeOffset? at) => at is { } instant
        ? pasts.LoadAsync((Partnerships.Partnership.Kind, PartKey.Of(key).Partnership, instant)).Then(past => past is null ? null : Find(key, past))
        : LoadAsync(key);

    private static Contract? Find(string key, Past past) =>
        past.Of<ContractRow>().Where(row => row.Id == key).Select(row => new Contract(row, past)).SingleOrDefault();
}

public sealed class ContractsOfPartnership(PartnershipPartQueries parts, Caller caller)
    : PartsLoader<ContractRow, Contract>(parts, caller, (row, past) => new Contract(row, past));
