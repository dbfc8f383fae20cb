using System.Net;

namespace Simulator.Serve.Access.Setup;

/// <summary>How the secure ports show who they are, under the names of 1.3.10's flags.</summary>
public sealed record TlsSettings
{
    /// <summary><c>--bind-address</c></summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary><c>--tls-cert-file</c>; null: one is generated.</summary>
    public string? CertificateFile { get; init; }

    /// <summary><c>--tls-private-key-file</c></summary>
    public string? KeyFile { get; init; }

    /// <summary><c>--cert-dir</c>: where the generated authority is kept; null: it lives as long as the program.</summary>
    public string? Folder { get; init; }
}
