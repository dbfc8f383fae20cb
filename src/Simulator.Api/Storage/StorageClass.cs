namespace Simulator.Api;

/// <summary>storage.k8s.io/v1: how the volumes of a claim come to be, and when they are bound.</summary>
public sealed record StorageClass : ApiObject
{
    public override string Kind => "StorageClass";

    public string Provisioner { get; init; } = "";

    /// <summary>Immediate or WaitForFirstConsumer; "" = the former.</summary>
    public string VolumeBindingMode { get; init; } = "";

    /// <summary>Delete or Retain; "" = the former.</summary>
    public string ReclaimPolicy { get; init; } = "";

    /// <summary>Where volumes may be made; none = anywhere.</summary>
    public IReadOnlyList<TopologySelectorTerm> AllowedTopologies { get; init; } = [];

    public bool WaitsForFirstConsumer => VolumeBindingMode == "WaitForFirstConsumer";
}

/// <summary>All labels must have one of their values.</summary>
public sealed record TopologySelectorTerm(IReadOnlyList<SelectorRequirement> MatchLabelExpressions);
