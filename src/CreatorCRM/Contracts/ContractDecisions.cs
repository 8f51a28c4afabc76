using System.Collections.Immutable;
using CreatorCRM.Compensation;

namespace CreatorCRM.Contracts;

/// <summary>What the commands about a contract come to. Pure. Which stage allows them is the partnership's to say.</summary>
public partial record ContractHistory
{
    private static readonly DateTimeOffset EarliestSignature = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="agreed">The accepted offer, which stands unless the terms say otherwise.</param>
    public Decision Draft(DraftContract command, ImmutableArray<CompensationComponent> agreed)
    {
        if (InForce is { } inForce)
            return new Refusal(RefusalCode.IllegalContractStatus, $"Version {inForce.Number} of the contract is in force, and a partnership has one contract.", "partnershipId");
        if (Open is { Status: ContractStatus.Sent or ContractStatus.SignedByInfluencer } open)
            return new Refusal(RefusalCode.IllegalContractStatus, $"Version {open.Number} of the contract is {open.Status.Words()}. Void it before you draft another.", "partnershipId");
        var terms = command.Terms.Compensation.IsEmpty ? command.Terms with { Compensation = agreed } : command.Terms;
        var validation = new Validation().Require(Versions.Length < PartNumber.Max, "terms", $"A partnership may have at most {PartNumber.Max} contract versions.");
        terms.Check(validation);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = PartNumber.After(Versions.Length);
        var drafted = new ContractDrafted(number, terms);
        return Open is { } previous
            ? Decision.Accept(new ContractVoided(PartNumber.Text(previous.Number), $"replaced by version {number}"), drafted).About(number)
            : Decision.Accept(drafted).About(number);
    }

    public Decision Send(SendContract command)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        return contract.CannotBecome(ContractStatus.Sent) is { } refusal ? refusal : Decision.Accept(new ContractSent(command.Contract)).About(command.Contract);
    }

    public Decision Sign(SignContract command, DateTimeOffset now)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        var validation = new Validation().Required("signedBy", command.SignedBy).Text("guardian", command.Guardian, Validation.NameLength)
            .Instant("signedAt", command.SignedAt, EarliestSignature, now.AddDays(1));
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        if (contract.CannotBecome(command.Party == Party.Influencer ? ContractStatus.SignedByInfluencer : ContractStatus.Countersigned) is { } refusal) return refusal;
        return Decision.Accept(new ContractSigned(command.Contract, new Signature(command.Party, command.SignedBy.Trim(), command.Guardian?.Trim(), command.SignedAt ?? now))).About(command.Contract);
    }

    public Decision Decline(CloseContract command) => Close(command, ContractStatus.Declined, reason => new ContractDeclined(command.Contract, reason));

    public Decision Void(CloseContract command) => Close(command, ContractStatus.Voided, reason => new ContractVoided(command.Contract, reason));

    private Decision Close(CloseContract command, ContractStatus to, Func<string, IEvent> closing)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        var validation = new Validation().Required("reason", command.Reason, 1000);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return contract.CannotBecome(to) is { } refusal ? refusal : Decision.Accept(closing(command.Reason.Trim())).About(command.Contract);
    }

    private Contract? Find(string number) => Versions.FirstOrDefault(contract => PartNumber.Text(contract.Number) == number);
}
