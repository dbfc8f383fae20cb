using Simulator.Api;
using Simulator.World;

namespace Simulator.Scenarios.Generators;

/// <summary>One to six workloads, most with a service, some created in the middle of the run.</summary>
internal static class DrawnWorkloads
{
    private const double Late = 0.3;

    public static IReadOnlyList<WorkloadSpec> Draw(Dice dice, IReadOnlyList<NodePoolSpec> pools, TimeSpan duration)
    {
        var workloads = new List<WorkloadSpec>();
        var count = dice.Between(1, 6);
        for (var i = 0; i < count; i++)
        {
            var at = dice.Chance(Late) ? dice.Seconds(1, (int)duration.TotalSeconds / 2) : TimeSpan.Zero;
            workloads.Add(new WorkloadSpec(at, [.. Objects(dice, $"w{i}", pools)]));
        }

        return workloads;
    }

    private static IEnumerable<ApiObject> Objects(Dice dice, string name, IReadOnlyList<NodePoolSpec> pools)
    {
        if (dice.Chance(0.7)) yield return ServiceOf(name);
        var spec = DrawnPods.Spec(dice, pools);
        if (dice.Chance(0.15))
        {
            yield return new Pod { Metadata = Meta(name) with { Labels = Labels(name) }, Spec = spec with { RestartPolicy = dice.Of("Always", "OnFailure", "Never") } };
            yield break;
        }

        yield return new ReplicationController
        {
            Metadata = Meta(name),
            Replicas = dice.Of(0, 1, 2, 3, 5, 8, 13, 21, 34),
            Selector = Labels(name),
            Template = new PodTemplate { Labels = Labels(name).With("tier", dice.Of("front", "back")), Spec = spec },
        };
    }

    private static LabelSet Labels(string name) => LabelSet.Of(("app", name));

    private static ObjectMeta Meta(string name) => new() { Name = name, Namespace = "default" };

    private static Service ServiceOf(string name) => new() { Metadata = Meta(name), Selector = Labels(name), Ports = [new ServicePort("", 80, "TCP", "80")] };
}
