using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>What a pod asks for: nothing, a little, or more than some nodes have.</summary>
internal static class DrawnPods
{
    public static PodSpec Spec(Dice dice, IReadOnlyList<NodePoolSpec> pools)
    {
        var pool = dice.Of(pools);
        return new PodSpec
        {
            Containers = [.. Enumerable.Range(0, dice.Of(1, 1, 1, 2)).Select(i => Container(dice, $"c{i}"))],
            InitContainers = dice.Chance(0.15) ? [new Container { Name = "init", Image = "init:1", Requests = Requests(dice) }] : [],
            NodeSelector = dice.Chance(0.2) && pool.Labels.Count > 0 ? LabelSet.Of(("pool", pool.Name)) : LabelSet.Empty,
            Tolerations = dice.Chance(0.3)
                ? new Parsed<IReadOnlyList<Toleration>>([new Toleration("dedicated", dice.Of("Equal", "Exists"), pool.Name, "")])
                : default,
            TerminationGracePeriod = TimeSpan.FromSeconds(dice.Of(0, 2, 30, 30, 30, 60)),
        };
    }

    private static Container Container(Dice dice, string name) => new()
    {
        Name = name,
        Image = dice.Of("web:1", "web:latest", "db:2", "tool:1"),
        Requests = Requests(dice),
        Ports = [new ContainerPort("", 80, dice.Chance(0.1) ? dice.Of(80, 443) : 0, "TCP")],
        ReadinessProbe = dice.Chance(0.4) ? Probe(dice) : null,
        LivenessProbe = dice.Chance(0.25) ? Probe(dice) with { SuccessThreshold = 1 } : null,
        ImagePullPolicy = dice.Chance(0.2) ? dice.Of("Always", "IfNotPresent", "Never") : "",
        EnvironmentFrom = dice.Chance(0.15) ? [new DataReference("ConfigMap", dice.Of(DrawnNamespaces.Settings), ["a"])] : [],
        HasPreStop = dice.Chance(0.1),
    };

    private static ResourceList Requests(Dice dice)
    {
        if (dice.Chance(0.2)) return ResourceList.Empty;
        var amounts = new List<(string, Quantity)>();
        if (dice.Chance(0.9)) amounts.Add((ResourceNames.Cpu, Quantity.FromMilli(dice.Of(10, 50, 100, 250, 500, 1000, 2500))));
        if (dice.Chance(0.8)) amounts.Add((ResourceNames.Memory, Quantity.FromUnits((long)dice.Of(16, 64, 200, 1000, 4000) << 20)));
        return ResourceList.Of([.. amounts]);
    }

    private static Probe Probe(Dice dice) => new()
    {
        InitialDelay = dice.Seconds(0, 20),
        Period = dice.Seconds(1, 15),
        SuccessThreshold = dice.Between(1, 2),
        FailureThreshold = dice.Between(1, 4),
    };
}
