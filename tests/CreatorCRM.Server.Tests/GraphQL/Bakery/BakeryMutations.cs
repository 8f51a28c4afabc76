using CreatorCRM.Common;
using CreatorCRM.Server.Access;
using CreatorCRM.Server.GraphQL;
using GraphQL;

namespace CreatorCRM.Server.Tests.GraphQL.Bakery;

[MutationRoot]
[AnyCaller]
public static class BakeryMutations
{
    public static async Task<BakePayload> Bake(BakeInput input, Caller caller, Commands commands)
    {
        var command = caller.Command("bake", input.IdempotencyKey, input);
        commands.Seen.Add(command);
        var result = input.Kind == BreadKind.Rye
            ? CommandResult.Refused("x", 0, Refusal.Invalid("slices.0.width", "No rye today."))
            : CommandResult.Accepted("new", 1);
        return await result.ToPayload(bread => new BakePayload(bread), () => Task.FromResult<Bread?>(new Bread(result.Id, input.Kind, input.Price)));
    }

    /// <summary>Takes as long as a test wants.</summary>
    public static async Task<int?> Knead(Trough trough, CancellationToken cancel)
    {
        trough.Started.Release();
        await trough.Go.WaitAsync(cancel);
        return ++trough.Kneaded;
    }

    public static string? Burn() => throw new InvalidOperationException("secret");

    public static string? Patch(PatchInput input) =>
        $"{Say(input.Name)} {Say(input.Age)} {Say(input.Tags)} {Say(input.Price)} {Say(input.Kind)} {Say(input.Address)}";

    public static string? Pay(PayInput input) =>
        string.Join(", ", input.Components.Select(part => part.FixedFee is { } fee ? $"{fee.Amount}" : $"{part.Commission?.Percent} %"));

    public static string? Weigh(UploadedFile file, string? note)
    {
        using var reader = new StreamReader(file.Content);
        var text = reader.ReadToEnd();
        return $"{file.FileName}|{file.ContentType}|{file.Length}|{text.Length}|{file.Sha256[..8]}|{note}";
    }

    public static string? WeighAll(IReadOnlyList<UploadedFile> files) => string.Join(' ', files.Select(file => $"{file.FileName}:{file.Length}"));

    private static string Say<T>(Optional<T> value) => !value.IsGiven ? "absent" : value.Value switch
    {
        null => "null",
        IEnumerable<string> tags => string.Join('+', tags),
        { } given => given.ToString()!,
    };
}

public sealed record BakeInput(BreadKind Kind, Money? Price = null, string? IdempotencyKey = null,
    [property: Deprecated("Breads come whole.", "2027-06-30")] int Slices = 12);

public sealed record BakePayload(Bread? Bread) : Payload;

public sealed record PatchInput(Optional<string> Name, Optional<int?> Age, Optional<IReadOnlyList<string>> Tags, Optional<Money?> Price,
    Optional<BreadKind?> Kind, Optional<AddressInput> Address);

public sealed record AddressInput(string City);

public sealed record PayInput(IReadOnlyList<PartInput> Components);

/// <summary>Exactly one.</summary>
[OneOf]
public sealed record PartInput(FixedFeeInput? FixedFee, CommissionInput? Commission);

public sealed record FixedFeeInput(Money Amount);

public sealed record CommissionInput(decimal Percent);

/// <summary>Where dough waits until a test lets it be kneaded.</summary>
public sealed class Trough : IDisposable
{
    public SemaphoreSlim Started { get; } = new(0);

    public SemaphoreSlim Go { get; } = new(0);

    public int Kneaded { get; set; }

    public void Dispose()
    {
        Started.Dispose();
        Go.Dispose();
    }
}

public sealed class Commands
{
    public List<CommandContext> Seen { get; } = [];
}
