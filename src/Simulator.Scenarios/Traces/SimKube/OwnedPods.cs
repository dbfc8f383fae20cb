using System.Globalization;
using System.Text.Json;
using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces.SimKube;

/// <summary>Follows the objects of a SimKube trace: which pods come with each event, and which end.</summary>
internal sealed class OwnedPods(IReadOnlyDictionary<string, Queue<Lifecycle>> lives, TraceTally tally)
{
    private readonly SortedDictionary<string, Owner> _owners = new(StringComparer.Ordinal);
    private readonly List<TracePod> _pods = [];

    public void Take(JsonElement happening, TimeSpan at, long number)
    {
        foreach (var applied in Objects(happening, "applied_objs"))
        {
            if (RecordedObject.Of(applied) is { } value) Apply(value, at, number);
            else tally.LeaveOut("an object of which no pods come, or one a node");
        }

        foreach (var deleted in Objects(happening, "deleted_objs"))
        {
            if (RecordedObject.Of(deleted) is { } value && _owners.Remove(value.Owner, out var owner)) Shrink(owner, 0, at);
        }
    }

    /// <summary>All pods; those that are there to the last event do not end.</summary>
    public IReadOnlyList<TracePod> Finish()
    {
        foreach (var owner in _owners.Values) _pods.AddRange(owner.Live);
        _owners.Clear();
        return _pods;
    }

    private void Apply(RecordedObject value, TimeSpan at, long number)
    {
        if (!_owners.TryGetValue(value.Owner, out var owner)) _owners.Add(value.Owner, owner = new Owner());
        if (owner.Object is { } old && old.Template != value.Template) Shrink(owner, 0, at);
        owner.Object = value;
        if (value.Replicas is not { } replicas)
        {
            Run(owner, number);
            return;
        }

        Shrink(owner, replicas, at);
        while (owner.Live.Count < replicas) owner.Live.Add(New(owner, at, number));
    }

    /// <summary>What makes pods by a clock of its own: they came when they were seen to start.</summary>
    private void Run(Owner owner, long number)
    {
        if (!lives.TryGetValue(owner.Object!.Owner, out var all)) return;
        while (all.TryDequeue(out var life))
        {
            var pod = New(owner, TimeSpan.FromSeconds(life.Start), number);
            _pods.Add(life.End is { } end ? pod with { Duration = TimeSpan.FromSeconds(Math.Max(0, end - life.Start)) } : pod);
        }
    }

    private TracePod New(Owner owner, TimeSpan at, long number)
    {
        var value = owner.Object!;
        var name = value.Kind == "Pod" ? value.Name : string.Create(CultureInfo.InvariantCulture, $"{value.Name}-{++owner.Made}");
        var pod = value.Pod with { Name = name, Submit = at, Row = number };
        if (value.Replicas is null || !lives.TryGetValue(value.Owner, out var all) || !all.TryDequeue(out var life)) return pod;
        return life.End is { } end ? pod with { Duration = TimeSpan.FromSeconds(Math.Max(0, end - life.Start)) } : pod;
    }

    /// <summary>The newest go first.</summary>
    private void Shrink(Owner owner, int replicas, TimeSpan at)
    {
        while (owner.Live.Count > replicas)
        {
            var pod = owner.Live[^1];
            owner.Live.RemoveAt(owner.Live.Count - 1);
            _pods.Add(pod.Duration is { } known && pod.Submit + known < at ? pod : pod with { Duration = at - pod.Submit });
        }
    }

    private static IEnumerable<JsonElement> Objects(JsonElement happening, string key) =>
        happening.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private sealed class Owner
    {
        public RecordedObject? Object { get; set; }

        public List<TracePod> Live { get; } = [];

        public int Made { get; set; }
    }
}
