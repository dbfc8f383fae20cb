namespace Simulator.Reports.Measures;

/// <summary>
/// Follows where daemons were and are missing while their nodes run: a dead node's daemon can be nowhere else and is not missed.
/// </summary>
internal sealed class DaemonFold
{
    /// <summary>A daemon that comes back sooner was restarted, or its node was.</summary>
    private static readonly TimeSpan AwayMin = TimeSpan.FromMinutes(1);

    private readonly Dictionary<NodeLife, List<DaemonPlace>> _places = [];
    private readonly List<DaemonAbsence> _absences = [];

    /// <summary>Of a minute at least; what lasts to the end of the run has no end.</summary>
    public IEnumerable<DaemonAbsence> AbsencesAt(TimeSpan end) => _absences.Concat(_places.Values.SelectMany(places => places)
        .Where(place => place.AwayFrom is { } from && end - from >= AwayMin)
        .Select(place => new DaemonAbsence(place.Set, place.Node, place.AwayFrom!.Value, null)));

    /// <param name="difference">Of pods that are ready and serve.</param>
    public void Change(WorkloadLife set, NodeLife node, int difference, TimeSpan at)
    {
        var place = PlaceOf(set, node);
        place.Usable += difference;
        if (place.Usable > 0) Close(place, at);
        else if (place.WasThere && Runs(node)) place.AwayFrom ??= at;
        place.WasThere |= place.Usable > 0;
    }

    /// <summary>A node went down, came back or is gone.</summary>
    public void NodeChanged(NodeLife node, TimeSpan at)
    {
        if (!_places.TryGetValue(node, out var places)) return;
        foreach (var place in places)
        {
            if (!Runs(node)) Close(place, at);
            else if (place is { WasThere: true, Usable: <= 0 }) place.AwayFrom ??= at;
        }
    }

    private DaemonPlace PlaceOf(WorkloadLife set, NodeLife node)
    {
        if (!_places.TryGetValue(node, out var places)) _places.Add(node, places = []);
        if (places.Find(place => place.Set == set) is { } known) return known;
        places.Add(new DaemonPlace(set, node));
        return places[^1];
    }

    private void Close(DaemonPlace place, TimeSpan at)
    {
        if (place.AwayFrom is { } from && at - from >= AwayMin) _absences.Add(new DaemonAbsence(place.Set, place.Node, from, at));
        place.AwayFrom = null;
    }

    private static bool Runs(NodeLife node) => node is { IsDown: false, RemovedAt: null };

    private sealed class DaemonPlace(WorkloadLife set, NodeLife node)
    {
        public WorkloadLife Set => set;

        public NodeLife Node => node;

        public int Usable { get; set; }

        public bool WasThere { get; set; }

        public TimeSpan? AwayFrom { get; set; }
    }
}

/// <summary>A time during which a node that ran lacked a daemon that it had had.</summary>
/// <param name="To">Null: to the end of the run, or of the set.</param>
internal sealed record DaemonAbsence(WorkloadLife Set, NodeLife Node, TimeSpan From, TimeSpan? To)
{
    public double SecondsAt(TimeSpan end) => ((To ?? end) - From).TotalSeconds;
}
