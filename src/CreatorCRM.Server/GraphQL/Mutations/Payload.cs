using CreatorCRM.Common;
using CreatorCRM.Server.Access;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// What a mutation answers: the entity, or why nothing was done. Derive a record per mutation:
/// <c>public sealed record CreateInfluencerPayload(Influencer? Influencer) : Payload;</c>
/// </summary>
public abstract record Payload
{
    /// <summary>Empty when the mutation was carried out; else nothing was changed.</summary>
    public IReadOnlyList<UserError> UserErrors { get; internal set; } = [];
}

/// <summary>A reason why a mutation was refused.</summary>
/// <param name="Field">The path within the input, such as accounts, 0, handle; null when the whole input is meant.</param>
/// <param name="Message">A sentence for the user.</param>
/// <param name="Code">Stable; branch on it.</param>
[AnyCaller]
public sealed record UserError(IReadOnlyList<string>? Field, string Message, RefusalCode Code)
{
    public static UserError From(Refusal refusal) => new(refusal.Field?.Split('.'), refusal.Message, refusal.Code);
}

public static class PayloadExtensions
{
    /// <summary>Fills the payload from a command's outcome: with the entity, read by <paramref name="entity"/>, or with the refusals.</summary>
    public static async Task<TPayload> ToPayload<TPayload, TEntity>(this CommandResult result, Func<TEntity?, TPayload> payload, Func<Task<TEntity?>> entity)
        where TPayload : Payload
        where TEntity : class =>
        result.IsAccepted ? payload(await entity()) : payload(null).Refused(result.Refusals);

    /// <summary>The same payload with the reasons, for what is refused before a grain is asked.</summary>
    public static TPayload Refused<TPayload>(this TPayload payload, params IEnumerable<Refusal> refusals)
        where TPayload : Payload
    {
        payload.UserErrors = [.. refusals.Select(UserError.From)];
        return payload;
    }
}
