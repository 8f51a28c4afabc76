namespace CreatorCRM.Deliverables;

/// <summary>What the commands about planning and reviewing content come to. Pure. Which stage allows them is the partnership's to say.</summary>
public partial record DeliverableList
{
    private const int MaxRounds = 100;

    public Decision Add(AddDeliverable command)
    {
        var validation = new Validation().Text("note", command.Note, 1000)
            .Require(PeriodOfDays.IsPlausible(command.DueOn), "dueOn", "A due day lies in this century or the next.")
            .Require(All.Length < PartNumber.Max, "kind", $"A partnership may have at most {PartNumber.Max} deliverables.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = PartNumber.After(All.Length);
        return Decision.Accept(new DeliverableAdded(number, command.Kind, command.DueOn, command.Note)).About(number);
    }

    public Decision Submit(SubmitDraft command) => Of(command.Deliverable, DeliverableStatus.DraftSubmitted, deliverable =>
    {
        var validation = new Validation().Text("url", command.Url, 2048).Text("text", command.Text, 50_000).Text("note", command.Note, 1000)
            .Add(string.IsNullOrWhiteSpace(command.Url) && string.IsNullOrWhiteSpace(command.Text) ? Refusal.Required("url") : null)
            .Require(deliverable.Rounds < MaxRounds, "deliverableId", $"A deliverable may have at most {MaxRounds} drafts.");
        return validation.HasRefusals
            ? Decision.Refuse(validation.Refusals)
            : Decision.Accept(new DraftSubmitted(deliverable.Number, deliverable.Kind, deliverable.Rounds + 1, command.Url?.Trim(), command.Text, command.Note));
    });

    public Decision Request(RequestChanges command) => Of(command.Deliverable, DeliverableStatus.ChangesRequested, deliverable =>
    {
        var validation = new Validation().Count("comments", command.Comments).Add(command.Comments.IsEmpty ? Refusal.Required("comments") : null);
        for (var i = 0; i < command.Comments.Length && i < Validation.ListLength; i++)
            validation.Required($"comments.{i}.text", command.Comments[i].Text, 2000)
                .Text($"comments.{i}.place", command.Comments[i].Place, Validation.NameLength);
        return validation.HasRefusals
            ? Decision.Refuse(validation.Refusals)
            : Decision.Accept(new ChangesRequested(deliverable.Number, deliverable.Kind, deliverable.Rounds, command.Comments));
    });

    public Decision Approve(ApproveDraft command) => Of(command.Deliverable, DeliverableStatus.Approved, deliverable =>
    {
        var validation = new Validation().Text("note", command.Note, 1000);
        return validation.HasRefusals
            ? Decision.Refuse(validation.Refusals)
            : Decision.Accept(new DraftApproved(deliverable.Number, deliverable.Kind, deliverable.Rounds, command.Note));
    });

    public Decision Cancel(CancelDeliverable command) => Of(command.Deliverable, DeliverableStatus.Cancelled, deliverable =>
    {
        var validation = new Validation().Required("reason", command.Reason, 1000);
        return validation.HasRefusals
            ? Decision.Refuse(validation.Refusals)
            : Decision.Accept(new DeliverableCancelled(deliverable.Number, deliverable.Kind, command.Reason.Trim()));
    });

    /// <param name="to">Where the command leads; refused when the table of moves has no such move.</param>
    private Decision Of(string number, DeliverableStatus to, Func<Deliverable, Decision> decide) =>
        Of(number, deliverable => deliverable.CannotBecome(to) is { } refusal ? refusal : decide(deliverable));

    private Decision Of(string number, Func<Deliverable, Decision> decide)
    {
        if (All.FirstOrDefault(deliverable => deliverable.Number == number) is not { } deliverable) return Refusal.NotFound("deliverable", "deliverableId");
        var decision = decide(deliverable);
        return decision.IsRefused ? decision : decision.About(number);
    }
}
