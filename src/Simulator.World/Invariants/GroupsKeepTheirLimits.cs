using Simulator.World.Cloud.Groups;
using Simulator.World.Observations;
using Simulator.World.Places;

namespace Simulator.World.Invariants;

/// <summary>
/// Counts the machines of each group as the cloud tells of them. A group may be smaller than its min for as long as a machine that the
/// cloud took away itself is not replaced, which is the same moment.
/// </summary>
internal sealed class GroupsKeepTheirLimits : IInvariant
{
    public const string Name = nameof(GroupsKeepTheirLimits);

    private readonly CheckedCluster _cluster;
    private readonly GroupTable _groups;
    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _groupOf = new(StringComparer.Ordinal);

    public GroupsKeepTheirLimits(CheckedCluster cluster)
    {
        (_cluster, _groups) = (cluster, new GroupTable(cluster.Spec));
        if (_groups.Groups.Count == 0) return;
        foreach (var placed in NodeFactory.NodesOf(cluster.Spec))
        {
            if (_groups.GroupFor(placed.Pool, placed.Zone) is { } group) Join(placed.Node.Name, group.Id);
        }
    }

    public void Observe(in Observation observation)
    {
        switch (observation.Kind)
        {
            case ObservationKind.MachineRequested:
                Join(observation.Subject, observation.Other);
                if (_sizes[observation.Other] > _groups.Find(observation.Other)!.Limits.MaxSize)
                {
                    Break(observation.Other, "more than its max");
                }
                break;
            case ObservationKind.MachineDeleted when _groupOf.Remove(observation.Subject, out var group):
                _sizes[group]--;
                if (observation.Other == "deleted" && _sizes[group] < _groups.Find(group)!.Limits.MinSize)
                {
                    Break(group, "less than its min");
                }
                break;
        }
    }

    private void Join(string machine, string group)
    {
        _groupOf[machine] = group;
        _sizes[group] = _sizes.GetValueOrDefault(group) + 1;
    }

    private void Break(string group, string what)
    {
        var limits = _groups.Find(group)!.Limits;
        _cluster.Break(Name, $"group {group} has {_sizes[group]} machines, {what} ({limits.MinSize} to {limits.MaxSize})");
    }
}
