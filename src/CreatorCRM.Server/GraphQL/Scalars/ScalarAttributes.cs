using GraphQL;
using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>Gives a string of the domain the scalar that checks it: <c>[Email] string? Address</c>.</summary>
public abstract class ScalarAttribute(Type scalar) : GraphQLAttribute
{
    public override void Modify(TypeInformation typeInformation) => typeInformation.GraphType = scalar;
}

/// <summary>A string that is an EmailAddress.</summary>
public sealed class EmailAttribute() : ScalarAttribute(typeof(EmailAddressScalar));

/// <summary>A string that is a CountryCode.</summary>
public sealed class CountryAttribute() : ScalarAttribute(typeof(CountryCodeScalar));

/// <summary>A string that is an ID, which the resolver reads itself because one that is no id shall not fail the whole request.</summary>
public sealed class RawIdAttribute() : ScalarAttribute(typeof(IdGraphType));

/// <summary>A string that is a URL.</summary>
public sealed class UrlAttribute() : ScalarAttribute(typeof(UrlScalar));
