using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Which volume a claim gets (pkg/controller/persistentvolume/index.go of 1.3.10).</summary>
/// <remarks>
/// Volumes of few access modes come before those of many, whatever their size. Among those of equally many the one that is reserved for the
/// claim wins, then the smallest. Between equals the real program chooses at random; here the first by name is taken.
/// </remarks>
public static class VolumeMatch
{
    /// <summary>Null if none will do.</summary>
    public static PersistentVolume? Find(PersistentVolumeClaim claim, IReadOnlyCollection<PersistentVolume> volumes)
    {
        var selector = SelectorMatcher.Everything;
        if (claim.Selector is { } labels && !SelectorMatcher.TryCompile(labels, out selector, out _)) return null;
        var request = claim.Requests.Value(ResourceNames.Storage);
        PersistentVolume? best = null;
        foreach (var volume in volumes)
        {
            if (!Suits(volume, claim, request, selector) || !HasModes(volume, claim)) continue;
            if (best is null || IsBetter(volume, best, claim)) best = volume;
        }

        return best is not null && claim.IsProvisioned && HasFewer(volumes, claim, Modes(best)) ? null : best;
    }

    /// <summary>A claim that wants its volume made takes no other; size and labels of one that is reserved for it are not looked at.</summary>
    private static bool Suits(PersistentVolume volume, PersistentVolumeClaim claim, long request, SelectorMatcher selector)
    {
        if (VolumeBinding.IsFor(volume, claim)) return true;
        return !claim.IsProvisioned && volume.ClaimRef is null && Size(volume) >= request && selector.Matches(volume.Metadata.Labels);
    }

    private static bool HasModes(PersistentVolume volume, PersistentVolumeClaim claim) => claim.AccessModes.All(volume.AccessModes.Contains);

    /// <summary>For a claim that wants its volume made the search ends with the volumes of fewest modes, whatever comes after (1.3.10).</summary>
    private static bool HasFewer(IEnumerable<PersistentVolume> volumes, PersistentVolumeClaim claim, int modes) =>
        volumes.Any(volume => HasModes(volume, claim) && Modes(volume) < modes);

    private static bool IsBetter(PersistentVolume volume, PersistentVolume other, PersistentVolumeClaim claim)
    {
        var order = Modes(volume).CompareTo(Modes(other));
        if (order == 0) order = VolumeBinding.IsFor(other, claim).CompareTo(VolumeBinding.IsFor(volume, claim));
        if (order == 0) order = Size(volume).CompareTo(Size(other));
        if (order == 0) order = string.CompareOrdinal(volume.Name, other.Name);
        return order < 0;
    }

    private static int Modes(PersistentVolume volume) => volume.AccessModes.Distinct(StringComparer.Ordinal).Count();

    private static long Size(PersistentVolume volume) => volume.Capacity.Value(ResourceNames.Storage);
}
