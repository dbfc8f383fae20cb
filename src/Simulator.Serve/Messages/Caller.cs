namespace Simulator.Serve.Messages;

/// <summary>Who is at the other end of the connection, as far as the connection itself tells.</summary>
public sealed record Caller
{
    /// <summary>A program on the same machine, at the insecure port.</summary>
    public static readonly Caller Loopback = new();

    public CallerPort Port { get; init; }

    public string Address { get; init; } = "127.0.0.1";

    /// <summary>The common name of the client's certificate, which was verified; null: none, or one that nobody vouches for.</summary>
    public string? CertificateName { get; init; }

    /// <summary>For whom the request is done, once a gate has let it pass; null: nobody asked who it is (the insecure port).</summary>
    public User? User { get; init; }

    /// <summary>He may make any role, whatever he has himself.</summary>
    public bool IsSuperUser { get; init; }
}

/// <summary>The two ports of an API server of 1.3.</summary>
public enum CallerPort
{
    /// <summary>HTTP on loopback: no authentication, no authorization, no user.</summary>
    Insecure,

    /// <summary>HTTPS: 401, then impersonation, then 403, then the answer.</summary>
    Secure,
}
