using CreatorCRM.Outreach;
using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Templates;

/// <summary>Which message templates. All tests that are set must hold.</summary>
public sealed class MessageTemplateFilter : Filter<MessageTemplateFilter>
{
    internal static FilterMap<MessageTemplateFilter, MessageTemplateRow> Map { get; } = new FilterMap<MessageTemplateFilter, MessageTemplateRow>()
        .Field(filter => filter.Name, row => row.Name, folded: row => row.SortName)
        .Field(filter => filter.Channel, row => row.Channel)
        .Field(filter => filter.Language, row => row.Language)
        .Field(filter => filter.ArchivedAt, row => row.ArchivedAt)
        .Field(filter => filter.UpdatedAt, row => row.UpdatedAt);

    /// <summary>Its name; `contains` and `startsWith` ignore case and accents.</summary>
    public StringFilter? Name { get; set; }

    /// <summary>By which means it is meant to go out.</summary>
    public EnumFilter<OutreachChannel>? Channel { get; set; }

    /// <summary>The language it is written in, as a tag such as `de`.</summary>
    public StringFilter? Language { get; set; }

    /// <summary>When it was archived; absent while it is in use.</summary>
    public DateTimeFilter? ArchivedAt { get; set; }

    /// <summary>When it was changed last.</summary>
    public DateTimeFilter? UpdatedAt { get; set; }
}

/// <summary>What a list of message templates can be ordered by.</summary>
public enum MessageTemplateOrderField
{
    /// <summary>By name, ignoring case and accents.</summary>
    Name,
    /// <summary>By when they were changed last.</summary>
    UpdatedAt,
}

/// <summary>The order of a list of message templates.</summary>
/// <param name="Field">What to order by.</param>
/// <param name="Direction">Which end comes first.</param>
public sealed record MessageTemplateOrder(MessageTemplateOrderField Field, OrderDirection Direction = OrderDirection.Asc);
