using Simulator.World.Observations;

namespace Simulator.World.Invariants;

internal sealed class VolumeHasOneWriter(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(VolumeHasOneWriter);

    private readonly Dictionary<string, SortedDictionary<string, bool>> _disks = new(StringComparer.Ordinal);

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.DiskAttached)
        {
            Attach(observation.Subject, observation.Other, isForWriting: observation.Value == 1);
        }
        else if (observation.Kind == ObservationKind.DiskDetached && _disks.TryGetValue(observation.Subject, out var nodes))
        {
            nodes.Remove(observation.Other);
        }
    }

    private void Attach(string disk, string node, bool isForWriting)
    {
        if (!_disks.TryGetValue(disk, out var nodes)) _disks.Add(disk, nodes = new SortedDictionary<string, bool>(StringComparer.Ordinal));
        foreach (var (other, writes) in nodes)
        {
            if (other != node && (isForWriting || writes))
            {
                cluster.Break(Name, $"disk {disk} is attached to {node} {As(isForWriting)} while {other} has it {As(writes)}");
            }
        }

        nodes[node] = isForWriting;
    }

    private static string As(bool isForWriting) => isForWriting ? "for writing" : "for reading";
}
