using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>The disks behind the pod's claims are in the node's zone and region (predicates.go, VolumeZoneChecker).</summary>
public sealed class NoVolumeZoneConflict : IPredicate
{
    private static readonly string[] ZoneLabels = [WellKnownLabels.Zone, WellKnownLabels.Region];

    private readonly List<(string Label, string Value)> _wanted = [];
    private ClusterState? _state;
    private Pod? _pod;
    private long _storage;
    private string? _error;

    public bool CanReject(Pod pod) => pod.Spec.Volumes.Any(volume => volume.ClaimName is not null);

    /// <summary>A conflict comes before an error that stands behind it in the pod's volumes.</summary>
    public Verdict Check(Pod pod, NodeInfo node, ClusterState state)
    {
        // A node without zone labels takes any pod, without a look at its claims.
        if (!node.Labels.ContainsKey(WellKnownLabels.Zone) && !node.Labels.ContainsKey(WellKnownLabels.Region)) return Verdict.Fits;
        Want(pod, state);
        foreach (var (label, value) in _wanted)
        {
            if (value != node.Labels.ValueOrEmpty(label)) return Verdict.Rejects("NoVolumeZoneConflict");
        }

        return _error is null ? Verdict.Fits : Verdict.Fails(_error);
    }

    /// <summary>A decision asks about one pod on many nodes: its claims are followed once.</summary>
    private void Want(Pod pod, ClusterState state)
    {
        if (ReferenceEquals(_state, state) && ReferenceEquals(_pod, pod) && _storage == state.StorageVersion) return;
        (_state, _pod, _storage, _error) = (state, pod, state.StorageVersion, null);
        _wanted.Clear();
        foreach (var volume in pod.Spec.Volumes)
        {
            if (volume.ClaimName is null) continue;
            _error = Follow(pod.Namespace, volume.ClaimName, state);
            if (_error is not null) return;
        }
    }

    private string? Follow(string podNamespace, string claimName, ClusterState state)
    {
        if (state.Claim(podNamespace, claimName) is not { } claim) return $"claim {claimName} does not exist";
        if (claim.VolumeName.Length == 0) return $"claim {claimName} is not bound";
        if (state.Volume(claim.VolumeName) is not { } volume) return $"volume {claim.VolumeName} does not exist";
        foreach (var label in ZoneLabels)
        {
            if (volume.Metadata.Labels.TryGetValue(label, out var value)) _wanted.Add((label, value));
        }

        return null;
    }
}
