using System.Globalization;
using Simulator.Api;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Generators;

/// <summary>What users do to what keeps data: delete claims, volumes and pets, let a pet go on, scale a set down and up again.</summary>
internal sealed class DrawnInterventions(Dice dice, ClusterSpec cluster, TimeSpan duration)
{
    private readonly List<ApiObject> _objects = [.. cluster.Workloads.SelectMany(workload => workload.Objects)];

    public IReadOnlyList<OperationSpec> Draw()
    {
        List<PetSet> sets = [.. _objects.OfType<PetSet>().Where(set => set.Replicas > 0)];
        List<ApiObject> storage = [.. _objects.Where(value => value is PersistentVolume or PersistentVolumeClaim)];
        var operations = new List<OperationSpec>();
        if (storage.Count > 0 && dice.Chance(0.4)) operations.Add(Delete(dice.Of(storage)));
        if (sets.Count > 0) operations.AddRange(Enumerable.Range(0, dice.Between(0, 3)).SelectMany(_ => To(dice.Of(sets))));
        return operations;
    }

    private DeleteOperation Delete(ApiObject value) => new(value.Kind, value.Key) { At = At(), Cluster = cluster.Name };

    private IEnumerable<OperationSpec> To(PetSet set)
    {
        var at = At();
        var pet = new ObjectKey(
            set.Namespace, string.Create(CultureInfo.InvariantCulture, $"{set.Name}-{dice.Between(0, set.Replicas - 1)}"));
        switch (dice.Between(0, 4))
        {
            case 0: yield return new DeleteOperation("Pod", pet) { At = at, Cluster = cluster.Name }; break;
            case 1: yield return new DeleteOperation("Pod", pet, TimeSpan.Zero) { At = at, Cluster = cluster.Name }; break;
            case 2:
                yield return new AnnotateOperation(
                "Pod", pet,
                LabelSet.Of((WellKnownAnnotations.PetInitialized, dice.Of("true", "true", "false"))))
                {
                    Overwrite = true,
                    At = at,
                    Cluster = cluster.Name,
                }; break;
            case 3:
                yield return new ScaleOperation("PetSet", set.Key, dice.Between(0, set.Replicas)) { At = at, Cluster = cluster.Name };
                yield return new ScaleOperation("PetSet", set.Key, dice.Between(0, 6))
                {
                    At = at + dice.Seconds(1, 300),
                    Cluster = cluster.Name,
                };
                break;
            default:
                yield return new DeleteOperation(
                    "PersistentVolumeClaim", new ObjectKey(pet.Namespace, $"data0-{pet.Name}"))
                { At = at, Cluster = cluster.Name };
                if (dice.Chance(0.5))
                {
                    yield return new DeleteOperation("Pod", pet) { At = at + dice.Seconds(0, 60), Cluster = cluster.Name };
                }
                break;
        }
    }

    private TimeSpan At() => dice.Seconds(0, (int)duration.TotalSeconds / 2);
}
