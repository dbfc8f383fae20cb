using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Parts of a pod's spec that a scheduler's own configuration has, too.</summary>
public static class SchedulingFields
{
    public static NodeAffinity ReadNodeAffinity(FieldReader fields) => AffinityReader.ReadNodeAffinity(fields);

    public static TopologySpreadConstraint ReadSpreadConstraint(FieldReader fields) => PlacementReader.ReadConstraint(fields);
}
