using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Tests.Hosting;

public sealed class SettingsGuideTests
{
    [Fact]
    public void The_operators_guide_has_every_setting_of_GraphQL_with_its_default()
    {
        var defaults = new GraphQLHostOptions();
        var settings = typeof(GraphQLHostOptions).GetProperties().Where(property => property.CanWrite);
        var guide = File.ReadAllText(Guide()).ReplaceLineEndings("\n");
        settings.Select(setting => $"| `GraphQL__{setting.Name}` | {Default(setting, defaults)} |").Where(row => !guide.Contains(row, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static string Default(PropertyInfo setting, GraphQLHostOptions defaults) => setting.GetValue(defaults) switch
    {
        PersistedDocuments => "none",
        string => "the system's",
        bool value => value ? "`true`" : "`false`",
        TimeSpan value => $"`{value}`",
        var number => Convert.ToInt64(number, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture),
    };

    private static string Guide([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "deploy", "README.md");
}
