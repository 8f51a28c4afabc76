using GraphQL;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// What a field takes of the database that its answer does not show, such as counting what a filter finds: so many points, and one for
/// each further object that it is of, besides those of its objects.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CostsAttribute(int points) : GraphQLAttribute
{
    private const string Key = "cost";

    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.Metadata[Key] = points;

    internal static int Of(IFieldType field) => field.Metadata.TryGetValue(Key, out var points) && points is int known ? known : 0;
}
