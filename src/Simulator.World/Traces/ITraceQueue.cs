using Simulator.Api;

namespace Simulator.World.Traces;

/// <summary>In which order the pods of a trace have their turns, and what becomes of one that has no place.</summary>
public interface ITraceQueue
{
    /// <summary>When it wants to be woken; null: only an arrival or an end can change anything.</summary>
    Instant? NextWake { get; }

    void Arrive(LivePod pod, Instant now);

    /// <summary>Its time is over, or it has given up; it may not have been placed.</summary>
    void Leave(LivePod pod, Instant now);

    void Wake(Instant now);

    /// <summary>Moves what was decided since the last call to the end of <paramref name="into"/>, in order.</summary>
    void TakeOutcomes(List<TraceOutcome> into);
}

/// <param name="Node">Null: it is dropped.</param>
/// <param name="Reason">Why it is dropped; "" otherwise.</param>
public readonly record struct TraceOutcome(LivePod Pod, string? Node, string Reason = "");
