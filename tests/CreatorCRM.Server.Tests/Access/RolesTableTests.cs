using System.Runtime.CompilerServices;
using System.Text.Json;
using CreatorCRM.Access;

namespace CreatorCRM.Server.Tests.Access;

public sealed class RolesTableTests
{
    [Fact]
    public void The_operators_guide_tells_what_each_role_may()
    {
        var roles = Enum.GetValues<Role>();
        string[] table =
        [
            $"| scope | {string.Join(" | ", roles.Select(Name))} |",
            $"|---|{string.Concat(roles.Select(_ => "---|"))}",
            .. Enum.GetValues<Scope>()
            .Select(scope => $"| {Name(scope)} |{string.Concat(roles.Select(role => RoleScopes.Of(role).Contains(scope) ? " yes |" : " |"))}"),
        ];
        File.ReadAllText(Guide()).ReplaceLineEndings("\n").ShouldContain(string.Join('\n', table));
    }

    private static string Name<T>(T value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{value}");

    private static string Guide([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "deploy", "README.md");
}
