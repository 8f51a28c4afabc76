using System.Globalization;
using System.Reflection;
using System.Text;
using CreatorCRM.Common;
using GraphQL;

namespace CreatorCRM.Server.GraphQL;

/// <summary>What clients can get to see when something goes wrong, as Markdown, from the code and its comments. The verb <c>errors</c> prints it.</summary>
public static class ErrorHandbook
{
    private const string Introduction = """
        # Errors

        Made by `CreatorCRM.Server errors`; a test keeps it in step with the program. Codes are never renamed or used for something else; new ones may come, so treat
        a code that you do not know like its HTTP status.

        An answer tells in one of three places what went wrong:

        - `errors[].extensions.code`: the request, or a field of it. With `data` beside it the request ran and the status is 200.
        - `userErrors[].code` in a mutation's payload: the domain refuses. Nothing was changed; the status is 200.
        - the close code of a WebSocket: the connection cannot go on.

        ## In `errors`

        The status is that of an answer without `data`. Where none is given it is 400 with `Accept: application/graphql-response+json`, and 200 with `application/json`,
        whose clients take another status for a broken connection. On a WebSocket and in an event stream the same errors come as messages.

        """;

    private const string Refusals = """

        ## In `userErrors`

        """;

    private const string Closures = """

        ## When a WebSocket closes

        """;

    public static string Write()
    {
        var comments = new XmlDescriptions();
        var text = new StringBuilder(Introduction);
        Table(text, "code | status | meaning", ErrorCatalogue.Fields.Select(field => (ErrorCatalogue.CodeOf(field),
            $"{ErrorCatalogue.StatusOf(ErrorCatalogue.CodeOf(field))?.ToString(CultureInfo.InvariantCulture)} | {Meaning(comments, field)}")));
        text.Append(Refusals);
        Table(text, "code | meaning", ValuesOf<RefusalCode>().Select(field => (field.Name.ToConstantCase(), Meaning(comments, field))));
        text.Append(Closures);
        Table(text, "code | meaning", ValuesOf<SocketCloseCode>().Select(field => ($"{(int)field.GetValue(null)!}", Meaning(comments, field))));
        return text.ToString();
    }

    private static FieldInfo[] ValuesOf<TEnum>()
        where TEnum : struct, Enum => typeof(TEnum).GetFields(BindingFlags.Public | BindingFlags.Static);

    private static string Meaning(XmlDescriptions comments, FieldInfo code) =>
        comments.Of(code) ?? throw new InvalidOperationException($"{code.DeclaringType!.Name}.{code.Name} has no comment: say what it means to a client.");

    private static void Table(StringBuilder text, string head, IEnumerable<(string Code, string Cells)> rows)
    {
        text.Append('\n').Append("| ").Append(head).Append(" |\n|").Insert(text.Length, "---|", head.Split('|').Length).Append('\n');
        foreach (var (code, cells) in rows) text.Append("| `").Append(code).Append("` | ").Append(cells).Append(" |\n");
    }
}
