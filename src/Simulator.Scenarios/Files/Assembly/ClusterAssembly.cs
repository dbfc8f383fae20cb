using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Rules;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds the parts of one cluster against each other and puts them together.</summary>
internal static class ClusterAssembly
{
    public static ClusterSpec Assemble(Placed<ClusterDraft> placed, ScenarioDraft scenario, PlacedObjects objects)
    {
        var (draft, fields, duration) = (placed.Value, placed.Fields, scenario.Duration);
        if (draft.NodePools.Count == 0 && fields.Has("nodePools"))
        {
            fields.ErrorAt("nodePools", "the list is empty; allowed is at least one node pool");
        }
        UniqueNames.Check(draft.NodePools, pool => pool.Name, "node pool");
        IReadOnlyList<NodePoolSpec> pools = [.. draft.NodePools.Select(pool => NodePoolAssembly.Assemble(
            pool, draft, scenario.MachineTypes))];
        var assembly = new WorkloadAssembly(
            fields, pools, duration, new PetCheck(draft.Applications, draft.ControlPlane.Version.Habits), new NamespaceCheck(draft.Start))
        {
            ActedUpon = draft.ControlPlane.Version.ActsUpon,
        };
        var workloads = assembly.Assemble(draft.Workloads, (value, place) => objects.Take(draft.Name, value, place));
        var found = FoundIn(draft, pools, fields, objects);
        if (draft.Found is not null) workloads = [FoundAssembly.WorkloadOf(found), .. workloads];
        objects.Take(draft.Name, draft.Applications);
        var cluster = new ClusterSpec
        {
            Name = draft.Name,
            Version = draft.ControlPlane.Version,
            Region = draft.Region,
            Zones = draft.Zones,
            NodePools = pools,
            ModernNodeLabels = draft.ModernNodeLabels,
            Masters = MastersAssembly.Assemble(draft.ControlPlane, draft.Zones),
            Scheduler = draft.ControlPlane.Scheduler,
            ControllerManager = draft.ControlPlane.ControllerManager,
            Autoscaler = draft.ControlPlane.Autoscaler,
            Kubelet = draft.ControlPlane.Kubelet,
            ApiServer = draft.ControlPlane.ApiServer,
            Cloud = draft.ControlPlane.Cloud,
            Storage = draft.Storage,
            Heapster = draft.Heapster,
            Start = draft.Start,
            Found = found,
            HeartbeatPhases = draft.HeartbeatPhases,
            HeartbeatsFrom = draft.HeartbeatsFrom,
            HeartbeatsTo = draft.HeartbeatsTo,
            Applications = [.. draft.Applications.Select(application => application.Value)],
            Workloads = workloads,
            Proxy = draft.ControlPlane.Proxy,
            Traffic = new TrafficAssembly(duration).Assemble(draft.Traffic),
        };
        CapacityCheck.Check(cluster, fields);
        IdleFlagCheck.Check(cluster.Version, fields);
        OwnRuleCheck.Check(cluster.Scheduler, cluster.Version, fields);
        assembly.Claims.TellTo(fields.Context.Diagnostics, draft.ControlPlane.ControllerManager);
        AutoscalerCheck.Check(cluster, placed);
        GroupNameCheck.Check(cluster, draft.NodePools);
        NodeLabelCheck.Check(cluster, draft.NodePools);
        StateCheck.Check(draft.Applications, workloads);
        InitCheck.Check(draft.Applications, workloads);
        return cluster;
    }

    private static FoundState FoundIn(ClusterDraft draft, IReadOnlyList<NodePoolSpec> pools, FieldReader fields, PlacedObjects objects) =>
        draft.Found is { } path
            ? new FoundAssembly(pools, fields.Context.Diagnostics) { ActedUpon = draft.ControlPlane.Version.ActsUpon }
                .Read(path, (value, place) => objects.Take(draft.Name, value, place))
            : FoundState.Nothing;
}
