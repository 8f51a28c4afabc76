namespace CreatorCRM.Partnerships;

/// <summary>A row of what belongs to a partnership.</summary>
public interface IPartRow : IRow
{
    string Workspace { get; }
    string Id { get; }
    string PartnershipId { get; }
}

/// <summary>A part that is numbered among its kind, from 1.</summary>
public interface INumberedPartRow : IPartRow
{
    int Number { get; }
}
