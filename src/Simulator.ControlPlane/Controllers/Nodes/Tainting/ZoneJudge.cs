using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>
/// What a pass ends with: the states of the zones, and from them the pace of their queues (handleDisruption in pkg/controller/nodelifecycle
/// of 1.20).
/// </summary>
internal sealed class ZoneJudge(TaintingContext context)
{
    private readonly Dictionary<string, (ZoneState State, float Rate)> _told = new(StringComparer.Ordinal);

    private SortedDictionary<string, ZoneState> States => context.Zones.States;

    /// <param name="nodes">With their objects as the pass had them at its start.</param>
    public IEnumerable<Wait> Judge(Dictionary<string, ZoneTally> tallies, IReadOnlyList<HealthRecord> nodes, HealthRoster roster)
    {
        foreach (var zone in tallies.Keys) States.TryAdd(zone, ZoneState.Initial);
        var now = tallies.ToDictionary(entry => entry.Key, entry => entry.Value.State(context.Options.UnhealthyZoneThreshold));
        var allAreFull = now.Values.All(static state => state == ZoneState.FullDisruption);
        var allWereFull = AllWereFull(tallies);
        if (allAreFull && allWereFull) yield break;
        if (allAreFull)
        {
            foreach (var node in nodes)
            {
                foreach (var wait in Reachability.Restore(context, node.Listed)) yield return wait;
            }

            while (context.EvictorLock.IsHeld) yield return context.EvictorLock;
            StopAll();
        }
        else
        {
            while (context.EvictorLock.IsHeld) yield return context.EvictorLock;
            if (allWereFull) roster.RestartTimers();
            Set(now, tallies, isAll: allWereFull);
        }

        Tell();
    }

    /// <summary>Zones without nodes leave, up to the first that was not full: there the real loop breaks off.</summary>
    private bool AllWereFull(Dictionary<string, ZoneTally> tallies)
    {
        foreach (var zone in States.Keys.ToList())
        {
            if (!tallies.ContainsKey(zone)) States.Remove(zone);
            else if (States[zone] != ZoneState.FullDisruption) return false;
        }

        return true;
    }

    private void StopAll()
    {
        foreach (var zone in States.Keys.ToList())
        {
            context.Zones.Queues[zone].SetRate(0, context.Now);
            States[zone] = ZoneState.FullDisruption;
        }
    }

    private void Set(Dictionary<string, ZoneState> now, Dictionary<string, ZoneTally> tallies, bool isAll)
    {
        foreach (var zone in States.Keys.ToList())
        {
            var state = now.GetValueOrDefault(zone, ZoneState.Gone);
            if (!isAll && States[zone] == state) continue;
            context.Zones.SetRate(zone, state, tallies.GetValueOrDefault(zone)?.Nodes ?? 0, context.Now);
            States[zone] = state;
        }
    }

    private void Tell()
    {
        foreach (var (zone, state) in States)
        {
            var rate = context.Zones.Queues[zone].Rate;
            if (_told.TryGetValue(zone, out var told) && told == (state, rate)) continue;
            _told[zone] = (state, rate);
            context.Notes.Add(new LifecycleNote(LifecycleNoteKind.ZoneJudged, ZoneTable.NameOf(zone), context.Now)
            {
                Zone = state,
                Rate = rate,
            });
        }
    }
}
