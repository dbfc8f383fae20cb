using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Invariants;

/// <summary>
/// The binder gives a claim a volume once; if that goes, the claim is lost and names it still. Only a user could change it, and that is not
/// judged.
/// </summary>
internal sealed class ClaimKeepsItsVolume(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(ClaimKeepsItsVolume);

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit is not
            {
                Type: WatchEventType.Modified, Object: PersistentVolumeClaim claim, Previous: PersistentVolumeClaim
                {
                    VolumeName.Length: > 0,
                } before
            }
            || claim.VolumeName == before.VolumeName)
        {
            return;
        }
        cluster.Break(Name, $"claim {claim.Key} was bound to volume {before.VolumeName} and now names '{claim.VolumeName}'");
    }
}
