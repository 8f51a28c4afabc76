using CreatorCRM.Common;
using CreatorCRM.Journal;
using CreatorCRM.Partnerships;
using CreatorCRM.Shipments;
using CsCheck;

namespace CreatorCRM.Tests.Shipments;

public sealed class ShipmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly ShipmentItem Loaf = new("Rice loaf", 2, new Money(590, Currency.Eur));
    private static readonly PlanShipment Parcel = new([Loaf], "Mia Brot, Backgasse 1, 10115 Berlin", null);

    private static readonly Gen<Func<Partnership, Decision>> Steps = Gen.Frequency(
        (2, Gen.Int[0, 3].Select(quantity => (Func<Partnership, Decision>)(state => state.Plan(Parcel with { Items = [Loaf with { Quantity = quantity }] })))),
        (4, Gen.Int[1, 4].Select(number => (Func<Partnership, Decision>)(state => state.Ship(new ShipShipment($"{number}", "Paketbote", "PB-1", null, null),
            Now)))),
        (6, Gen.Select(Gen.Int[1, 4], Gen.Enum<ShipmentStatus>()).Select((number, status) => (Func<Partnership, Decision>)(state => state.Close(new CloseShipment($"{number}", status, null, null), Now)))));

    [Fact]
    public void Ten_thousand_runs_keep_to_the_table_and_their_events_tell_the_same_state_again()
    {
        var reached = new HashSet<ShipmentStatus>();
        Steps.Array[1, 30].Sample(steps =>
        {
            var (state, stored) = (New(), new List<(string Type, int Version, string Data, EventMeta Meta)>());
            var start = state;
            foreach (var step in steps)
            {
                var decision = step(state);
                if (decision.IsRefused) decision.Events.ShouldBeEmpty();
                foreach (var @event in decision.Events)
                {
                    var meta = Meta(state, @event);
                    var type = EventCatalog.Default.NameOf(@event);
                    stored.Add((type.Name, type.Version, EventCatalog.Write(@event), meta));
                    var next = state.Apply(@event, meta);
                    foreach (var (old, now) in state.Shipments.All.Zip(next.Shipments.All))
                    {
                        if (now.Status != old.Status) ShipmentStatuses.Moves[old.Status].ShouldContain(now.Status);
                    }
                    state = next;
                }
            }
            lock (reached) reached.UnionWith(state.Shipments.All.Select(shipment => shipment.Status));
            var replayed = stored.Aggregate(start, (told, entry) => told.Apply(EventCatalog.Default.Read(entry.Type, entry.Version, entry.Data), entry.Meta));
            CrmJson.Write(replayed).ShouldBe(CrmJson.Write(state));
            replayed.Rows().ShouldBe(state.Rows());
        }, iter: 10_000);
        reached.ShouldBe(Enum.GetValues<ShipmentStatus>(), ignoreOrder: true);
    }

    [Fact]
    public void Whatever_goes_out_to_a_person_is_provided_that_they_may_be_contacted()
    {
        New().Plan(Parcel).Guards[0].Else.Code.ShouldBe(RefusalCode.DoNotContact);
        var planned = Do(New(), New().Plan(Parcel));
        planned.Ship(new ShipShipment("1", null, null, null, null), Now).Guards[0].Else.Code.ShouldBe(RefusalCode.DoNotContact);
    }

    [Fact]
    public void What_is_missing_or_out_of_order_is_refused()
    {
        var state = New();
        Code(state.Plan(Parcel with { Items = [] })).ShouldBe(RefusalCode.Required);
        Code(state.Plan(Parcel with { Address = " " })).ShouldBe(RefusalCode.Required);
        Code(state.Plan(Parcel with { Items = [Loaf with { Quantity = 0 }] })).ShouldBe(RefusalCode.Invalid);
        Code(state.Plan(Parcel with { Items = [Loaf with { Value = new Money(-1, Currency.Eur) }] })).ShouldBe(RefusalCode.NegativeMoney);
        Code(state.Ship(new ShipShipment("1", null, null, null, null), Now)).ShouldBe(RefusalCode.NotFound);
        state = Do(state, state.Plan(Parcel));
        Code(state.Close(new CloseShipment("1", ShipmentStatus.Delivered, null, null), Now)).ShouldBe(RefusalCode.IllegalShipmentStatus);
        Code(state.Close(new CloseShipment("1", ShipmentStatus.Shipped, null, null), Now)).ShouldBe(RefusalCode.Invalid);
        Code(state.Ship(new ShipShipment("1", null, null, null, Now.AddDays(2)), Now)).ShouldBe(RefusalCode.Invalid);
        state = Do(state, state.Change(new ChangeStage(PartnershipStage.Cancelled, null)));
        Code(state.Plan(Parcel)).ShouldBe(RefusalCode.IllegalStage);
        Code(state.Ship(new ShipShipment("1", null, null, null, null), Now)).ShouldBe(RefusalCode.IllegalStage);
        Code(Partnership.New(state.Key).Plan(Parcel)).ShouldBe(RefusalCode.NotFound);
    }

    private static Partnership New()
    {
        var state = Partnership.New(new EntityKey("w", "p"));
        return Do(state, state.Create(new CreatePartnership("i", "Mia", "c", "Bread", null)));
    }

    private static Partnership Do(Partnership state, Decision decision)
    {
        decision.Refusals.ShouldBeEmpty();
        return decision.Events.Aggregate(state, (told, e) => told.Apply(e, Meta(told, e)));
    }

    private static EventMeta Meta(Partnership state, IEvent @event) => new(state.Version + 1, new Actor("m", "Manager"), @event.OccurredAt ?? Now, Now);

    private static RefusalCode Code(Decision decision) => decision.Refusals.First().Code;
}
