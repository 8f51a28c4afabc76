namespace CreatorCRM.Tests.Storage;

[GenerateSerializer, Alias("test.note")]
public sealed class Note
{
    [Id(0)] public string Text { get; set; } = "";
}

[Alias("test.note-grain")]
public interface INoteGrain : IGrainWithStringKey
{
    Task Write(string text, string sketch);
    Task<(string Note, string Draft)> Read();
    Task Clear();
    Task<bool> Exists();

    /// <summary>Ends this activation; the next call meets another one.</summary>
    Task<string> Deactivate();
    Task<string> Activation();
}

/// <summary>Has two states, the first named as <see cref="MemoGrain"/>'s.</summary>
[GrainType("test.note")]
public sealed class NoteGrain([PersistentState("text")] IPersistentState<Note> note, [PersistentState("draft")] IPersistentState<Note> draft)
    : Grain, INoteGrain
{
    public async Task Write(string text, string sketch)
    {
        note.State.Text = text;
        await note.WriteStateAsync();
        draft.State.Text = sketch;
        await draft.WriteStateAsync();
    }

    public Task<(string Note, string Draft)> Read() => Task.FromResult((note.State.Text, draft.State.Text));

    public Task Clear() => note.ClearStateAsync();

    public Task<bool> Exists() => Task.FromResult(note.RecordExists);

    public Task<string> Deactivate()
    {
        DeactivateOnIdle();
        return Activation();
    }

    public Task<string> Activation() => Task.FromResult(GrainContext.ActivationId.ToString());
}

[Alias("test.memo-grain")]
public interface IMemoGrain : IGrainWithStringKey
{
    Task Write(string text);
    Task<string> Read();
}

[GrainType("test.memo")]
public sealed class MemoGrain([PersistentState("text")] IPersistentState<Note> memo) : Grain, IMemoGrain
{
    public Task Write(string text)
    {
        memo.State.Text = text;
        return memo.WriteStateAsync();
    }

    public Task<string> Read() => Task.FromResult(memo.State.Text);
}
