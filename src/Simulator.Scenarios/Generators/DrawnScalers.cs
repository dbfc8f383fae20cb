using Simulator.Api;
using Simulator.Api.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>Horizontal autoscalers over some workloads, from the start or later, by CPU or by a custom metric.</summary>
internal sealed class DrawnScalers(Dice dice)
{
    public IReadOnlyList<WorkloadSpec> Over(IReadOnlyList<WorkloadSpec> workloads, TimeSpan duration) =>
    [
        .. workloads,
        .. workloads.SelectMany(workload => workload.Objects)
            .Where(value => value is Deployment or ReplicaController && dice.Chance(0.3))
            .Select(value => new WorkloadSpec(
                dice.Chance(0.3) ? dice.Seconds(1, (int)duration.TotalSeconds / 2) : TimeSpan.Zero, [Of(value)])),
    ];

    private HorizontalPodAutoscaler Of(ApiObject target)
    {
        var least = dice.Between(1, 4);
        var custom = dice.Chance(0.25);
        return new HorizontalPodAutoscaler
        {
            Metadata = new ObjectMeta
            {
                Name = target.Name,
                Namespace = target.Namespace,
                Annotations = custom ? LabelSet.Of((CustomMetricText.Target, Items(dice.Between(1, 50)))) : LabelSet.Empty,
            },
            TargetKind = target.Kind,
            TargetName = target.Name,
            MinReplicas = least,
            MaxReplicas = least + dice.Between(0, 16),
            TargetCpuUtilization = custom && dice.Chance(0.5) ? null : dice.Between(20, 90),
        };
    }

    private static string Items(int value) => $$"""{"items":[{"name":"{{DrawnLoad.Metric}}","value":"{{value}}"}]}""";
}
