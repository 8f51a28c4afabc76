using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// The C# comments of the slices are the descriptions of the schema. Read from the XML files that the compiler leaves beside the assemblies.
/// GraphQL.NET's own reader knows neither the parameters of records nor members of generic types.
/// </summary>
internal sealed partial class XmlDescriptions
{
    private readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> _members = new();

    public string? Of(Type type) => Summary(type.Assembly, $"T:{NameOf(type)}") ?? CommonDescriptions.Of(type);

    public string? Of(MemberInfo member)
    {
        if (member.DeclaringType is not { } owner) return null;
        return member switch
        {
            // Overloads are refused as fields, so the name finds the method and its parameters need no spelling.
            MethodInfo => Summary(owner.Assembly, $"M:{NameOf(owner)}.{member.Name}"),
            FieldInfo => Summary(owner.Assembly, $"F:{NameOf(owner)}.{member.Name}"),
            _ => Summary(owner.Assembly, $"P:{NameOf(owner)}.{member.Name}") ?? Parameter(owner.Assembly, $"T:{NameOf(owner)}", member.Name),
        } ?? CommonDescriptions.Of(member);
    }

    public string? Of(ParameterInfo parameter) => parameter.Member.DeclaringType is { } owner
        ? Parameter(owner.Assembly, $"M:{NameOf(owner)}.{parameter.Member.Name}", parameter.Name!) ?? CommonDescriptions.Of(parameter)
        : null;

    /// <summary>Lets go of the files, which take megabytes. Whoever asks again has them read again.</summary>
    public void Forget() => _members.Clear();

    private string? Summary(Assembly assembly, string member) => Text(Find(assembly, member)?.Element("summary"));

    private string? Parameter(Assembly assembly, string member, string name) =>
        Text(Find(assembly, member)?.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == name));

    private XElement? Find(Assembly assembly, string member) => _members.GetOrAdd(assembly, Read).GetValueOrDefault(member);

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").GroupBy(NameOf).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal)
            : [];
    }

    private static string NameOf(XElement member) => member.Attribute("name")!.Value.Split('(')[0];

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element) => element is null ? null : Blanks().Replace(string.Concat(element.Nodes().Select(Words)), " ").Trim();

    private static string Words(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement element when ReferenceOf(element) is { } name => name[(name.LastIndexOf('.') + 1)..],
        XElement nested => string.Concat(nested.Nodes().Select(Words)),
        _ => "",
    };

    private static string? ReferenceOf(XElement element) => (element.Attribute("cref") ?? element.Attribute("name") ?? element.Attribute("langword"))?.Value;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
