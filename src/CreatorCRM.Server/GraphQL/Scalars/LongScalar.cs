using GraphQL.Types;

namespace CreatorCRM.Server.GraphQL;

/// <summary>A whole number beyond the 32 bits of Int.</summary>
public sealed class LongScalar : LongGraphType
{
    public LongScalar()
    {
        Name = "Long";
        Description = "A whole number of 64 bits, written as a number.";
        this.SpecifiedBy("https://scalars.graphql.org/chillicream/long.html");
    }
}
