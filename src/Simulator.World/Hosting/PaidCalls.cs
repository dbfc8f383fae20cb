using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;

namespace Simulator.World.Hosting;

/// <summary>Calls that have had their tokens and times take effect now, each after the answer to the one before.</summary>
internal sealed class PaidCalls(SimulatedApiServer server) : IPaidCalls
{
    private Instant _now;

    public int Left { get; private set; }

    /// <returns>Itself: one turn at a time has calls that are paid for.</returns>
    public PaidCalls Pay(int calls, Instant now)
    {
        (Left, _now) = (calls, now);
        return this;
    }

    public bool TryAnswer(ApiRequest request, out ApiResponse response)
    {
        response = default;
        if (Left == 0) return false;
        Left--;
        response = server.Execute(request, _now);
        return true;
    }
}
