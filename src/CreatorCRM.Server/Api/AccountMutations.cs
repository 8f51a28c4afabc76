using CreatorCRM.Access;
using CreatorCRM.Influencers;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.RelationshipsWrite)]
public static class AccountMutations
{
    /// <summary>Adds an account to an influencer.</summary>
    public static async Task<AddAccountPayload> AddAccount(AddAccountInput input, IGrainFactory grains, InfluencerQueries influencers, Caller caller)
    {
        var context = caller.Command("addAccount", input.IdempotencyKey, input, input.ExpectedVersion);
        var result = await grains.Influencer(caller, input.InfluencerId.Key).AddAccount(input.ToCommand(), context);
        if (result.IsAccepted) return new AddAccountPayload(await influencers.Read(caller, result), await influencers.ReadAccount(caller, result));
        // Where a list of accounts is wrong in other commands, here it is the one handle.
        return new AddAccountPayload(null, null)
            .Refused(result.Refusals.Select(refusal => refusal.Field == "accounts" ? refusal with { Field = "handle" } : refusal));
    }

    /// <summary>Records an account's figures at one moment.</summary>
    public static async Task<RecordMetricsPayload> RecordMetrics(RecordMetricsInput input, IGrainFactory grains, InfluencerQueries influencers, Caller caller)
    {
        var context = caller.Command("recordMetrics", input.IdempotencyKey, input, input.ExpectedVersion);
        var account = await influencers.AccountsByIds(caller.Workspace, [input.AccountId.Key], CancellationToken.None);
        var (influencer, command) = input.ToCommand(account is [var row] ? row.InfluencerId : null);
        var result = await grains.Influencer(caller, influencer).RecordMetrics(command, context);
        return result.IsAccepted
            ? new RecordMetricsPayload(await influencers.Read(caller, result), await influencers.ReadAccount(caller, result))
            : new RecordMetricsPayload(null, null).Refused(result.Refusals);
    }
}

public sealed record AddAccountPayload(Influencer? Influencer, Account? Account) : Payload;

public sealed record RecordMetricsPayload(Influencer? Influencer, Account? Account) : Payload;
