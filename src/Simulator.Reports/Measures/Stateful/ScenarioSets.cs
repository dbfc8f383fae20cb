using Simulator.Api;
using Simulator.ControlPlane.Controllers.Serving;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Stateful;

/// <summary>PetSets as the scenario's manifests have them.</summary>
internal static class ScenarioSets
{
    /// <summary>Null if it came some other way.</summary>
    public static PetSet? Of(Scenario scenario, PetSetLife set) => scenario.Clusters.Where(cluster => cluster.Name == set.Cluster)
        .SelectMany(cluster => cluster.Workloads)
            .SelectMany(workload => workload.Objects)
            .OfType<PetSet>()
            .FirstOrDefault(spec => spec.Key.ToString() == set.Name);

    /// <summary>Its service names pets that are not ready, too.</summary>
    public static bool KeepsUnready(Scenario scenario, PetSetLife set) =>
        Of(scenario, set) is { } spec && scenario.Clusters.Where(cluster => cluster.Name == set.Cluster)
        .SelectMany(cluster => cluster.Workloads).SelectMany(workload => workload.Objects).OfType<Service>()
        .Any(service => service.Key == new ObjectKey(spec.Namespace, spec.ServiceName) && EndpointsPlan.ToleratesUnready(service));

    public static bool HasClaims(Scenario scenario, PetSetLife set) =>
        Of(scenario, set) is { } spec
            && (spec.VolumeClaimTemplates.Count > 0 || spec.Template.Spec.Volumes.Any(volume => volume.ClaimName is not null));
}
