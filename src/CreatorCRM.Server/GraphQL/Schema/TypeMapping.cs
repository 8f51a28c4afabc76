using CreatorCRM.Common;
using CreatorCRM.Storage.Queries;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Which graph type stands for a C# type. Anything unknown is an object: its members are its fields.</summary>
internal sealed class TypeMapping : IGraphTypeMappingProvider
{
    private static readonly string[] InputNames = ["Input", "Filter", "Order"];

    private static readonly Dictionary<Type, Type> Scalars = new()
    {
        [typeof(DateTimeOffset)] = typeof(DateTimeScalar),
        [typeof(DateOnly)] = typeof(LocalDateScalar),
        [typeof(decimal)] = typeof(DecimalScalar),
        [typeof(Currency)] = typeof(CurrencyCodeScalar),
        [typeof(CountryCode)] = typeof(CountryCodeScalar),
        [typeof(Uri)] = typeof(UrlScalar),
        [typeof(NodeId)] = typeof(IdGraphType),
        [typeof(UploadedFile)] = typeof(UploadScalar),
        [typeof(int)] = typeof(IntGraphType),
        [typeof(long)] = typeof(LongScalar),
        [typeof(double)] = typeof(FloatGraphType),
        [typeof(bool)] = typeof(BooleanGraphType),
        [typeof(string)] = typeof(StringGraphType),
    };

    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredType)
    {
        if (preferredType is not null) return preferredType;
        if (Scalars.TryGetValue(clrType, out var scalar)) return scalar;
        if (clrType == typeof(IdFilter)) return typeof(IdFilterType);
        if (clrType == typeof(Money)) return isInputType ? typeof(MoneyInputType) : typeof(MoneyType);
        if (clrType.IsEnum) return typeof(EnumType<>).MakeGenericType(clrType);
        if (clrType.Namespace is "System")
            throw new InvalidOperationException($"{clrType} has no scalar: instants are DateTimeOffset, days DateOnly, numbers int, long, double or decimal.");
        if (clrType.IsGenericType) return Generic(clrType);
        return isInputType ? Input(clrType) : clrType.IsInterface ? Interface(clrType) : typeof(ObjectType<>).MakeGenericType(clrType);
    }

    private static Type Generic(Type clrType)
    {
        var definition = clrType.GetGenericTypeDefinition();
        if (definition == typeof(Page<>)) return typeof(ConnectionType<>).MakeGenericType(clrType.GetGenericArguments());
        if (definition == typeof(EnumFilter<>)) return typeof(InputType<>).MakeGenericType(clrType);
        if (definition != typeof(NodeId<>)) throw new InvalidOperationException($"{clrType} is generic and has no graph type.");
        typeof(InputConversions).GetMethod(nameof(InputConversions.RegisterTypedId))!.MakeGenericMethod(clrType.GetGenericArguments()).Invoke(null, null);
        return typeof(IdGraphType);
    }

    // A service that nobody registered would otherwise turn into an argument.
    private static Type Input(Type clrType) => Array.Exists(InputNames, ending => clrType.Name.EndsWith(ending, StringComparison.Ordinal))
        ? typeof(InputType<>).MakeGenericType(clrType)
        : throw new InvalidOperationException($"{clrType} is neither a registered service nor an input: register it, or end its name with {string.Join(", ", InputNames)}.");

    private static Type Interface(Type clrType) => clrType.IsDefined(typeof(GraphInterfaceAttribute), false)
        ? typeof(InterfaceType<>).MakeGenericType(clrType)
        : throw new InvalidOperationException($"{clrType} is not marked with [GraphInterface].");
}
