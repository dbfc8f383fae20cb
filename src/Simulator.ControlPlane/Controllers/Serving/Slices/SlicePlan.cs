using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Serving.Slices;

/// <summary>
/// What is to be written so that the slices of a service hold its endpoints, with as few writes as the rule finds (reconcile and
/// reconcileByPortMapping in pkg/controller/endpointslice/reconciler.go of 1.20).
/// </summary>
public sealed class SlicePlan
{
    private readonly SlicedService _service;
    private readonly int _most;
    private readonly List<EndpointSlice> _creations = [];
    private readonly List<EndpointSlice> _updates = [];
    private readonly List<EndpointSlice> _deletions = [];

    private SlicePlan(SlicedService service, int most) => (_service, _most) = (service, most);

    public IReadOnlyList<EndpointSlice> Creations => _creations;

    public IReadOnlyList<EndpointSlice> Updates => _updates;

    public IReadOnlyList<EndpointSlice> Deletions => _deletions;

    /// <summary>The slices of a service that has none yet.</summary>
    public static IReadOnlyList<EndpointSlice> Of(Service service, IEnumerable<Pod> pods)
    {
        var sliced = new SlicedService(service);
        foreach (var pod in pods) sliced.Put(pod);
        return For(sliced, [], new EndpointSliceOptions().MaxEndpointsPerSlice).Creations;
    }

    /// <param name="slices">By name.</param>
    /// <param name="most">Endpoints of a slice.</param>
    internal static SlicePlan For(SlicedService service, IReadOnlyCollection<EndpointSlice> slices, int most)
    {
        var plan = new SlicePlan(service, most);
        plan.Reconcile(slices);
        return plan;
    }

    private void Reconcile(IReadOnlyCollection<EndpointSlice> slices)
    {
        List<EndpointSlice> left = [];
        foreach (var slice in slices) (_service.Owns(slice) ? left : _deletions).Add(slice);
        foreach (var group in _service.Groups)
        {
            Reconcile(group, left.FindAll(slice => group.HasPorts(slice.Ports)));
            left.RemoveAll(slice => group.HasPorts(slice.Ports));
        }

        _deletions.AddRange(left);

        // A service without endpoints has one slice, without ports, that says so.
        if (slices.Count == _deletions.Count && _creations.Count == 0) _creations.Add(New([], []));
        Reuse();
    }

    /// <summary>First what slices have is put right, then those that are written anyway are filled, then another one.</summary>
    private void Reconcile(PortGroup group, List<EndpointSlice> slices)
    {
        List<EndpointSlice> changed = [], unchanged = [], emptied = [];
        do
        {
            changed.Clear();
            unchanged.Clear();
            emptied.Clear();
            group.BeginRound(slices);
            foreach (var slice in slices) Sort(slice, group.Keep(slice.Endpoints), changed, unchanged, emptied);
        }
        while (group.IsInDoubt);
        _deletions.AddRange(emptied);
        var waiting = group.Unplaced();
        if (waiting.Count > 0) Fill(group, changed, waiting);
        while (waiting.Count > 0) Place(group, waiting, changed, unchanged);
        _updates.AddRange(changed);
    }

    private void Sort(
        EndpointSlice slice, IReadOnlyList<SliceEndpoint> kept, List<EndpointSlice> changed, List<EndpointSlice> unchanged,
        List<EndpointSlice> emptied)
    {
        var isSame = ReferenceEquals(kept, slice.Endpoints);
        if (!isSame && kept.Count == 0) emptied.Add(slice);
        else if (isSame && slice.Metadata.Labels.SameAs(_service.Labels)) unchanged.Add(slice);
        else changed.Add(slice with { Metadata = slice.Metadata with { Labels = _service.Labels }, Endpoints = kept });
    }

    /// <summary>The fullest first.</summary>
    private void Fill(PortGroup group, List<EndpointSlice> changed, Queue<SliceEndpoint> waiting)
    {
        changed.Sort(static (left, right) => left.Endpoints.Count != right.Endpoints.Count
            ? right.Endpoints.Count.CompareTo(left.Endpoints.Count)
            : string.CompareOrdinal(left.Name, right.Name));
        for (var i = 0; i < changed.Count && waiting.Count > 0; i++) changed[i] = Filled(group, changed[i], waiting);
    }

    private void Place(PortGroup group, Queue<SliceEndpoint> waiting, List<EndpointSlice> changed, List<EndpointSlice> unchanged)
    {
        var place = waiting.Count < _most ? Nearest(unchanged, waiting.Count) : null;
        if (place is null)
        {
            _creations.Add(Filled(group, New(group.Ports, []), waiting));
            return;
        }

        unchanged.Remove(place);
        changed.Add(Filled(group, place, waiting));
    }

    /// <summary>The slice with room for so many that is fullest then; null: none has.</summary>
    private EndpointSlice? Nearest(List<EndpointSlice> slices, int count)
    {
        var (nearest, room) = ((EndpointSlice?)null, _most);
        foreach (var slice in slices)
        {
            var left = _most - count - slice.Endpoints.Count;
            if (left < 0 || left >= room) continue;
            (nearest, room) = (slice, left);
        }

        return nearest;
    }

    private EndpointSlice Filled(PortGroup group, EndpointSlice slice, Queue<SliceEndpoint> waiting)
    {
        var count = Math.Min(_most - slice.Endpoints.Count, waiting.Count);
        if (count <= 0) return slice;
        List<SliceEndpoint> endpoints = new(slice.Endpoints.Count + count);
        endpoints.AddRange(slice.Endpoints);
        for (var i = 0; i < count; i++) endpoints.Add(waiting.Dequeue());
        group.Extended(slice.Endpoints, endpoints);
        return slice with { Endpoints = endpoints };
    }

    private EndpointSlice New(IReadOnlyList<EndpointPort> ports, IReadOnlyList<SliceEndpoint> endpoints) => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = _service.Key.Namespace,
            GenerateName = $"{_service.Key.Name}-",
            Labels = _service.Labels,
            OwnerReferences = _service.Owners,
        },
        Endpoints = endpoints,
        Ports = ports,
    };

    /// <summary>A slice to be made takes the place of one to be deleted: one write instead of two (finalize).</summary>
    private void Reuse()
    {
        for (var i = 0; i < _deletions.Count && _creations.Count > 0;)
        {
            if (!_service.Owns(_deletions[i]))
            {
                i++;
                continue;
            }

            // It is written over whatever is there by now.
            var (old, wanted) = (_deletions[i], _creations[^1]);
            var metadata = old.Metadata with { Labels = _service.Labels, ResourceVersion = 0 };
            _updates.Add(old with { Metadata = metadata, Endpoints = wanted.Endpoints, Ports = wanted.Ports });
            _creations.RemoveAt(_creations.Count - 1);
            _deletions.RemoveAt(i);
        }
    }
}
