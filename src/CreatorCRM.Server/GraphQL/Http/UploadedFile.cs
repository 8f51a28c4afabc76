using GraphQL.Types;
using GraphQLParser.AST;

namespace CreatorCRM.Server.GraphQL;

/// <summary>A file that came with the request. It is gone when the request ends.</summary>
/// <param name="FileName">As the client calls it, without folders. Not to be trusted as a path.</param>
/// <param name="ContentType">As the client says.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Of the content, in lower-case hexadecimal digits.</param>
public sealed record UploadedFile(string FileName, string ContentType, long Length, string Sha256, Stream Content);

/// <summary>An uploaded file. Only a variable can carry one.</summary>
public sealed class UploadScalar : ScalarGraphType
{
    public UploadScalar()
    {
        Name = "Upload";
        Description = "A file, sent as the GraphQL multipart request specification says. Only a variable can carry one.";
        this.SpecifiedBy("https://github.com/jaydenseric/graphql-multipart-request-spec");
    }

    public override object? ParseValue(object? value) =>
        value is null or UploadedFile ? value : throw new FormatException("A file is sent as multipart/form-data, with null in its place among the variables.");

    public override object? ParseLiteral(GraphQLValue value) =>
        value is GraphQLNullValue ? null : throw new FormatException("A file is sent by a variable of type Upload.");

    public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLNullValue;

    public override object? Serialize(object? value) => value is null ? null : ThrowSerializationError(value);
}
