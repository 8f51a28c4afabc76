using System.Collections.Immutable;

namespace CreatorCRM.Common;

/// <summary>What the caller of a grain says about the command besides its content.</summary>
/// <param name="Actor">Who wants it.</param>
/// <param name="CommandId">Derived from workspace, principal, mutation and idempotency key; null when the client sent no key.</param>
/// <param name="Fingerprint">A hash of the input, so that a key cannot stand for two inputs; null without a key.</param>
/// <param name="ExpectedVersion">Refuse when the entity is at another version; null accepts any.</param>
[GenerateSerializer, Immutable, Alias("command-context")]
public sealed record CommandContext(Actor Actor, string? CommandId = null, string? Fingerprint = null, long? ExpectedVersion = null);

/// <summary>The outcome of a command: accepted and durable, or refused with nothing changed.</summary>
/// <param name="Id">The entity the command went to.</param>
/// <param name="Version">The entity's version after it.</param>
/// <param name="Part">The part the command made or meant, such as an offer's number; null when it concerns the whole entity.</param>
/// <param name="Replayed">The key was seen before: this is the first outcome, and nothing was written.</param>
/// <param name="Refusals">Empty when accepted.</param>
[GenerateSerializer, Immutable, Alias("command-result")]
public sealed record CommandResult(string Id, long Version, string? Part, bool Replayed, ImmutableArray<Refusal> Refusals)
{
    public bool IsAccepted => Refusals.IsEmpty;

    public static CommandResult Accepted(string id, long version, string? part = null, bool replayed = false) => new(id, version, part, replayed, []);

    public static CommandResult Refused(string id, long version, params ImmutableArray<Refusal> refusals) => new(id, version, null, false, refusals);
}
