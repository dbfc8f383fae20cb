using Simulator.Api;
using Simulator.Reports.Measures.Catalog;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Reports.Measures;

/// <summary>What a scenario has to have for a run of it to have a measure.</summary>
/// <param name="Beginning">Of the names of the measures.</param>
/// <param name="Has">Whether a scenario has it.</param>
/// <param name="Lack">Why it has no such measure: <c>the scenario has no traffic</c>.</param>
internal sealed record MeasureNeed(string Beginning, Func<Scenario, bool> Has, string Lack);

/// <summary>Which measures only some scenarios can have. A measure that stands nowhere here can come of every run.</summary>
internal static class MeasureNeeds
{
    private const string NoLoad = "no application of the scenario that traffic goes to has a load";
    private const string NoAnyLoad = "no application of the scenario has a load";
    private const string NoOutage = "the scenario has no outages";
    private const string NoFederatedOutage = "the scenario has no federation, or no outages";
    private const string NoFederatedSets = "the scenario has no federated ReplicaSet, or no outages";
    private const string NothingDown = "no outage of the scenario takes nodes down";
    private const string NoPets = "the scenario has no PetSet";
    private const string NoClaims = "the scenario has no claims";

    private static readonly IReadOnlyList<MeasureNeed> All =
    [
        new("availability.replicas", HasWorkloads, "the scenario has no workloads"),
        new("availability.usable", HasWorkloads, "the scenario has no workloads"),
        new("availability.users", HasTraffic, "the scenario has no traffic"),
        new(
            "availability.worstService", scenario => HasWorkloads(scenario) && Objects(scenario).Any(value => value is Service),
            "the scenario has no service with workloads behind it"),
        new("claims.", HasClaims, NoClaims),
        new("cpu.", HasAnyLoad, NoAnyLoad),
        new("detection.", TakesNodesDown, NothingDown),
        new(
            "disks.", scenario => HasVolumes(scenario) || Objects(scenario).Any(value => value is PersistentVolume),
            "the scenario has nothing that uses a disk"),
        new("energy.", HasAnyLoad, NoAnyLoad),
        new("endpointsRemoved.", HasOutage, NoOutage),
        new(CountedWork.Name, _ => false, "it is the work of the program, which only comparisons tell"),
        new("eviction.", TakesNodesDown, NothingDown),
        new("federation.noticed", scenario => scenario.Federation is not null && HasOutage(scenario), NoFederatedOutage),
        new("federation.replicasMoved", scenario => HasFederatedSets(scenario) && HasOutage(scenario), NoFederatedSets),
        new("latency.", HasLoad, NoLoad),
        new("names.", HasPets, NoPets),
        new("pets.", HasPets, NoPets),
        new("podsRemoved.", TakesNodesDown, NothingDown),
        new("recovery.zone.", TakesNodesDown, NothingDown),
        new("recovery.", HasOutage, NoOutage),
        new("requests.slow", HasLoad, NoLoad),
        new("requests.", HasTraffic, "the scenario has no traffic"),
        new("scaling.podHours", HasAnyLoad, NoAnyLoad),
        new("scaling.reaction.", HasAnyLoad, NoAnyLoad),
        new(
            "state.", scenario => scenario.Clusters.Any(cluster => cluster.Applications.Any(application => application.State is not null)),
            "no application of the scenario keeps state"),
        new("users.", scenario => scenario.Users.Count > 0, "the scenario has no users of a federation"),
        new("volumes.mount.", HasVolumes, "no pod of the scenario has volumes"),
    ];

    /// <summary>Why no run of the scenario has the measure; null if one can.</summary>
    public static string? Lack(string measure, Scenario scenario)
    {
        foreach (var need in All)
        {
            if (measure.StartsWith(need.Beginning, StringComparison.Ordinal)) return need.Has(scenario) ? null : need.Lack;
        }

        return null;
    }

    private static bool HasLoad(Scenario scenario) => HasTraffic(scenario)
        && scenario.Clusters.Any(cluster => cluster.Applications.Any(application => application.Load is { Serves: true }));

    private static bool HasAnyLoad(Scenario scenario) =>
        scenario.Clusters.Any(cluster => cluster.Applications.Any(application => application.Load is not null));

    private static bool HasOutage(Scenario scenario) => scenario.Outages.Any(outage => !outage.IsOld) || scenario.RandomOutages.Count > 0;

    private static bool HasFederatedSets(Scenario scenario) =>
        scenario.Federation?.Workloads.Any(workload => workload.Objects.Any(value => value is ReplicaSet)) == true;

    private static bool TakesNodesDown(Scenario scenario) =>
        scenario.Outages.Where(outage => !outage.IsOld)
            .Select(outage => outage.Kind)
            .Concat(scenario.RandomOutages.Select(random => random.Kind))
            .Any(kind => OutageKinds.Of(kind).TakesNodesDown);

    private static bool HasTraffic(Scenario scenario) =>
        scenario.Users.Count > 0 || scenario.Clusters.Any(cluster => cluster.Traffic.Count > 0);

    private static bool HasWorkloads(Scenario scenario) => Objects(scenario).Any(value => value is IPodOwner);

    private static bool HasPets(Scenario scenario) => Objects(scenario).Any(value => value is PetSet);

    private static bool HasClaims(Scenario scenario) =>
        Objects(scenario).Any(value => value is PersistentVolumeClaim or PetSet { VolumeClaimTemplates.Count: > 0 });

    private static bool HasVolumes(Scenario scenario) => HasClaims(scenario) || Objects(scenario).Any(value => value switch
    {
        Pod pod => pod.Spec.Volumes.Count > 0,
        IPodOwner owner => owner.Template.Spec.Volumes.Count > 0,
        _ => false,
    });

    /// <summary>What is there at some time.</summary>
    private static IEnumerable<ApiObject> Objects(Scenario scenario) =>
        scenario.Clusters.SelectMany(cluster => cluster.Workloads).SelectMany(workload => workload.Objects)
        .Concat(scenario.Operations.OfType<FileOperation>().SelectMany(operation => operation.Objects));
}
