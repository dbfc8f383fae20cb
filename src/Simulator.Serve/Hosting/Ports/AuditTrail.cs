using Simulator.Serve.Access;
using Simulator.Serve.Access.Audit;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting.Ports;

/// <summary>Tells all audit logs of the requests at one port.</summary>
/// <param name="clusterTime">May be asked from any thread.</param>
internal sealed class AuditTrail(IReadOnlyList<IAuditLog> logs, string cluster, Func<DateTimeOffset> clusterTime)
{
    public AuditedRequest Asked(ServerRequest request, AccessVerdict verdict)
    {
        var asked = new AuditedRequest
        {
            Id = Guid.NewGuid().ToString(),
            At = DateTimeOffset.UtcNow,
            ClusterTime = clusterTime(),
            Cluster = cluster,
            Request = request,
            Verdict = verdict,
        };
        foreach (var log in logs) log.Asked(asked);
        return asked;
    }

    public void Answered(AuditedRequest asked, int status)
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var log in logs) log.Answered(asked, now, status);
    }
}
