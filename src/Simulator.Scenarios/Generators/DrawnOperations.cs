using Simulator.Api;
using Simulator.World;

namespace Simulator.Scenarios.Generators;

/// <summary>What users do in the first half: scale, change an image, cordon, drain, delete.</summary>
internal static class DrawnOperations
{
    public static IReadOnlyList<OperationSpec> Draw(Dice dice, ClusterSpec cluster, TimeSpan duration)
    {
        var controllers = cluster.Workloads.SelectMany(workload => workload.Objects).OfType<ReplicationController>().ToList();
        var nodes = NodeFactory.NodesOf(cluster).Select(placed => placed.Node.Name).ToList();
        return [.. Enumerable.Range(0, dice.Between(0, 3)).SelectMany(_ => Operations(dice, cluster.Name, controllers, nodes, dice.Seconds(0, (int)duration.TotalSeconds / 2)))];
    }

    private static IEnumerable<OperationSpec> Operations(Dice dice, string cluster, List<ReplicationController> controllers, List<string> nodes, TimeSpan at)
    {
        var node = dice.Of(nodes);
        var choice = controllers.Count == 0 ? dice.Between(0, 1) : dice.Between(0, 5);
        var key = controllers.Count == 0 ? default : dice.Of(controllers).Key;
        switch (choice)
        {
            case 0:
                yield return new CordonOperation(node, Unschedulable: true) { At = at, Cluster = cluster };
                if (dice.Chance(0.6)) yield return new CordonOperation(node, Unschedulable: false) { At = at + dice.Seconds(1, 300), Cluster = cluster };
                break;
            case 1: yield return new DrainOperation(node) { At = at, Cluster = cluster }; break;
            case 2: yield return new DeleteOperation("ReplicationController", key) { At = at, Cluster = cluster }; break;
            case 3: yield return new SetImageOperation("ReplicationController", key, "web:2", null) { At = at, Cluster = cluster }; break;
            default: yield return new ScaleOperation("ReplicationController", key, dice.Between(0, 30)) { At = at, Cluster = cluster }; break;
        }
    }
}
