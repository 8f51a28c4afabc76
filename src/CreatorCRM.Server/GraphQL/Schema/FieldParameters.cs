using System.Collections;
using System.Reflection;
using CreatorCRM.Common;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Where the parameters of a field's method come from when they are not arguments of the field.</summary>
internal sealed class FieldParameters(IServiceProviderIsService services)
{
    /// <summary>Gives the parameter the object, the page or the service it stands for; leaves it alone when it is an argument.</summary>
    public void Bind<TParameter>(ArgumentInformation parameter, Type source)
    {
        if (parameter.Expression is not null) return;
        if (typeof(TParameter) == source) parameter.SetDelegate(context => (TParameter?)context.Source);
        else if (typeof(TParameter) == typeof(PageRequest)) parameter.SetDelegate(context => (TParameter)(object)Paging.Request(context));
        else if (IsService(typeof(TParameter))) parameter.SetDelegate(context => (TParameter)context.RequestServices!.GetRequiredService(typeof(TParameter)));
    }

    public static bool TakesPage(MemberInfo member) =>
        member is MethodInfo method && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(PageRequest));

    // The container claims to know every IEnumerable<>; a list is an argument.
    private bool IsService(Type type) => !type.IsValueType && !type.IsAssignableTo(typeof(IEnumerable)) && services.IsService(type);
}
