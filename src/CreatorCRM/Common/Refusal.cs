namespace CreatorCRM.Common;

/// <summary>Why a command was not carried out. Data, not an exception: it travels back to the caller and nothing was changed.</summary>
/// <param name="Code">Stable; clients branch on it.</param>
/// <param name="Message">One sentence that says what was wrong and what to do.</param>
/// <param name="Field">The dotted path of the offending input, such as <c>accounts.0.handle</c>; null when the whole command is meant.</param>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal(RefusalCode Code, string Message, string? Field = null)
{
    public static Refusal Invalid(string field, string message) => new(RefusalCode.Invalid, message, field);

    public static Refusal Required(string field) => new(RefusalCode.Required, $"{field} is required.", field);

    public static Refusal TooLong(string field, int max) => new(RefusalCode.TooLong, $"{field} may have at most {max} characters.", field);

    public static Refusal NotFound(string what, string? field = null) => new(RefusalCode.NotFound, $"No such {what}.", field);

}
