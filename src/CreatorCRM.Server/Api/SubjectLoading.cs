using CreatorCRM.Journal;
using CreatorCRM.Server.GraphQL;
using GraphQL.DataLoader;

namespace CreatorCRM.Server.Api;

internal static class SubjectLoading
{
    /// <summary>The one of a kind among the subjects of an event, by that kind's loader; null when there is none.</summary>
    public static IDataLoaderResult<T?> Load<T>(this IEnumerable<Subject> subjects, string kind, EntityLoader<T> loader, DateTimeOffset? at = null)
        where T : class, INode =>
        subjects.FirstOrDefault(subject => subject.Kind == kind) is { Id: { } id }
            ? loader.LoadAsync(id, at)
            : new LoaderResult<T?>(_ => Task.FromResult<T?>(null));
}
