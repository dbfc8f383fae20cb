using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Audit;

/// <summary>The sender in a log, if he has no name, too.</summary>
internal static class AuditUser
{
    public static string Of(AuditedRequest request) =>
        request.Sender?.Name ?? (request.Request.Caller.Port == CallerPort.Insecure ? "<insecure>" : "<none>");
}
