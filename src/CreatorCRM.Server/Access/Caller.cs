using System.Security.Claims;
using CreatorCRM.Access;
using CreatorCRM.Common;
using CreatorCRM.Server.GraphQL;
using GraphQL.Types;

namespace CreatorCRM.Server.Access;

/// <summary>On whose behalf a request runs. One per request; the middleware says who it is before any resolver asks.</summary>
public sealed class Caller
{
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private Identity? _identity;
    private string? _headerKey;

    internal Identity Identity => _identity ?? throw new InvalidOperationException("The request has no identity: the middleware did not run.");

    public string Workspace => Identity.Workspace;

    public Actor Actor => Identity.Actor;

    public Role Role => Identity.Role;

    /// <summary>The answer shows a secret that is kept nowhere, so the answer must not be kept for repetitions of the request either.</summary>
    public bool SeesSecret { get; private set; }

    public void ShowSecret() => SeesSecret = true;

    public bool Has(Scope scope) => Identity.Scopes.Contains(scope);

    /// <summary>Why the caller may not ask for the field; null when they may.</summary>
    internal CodedError? Refusal(string type, IFieldType field) =>
        FieldRules.Of(field).Scope is { } scope && !Has(scope) ? CodedError.Forbidden($"{type}.{field.Name}", scope) : null;

    /// <exception cref="CodedError">The caller may not ask for the field.</exception>
    internal void Demand(string type, IFieldType field)
    {
        if (Refusal(type, field) is { } refusal) throw refusal;
    }

    /// <param name="headerKey">The value of the header <c>Idempotency-Key</c>; null without one.</param>
    public void Identify(Identity identity, string? headerKey) => (_identity, _headerKey) = (identity, headerKey);

    /// <summary>Who is not authenticated stays nobody and can ask nothing.</summary>
    public void Identify(ClaimsPrincipal user, string? headerKey)
    {
        if (Identity.Of(user) is { } identity) Identify(identity, headerKey);
    }

    public EntityKey Key(string id) => new(Workspace, id);

    /// <summary>
    /// What the grain must know of a command besides its content. The key of the input goes before the header's; without either the command can happen twice.
    /// A header speaks for the whole request: the second use by the same mutation in one document counts as a key of its own.
    /// </summary>
    /// <param name="mutation">The name of the field, such as <c>createInfluencer</c>: keys are scoped to it.</param>
    /// <param name="input">The whole input; its <c>idempotencyKey</c> is left out of the fingerprint.</param>
    /// <exception cref="InputError">The key is empty or longer than 255 characters.</exception>
    public CommandContext Command(string mutation, string? idempotencyKey, object input, long? expectedVersion = null)
    {
        var key = idempotencyKey ?? HeaderKey(mutation);
        if (key is null) return new CommandContext(Actor, ExpectedVersion: expectedVersion);
        if (key.Length is 0 or > IdempotencyKey.MaxLength)
            throw InputError.At($"An idempotency key has 1 to {IdempotencyKey.MaxLength} characters.", "input", "idempotencyKey");
        return new CommandContext(Actor, IdGenerator.Derive(Workspace, Actor.Id, mutation, key), InputFingerprint.Of(input), expectedVersion);
    }

    private string? HeaderKey(string mutation)
    {
        if (_headerKey is null) return null;
        var use = _uses[mutation] = _uses.GetValueOrDefault(mutation) + 1;
        return use == 1 ? _headerKey : $"{_headerKey}\n{use}";
    }
}
