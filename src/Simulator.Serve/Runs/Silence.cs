using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Messages;
using Simulator.World.ApiServer;

namespace Simulator.Serve.Runs;

/// <summary>What a client gets of a cluster whose API server is down, hangs, or has lost its store: in simulated trouble, too.</summary>
internal static class Silence
{
    /// <summary>Null: it answers.</summary>
    public static ServerAnswer? In(ApiServerFleet fleet)
    {
        if (!fleet.AnyUp) return Of(503, "ServiceUnavailable", "the API server of the simulated cluster is down");
        if (!fleet.AnyAnswers) return Of(503, "ServiceUnavailable", "the API server of the simulated cluster hangs");
        return fleet.IsStoreReady ? null : Of(500, "InternalError", "client: etcd cluster is unavailable or misconfigured");
    }

    public static ServerAnswer Of(int status, string reason, string message) =>
        BodyWriter.Write(status, Failures.Status(status, message, reason, null), MediaType.Json, isIndented: false);
}
