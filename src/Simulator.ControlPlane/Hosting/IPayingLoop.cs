using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>
/// Calls that have had their tokens and times already (<see cref="GetScaleRequest.CallsAfter"/>): they are answered at once.
/// </summary>
public interface IPaidCalls
{
    /// <summary>Calls that are still paid for.</summary>
    int Left { get; }

    /// <summary>False: as many as were paid for are answered, and this one has to be sent.</summary>
    bool TryAnswer(ApiRequest request, out ApiResponse response);
}

/// <summary>A loop whose usual calls its host may answer in a row, within one turn.</summary>
public interface IPayingLoop : IControlLoop
{
    /// <summary>As <see cref="IControlLoop.Complete"/>; what it asks for next may be had at once.</summary>
    void Complete(in ApiResponse response, IPaidCalls paid, Instant now);
}
