namespace CreatorCRM.Contracts;

/// <summary>How a contract ends: fulfilled, terminated, or by the passing of time. Pure.</summary>
public partial record ContractHistory
{
    public Decision Fulfil(FulfilContract command)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        var validation = new Validation().Text("note", command.Note, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return contract.CannotBecome(ContractStatus.Fulfilled) is { } refusal
            ? refusal
            : Decision.Accept(new ContractFulfilled(command.Contract, command.Note)).About(command.Contract);
    }

    /// <summary>At once for a cause; else with the notice that the contract asks for, counted from today.</summary>
    public Decision Terminate(TerminateContract command, DateTimeOffset now)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        var validation = new Validation().Required("reason", command.Reason, 1000)
            .Require(PeriodOfDays.IsPlausible(command.EffectiveOn), "effectiveOn", "A contract ends in this century or the next.");
        if (command.Cause is not null) validation.Required("immediateReason", command.Cause, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (contract.CannotBecome(ContractStatus.Terminated) is { } refusal) return refusal;

        var today = Day(now);
        if ((command.Cause is null ? Noticed(contract, today) : today) is not { } earliest)
            return new Refusal(RefusalCode.NoticeRequired,
                "This contract excludes notice: it ends before its time for a cause only, which is the immediateReason.", "immediateReason");
        var effectiveOn = command.EffectiveOn ?? earliest;
        if (effectiveOn < earliest && command.Cause is null)
            return new Refusal(RefusalCode.NoticeRequired,
                $"The contract asks for {contract.Terms.NoticeDays} days of notice, so it ends on {earliest:yyyy-MM-dd} at the earliest; a cause to end it at once is the immediateReason.", "effectiveOn");
        if (effectiveOn < earliest) return Refusal.Invalid("effectiveOn", "A contract ends today or later.");
        if (contract.EndsOn <= effectiveOn)
            return new Refusal(RefusalCode.IllegalContractStatus, $"Version {contract.Number} of the contract ends on {contract.EndsOn:yyyy-MM-dd} anyway.",
                "effectiveOn");

        var termination = new Termination(command.By, command.Reason.Trim(), effectiveOn, command.Cause?.Trim());
        if (effectiveOn > today) return Decision.Accept(new ContractNoticeGiven(command.Contract, termination)).About(command.Contract);
        var terminated = Decision.Accept(new ContractTerminated(command.Contract, termination)).About(command.Contract);
        return Open is { Amends: not null } open ? terminated.Then(Fallen(open)) : terminated;
    }

    /// <summary>Closes what has run out: offers that nobody signed in time, terms and notices that have passed.</summary>
    /// <param name="today">The first day on which it may be closed is <see cref="Contract.DueOn"/>.</param>
    public Decision CloseDue(DateOnly today)
    {
        var expired = Open?.DueOn <= today ? Open : null;
        var decision = expired is null ? Decision.Nothing : Decision.Accept(new ContractOfferExpired(PartNumber.Text(expired.Number), LastDay(expired)));
        if (InForce is not { } inForce || !(inForce.DueOn <= today)) return decision;
        var number = PartNumber.Text(inForce.Number);
        if (inForce.Termination is not { } notice || notice.EffectiveOn != LastDay(inForce)) return decision.Then(new ContractEnded(number, LastDay(inForce)));
        decision = decision.Then(new ContractTerminated(number, notice));
        return expired is null && Open is { Amends: not null } open ? decision.Then(Fallen(open)) : decision;
    }

    private static DateOnly LastDay(Contract due) => due.DueOn!.Value.AddDays(-1);

    // What was to change a contract falls with it.
    private static ContractVoided Fallen(Contract open) => new(PartNumber.Text(open.Number), "the contract that it would change was terminated");

    private static DateOnly? Noticed(Contract contract, DateOnly today) => contract.Terms.NoticeDays is { } days ? today.AddDays(days) : null;
}
