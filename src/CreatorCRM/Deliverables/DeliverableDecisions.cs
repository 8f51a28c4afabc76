namespace CreatorCRM.Deliverables;

/// <summary>What the commands about content come to. Pure. Which stage allows them is the partnership's to say.</summary>
public partial record DeliverableList
{
    public Decision Add(AddDeliverable command)
    {
        var validation = new Validation().Text("note", command.Note, 1000)
            .Require(PeriodOfDays.IsPlausible(command.DueOn), "dueOn", "A due day lies in this century or the next.")
            .Require(All.Length < PartNumber.Max, "kind", $"A partnership may have at most {PartNumber.Max} deliverables.");
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        var number = PartNumber.After(All.Length);
        return Decision.Accept(new DeliverableAdded(number, command.Kind, command.DueOn, command.Note)).About(number);
    }
}
