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

/// <summary>
/// A column that the database itself keeps, in the same transaction, from the rows of other aggregates: it is read and never written by the program. A trigger
/// sees every change of those rows, and the lock on the row that it updates puts changes at the same moment one after the other.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeptByTriggersAttribute : Attribute;

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
