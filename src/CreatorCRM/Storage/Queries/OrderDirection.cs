namespace CreatorCRM.Storage.Queries;

public enum OrderDirection
{
    /// <summary>Smallest, oldest or first in the alphabet first.</summary>
    Asc,
    /// <summary>Largest, newest or last in the alphabet first.</summary>
    Desc,
}
