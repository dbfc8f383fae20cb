using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>Volumes that the pod has must be reachable from the node; for claims that wait there must be one, or one can be made.</summary>
/// <remarks>FindPodVolumes of scheduling/volume/scheduler_binder.go (1.20).</remarks>
public sealed class VolumeBinding : IFilter
{
    private const string NoVolume = "node(s) didn't find available persistent volumes to bind";

    private const string NoProvisioner = "kubernetes.io/no-provisioner";

    public string Name => PluginNames.VolumeBinding;

    public bool Concerns(Pass pass) => pass.Pod.Spec.Volumes.Any(volume => volume.ClaimName is not null);

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        if (state.Find<ClaimLists>() is not { } claims) return null;
        var reasons = new List<string>();
        if (FaultOfBound(claims.Bound, pass.Objects, node.Node!) is { } fault) reasons.Add(fault);
        if (claims.Waiting.Count > 0)
        {
            var plan = Plan(claims.Waiting, pass.Objects, node.Node!, out var error);
            if (error is not null) return Status.Error(Name, error);
            if (plan is null) reasons.Add(NoVolume);
            else if (reasons.Count == 0) state.Find<VolumePlans>()!.ByNode[node.Name] = plan;
        }

        return reasons.Count == 0 ? null : Status.Unresolvable(Name, reasons);
    }

    /// <summary>The first problem only.</summary>
    private static string? FaultOfBound(IReadOnlyList<PersistentVolumeClaim> claims, ClusterObjects objects, Node node)
    {
        foreach (var claim in claims)
        {
            if (objects.Find<PersistentVolume>(claim.VolumeName) is not { } volume) return "pvc(s) bound to non-existent pv(s)";
            if (!VolumeMatch.IsReachable(volume, node)) return "node(s) had volume node affinity conflict";
        }

        return null;
    }

    /// <summary>Null if a claim would get nothing.</summary>
    private static VolumePlan? Plan(
        IReadOnlyList<PersistentVolumeClaim> claims, ClusterObjects objects, Node node, out string? error)
    {
        error = null;
        var provision = new List<PersistentVolumeClaim>();
        var search = new List<PersistentVolumeClaim>();
        foreach (var claim in claims)
        {
            var isPlaced = claim.Metadata.Annotations.TryGetValue(WellKnownAnnotations.SelectedNode, out var selected);
            if (isPlaced && selected != node.Name) return null;
            (isPlaced ? provision : search).Add(claim);
        }

        var bind = Match(search, objects, node, provision, out error);
        return error is null && provision.All(claim => IsProvisionable(claim, objects, node)) ? new VolumePlan(bind, provision) : null;
    }

    /// <summary>Small claims first.</summary>
    private static List<(PersistentVolumeClaim Claim, PersistentVolume Volume)> Match(
        List<PersistentVolumeClaim> claims, ClusterObjects objects, Node node, List<PersistentVolumeClaim> provision, out string? error)
    {
        error = null;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var bind = new List<(PersistentVolumeClaim Claim, PersistentVolume Volume)>();
        foreach (var claim in claims.OrderBy(VolumeMatch.RequestOf))
        {
            var ofClass = objects.All<PersistentVolume>().Where(volume => ClaimRules.ClassOf(volume) == ClaimRules.ClassOf(claim));
            var volume = VolumeMatch.Find(claim, ofClass, node, taken, out var isBroken);
            if (isBroken) error = $"error creating internal label selector for claim: {claim.Key}";
            if (isBroken) break;
            if (volume is null) provision.Add(claim);
            else if (taken.Add(volume.Name)) bind.Add((claim, volume));
        }

        return bind;
    }

    private static bool IsProvisionable(PersistentVolumeClaim claim, ClusterObjects objects, Node node) =>
        objects.Find<StorageClass>(ClaimRules.ClassOf(claim)) is { Provisioner: not ("" or NoProvisioner) } storage
        && Topologies.Allow(storage, node);
}
