using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Simulator.Serve.Access.Certificates;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting.Ports;

/// <summary>What a connection to a port tells of its client.</summary>
/// <param name="clients">Verifies certificates; null: none are taken.</param>
internal sealed class PortCredentials(CallerPort port, ClientCertificates? clients = null)
{
    /// <summary>A connection's certificate is verified once.</summary>
    private readonly ConditionalWeakTable<X509Certificate2, StrongBox<string?>> _names = [];

    public Caller Of(HttpContext context) => new()
    {
        Port = port,
        Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
        CertificateName = NameOf(context.Connection.ClientCertificate),
    };

    private string? NameOf(X509Certificate2? presented) =>
        clients is null || presented is null
            ? null
            : _names.GetValue(presented, one => new StrongBox<string?>(clients.NameOf(one, DateTimeOffset.UtcNow))).Value;
}
