using CreatorCRM.Storage.Queries;

namespace CreatorCRM.Tests.Storage.Queries;

public sealed class PersonFilter : Filter<PersonFilter>
{
    public static readonly FilterMap<PersonFilter, PersonRow> Map = new FilterMap<PersonFilter, PersonRow>()
        .Field(filter => filter.Id, row => row.Id)
        .Field(filter => filter.Name, row => row.Name)
        .Field(filter => filter.NameAnyAccent, row => row.Name, folded: row => row.NameKey)
        .Field(filter => filter.City, row => row.City)
        .Field<long>(filter => filter.Followers, row => row.Followers)
        .Field(filter => filter.Age, row => row.Age)
        .Field(filter => filter.Rate, row => row.Rate)
        .Field(filter => filter.Score, row => row.Score)
        .Field(filter => filter.CreatedAt, row => row.CreatedAt)
        .Field(filter => filter.SeenAt, row => row.SeenAt)
        .Field(filter => filter.BornOn, row => row.BornOn)
        .Field(filter => filter.Level, row => row.Level)
        .Field(filter => filter.Wish, row => row.Wish)
        .Field(filter => filter.IsExpert, row => row.IsExpert)
        .List(filter => filter.Niches, (db, row) => row.Niches, niche => niche.Name)
        .List(filter => filter.NichesByKey, (db, row) => db.Set<PersonNicheRow>().Where(niche => niche.Workspace == row.Workspace && niche.PersonId == row.Id),
            niche => niche.Name);

    public IdFilter? Id { get; set; }
    public StringFilter? Name { get; set; }
    public StringFilter? NameAnyAccent { get; set; }
    public StringFilter? City { get; set; }
    public IntFilter? Followers { get; set; }
    public IntFilter? Age { get; set; }
    public DecimalFilter? Rate { get; set; }
    public DecimalFilter? Score { get; set; }
    public DateTimeFilter? CreatedAt { get; set; }
    public DateTimeFilter? SeenAt { get; set; }
    public DateFilter? BornOn { get; set; }
    public EnumFilter<Level>? Level { get; set; }
    public EnumFilter<Level>? Wish { get; set; }
    public BooleanFilter? IsExpert { get; set; }
    public ListFilter? Niches { get; set; }
    public ListFilter? NichesByKey { get; set; }
}
