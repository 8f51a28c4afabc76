using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using CreatorCRM.Common;
using CreatorCRM.Server.GraphQL;

namespace CreatorCRM.Server.Tests.GraphQL;

/// <summary>
/// A code that no test names is asserted nowhere. This reads the sources of all tests and looks for the name in code or in a literal; that the test which names
/// it also sees it happen is for the reader.
/// </summary>
public sealed partial class NamedCodesTests
{
    [Fact]
    public void Every_code_of_a_refusal_and_of_an_error_is_named_by_a_test()
    {
        var words = Directory.EnumerateFiles(Tests(), "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file)).SelectMany(File.ReadLines)
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).SelectMany(line => Word().Matches(line)).Select(word => word.Value)
            .ToHashSet();
        words.Count.ShouldBeGreaterThan(1000);
        var codes = Enum.GetNames<RefusalCode>().Select(name => (Name: $"RefusalCode.{name}", Code: JsonNamingPolicy.SnakeCaseUpper.ConvertName(name)))
            .Concat(typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => (Name: $"ErrorCodes.{field.Name}", Code: (string)field.GetRawConstantValue()!)));
        codes.Where(code => !words.Contains(code.Name) && !words.Contains(code.Code)).ShouldBeEmpty("no test names these codes");
    }

    [GeneratedRegex(@"\w+(\.\w+)?")]
    private static partial Regex Word();

    private static bool IsBuilt(string file) => file.Split(Path.DirectorySeparatorChar) is var folders && (folders.Contains("obj") || folders.Contains("bin"));

    private static string Tests([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..");
}
