using System.Reflection;
using CreatorCRM.Journal;

namespace CreatorCRM.Tests.Journal;

public sealed class StoredNameTests
{
    /// <summary>
    /// These names are on disks and travel between nodes of different versions, so a name here may be joined by others but not changed. When this is red
    /// because something was added, copy the lines into Fixtures/stored-names.txt; when a line is missing, an older node or journal would not be understood.
    /// </summary>
    [Fact]
    public void No_stored_name_changes()
    {
        var names = Names().Order(StringComparer.Ordinal).ToArray();
        var reviewed = File.ReadAllLines(EventFixture.Path("stored-names.txt"));
        reviewed.Except(names).ShouldBeEmpty("a stored name was changed or removed");
        names.Except(reviewed).ShouldBeEmpty($"{string.Join('\n', names.Except(reviewed))}\nnew names are to be added to Fixtures/stored-names.txt");
    }

    [Fact]
    public void An_alias_or_grain_type_stands_for_one_thing()
    {
        var types = typeof(EventCatalog).Assembly.GetTypes();
        types.Select(type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias).OfType<string>().GroupBy(name => name)
            .Where(group => group.Count() > 1).ShouldBeEmpty();
        types.Select(type => type.GetCustomAttribute<GrainTypeAttribute>()).OfType<GrainTypeAttribute>().Count()
            .ShouldBe(types.Count(type => type.IsAssignableTo(typeof(Grain)) && !type.IsAbstract));
    }

    private static IEnumerable<string> Names()
    {
        foreach (var type in typeof(EventCatalog).Assembly.GetTypes().Where(type => !type.Name.Contains("Codec_", StringComparison.Ordinal)))
        {
            if (type.GetCustomAttribute<AliasAttribute>(inherit: false) is { } alias)
            {
                yield return $"alias {alias.Alias}";
                foreach (var member in type.GetProperties().Cast<MemberInfo>().Concat(type.GetFields()))
                {
                    if (member.GetCustomAttribute<IdAttribute>() is { } id) yield return $"alias {alias.Alias} id {id.Id} {member.Name}";
                }
                foreach (var method in type.GetMethods())
                {
                    if (method.GetCustomAttribute<AliasAttribute>() is { } call)
                        yield return $"alias {alias.Alias} method {call.Alias}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name))})";
                }
            }
            if (type.GetCustomAttribute<GrainTypeAttribute>() is not null)
            {
                yield return $"grain {type.GetCustomAttributesData().Single(data => data.AttributeType == typeof(GrainTypeAttribute)).ConstructorArguments[0].Value}";
                foreach (var state in type.GetConstructors().SelectMany(made => made.GetParameters())
                    .Select(p => p.GetCustomAttribute<PersistentStateAttribute>()).OfType<PersistentStateAttribute>())
                    yield return $"grain {type.GetCustomAttributesData().Single(data => data.AttributeType == typeof(GrainTypeAttribute)).ConstructorArguments[0].Value} state {state.StateName}";
            }
        }
        foreach (var (name, version, _) in EventCatalog.Default.All) yield return $"event {name} v{version}";
        foreach (var kind in AggregateReplay.Kinds) yield return $"aggregate {kind}";
    }
}
