using Simulator.Api;

namespace Simulator.World.Metrics;

/// <summary>The pods that one autoscaler asks for: running, on machines that answer.</summary>
internal sealed class MeasuredList
{
    private IReadOnlyList<ApiObject>? _listed;
    private long _reach;
    private PodRecords? _owner;
    private int _era;
    private PodRecord[] _records = [];

    public List<Pod> Pods { get; } = [];

    /// <summary>True if <see cref="Pods"/> are those of this list: servers hand out the same list until a pod changes.</summary>
    /// <param name="reach">Version of who answers.</param>
    public bool Holds(IReadOnlyList<ApiObject> listed, long reach) => ReferenceEquals(listed, _listed) && reach == _reach;

    /// <summary>The pods were read from this list.</summary>
    public void Note(IReadOnlyList<ApiObject> listed, long reach) => (_listed, _reach, _owner) = (listed, reach, null);

    /// <summary>Null if the pods have changed since, or another sampler kept them.</summary>
    public PodRecord[]? RecordsOf(PodRecords owner) => _owner == owner && _era == owner.Era ? _records : null;

    public void Keep(PodRecords owner, PodRecord[] records) => (_owner, _era, _records) = (owner, owner.Era, records);
}
