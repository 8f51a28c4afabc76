namespace CreatorCRM.Storage.Queries;

/// <summary>Which end of a list comes first.</summary>
public enum OrderDirection
{
    /// <summary>Smallest, oldest or first in the alphabet first.</summary>
    Asc,
    /// <summary>Largest, newest or last in the alphabet first.</summary>
    Desc,
}
