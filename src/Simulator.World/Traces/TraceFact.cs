namespace Simulator.World.Traces;

public enum TraceFactKind
{
    Arrived,
    Placed,

    /// <summary>It was placed, and its time is over.</summary>
    Ended,

    /// <summary>It never runs; the reason says why.</summary>
    Rejected,

    /// <summary>The run is over and it still waits.</summary>
    Left,
}

/// <summary>What happened to a pod of a trace.</summary>
/// <param name="At">Since the start of the trace.</param>
/// <param name="Node">Where it is; "" if nowhere.</param>
/// <param name="Failures">Tries so far that found no node.</param>
/// <param name="Reason">Of a rejection.</param>
public readonly record struct TraceFact(
    TraceFactKind Kind, TimeSpan At, TracePod Pod, string Node = "", int Failures = 0, string Reason = "");

/// <summary>Is told everything that happens, in order.</summary>
public interface ITraceObserver
{
    void Observe(in TraceFact fact);
}
