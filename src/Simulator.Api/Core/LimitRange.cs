namespace Simulator.Api;

/// <summary>What pods of a namespace may ask for, and what they get if they do not say.</summary>
public sealed record LimitRange : ApiObject
{
    public override string Kind => "LimitRange";

    public IReadOnlyList<LimitRangeItem> Limits { get; init; } = [];
}

/// <summary>The limits of one type. Amounts by resource name; a resource that is absent is not limited.</summary>
public sealed record LimitRangeItem
{
    public LimitType Type { get; init; }

    /// <summary>The type as it was written; "" where it is one of the known.</summary>
    public string OtherType { get; init; } = "";

    public ResourceList Min { get; init; } = ResourceList.Empty;

    public ResourceList Max { get; init; } = ResourceList.Empty;

    /// <summary>Limit of a container that has none.</summary>
    public ResourceList Default { get; init; } = ResourceList.Empty;

    /// <summary>Request of a container that has none.</summary>
    public ResourceList DefaultRequest { get; init; } = ResourceList.Empty;

    /// <summary>A limit may be so many times the request.</summary>
    public ResourceList MaxLimitRequestRatio { get; init; } = ResourceList.Empty;
}

public enum LimitType
{
    /// <summary>The containers of a pod taken together.</summary>
    Pod,

    /// <summary>Each container.</summary>
    Container,

    /// <summary>Something that nobody limits.</summary>
    Other,
}
