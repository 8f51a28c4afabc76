using CreatorCRM.Access;
using CreatorCRM.Payouts;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Api;

[MutationRoot]
[Requires(Scope.Payouts)]
public static class PayoutMutations
{
    /// <summary>Proposes to pay what is earned, component by component; with a reason also more, as an advance, up to what is committed.</summary>
    public static async Task<ProposePayoutPayload> ProposePayout(
        ProposePayoutInput input, Caller caller, IGrainFactory grains, PayoutLoader payouts, PartnershipLoader partnerships)
    {
        var context = caller.Command("proposePayout", input.IdempotencyKey, input, input.ExpectedVersion);
        var parts = input.Components.ToList(part => new PayoutPart(part.Component, part.Amount));
        var command = new ProposePayout(parts, input.Transfer, input.InvoiceNumber, input.DueOn, input.AdvanceReason);
        var result = await grains.Partnership(caller, input.PartnershipId.Key).ProposePayout(command, context);
        return await result.ToPayload(payouts, partnerships, (payout, partnership) => new ProposePayoutPayload(payout, partnership));
    }

    /// <summary>Lets a payout be transferred. A large one is approved by somebody else than who proposed it.</summary>
    public static async Task<ApprovePayoutPayload> ApprovePayout(ApprovePayoutInput input, Caller caller, IGrainFactory grains, PayoutLoader payouts,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("approvePayout", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.PayoutId);
        var result = await grains.Partnership(caller, part.Partnership).ApprovePayout(new ApprovePayout(part.Number), context);
        return await result.ToPayload(payouts, partnerships, (payout, partnership) => new ApprovePayoutPayload(payout, partnership));
    }

    /// <summary>Records that the money has left.</summary>
    public static async Task<MarkPayoutPaidPayload> MarkPayoutPaid(MarkPayoutPaidInput input, Caller caller, IGrainFactory grains, PayoutLoader payouts,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("markPayoutPaid", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.PayoutId);
        var result = await grains.Partnership(caller, part.Partnership).MarkPayoutPaid(new MarkPayoutPaid(part.Number, input.Reference, input.PaidOn), context);
        return await result.ToPayload(payouts, partnerships, (payout, partnership) => new MarkPayoutPaidPayload(payout, partnership));
    }

    /// <summary>
    /// Records that a transfer did not succeed, or that the bank returned one that had. A returned payout is FAILED and can be retried or cancelled; its
    /// `paidOn` and `reference` are null again, while the timeline keeps them. The statement `/export/payouts.csv` shows what the influencer has: one that
    /// was returned is in no period, and once it is paid again, in that of the new day. The stage of a partnership that is COMPLETED stays.
    /// </summary>
    public static async Task<FailPayoutPayload> FailPayout(FailPayoutInput input, Caller caller, IGrainFactory grains, PayoutLoader payouts,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("failPayout", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.PayoutId);
        var result = await grains.Partnership(caller, part.Partnership).FailPayout(new FailPayout(part.Number, input.Reason), context);
        return await result.ToPayload(payouts, partnerships, (payout, partnership) => new FailPayoutPayload(payout, partnership));
    }

    /// <summary>Tries a payout again that failed. What failed before stays in its attempts.</summary>
    public static async Task<RetryPayoutPayload> RetryPayout(RetryPayoutInput input, Caller caller, IGrainFactory grains, PayoutLoader payouts,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("retryPayout", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.PayoutId);
        var result = await grains.Partnership(caller, part.Partnership).RetryPayout(new RetryPayout(part.Number), context);
        return await result.ToPayload(payouts, partnerships, (payout, partnership) => new RetryPayoutPayload(payout, partnership));
    }

    /// <summary>Gives a payout up that was not paid.</summary>
    public static async Task<CancelPayoutPayload> CancelPayout(CancelPayoutInput input, Caller caller, IGrainFactory grains, PayoutLoader payouts,
        PartnershipLoader partnerships)
    {
        var context = caller.Command("cancelPayout", input.IdempotencyKey, input, input.ExpectedVersion);
        var part = PartKey.Of(input.PayoutId);
        var result = await grains.Partnership(caller, part.Partnership).CancelPayout(new CancelPayout(part.Number, input.Reason), context);
        return await result.ToPayload(payouts, partnerships, (payout, partnership) => new CancelPayoutPayload(payout, partnership));
    }
}
