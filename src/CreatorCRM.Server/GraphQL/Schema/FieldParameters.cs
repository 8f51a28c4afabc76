using System.Collections;
using System.Reflection;
using CreatorCRM.Common;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Where the parameters of a field's method come from when they are not arguments of the field.</summary>
internal sealed class FieldParameters(IServiceProviderIsService services)
{
    /// <summary>Gives the parameter the object, the page or the service it stands for; leaves it alone when it is an argument.</summary>
    public void Bind(ArgumentInformation parameter, Type source)
    {
        if (parameter.Expression is not null) return;
        var type = parameter.ParameterInfo.ParameterType;
        if (type == source) parameter.SetDelegateWithCast(context => context.Source);
        else if (type == typeof(PageRequest)) parameter.SetDelegateWithCast(Paging.Request);
        else if (IsService(type)) parameter.SetDelegateWithCast(context => context.RequestServices!.GetRequiredService(type));
    }

    public static bool TakesPage(MemberInfo member) =>
        member is MethodInfo method && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(PageRequest));

    // The container claims to know every IEnumerable<>; a list is an argument.
    private bool IsService(Type type) => !type.IsValueType && !type.IsAssignableTo(typeof(IEnumerable)) && services.IsService(type);
}
