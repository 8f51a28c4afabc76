using CreatorCRM.Common;
using CreatorCRM.Storage.Queries;
using CsCheck;

namespace CreatorCRM.Tests.Storage.Queries;

/// <summary>Filters of people with what they mean, said once more without SQL.</summary>
internal sealed record FilterCase(PersonFilter Filter, Func<PersonRow, bool> Holds)
{
    private static readonly Gen<FilterCase> Texts = Gen.Select(People.Text, People.Text.Array[0, 3], Gen.Bool, Gen.Int[0, 6],
        (text, texts, yes, kind) => kind switch
    {
        0 => new FilterCase(new() { City = new() { Eq = text } }, row => row.City == text),
        1 => new(new() { City = new() { Ne = text } }, row => row.City != text),
        2 => new(new() { City = new() { In = texts } }, row => row.City is not null && texts.Contains(row.City)),
        3 => new(new() { City = new() { NotIn = texts } }, row => row.City is null || !texts.Contains(row.City)),
        4 => new(new() { City = new() { IsNull = yes } }, row => row.City is null == yes),
        5 => new(new() { Name = new() { Ne = text, NotIn = texts } }, row => row.Name != text && !texts.Contains(row.Name)),
        _ => new(new() { Name = new() { Eq = text, IsNull = false } }, row => row.Name == text),
    });

    private static readonly Gen<FilterCase> Parts = Gen.Select(
        Gen.OneOf("a", "A", "An", "%", "_", "\\", "'", "\"", "Ä", "é", "🙂", "م", "zo", "", "\ue000", "\U0010FFFF"), Gen.Int[0, 5], (part, kind) => kind switch
        {
            0 => new FilterCase(new() { City = new() { Contains = part } }, row => row.City is not null && row.City.Contains(part, StringComparison.Ordinal)),
            1 => new(new() { City = new() { StartsWith = part } }, row => row.City is not null && row.City.StartsWith(part, StringComparison.Ordinal)),
            2 => new(new() { Name = new() { Contains = part } }, row => row.Name.Contains(part, StringComparison.Ordinal)),
            3 => new(new() { Name = new() { StartsWith = part } }, row => row.Name.StartsWith(part, StringComparison.Ordinal)),
            4 => new(new() { NameAnyAccent = new() { Contains = part } }, row => TextKey.Fold(row.Name).Contains(TextKey.Fold(part), StringComparison.Ordinal)),
            _ => new(new() { NameAnyAccent = new() { StartsWith = part } },
                row => TextKey.Fold(row.Name).StartsWith(TextKey.Fold(part), StringComparison.Ordinal)),
        });

    // The column is wider than what clients can ask for.
    private static readonly Gen<int> Followers = People.Followers.Select(followers => (int)Math.Min(followers, int.MaxValue));

    private static readonly Gen<FilterCase> Numbers = Gen.Select(People.Number, People.Number.Array[0, 3], Followers, People.Rate, People.Rate,
        Gen.Int[0, 8], (age, ages, followers, rate, other, kind) => kind switch
    {
        0 => new FilterCase(new() { Age = new() { Eq = age } }, row => row.Age == age),
        1 => new(new() { Age = new() { Ne = age } }, row => row.Age != age),
        2 => new(new() { Age = new() { Gt = age } }, row => row.Age > age),
        3 => new(new() { Age = new() { Gte = age, In = ages } }, row => row.Age >= age && ages.Contains(row.Age.Value)),
        4 => new(new() { Age = new() { Lte = age } }, row => row.Age <= age),
        5 => new(new() { Followers = new() { Lt = followers } }, row => row.Followers < followers),
        6 => new(new() { Followers = new() { In = [followers, 7] } }, row => row.Followers == followers),
        7 => new(new() { Rate = new() { Gte = rate }, Score = new() { Lt = other } }, row => row.Rate >= rate && row.Score < other),
        _ => new(new() { Score = new() { In = [rate, other] } }, row => row.Score == rate || row.Score == other),
    });

