using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>Who makes the pods: each kind that 1.3 knows, and users themselves.</summary>
internal sealed class DrawnOwners(Dice dice, IReadOnlyList<NodePoolSpec> pools, IReadOnlyList<string> nodes)
{
    private static readonly int[] Sizes = [0, 1, 2, 3, 5, 8, 13, 21];
    private static readonly string[] Steps = ["1", "2", "10%", "25%", "50%", "100%"];

    public ApiObject Draw(ObjectMeta meta)
    {
        var spec = DrawnPods.Spec(dice, pools);
        return dice.Between(0, 15) switch
        {
            0 or 1 => new Pod { Metadata = meta with { Labels = LabelsOf(meta) }, Spec = OfUser(spec) },
            2 or 3 or 4 =>
                new ReplicationController
                {
                    Metadata = meta,
                    Replicas = dice.Of(Sizes),
                    Selector = LabelsOf(meta),
                    Template = Template(meta, spec),
                },
            5 or 6 =>
                new ReplicaSet { Metadata = meta, Replicas = dice.Of(Sizes), Selector = SelectorOf(meta), Template = Template(meta, spec) },
            7 or 8 or 9 or 10 => Deployment(meta, spec),
            14 or 15 => PetSet(meta, spec),
            11 => new DaemonSet { Metadata = meta, Selector = SelectorOf(meta), Template = Template(meta, spec) },
            _ => Job(meta, spec),
        };
    }

    public static LabelSet LabelsOf(ObjectMeta meta) => LabelSet.Of(("app", meta.Name));

    private static LabelSelector SelectorOf(ObjectMeta meta) => new() { MatchLabels = LabelsOf(meta) };

    /// <summary>Some users choose the node themselves.</summary>
    private PodSpec OfUser(PodSpec spec) => spec with
    {
        RestartPolicy = dice.Of("Always", "OnFailure", "Never"),
        NodeName = dice.Chance(0.2) ? dice.Of(nodes) : "",
    };

    private PodTemplate Template(ObjectMeta meta, PodSpec spec) =>
        new() { Labels = LabelsOf(meta).With("tier", dice.Of("front", "back")), Spec = spec };

    private Deployment Deployment(ObjectMeta meta, PodSpec spec) => new()
    {
        Metadata = meta,
        Replicas = dice.Of(Sizes),
        Selector = SelectorOf(meta),
        Template = Template(meta, spec),
        Strategy = dice.Chance(0.25) ? "Recreate" : "RollingUpdate",
        MaxSurge = dice.Of(Steps),
        MaxUnavailable = dice.Chance(0.2) ? "0" : dice.Of(Steps),
        MinReadySeconds = dice.Of(0, 0, 0, 5, 40),
        RevisionHistoryLimit = dice.Chance(0.3) ? dice.Between(0, 3) : null,
        Paused = dice.Chance(0.1),
    };

    /// <summary>Some are never initialized, and some have no service that names their pets.</summary>
    private PetSet PetSet(ObjectMeta meta, PodSpec spec)
    {
        var template = Template(meta, spec);
        return new PetSet
        {
            Metadata = meta,
            Replicas = dice.Of(0, 1, 2, 3, 3, 5, 7),
            Selector = SelectorOf(meta),
            ServiceName = meta.Name,
            Template = dice.Chance(0.85)
                ? template with { Annotations = LabelSet.Of((WellKnownAnnotations.PetInitialized, "true")) }
                : template,
            VolumeClaimTemplates = [.. Enumerable.Range(0, dice.Of(0, 1, 1, 2)).Select(Claim)],
        };
    }

    private PersistentVolumeClaim Claim(int number) => new()
    {
        Metadata = new ObjectMeta { Name = $"data{number}", Annotations = LabelSet.Of((WellKnownAnnotations.StorageClass, "any")) },
        AccessModes = ["ReadWriteOnce"],
        Requests = ResourceList.Of((ResourceNames.Storage, Quantity.FromUnits((long)dice.Of(1, 10, 200) << 30))),
    };

    private Job Job(ObjectMeta meta, PodSpec spec) => new()
    {
        Metadata = meta,
        Parallelism = dice.Between(1, 5),
        Completions = dice.Chance(0.7) ? dice.Between(1, 12) : null,
        ActiveDeadline = dice.Chance(0.2) ? dice.Seconds(30, 600) : null,
        Template = new PodTemplate { Labels = LabelsOf(meta), Spec = spec with { RestartPolicy = dice.Of("OnFailure", "Never") } },
    };
}
