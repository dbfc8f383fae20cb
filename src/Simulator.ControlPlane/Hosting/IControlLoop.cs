using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>
/// A controller as a state machine: it is told what its watches deliver, what its own requests returned and what time it is;
/// it answers with the requests that it wants sent and the moment at which it wants to be woken. It never waits and never does I/O.
/// </summary>
/// <remarks>The host calls <see cref="TakeRequests"/> after every other call, charges each request to the loop's client
/// (token bucket, latency) and hands the outcome back through <see cref="Complete"/>, in the order in which answers arrive.</remarks>
public interface IControlLoop
{
    string Name { get; }

    /// <summary>Kinds whose watch events are to be delivered, for example "Pod".</summary>
    IReadOnlyList<string> Watches { get; }

    /// <summary>When <see cref="Wake"/> should be called next; null if only an event or an answer can change anything.</summary>
    Instant? NextWake { get; }

    void Deliver(in WatchEvent watchEvent, Instant now);

    void Complete(in ApiResponse response, Instant now);

    void Wake(Instant now);

    /// <summary>Moves the requests that are wanted now to the end of <paramref name="into"/>, in sending order.</summary>
    void TakeRequests(List<ApiRequest> into);
}
