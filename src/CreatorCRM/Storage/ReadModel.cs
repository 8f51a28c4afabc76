using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace CreatorCRM.Storage;

/// <summary>Where a row type is kept.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RowTableAttribute(string name, params string[] key) : Attribute
{
    public string Name { get; } = name;

    /// <summary>The properties of the primary key besides the workspace.</summary>
    public string[] Key { get; } = key;
}

/// <summary>All row types of the read model: those that declare a table.</summary>
public static class ReadModel
{
    public static IReadOnlyList<Type> RowTypes { get; } =
        [.. typeof(ReadModel).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRow)))];

    public static void Map(ModelBuilder model)
    {
        foreach (var type in RowTypes)
        {
            var table = type.GetCustomAttribute<RowTableAttribute>() ?? throw new InvalidOperationException($"{type} has no [RowTable].");
            model.Entity(type).ToTable(table.Name).HasKey(["Workspace", .. table.Key]);
        }
    }
}
