using Simulator.Api;

namespace Simulator.World.Traffic;

/// <summary>The endpoint slices of each service, as they were committed.</summary>
internal sealed class CommittedSlices
{
    private readonly Dictionary<ObjectKey, SortedDictionary<string, EndpointSlice>> _byService = [];

    /// <returns>All of its service, by name.</returns>
    public IReadOnlyCollection<EndpointSlice> Put(EndpointSlice slice, bool isGone)
    {
        var key = new ObjectKey(slice.Namespace, slice.ServiceName);
        if (!_byService.TryGetValue(key, out var slices))
        {
            _byService.Add(key, slices = new SortedDictionary<string, EndpointSlice>(StringComparer.Ordinal));
        }

        if (isGone) slices.Remove(slice.Name);
        else slices[slice.Name] = slice;
        if (slices.Count == 0) _byService.Remove(key);
        return slices.Values;
    }
}
