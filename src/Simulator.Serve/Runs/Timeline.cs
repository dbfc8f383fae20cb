using Simulator.World.Observations;

namespace Simulator.Serve.Runs;

/// <summary>The last facts of the run, for those who look on. On the simulation's thread only.</summary>
public sealed class Timeline : IObserver
{
    /// <summary>Kept at most.</summary>
    private const int Kept = 10_000;

    private readonly Queue<TimelineEntry> _entries = new();
    private long _count;

    /// <summary>Facts of the run so far.</summary>
    public long Count => _count;

    /// <summary>Of schedulers, so far: pods that were bound or found no node.</summary>
    public long Decisions { get; private set; }

    public void Observe(in Observation observation)
    {
        _count++;
        if (observation.Kind is ObservationKind.PodBound or ObservationKind.PodUnschedulable) Decisions++;
        if (!IsWorthTelling(observation.Kind)) return;
        if (_entries.Count == Kept) _entries.Dequeue();
        _entries.Enqueue(new TimelineEntry(_count, observation));
    }

    /// <summary>Facts after a number, oldest first; no more than so many of the newest.</summary>
    public IReadOnlyList<TimelineEntry> After(long number, int most) =>
        [.. _entries.Where(entry => entry.Number > number).TakeLast(most)];

    /// <summary>Traffic and measurements tell by the thousand what nobody reads line by line.</summary>
    private static bool IsWorthTelling(ObservationKind kind) => kind is not (
        ObservationKind.TrafficChanged or ObservationKind.CpuUsed or ObservationKind.EndpointsChanged
            or ObservationKind.AutoscalerMeasured);
}

/// <param name="Number">Among all facts of the run, from 1.</param>
public readonly record struct TimelineEntry(long Number, Observation Fact);
