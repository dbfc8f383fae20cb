using System.Net;
using System.Security.Cryptography.X509Certificates;
using Simulator.Serve.Access;
using Simulator.Serve.Access.Audit;
using Simulator.Serve.Access.Certificates;
using Simulator.Serve.Access.Setup;
using Simulator.Serve.Hosting.Ports;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>Which ports there are and who may pass them.</summary>
public sealed record ServeAccess
{
    /// <summary>HTTP on loopback, without a question.</summary>
    public bool HasInsecurePort { get; init; } = true;

    /// <summary>Null: there is none.</summary>
    public SecureAccess? Secure { get; init; }

    public IReadOnlyList<IAuditLog> Logs { get; init; } = [];

    public PortLimits Limits { get; init; } = new();

    /// <summary>Who may make any role, at whichever port; empty: nobody.</summary>
    public string SuperUser => Secure?.Rules.SuperUser ?? "";
}

/// <summary>The ports with TLS and authentication: one for each cluster, as of the insecure ones.</summary>
public sealed record SecureAccess(X509Certificate2 Certificate, AccessRules Rules)
{
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Of the first cluster; each further one has the next. 0: any that are free.</summary>
    public int Port { get; init; } = 6443;

    internal ClientCertificates Clients { get; } = new(Rules.ClientAuthorities);

    internal AccessGate GateOf(ServedDoor door) => Rules.GateOf(door.Name, door.Documents, door.Version.Api);
}
