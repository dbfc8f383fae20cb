using System.Text;
using Simulator.Serve.Messages;
using Simulator.World.ApiServer;

namespace Simulator.Serve.Runs;

/// <summary>What a client gets of a cluster whose API server is down, hangs, or has lost its store: in simulated trouble, too.</summary>
internal static class Silence
{
    public static ServerAnswer Of(ApiServerFleet fleet)
    {
        var (status, reason, message) = fleet.AnyAnswers
            ? (500, "InternalError", "client: etcd cluster is unavailable or misconfigured")
            : (
                503, "ServiceUnavailable",
                fleet.AnyUp ? "the API server of the simulated cluster hangs" : "the API server of the simulated cluster is down");
        const string Failure = """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",""";
        var body = $$"""{{Failure}}"message":"{{message}}","reason":"{{reason}}","code":{{status}}}""" + "\n";
        return new ServerAnswer { Status = status, ContentType = "application/json", Body = Encoding.UTF8.GetBytes(body) };
    }
}
