namespace Simulator.Api;

/// <summary>What a namespace may use in all.</summary>
public sealed record ResourceQuota : ApiObject
{
    public override string Kind => "ResourceQuota";

    /// <summary>What is wanted: most of each resource.</summary>
    public ResourceList Hard { get; init; } = ResourceList.Empty;

    /// <summary>Which pods count; all of the scopes must fit.</summary>
    public IReadOnlyList<QuotaScope> Scopes { get; init; } = [];

    /// <summary>Scopes that do not exist, as they were written.</summary>
    public IReadOnlyList<string> UnknownScopes { get; init; } = [];

    public ResourceQuotaStatus Status { get; init; } = new();
}

/// <summary>What is enforced: it follows the spec when the quota controller has counted.</summary>
public sealed record ResourceQuotaStatus
{
    public ResourceList Hard { get; init; } = ResourceList.Empty;

    public ResourceList Used { get; init; } = ResourceList.Empty;
}

/// <summary>Pods that a quota counts.</summary>
public enum QuotaScope
{
    /// <summary>Those with an active deadline.</summary>
    Terminating,

    /// <summary>Those without.</summary>
    NotTerminating,

    /// <summary>Those that ask for nothing and limit nothing.</summary>
    BestEffort,

    /// <summary>Those that do.</summary>
    NotBestEffort,
}
