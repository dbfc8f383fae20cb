using Simulator.Api;
using Simulator.World.Places;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Generators;

/// <summary>What users do in the first half: scale, roll out, pause, roll back, apply, cordon, drain, delete.</summary>
internal sealed class DrawnOperations(Dice dice, ClusterSpec cluster, TimeSpan duration)
{
    private static readonly string[] Images = ["web:2", "web:3", "db:3"];

    private readonly List<ApiObject> _owners = [.. cluster.Workloads.SelectMany(workload => workload.Objects)
        .Where(value => value is IPodOwner)];
    private readonly List<string> _nodes = [.. NodeFactory.NodesOf(cluster).Select(placed => placed.Node.Name)];

    public IReadOnlyList<OperationSpec> Draw() =>
        [.. Enumerable.Range(0, dice.Between(0, 5)).SelectMany(_ => At(dice.Seconds(0, (int)duration.TotalSeconds / 2)))];

    private IEnumerable<OperationSpec> At(TimeSpan at)
    {
        if (_owners.Count == 0 || dice.Chance(0.3)) return OnNode(dice.Of(_nodes), at);
        var owner = dice.Of(_owners);
        if (dice.Chance(0.1)) return [new DeleteOperation(owner.Kind, owner.Key) { At = at, Cluster = cluster.Name }];
        return owner switch
        {
            Deployment deployment => OnDeployment(deployment, at),
            PetSet set when dice.Chance(0.4) => [Forced(set, at)],
            ReplicaController or PetSet when dice.Chance(0.7) => [Scaled(owner, at)],
            _ => [NewImage(owner, at)],
        };
    }

    private IEnumerable<OperationSpec> OnNode(string node, TimeSpan at)
    {
        if (dice.Chance(0.4))
        {
            yield return new DrainOperation(node) { At = at, Cluster = cluster.Name };
            yield break;
        }

        yield return new CordonOperation(node, Unschedulable: true) { At = at, Cluster = cluster.Name };
        if (dice.Chance(0.6))
        {
            yield return new CordonOperation(node, Unschedulable: false) { At = at + dice.Seconds(1, 300), Cluster = cluster.Name };
        }
    }

    private IEnumerable<OperationSpec> OnDeployment(Deployment deployment, TimeSpan at)
    {
        switch (dice.Between(0, 6))
        {
            case 0: yield return Scaled(deployment, at); break;
            case 1:
                yield return new PauseOperation(deployment.Key, Paused: true) { At = at, Cluster = cluster.Name };
                if (dice.Chance(0.7))
                {
                    yield return new PauseOperation(deployment.Key, Paused: false)
                    {
                        At = at + dice.Seconds(1, 200),
                        Cluster = cluster.Name,
                    };
                }
                break;
            case 2: yield return new ApplyOperation([Changed(deployment)]) { At = at, Cluster = cluster.Name }; break;
            case 3 or 4:
                yield return NewImage(deployment, at);
                yield return new RollbackOperation(deployment.Key, dice.Of(0, 0, 1))
                {
                    At = at + dice.Seconds(1, 300),
                    Cluster = cluster.Name,
                };
                break;
            default: yield return NewImage(deployment, at); break;
        }
    }

    private Deployment Changed(Deployment deployment) => deployment with
    {
        Replicas = dice.Between(0, 20),
        Paused = false,
        Template = deployment.Template with { Labels = deployment.Template.Labels.With("version", "2") },
    };

    /// <summary>What an impatient human does to a pet whose machine does not answer.</summary>
    private DeleteOperation Forced(PetSet set, TimeSpan at) =>
        new(
            "Pod", new ObjectKey(set.Namespace, $"{set.Name}-{dice.Between(0, Math.Max(0, set.Replicas - 1))}"),
            TimeSpan.Zero)
        { At = at, Cluster = cluster.Name };

    private ScaleOperation Scaled(ApiObject owner, TimeSpan at) =>
        new(owner.Kind, owner.Key, dice.Between(0, 25)) { At = at, Cluster = cluster.Name };

    private SetImageOperation NewImage(ApiObject owner, TimeSpan at) =>
        new(owner.Kind, owner.Key, dice.Of(Images), null) { At = at, Cluster = cluster.Name };
}
