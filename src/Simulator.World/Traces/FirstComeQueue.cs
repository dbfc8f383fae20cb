using Simulator.Api;

namespace Simulator.World.Traces;

/// <summary>First come, first served: nobody is placed before all who came earlier are.</summary>
/// <remarks>What batch systems call FCFS without backfilling. Choosing takes no time.</remarks>
public sealed class FirstComeQueue(IPlacement placement) : ITraceQueue
{
    private readonly Queue<LivePod> _waiting = [];
    private readonly List<TraceOutcome> _outcomes = [];

    public Instant? NextWake => null;

    public void Arrive(LivePod pod, Instant now)
    {
        _waiting.Enqueue(pod);
        if (_waiting.Count == 1) Serve();
    }

    public void Leave(LivePod pod, Instant now)
    {
        if (pod.IsPlaced) placement.Remove(pod);
        Serve();
    }

    public void Wake(Instant now)
    {
    }

    public void TakeOutcomes(List<TraceOutcome> into)
    {
        into.AddRange(_outcomes);
        _outcomes.Clear();
    }

    private void Serve()
    {
        while (_waiting.TryPeek(out var first))
        {
            if (!first.IsGone)
            {
                if (placement.Place(first) is not { } node)
                {
                    first.Failures++;
                    return;
                }

                _outcomes.Add(new TraceOutcome(first, node));
            }

            _waiting.Dequeue();
        }
    }
}
