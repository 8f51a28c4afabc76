using GraphQL;
using GraphQL.PersistedDocuments;

namespace CreatorCRM.Server.GraphQL;

/// <summary>
/// Persisted documents as their proposal for GraphQL over HTTP says: a request gives <c>documentId</c> in place of <c>query</c>. When only they are allowed
/// everything else is refused, whichever way it came. Ours on top of GraphQL.NET's: the documents and the codes of errors.
/// </summary>
internal sealed class DocumentIds(GraphQLHostOptions host) : PersistedDocumentHandler(new PersistedDocumentOptions
{
    AllowOnlyPersistedDocuments = host.OnlyPersistedDocuments,
    GetQueryDelegate = (_, _, hash) => ValueTask.FromResult(host.PersistedDocuments.Find(hash)),
})
{
    // After an automatic persisted query has become a document or an id, before the cache of parsed documents.
    public override float SortOrder => 100;

    protected override ExecutionResult CreateExecutionResult(ExecutionError error) => new(error switch
    {
        DocumentNotFoundError => new CodedError(ErrorCodes.PersistedDocumentNotFound, "The server has no document of this documentId."),
        DocumentIdMissingError =>
            new CodedError(ErrorCodes.PersistedDocumentsOnly, "The server runs only documents that it knows: send a documentId instead of the query."),
        DocumentIdInvalidError =>
            new CodedError(ErrorCodes.BadRequest, "A documentId is sha256: and the SHA-256 of the document in 64 lower-case hexadecimal digits."),
        _ => new CodedError(ErrorCodes.BadRequest, "Send either a query or a documentId."),
    });
}
