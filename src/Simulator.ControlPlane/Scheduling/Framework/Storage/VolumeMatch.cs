using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Storage;

/// <summary>Which free volume a waiting claim would get on a node (FindMatchingVolume of 1.20).</summary>
public static class VolumeMatch
{
    /// <summary>The nodes that can reach the volume; without a rule of its own all of them.</summary>
    public static bool IsReachable(PersistentVolume volume, Node node) =>
        volume.NodeAffinity is not { } selector || NodeTerms.Of(selector).Match(node.Metadata.Labels, "");

    /// <summary>Null if there is none. The smallest that will do wins; of equal ones the first by name (the real one: any).</summary>
    /// <param name="volumes">Those of the claim's class.</param>
    /// <param name="taken">Volumes that other claims of the pod would get.</param>
    /// <param name="error">The claim's selector is wrong.</param>
    public static PersistentVolume? Find(
        PersistentVolumeClaim claim, IEnumerable<PersistentVolume> volumes, Node node, HashSet<string> taken, out bool error)
    {
        SelectorMatcher? selector = null;
        error = claim.Selector is not null && !PodSelector.TryCompile(claim.Selector, out selector);
        if (error) return null;
        PersistentVolume? smallest = null;
        foreach (var volume in volumes)
        {
            if (!Serves(volume, claim, taken)) continue;
            if (volume.ClaimRef is not null) return IsReachable(volume, node) ? volume : null;
            if (volume.Phase != VolumePhase.Available || selector?.Matches(volume.Metadata.Labels) == false) continue;
            if (!IsReachable(volume, node) || !claim.AccessModes.All(volume.AccessModes.Contains)) continue;
            if (smallest is null || SizeOf(volume).CompareTo(SizeOf(smallest)) < 0) smallest = volume;
        }

        return smallest;
    }

    public static Quantity RequestOf(PersistentVolumeClaim claim) =>
        claim.Requests.TryGet(ResourceNames.Storage, out var size) ? size : Quantity.Zero;

    private static bool Serves(PersistentVolume volume, PersistentVolumeClaim claim, HashSet<string> taken) =>
        !taken.Contains(volume.Name)
        && (volume.ClaimRef is null || ClaimRules.IsFor(volume, claim))
        && SizeOf(volume).CompareTo(RequestOf(claim)) >= 0
        && Mode(volume.VolumeMode) == Mode(claim.VolumeMode)
        && !volume.Metadata.IsBeingDeleted;

    private static Quantity SizeOf(PersistentVolume volume) =>
        volume.Capacity.TryGet(ResourceNames.Storage, out var size) ? size : Quantity.Zero;

    private static string Mode(string mode) => mode.Length == 0 ? "Filesystem" : mode;
}
