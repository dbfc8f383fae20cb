using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Serving.Slices;

/// <summary>
/// All slices as the watch has shown them, by service; and the versions that the controller's own writes have made
/// (endpointslice_tracker.go of 1.20).
/// </summary>
internal sealed class SliceBook
{
    private readonly Dictionary<ObjectKey, SortedDictionary<string, EndpointSlice>> _seen = [];
    private readonly Dictionary<ObjectKey, Dictionary<string, long>> _written = [];

    /// <summary>By name.</summary>
    public IReadOnlyCollection<EndpointSlice> Of(ObjectKey service) =>
        _seen.TryGetValue(service, out var slices) ? slices.Values : Array.Empty<EndpointSlice>();

    /// <returns>The service is to be looked at: somebody else has changed the slice, or a later write of its own is still under
    /// way.</returns>
    public bool See(in WatchEvent change, out ObjectKey service)
    {
        var slice = (EndpointSlice)change.Object;
        service = ServiceOf(slice);
        if (!_seen.TryGetValue(service, out var slices))
        {
            _seen.Add(service, slices = new SortedDictionary<string, EndpointSlice>(StringComparer.Ordinal));
        }
        var written = _written.GetValueOrDefault(service)?.GetValueOrDefault(slice.Name) ?? 0;
        if (change.Type == WatchEventType.Deleted)
        {
            slices.Remove(slice.Name);
            if (slices.Count == 0) _seen.Remove(service);
            return written != 0;
        }

        slices[slice.Name] = slice;
        return written != slice.Metadata.ResourceVersion;
    }

    public void NoteWritten(EndpointSlice slice)
    {
        var service = ServiceOf(slice);
        if (!_written.TryGetValue(service, out var versions))
        {
            _written.Add(service, versions = new Dictionary<string, long>(StringComparer.Ordinal));
        }
        versions[slice.Name] = slice.Metadata.ResourceVersion;
    }

    public void NoteDeleted(EndpointSlice slice) => _written.GetValueOrDefault(ServiceOf(slice))?.Remove(slice.Name);

    public void Forget(ObjectKey service) => _written.Remove(service);

    private static ObjectKey ServiceOf(EndpointSlice slice) => new(slice.Namespace, slice.ServiceName);
}