    private static readonly Gen<FilterCase> Times = Gen.Select(People.Instant, Gen.Int[0, 9], People.Day, Gen.Int[-11, 11], Gen.Int[0, 5],
        (instant, ticks, day, hours, kind) =>
    {
        // The same instant in another zone, and finer than is stored.
        var asked = instant.ToOffset(TimeSpan.FromHours(hours)).AddTicks(ticks);
        return kind switch
        {
            0 => new FilterCase(new() { CreatedAt = new() { Gte = asked } }, row => row.CreatedAt >= instant),
            1 => new(new() { CreatedAt = new() { Eq = asked } }, row => row.CreatedAt == instant),
            2 => new(new() { SeenAt = new() { Lt = asked } }, row => row.SeenAt < instant),
            3 => new(new() { SeenAt = new() { Gt = asked } }, row => row.SeenAt > instant),
            4 => new(new() { BornOn = new() { Lte = day } }, row => row.BornOn <= day),
            _ => new(new() { BornOn = new() { Eq = day } }, row => row.BornOn == day),
        };
    });

    private static readonly Gen<FilterCase> Choices = Gen.Select(People.Level, People.Level.Array[0, 2], Gen.Bool, Gen.Int[0, 6],
        (level, levels, yes, kind) => kind switch
    {
        0 => new FilterCase(new() { Level = new() { Eq = level } }, row => row.Level == level),
        1 => new(new() { Level = new() { NotIn = levels } }, row => !levels.Contains(row.Level)),
        2 => new(new() { Wish = new() { Ne = level } }, row => row.Wish != level),
        3 => new(new() { Wish = new() { In = levels } }, row => row.Wish is { } wish && levels.Contains(wish)),
        4 => new(new() { Wish = new() { NotIn = levels } }, row => row.Wish is not { } wish || !levels.Contains(wish)),
        5 => new(new() { IsExpert = new() { IsNull = yes } }, row => row.IsExpert is null == yes),
        _ => new(new() { IsExpert = new() { Eq = yes } }, row => row.IsExpert == yes),
    });

    private static readonly Gen<FilterCase> Lists = Gen.Select(People.Niche, People.Niche.Array[0, 3], Gen.Bool, Gen.Bool, Gen.Int[0, 3],
        (niche, niches, yes, byKey, kind) =>
    {
        var (list, holds) = kind switch
        {
            0 => (new ListFilter { Contains = niche }, (Func<string[], bool>)(all => all.Contains(niche))),
            1 => (new() { ContainsAny = niches }, all => all.Intersect(niches).Any()),
            2 => (new() { ContainsAll = niches }, all => niches.All(all.Contains)),
            _ => (new() { IsEmpty = yes }, all => all.Length == 0 == yes),
        };
        return new FilterCase(byKey ? new() { NichesByKey = list } : new() { Niches = list }, row => holds([.. row.Niches.Select(each => each.Name)]));
    });

    private static readonly Gen<FilterCase> Empty = Gen.Const(new FilterCase(new(), _ => true));

    public static readonly Gen<FilterCase> Any = Nested(2);

    private static Gen<FilterCase> Nested(int depth)
    {
        var leaf = Gen.Frequency((4, Texts), (4, Parts), (4, Numbers), (4, Times), (4, Choices), (4, Lists), (1, Empty));
        if (depth == 0) return leaf;
        var inner = Nested(depth - 1);
        return Gen.Frequency(
            (2, leaf),
            (1, inner.Array[0, 3].Select(all => new FilterCase(new() { And = [.. all.Select(each => each.Filter)] }, row => all.All(each => each.Holds(row))))),
            (1, inner.Array[0, 3].Select(any => new FilterCase(new() { Or = [.. any.Select(each => each.Filter)] },
                row => any.Length == 0 || any.Any(each => each.Holds(row))))),
            (1, inner.Select(not => new FilterCase(new() { Not = not.Filter }, row => !not.Holds(row)))));
    }
}
