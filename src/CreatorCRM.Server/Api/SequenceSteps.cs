using CreatorCRM.Common;
using CreatorCRM.Sequences;
using CreatorCRM.Server.Access;
using CreatorCRM.Templates;

namespace CreatorCRM.Server.Api;

/// <summary>From a step that was done to its command, with the text of its template where none was given.</summary>
public sealed class SequenceSteps(Caller caller, IGrainFactory grains, SequenceRunQueries runs, MessageRendering rendering)
{
    public async Task<CommandResult> Complete(string partnership, CompleteSequenceStep command, CommandContext context, CancellationToken cancel)
    {
        if (await Template(partnership, command, cancel) is { } template)
        {
            var filled = await rendering.Fill(caller.Workspace, template, partnership, command.Subject, command.Body, cancel);
            // Who wrote the body by hand needs no template.
            if (command.Body is null && filled.Refusal is { } refusal) return CommandResult.Refused(partnership, 0, refusal with { Field = "body" });
            command = command with { Subject = filled.Subject, Body = filled.Body, Template = filled.TemplateId, TemplateVersion = filled.TextVersion };
        }
        return await grains.Partnership(caller, partnership).CompleteSequenceStep(command, context);
    }

    // Null when the step has none, or is not the one to do, which the grain refuses.
    private async Task<string?> Template(string partnership, CompleteSequenceStep command, CancellationToken cancel)
    {
        var id = $"{partnership}.{command.Run}";
        return (await runs.ByIds(caller.Workspace, [id], cancel)).GetValueOrDefault(id) is { } run && run.NextStep == command.Step
            ? Journal.CrmJson.Read<List<Sequences.SequenceRunStep>>(run.Steps)[command.Step - 1].Step.Template
            : null;
    }
}
