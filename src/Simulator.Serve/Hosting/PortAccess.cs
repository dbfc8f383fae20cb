using Simulator.Serve.Access;
using Simulator.Serve.Access.Audit;
using Simulator.Serve.Hosting.Ports;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting;

/// <summary>Who may pass a port, how many at once, and where it is written down.</summary>
/// <param name="Cluster">Whose port it is.</param>
internal sealed record PortAccess(
    string Cluster, PortCredentials Credentials, IAccessGate Gate, IReadOnlyList<IAuditLog> Logs, Throttle Throttle)
{
    /// <summary>Who may do what, for those who ask about it; the insecure port knows those of the secure one.</summary>
    public required IRights Rights { get; init; }

    public AuditedRequest? Begin(ServerRequest request, AccessVerdict verdict, DateTimeOffset clusterTime)
    {
        if (Logs.Count == 0) return null;
        var audited = new AuditedRequest
        {
            Id = Guid.NewGuid().ToString(),
            At = DateTimeOffset.UtcNow,
            ClusterTime = clusterTime,
            Cluster = Cluster,
            Request = request,
            Verdict = verdict,
        };
        foreach (var log in Logs) log.Asked(audited);
        return audited;
    }

    public void End(AuditedRequest? audited, ServerAnswer answer)
    {
        if (audited is null) return;
        foreach (var log in Logs) log.Answered(audited, DateTimeOffset.UtcNow, answer.Status);
    }
}
