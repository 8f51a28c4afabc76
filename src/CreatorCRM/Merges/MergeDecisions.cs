using CreatorCRM.Influencers;

namespace CreatorCRM.Merges;

/// <summary>What a merge's commands come to. Pure.</summary>
public partial record InfluencerMerge
{
    /// <param name="preview">What it would come to, with all that stands against it.</param>
    public Decision Start(StartMerge command, MergePreview preview)
    {
        if (Exists)
            return Survivor == command.Survivor && Merged == command.Merged ? Decision.Nothing : Refusal.Invalid("mergedId", "This merge is of others.");
        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        var validation = new Validation().Text("reason", reason, 1000);
        foreach (var problem in preview.Problems) validation.Add(problem);
        if (validation.HasRefusals) return Decision.Refuse(validation.Refusals);
        return Decision.Accept(new MergeStarted(command.Survivor, preview.Survivor!.DisplayName, command.Merged, preview.Merged!.DisplayName, reason))
            .Provided(OwnPerson.Guard(command.Survivor, "survivorId"), OwnPerson.Guard(command.Merged, "mergedId"));
    }

    public Decision Complete(MergeCounts counts) =>
        Exists && MergeStatuses.Moves[Status].Contains(MergeStatus.Merged)
            ? Decision.Accept(new MergeCompleted(SurvivorName, MergedName, counts))
            : Decision.Nothing;

    public Decision Undo()
    {
        if (!Exists) return Refusal.NotFound("merge", "mergeId");
        return Status switch
        {
            MergeStatus.Undoing => Decision.Nothing,
            MergeStatus.Undone => new Refusal(RefusalCode.AlreadyUndone, "This merge was undone already.", "mergeId"),
            MergeStatus.Running => new Refusal(RefusalCode.MergeUnderWay, "This merge is under way still. Undo it when it has come to its end.", "mergeId"),
            _ => Decision.Accept(new MergeUndoStarted(SurvivorName, MergedName)).Provided(new RowGuard("influencers", Survivor, OwnPerson.Condition,
                new Refusal(RefusalCode.SurvivorMerged, $"{SurvivorName} was merged into another influencer since. Undo that merge first.", "mergeId"))),
        };
    }

    public Decision EndUndo() => MergeStatuses.Moves[Status].Contains(MergeStatus.Undone)
        ? Decision.Accept(new MergeUndone(SurvivorName, MergedName, Counts))
        : Decision.Nothing;
}
