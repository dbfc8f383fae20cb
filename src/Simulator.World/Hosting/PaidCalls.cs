using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;

namespace Simulator.World.Hosting;

/// <summary>Calls that have had their tokens and times take effect now, each after the answer to the one before.</summary>
internal sealed class PaidCalls(SimulatedApiServer server, int paid, Instant now) : IPaidCalls
{
    public int Left { get; private set; } = paid;

    public bool TryAnswer(ApiRequest request, out ApiResponse response)
    {
        response = default;
        if (Left == 0) return false;
        Left--;
        response = server.Execute(request, now);
        return true;
    }
}
