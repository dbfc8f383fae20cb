namespace Simulator.Api;

/// <summary>Settings that pods read. Only the keys matter: a pod waits for those that it names.</summary>
public sealed record ConfigMap : ApiObject
{
    public override string Kind => "ConfigMap";

    /// <summary>In byte order.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Of all values.</summary>
    public long SizeBytes { get; init; }
}
