using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// Two bound claims never share a volume; that volume and claim name each other is asked at the end, of what has not changed for a minute.
/// </summary>
internal sealed class VolumeHasOneClaim(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(VolumeHasOneClaim);

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, ObjectKey> _claims = new(StringComparer.Ordinal);

    private TimeSpan _lastChange;

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit.Object is PersistentVolume volume && commit.Type == WatchEventType.Deleted) _claims.Remove(volume.Name);
        else if (commit.Object is PersistentVolumeClaim claim) OnClaim(commit.Type, claim);
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind is ObservationKind.ClaimChanged or ObservationKind.VolumeChanged) _lastChange = observation.At;
        if (observation.Kind != ObservationKind.RunEnded
            || observation.At - _lastChange < Quiet
            || !cluster.Troubles.AreOverFor(Quiet, observation.At))
        {
            return;
        }
        foreach (var claim in cluster.Store.List(nameof(PersistentVolumeClaim)).Cast<PersistentVolumeClaim>()) Judge(claim);
        foreach (var volume in cluster.Store.List(nameof(PersistentVolume)).Cast<PersistentVolume>()) Judge(volume);
    }

    private void OnClaim(WatchEventType type, PersistentVolumeClaim claim)
    {
        if (type == WatchEventType.Deleted || claim.Phase != ClaimPhase.Bound)
        {
            if (_claims.TryGetValue(claim.VolumeName, out var known) && known == claim.Key) _claims.Remove(claim.VolumeName);
            return;
        }

        if (!_claims.TryAdd(claim.VolumeName, claim.Key) && _claims[claim.VolumeName] is var other && other != claim.Key)
        {
            cluster.Break(Name, $"volume {claim.VolumeName} is bound to claim {other} and to claim {claim.Key}");
        }
    }

    private void Judge(PersistentVolumeClaim claim)
    {
        if (claim.Phase != ClaimPhase.Bound) return;
        var volume = cluster.Store.Find<PersistentVolume>(nameof(PersistentVolume), new ObjectKey("", claim.VolumeName));
        if (volume is null) cluster.Break(Name, $"claim {claim.Key} is bound to volume {claim.VolumeName}, which does not exist");
        else if (volume.ClaimRef?.Key != claim.Key)
        {
            cluster.Break(
                Name, $"claim {claim.Key} is bound to volume {volume.Name}, which names {volume.ClaimRef?.Key.ToString() ?? "nobody"}");
        }
    }

    private void Judge(PersistentVolume volume)
    {
        if (volume.Phase != VolumePhase.Bound) return;
        var claim = volume.ClaimRef is { } reference
            ? cluster.Store.Find<PersistentVolumeClaim>(nameof(PersistentVolumeClaim), reference.Key)
            : null;
        if (claim is null) cluster.Break(Name, $"volume {volume.Name} is bound to a claim that does not exist");
        else if (claim.VolumeName != volume.Name)
        {
            cluster.Break(Name, $"volume {volume.Name} is bound to claim {claim.Key}, which names '{claim.VolumeName}'");
        }
    }
}
