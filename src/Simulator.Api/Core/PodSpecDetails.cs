namespace Simulator.Api;

/// <summary>
/// What stands in a pod's spec, is checked by the API server and changes the template's hash, and is not acted upon here.
/// </summary>
public sealed record PodSpecDetails
{
    /// <summary>"" = ClusterFirst.</summary>
    public string DnsPolicy { get; init; } = "";

    public long? FsGroup { get; init; }

    public long? RunAsUser { get; init; }

    public IReadOnlyList<long> SupplementalGroups { get; init; } = [];

    /// <summary>JSON of the keys that nobody reads, sorted; "" if there are none.</summary>
    public string Rest { get; init; } = "";
}
