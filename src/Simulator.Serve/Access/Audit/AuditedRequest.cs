using Simulator.Serve.Messages;

namespace Simulator.Serve.Access.Audit;

/// <summary>Who asked for what, and when. Headers and bodies are not in it: they hold secrets.</summary>
public sealed record AuditedRequest
{
    /// <summary>Ties the answer to the request.</summary>
    public required string Id { get; init; }

    /// <summary>By the clock on the wall.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>By the cluster's clock.</summary>
    public required DateTimeOffset ClusterTime { get; init; }

    /// <summary>Empty: there is only one.</summary>
    public string Cluster { get; init; } = "";

    public required ServerRequest Request { get; init; }

    public required AccessVerdict Verdict { get; init; }

    /// <summary>Who sent it; null: he did not say so, or was not believed.</summary>
    public User? Sender => Verdict.Impersonator ?? Verdict.User;

    /// <summary>Whom he acts as, or wanted to; null: himself.</summary>
    public string? ActsAs => Sender is not null && Request.Header("Impersonate-User") is { Length: > 0 } wanted ? wanted : null;

    /// <summary>With the values of parameters that are credentials struck out.</summary>
    public string Uri => AuditedUri.Of(Request);
}
