using System.Text.Json;

namespace CreatorCRM.Storage.Queries;

/// <summary>The name that clients know a property or an operator by: <c>startsWith</c>.</summary>
internal static class FieldName
{
    public static string Of(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);
}
