using CreatorCRM.Common;
using CreatorCRM.Contracts;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CsCheck;

namespace CreatorCRM.Tests.Contracts;

/// <summary>Whatever is done with contracts in whatever order, while days pass.</summary>
public sealed class ContractProperties
{
    private const int Count = 10_000;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Gen<ContractStep[]> Runs = Gen.Select(Gen.Bool, ContractStep.Any.Array[1, 40])
        .Select((signed, steps) => signed ? (ContractStep[])[.. ContractStep.ToForce, .. steps] : steps);

    [Fact]
    public void Versions_move_by_the_table_one_is_in_force_and_the_influencer_signs_first() => Runs.Sample(steps =>
    {
        Play(steps, (before, after) =>
    {
        foreach (var (old, now) in before.Versions.Zip(after.Versions))
        {
            if (now.Status != old.Status) Contract.Moves[old.Status].ShouldContain(now.Status);
            else if (Contract.Moves[old.Status].IsEmpty) now.ShouldBe(old);
            now.Terms.ShouldBe(old.Terms);
        }
        foreach (var added in after.Versions.Skip(before.Versions.Length)) added.Status.ShouldBe(ContractStatus.Draft);
        after.Versions.Count(contract => contract.Status == ContractStatus.Countersigned).ShouldBeLessThanOrEqualTo(1);
        after.Versions.Count(contract => contract == after.Open).ShouldBeLessThanOrEqualTo(1);
        foreach (var contract in after.Versions)
        {
            contract.Signatures.Select(signature => signature.Party).ShouldBe(((Party[])[Party.Influencer, Party.Brand]).Take(contract.Signatures.Length));
            (contract.InForceSince is not null && contract.Status != ContractStatus.Countersigned).ShouldBe(contract.EndedOn is not null);
            (contract.Status == ContractStatus.Replaced).ShouldBe(contract.ReplacedBy is not null);
            if (contract.ReplacedBy is { } by) after.Versions[PartNumber.Parse(by) - 1].InForceSince.ShouldNotBeNull();
        }
    });
    }, iter: Count);

    [Fact]
    public void The_stored_events_tell_the_same_contracts_again() => Runs.Sample(steps =>
    {
        var stored = new List<(string Type, int Version, string Data, EventMeta Meta)>();
        var state = Play(steps, onEvent: (@event, meta) =>
        {
            var type = EventCatalog.Default.NameOf(@event);
            stored.Add((type.Name, type.Version, EventCatalog.Write(@event), meta));
            @event.Summary.ShouldNotBeNullOrWhiteSpace();
        });
        var replayed = stored.Aggregate(Partnership.New(state.Key),
            (told, entry) => told.Apply(EventCatalog.Default.Read(entry.Type, entry.Version, entry.Data), entry.Meta));
        CrmJson.Write(replayed).ShouldBe(CrmJson.Write(state));
        CrmJson.Read<Partnership>(CrmJson.Write(state)).Rows().ShouldBe(state.Rows());
    }, iter: Count);

    [Fact]
    public void What_has_run_out_is_closed_at_once_and_the_cost_is_that_of_the_version_in_force() => Runs.Sample(steps =>
    {
        var (state, now) = (Play(steps), Start.AddHours(steps.Sum(step => step.Hours)));
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var closed = state.Contracts.CloseDue(today).Events.Cast<IContractEvent>()
            .Aggregate(state.Contracts, (contracts, @event) => contracts.Apply(@event, new EventMeta(1, Actor.System, now, now)));
        closed.Versions.ShouldAllBe(contract => contract.DueOn == null || contract.DueOn > today);
        closed.CloseDue(today).Events.ShouldBeEmpty();
        if (state.Contracts.InForce is { } inForce) state.CostBasis!.Compensation.ShouldBe(inForce.Terms.Compensation);
        state.Rows().OfType<PartnershipRow>().Single().ContractEndsOn.ShouldBe(state.Contracts.InForce?.EndsOn);
    }, iter: Count);

    [Fact]
    public void Runs_reach_every_status()
    {
        Reach.All(Runs, steps =>
        {
            var reached = new HashSet<ContractStatus>();
            Play(steps, (_, after) => reached.UnionWith(after.Versions.Select(contract => contract.Status)));
            return reached;
        }, Enum.GetValues<ContractStatus>());
        Contract.Moves.Keys.ShouldBe(Enum.GetValues<ContractStatus>(), ignoreOrder: true);
    }

    private static Partnership Play(ContractStep[] steps, Action<ContractHistory, ContractHistory>? check = null, Action<IEvent, EventMeta>? onEvent = null)
    {
        var (state, now) = (Partnership.New(new EntityKey("w", "p")), Start);
        foreach (var @event in ContractStep.Agreement) Apply(@event);
        foreach (var step in steps)
        {
            now = now.AddHours(step.Hours);
            foreach (var @event in step.Decide(state, now).Events)
            {
                var before = state.Contracts;
                Apply(@event);
                check?.Invoke(before, state.Contracts);
            }
        }
        return state;

        void Apply(IEvent @event)
        {
            var meta = new EventMeta(state.Version + 1, Actor.System, @event.OccurredAt ?? now, now);
            state = state.Apply(@event, meta);
            onEvent?.Invoke(@event, meta);
        }
    }
}
