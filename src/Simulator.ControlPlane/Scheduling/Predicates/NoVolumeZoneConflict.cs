using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>The disks behind the pod's claims are in the node's zone and region (predicates.go, VolumeZoneChecker).</summary>
public sealed class NoVolumeZoneConflict : IPredicate
{
    private static readonly string[] ZoneLabels = [WellKnownLabels.Zone, WellKnownLabels.Region];

    public bool CanReject(Pod pod) => !IsNodeLocal(pod);

    public bool IsNodeLocal(Pod pod) => pod.Spec.Volumes.All(volume => volume.ClaimName is null);

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state)
    {
        // A node without zone labels takes any pod, without a look at its claims.
        if (!ZoneLabels.Any(node.Labels.ContainsKey)) return Verdict.Fits;
        foreach (var volume in pod.Spec.Volumes)
        {
            if (volume.ClaimName is null) continue;
            var verdict = CheckClaim(pod.Namespace, volume.ClaimName, node, state);
            if (!verdict.IsFit) return verdict;
        }

        return Verdict.Fits;
    }

    private static Verdict CheckClaim(string podNamespace, string claimName, NodeInfo node, ClusterState state)
    {
        if (state.Claim(podNamespace, claimName) is not { } claim) return Verdict.Fails($"claim {claimName} does not exist");
        if (claim.VolumeName.Length == 0) return Verdict.Fails($"claim {claimName} is not bound");
        if (state.Volume(claim.VolumeName) is not { } volume) return Verdict.Fails($"volume {claim.VolumeName} does not exist");
        var sameZone = ZoneLabels.All(label =>
            !volume.Metadata.Labels.TryGetValue(label, out var value) || value == node.Labels.ValueOrEmpty(label));
        return Verdict.FitsIf(sameZone, "NoVolumeZoneConflict");
    }
}
