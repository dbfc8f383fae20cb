using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>Which volume a claim gets (pkg/controller/volume/persistentvolume/index.go of 1.3.10).</summary>
/// <remarks>
/// Volumes are searched by their sets of access modes, small sets before large ones, whatever the volumes' size. In a set the one that is
/// reserved for the claim wins, then the smallest. Between equals, sets as well as volumes, a map decides.
/// </remarks>
public static class VolumeMatch
{
    /// <summary>Null if none will do.</summary>
    public static PersistentVolume? Find(PersistentVolumeClaim claim, IReadOnlyCollection<PersistentVolume> volumes, IMapOrder order)
    {
        var selector = SelectorMatcher.Everything;
        if (claim.Selector is { } labels && !SelectorMatcher.TryCompile(labels, out selector, out _)) return null;
        var sets = volumes.Where(volume => claim.AccessModes.All(volume.AccessModes.Contains)).GroupBy(ModesOf).ToList();
        while (sets.Count > 0)
        {
            var set = First(sets, static set => Modes(set.First()), static set => set.Key, order);
            var found = FindIn(set, claim, selector, order);

            // Quirk: for a claim that wants its volume made the search ends with the first set, whatever comes after.
            if (found is not null || claim.IsProvisioned) return found;
            sets.Remove(set);
        }

        return null;
    }

    /// <summary>
    /// Size and labels of a volume that is reserved for the claim are not looked at; a claim that wants its volume made takes no other.
    /// </summary>
    private static PersistentVolume? FindIn(
        IEnumerable<PersistentVolume> set, PersistentVolumeClaim claim, SelectorMatcher selector, IMapOrder order)
    {
        var reserved = set.Where(volume => VolumeBinding.IsFor(volume, claim)).ToList();
        if (reserved.Count > 0) return First(reserved, static _ => 0, static volume => volume.Name, order);
        var request = claim.Requests.Value(ResourceNames.Storage);
        var suited = set.Where(volume => volume.ClaimRef is null && Size(volume) >= request && selector.Matches(volume.Metadata.Labels))
            .ToList();
        return claim.IsProvisioned || suited.Count == 0 ? null : First(suited, Size, static volume => volume.Name, order);
    }

    /// <summary>One of the least, drawn where there are several.</summary>
    private static T First<T>(List<T> items, Func<T, long> size, Func<T, string> name, IMapOrder order)
    {
        var least = items.Min(size);
        var equal = items.Where(item => size(item) == least).OrderBy(name, StringComparer.Ordinal).ToList();
        return equal[order.Pick(equal.Count)];
    }

    private static string ModesOf(PersistentVolume volume) =>
        string.Join(',', volume.AccessModes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static long Modes(PersistentVolume volume) => volume.AccessModes.Distinct(StringComparer.Ordinal).Count();

    private static long Size(PersistentVolume volume) => volume.Capacity.Value(ResourceNames.Storage);
}
