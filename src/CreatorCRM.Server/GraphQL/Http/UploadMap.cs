using System.Globalization;
using GraphQL;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Which file belongs where among the variables: <c>{"0": ["variables.input.file"]}</c>.</summary>
internal sealed class UploadMap
{
    private readonly Dictionary<string, string[]> _paths;
    private readonly HashSet<string> _missing;

    public UploadMap(Inputs map, int maxFiles)
    {
        if (map.Count > maxFiles) throw ProtocolException.TooLarge($"A request may carry at most {maxFiles} files.");
        _paths = map.ToDictionary(entry => entry.Key, entry => PathsOf(entry.Value));
        _missing = [.. _paths.Keys];
    }

    public void Place(string? part, Dictionary<string, object?> variables, UploadedFile file)
    {
        if (part is null || !_missing.Remove(part)) throw ProtocolException.BadRequest($"The map has no entry for the part '{part}', or it came twice.");
        foreach (var path in _paths[part]) Insert(path, variables, file);
    }

    public void CheckAllPlaced()
    {
        if (_missing.Count > 0) throw ProtocolException.BadRequest($"The file '{_missing.First()}' of the map did not come.");
    }

    private static string[] PathsOf(object? value) =>
        value is List<object?> paths && paths.TrueForAll(path => path is string) ? [.. paths.Cast<string>()] : throw Invalid();

    private static void Insert(string path, Dictionary<string, object?> variables, UploadedFile file)
    {
        var steps = path.Split('.');
        if (steps is not ["variables", _, ..]) throw Invalid();
        object? parent = variables;
        foreach (var step in steps[1..^1])
        {
            parent = parent switch
            {
                Dictionary<string, object?> members => members.GetValueOrDefault(step),
                List<object?> items when Index(step, items) is { } index => items[index],
                _ => null,
            };
        }
        if (parent is Dictionary<string, object?> last && last.GetValueOrDefault(steps[^1]) is null) last[steps[^1]] = file;
        else if (parent is List<object?> list && Index(steps[^1], list) is { } index && list[index] is null) list[index] = file;
        else throw ProtocolException.BadRequest($"The variables have no null at '{path}', where a file belongs.");
    }

    private static int? Index(string step, List<object?> items) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count ? index : null;

    private static ProtocolException Invalid() => ProtocolException.BadRequest("The map is an object of lists of paths such as \"variables.input.file\".");
}
