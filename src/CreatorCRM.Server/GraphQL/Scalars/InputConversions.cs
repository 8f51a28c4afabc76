using System.Runtime.CompilerServices;
using CreatorCRM.Common;
using GraphQL;

namespace CreatorCRM.Server.GraphQL;

/// <summary>From what a scalar read to what a resolver's parameter or an input's member is declared as. GraphQL.NET keeps these per process.</summary>
internal static class InputConversions
{
    [ModuleInitializer]
    internal static void Register()
    {
        ValueConverter.Register<MoneyInput, Money>(input => input.ToMoney());
        ValueConverter.Register<CountryCode, string>(country => country.Code);
        ValueConverter.Register<Uri, string>(url => url.OriginalString);
        ValueConverter.Register<string, NodeId>(NodeId.Parse);
    }

    /// <summary>Called for every <see cref="NodeId{T}"/> that the schema mentions.</summary>
    public static void RegisterTypedId<T>() => ValueConverter.Register<string, NodeId<T>>(NodeId<T>.Parse);
}
