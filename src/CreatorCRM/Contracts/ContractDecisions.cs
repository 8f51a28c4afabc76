namespace CreatorCRM.Contracts;

/// <summary>From the draft to the signatures. Pure. Which stage allows it is the partnership's to say.</summary>
public partial record ContractHistory
{
    private static readonly DateTimeOffset EarliestSignature = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Nobody signs what was not sent yet, nor the brand before the influencer. A signature of which the day alone is known may seem to come a little before the
    // sending.
    private static DateTimeOffset FirstToSign(Contract contract) =>
        contract.Signatures is [.., var last] ? last.SignedAt : contract.SentAt?.AddDays(-1) ?? EarliestSignature;

    /// <param name="parties">As the text calls them.</param>
    public Decision Send(SendContract command, ContractParties parties, DateTimeOffset now)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        var validation = new Validation()
            .Require(PeriodOfDays.IsPlausible(command.OfferExpiresOn) && !(command.OfferExpiresOn < Day(now)), "offerExpiresOn",
                "The last day to sign is today or later.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return contract.CannotBecome(ContractStatus.Sent) is { } refusal
            ? refusal
            : Decision.Accept(new ContractSent(command.Contract) { OfferExpiresOn = command.OfferExpiresOn, Texts = ContractTexts.WriteAll(contract, parties) })
                .About(command.Contract);
    }

    public Decision View(ViewContract command, DateTimeOffset now)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        // Everybody opens it more than once.
        if (contract.Status == ContractStatus.Viewed) return Decision.Nothing.About(command.Contract);
        if (contract.CannotBecome(ContractStatus.Viewed) is { } refusal) return refusal;
        var validation = new Validation().Instant("viewedAt", command.ViewedAt, contract.SentAt!.Value.AddDays(-1), now.AddDays(1));
        return validation.HasRefusals
            ? Decision.Refuse(validation.Refusals)
            : Decision.Accept(new ContractViewed(command.Contract, command.ViewedAt ?? now)).About(command.Contract);
    }

    public Decision Counter(CounterContract command)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        var terms = command.Terms is { Compensation.IsEmpty: true } same ? same with { Compensation = contract.Terms.Compensation } : command.Terms;
        var validation = new Validation().Required("comments", command.Comments, Validation.TextLength);
        terms?.Check(validation);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return contract.CannotBecome(ContractStatus.Countered) is { } refusal
            ? refusal
            : Decision.Accept(new ContractCountered(command.Contract, new CounterProposal(command.Comments.Trim(), terms))).About(command.Contract);
    }

    public Decision Sign(SignContract command, DateTimeOffset now)
    {
        if (Find(command.Contract) is not { } contract) return Refusal.NotFound("contract", "contractId");
        var first = FirstToSign(contract);
        var validation = new Validation().Required("signedBy", command.SignedBy).Text("guardian", command.Guardian, Validation.NameLength)
            .Instant("signedAt", command.SignedAt, first, now.AddDays(1));
        command.Evidence?.Check(validation);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var isInfluencer = command.Party == Party.Influencer;
        if (contract.CannotBecome(isInfluencer ? ContractStatus.SignedByInfluencer : ContractStatus.Countersigned) is { } refusal) return refusal;
        var signature = new Signature(command.Party, command.SignedBy.Trim(), command.Guardian?.Trim(), command.SignedAt ?? (now > first ? now : first))
        {
            Evidence = command.Evidence,
            TextSha256 = command.TextSha256?.ToLowerInvariant() ?? contract.TextHashes.FirstOrDefault(),
        };
        if (command.TextSha256 is not null && !contract.TextHashes.Contains(signature.TextSha256!))
            return new Refusal(RefusalCode.ContractTextChanged,
                $"Version {contract.Number} of the contract has another text than the one of this hash. Show the signer the text of this version.",
                "textSha256");
        if (isInfluencer && contract.OfferExpiresOn is { } last && Day(signature.SignedAt) > last)
            return new Refusal(RefusalCode.IllegalContractStatus,
                $"Version {contract.Number} of the contract could be signed until {last:yyyy-MM-dd}. Draft another.", "contractId");
        var replaced = isInfluencer || InForce is not { } inForce ? null : PartNumber.Text(inForce.Number);
        return Decision.Accept(new ContractSigned(command.Contract, signature) { Replaces = replaced }).About(command.Contract);
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

    /// <summary>Null when there is no such version.</summary>
    internal Contract? Find(string number) => Versions.FirstOrDefault(contract => PartNumber.Text(contract.Number) == number);
}
