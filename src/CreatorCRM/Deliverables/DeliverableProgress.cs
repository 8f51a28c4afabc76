using System.Collections.Immutable;
using CreatorCRM.Compensation;

namespace CreatorCRM.Deliverables;

/// <summary>How far the content is as a whole, for those who wait for it. What was cancelled counts for nothing.</summary>
public partial record DeliverableList
{
    /// <summary>What is made for one agreement.</summary>
    public DeliverableList Of(int agreement) => this with { All = [.. All.Where(deliverable => deliverable.Agreement == agreement)] };

    private IEnumerable<Deliverable> Wanted => All.Where(deliverable => !deliverable.IsCancelled);

    private IEnumerable<Deliverable> Online => All.Where(deliverable => deliverable.Status.IsPublished());

    /// <summary>There is content, and all of it is approved.</summary>
    public bool AreApproved => Wanted.Any() && Wanted.All(deliverable => deliverable.Status.IsApproved());

    /// <summary>There is content, and all of it is online.</summary>
    public bool ArePublished => Wanted.Any() && Wanted.All(deliverable => deliverable.Status.IsPublished());

    /// <summary>There is content, and all of it is verified.</summary>
    public bool AreVerified => Wanted.Any() && Wanted.All(deliverable => deliverable.Status == DeliverableStatus.Verified);

    /// <summary>Something is to be published still.</summary>
    public bool AreAwaited => Wanted.Any(deliverable => !deliverable.Status.IsPublished());

    public int Published => Online.Count();

    /// <summary>Those that were online by the end of their due day, or have none.</summary>
    public int PublishedOnTime => Online.Count(deliverable => deliverable.IsOnTime);

    /// <summary>The points of all posts that have some; see <see cref="DeliverableFigures.ResultPoints"/>.</summary>
    public ImmutableArray<int> Results => [.. Online.Select(deliverable => deliverable.Figures?.ResultPoints).OfType<int>()];

    /// <summary>The latest figures of all posts together, those that any post tells.</summary>
    public IEnumerable<MetricFigure> Figures => new[]
    {
        Sum(BonusMetric.Impressions, figures => figures.Impressions), Sum(BonusMetric.Reach, figures => figures.Reach),
        Sum(BonusMetric.Views, figures => figures.Views),
        Sum(BonusMetric.Likes, figures => figures.Likes), Sum(BonusMetric.LinkClicks, figures => figures.LinkClicks),
    }.OfType<MetricFigure>();

    /// <summary>All are online once this one is, too, or is not wanted any more.</summary>
    public bool AreOthersPublished(string number) => Wanted.All(deliverable => deliverable.Number == number || deliverable.Status.IsPublished());

    private MetricFigure? Sum(BonusMetric metric, Func<DeliverableFigures, long?> figure)
    {
        var known = Online.Select(deliverable => deliverable.Figures is { } figures ? figure(figures) : null).OfType<long>().ToArray();
        return known.Length == 0 ? null : new MetricFigure(metric, known.Sum());
    }
}
