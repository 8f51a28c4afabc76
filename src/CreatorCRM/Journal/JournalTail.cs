using System.Runtime.CompilerServices;

namespace CreatorCRM.Journal;

/// <summary>Follows the log: every committed event once, in an order without gaps, and then those still to come.</summary>
public sealed class JournalTail(IJournalStore store)
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<StoredEvent> Follow(LogCursor after, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            // Asked for before reading, so that a commit in between wakes the wait.
            var commit = store.WaitForCommit(cancel);
            IReadOnlyList<StoredEvent> page;
            do
            {
                page = await store.ReadLog(after, PageSize, cancel);
                foreach (var stored in page)
                {
                    yield return stored;
                    after = stored.Cursor;
                }
            }
            while (page.Count == PageSize);
            await commit;
        }
    }
}
