using Simulator.Api;

namespace Simulator.World.Traces;

/// <summary>Who finds no place on arrival is dropped, as in studies of packing. Choosing takes no time.</summary>
public sealed class DroppingQueue(IPlacement placement) : ITraceQueue
{
    public const string Reason = "no node had room when it came";

    private readonly List<TraceOutcome> _outcomes = [];

    public Instant? NextWake => null;

    public void Arrive(LivePod pod, Instant now)
    {
        var node = placement.Place(pod);
        if (node is null) pod.Failures++;
        _outcomes.Add(new TraceOutcome(pod, node, node is null ? Reason : ""));
    }

    public void Leave(LivePod pod, Instant now)
    {
        if (pod.IsPlaced) placement.Remove(pod);
    }

    public void Wake(Instant now)
    {
    }

    public void TakeOutcomes(List<TraceOutcome> into)
    {
        into.AddRange(_outcomes);
        _outcomes.Clear();
    }
}
