namespace Simulator.Api;

/// <summary>Secret settings that pods read. Only the keys are kept.</summary>
public sealed record Secret : ApiObject
{
    public override string Kind => "Secret";

    /// <summary>In byte order.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>"" = Opaque.</summary>
    public string Type { get; init; } = "";

    /// <summary>Keys whose values are empty.</summary>
    public IReadOnlyList<string> EmptyKeys { get; init; } = [];

    /// <summary>Why the value of the docker configuration is not JSON; "" if it is, or is not there.</summary>
    public string DockerConfigFault { get; init; } = "";

    /// <summary>Of all values.</summary>
    public long SizeBytes { get; init; }
}
