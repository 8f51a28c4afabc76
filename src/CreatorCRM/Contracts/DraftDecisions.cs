using System.Collections.Immutable;
using CreatorCRM.Compensation;

namespace CreatorCRM.Contracts;

/// <summary>How a version comes into being: as the first contract, as an amendment of the one in force, as its renewal. Pure.</summary>
public partial record ContractHistory
{
    /// <summary>A version that is in force all the same is of a time that was given up since; this one replaces it when both have signed.</summary>
    /// <param name="agreed">The accepted offer, which stands unless the terms say otherwise.</param>
    /// <param name="brand">Of the campaign; null when it names none.</param>
    public Decision Draft(DraftContract command, ImmutableArray<CompensationComponent> agreed, string? brand) =>
        NewVersion(command.Terms, agreed, "partnershipId", command.ExclusivityOverride, drafted => drafted with { Brand = brand });

    /// <summary>The version in force stays so until both have signed the new one.</summary>
    public Decision Amend(AmendContract command, string? brand)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        if (contract.Status != ContractStatus.Countersigned)
            return new Refusal(RefusalCode.IllegalContractStatus,
                $"Version {contract.Number} of the contract is {contract.Status.Words()}; what is in force can be amended.", "contractId");
        return NewVersion(command.Terms, contract.Terms.Compensation, "contractId", command.ExclusivityOverride,
            drafted => drafted with { Brand = brand, Amends = command.Contract });
    }

    /// <summary>Of the version that is, or was last, in force, unless it was terminated.</summary>
    public Decision Renew(RenewContract command, string? brand)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        if (contract.Number != LastInForce?.Number || contract.Status == ContractStatus.Terminated)
            return new Refusal(RefusalCode.IllegalContractStatus,
                $"Version {contract.Number} of the contract is {contract.Status.Words()}; what is in force, was fulfilled or ended with its term can be renewed.", "contractId");
        if (command.Term is not { IsPlausibleAndInOrder: true, Until: { } until })
            return Refusal.Invalid("term", "The new term has a last day, on or after the day it begins.");
        if (contract.Status == ContractStatus.Countersigned && !(contract.Terms.Term?.Until < until))
            return Refusal.Invalid("term.until", contract.Terms.Term?.Until is { } end ? $"The contract runs until {end:yyyy-MM-dd} already." : "The contract runs for ever already.");
        return NewVersion(contract.Terms.For(command.Term), contract.Terms.Compensation, "contractId", command.ExclusivityOverride,
            drafted => drafted with { Brand = brand, Amends = command.Contract, IsRenewal = true });
    }

    private Decision NewVersion(ContractTerms given, ImmutableArray<CompensationComponent> agreed, string field, string? overriding,
        Func<ContractDrafted, ContractDrafted> purpose)
    {
        if (Open is { Status: not ContractStatus.Draft } open)
            return new Refusal(RefusalCode.IllegalContractStatus,
                $"Version {open.Number} of the contract is {open.Status.Words()}. Void it before you draft another.", field);
        var terms = given.Compensation.IsEmpty ? given with { Compensation = agreed } : given;
        var validation = new Validation()
            .Require(Versions.Length < PartNumber.Max, "terms", $"A partnership may have at most {PartNumber.Max} contract versions.");
        terms.Check(validation);
        if (overriding is not null) validation.Required("overrideExclusivity.reason", overriding, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = PartNumber.After(Versions.Length);
        var drafted = purpose(new ContractDrafted(number, terms)) with
        {
            ExclusivityOverride = overriding?.Trim(),
            Answers = Open?.Answers ?? (Latest is { Status: ContractStatus.Countered } countered ? PartNumber.Text(countered.Number) : null)
        };
        return Open is { } previous
            ? Decision.Accept(new ContractVoided(PartNumber.Text(previous.Number), $"replaced by version {number}"), drafted).About(number)
            : Decision.Accept(drafted).About(number);
    }
}
