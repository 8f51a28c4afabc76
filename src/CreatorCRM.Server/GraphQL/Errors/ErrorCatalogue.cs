using System.Collections.Frozen;
using System.Reflection;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Every code that <see cref="ErrorCodes"/> declares, and so every code there is: an error cannot be made with another.</summary>
internal static class ErrorCatalogue
{
    /// <summary>The constants, in the order in which they are declared.</summary>
    public static IReadOnlyList<FieldInfo> Fields { get; } =
        [.. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).OrderBy(field => field.MetadataToken)];

    private static readonly FrozenDictionary<string, int?> Statuses = Fields.ToFrozenDictionary(CodeOf, StatusOf, StringComparer.Ordinal);

    public static bool Has(string code) => Statuses.ContainsKey(code);

    /// <summary>The HTTP status of an answer that consists of this error; null when it follows from the answer's media type alone.</summary>
    public static int? StatusOf(string code) => Statuses[code];

    public static string CodeOf(FieldInfo field) => (string)field.GetRawConstantValue()!;

    private static int? StatusOf(FieldInfo field) => field.GetCustomAttribute<HttpStatusAttribute>()?.Status;
}

/// <summary>The HTTP status of an answer that consists of an error with this code.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class HttpStatusAttribute(int status) : Attribute
{
    public int Status { get; } = status;
}
