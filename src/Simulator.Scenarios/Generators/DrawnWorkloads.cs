using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>
/// Namespaces, limits and settings, then one to six workloads, most with a service, some created in the middle of the run.
/// </summary>
internal static class DrawnWorkloads
{
    private const double Late = 0.3;

    public static IReadOnlyList<WorkloadSpec> Draw(
        Dice dice, IReadOnlyList<NodePoolSpec> pools, IReadOnlyList<string> nodes, TimeSpan duration)
    {
        var workloads = new List<WorkloadSpec> { new(TimeSpan.Zero, [.. DrawnNamespaces.Draw(dice)]) };
        var owners = new DrawnOwners(dice, pools, nodes);
        var count = dice.Between(1, 6);
        for (var i = 0; i < count; i++)
        {
            var at = dice.Chance(Late) ? dice.Seconds(1, (int)duration.TotalSeconds / 2) : TimeSpan.Zero;
            var meta = new ObjectMeta { Name = $"w{i}", Namespace = dice.Chance(0.25) ? DrawnNamespaces.Team : "default" };
            workloads.Add(new WorkloadSpec(at, [.. Objects(dice, meta, owners)]));
        }

        if (dice.Chance(0.5))
        {
            workloads.Add(new WorkloadSpec(
                dice.Seconds(1, (int)duration.TotalSeconds / 2), [DrawnNamespaces.Map(DrawnNamespaces.Settings[1], "default")]));
        }
        return workloads;
    }

    private static IEnumerable<ApiObject> Objects(Dice dice, ObjectMeta meta, DrawnOwners owners)
    {
        if (dice.Chance(0.7)) yield return ServiceOf(meta) with { Type = dice.Chance(0.3) ? "LoadBalancer" : "ClusterIP" };
        yield return owners.Draw(meta);
    }

    private static Service ServiceOf(ObjectMeta meta) =>
        new() { Metadata = meta, Selector = DrawnOwners.LabelsOf(meta), Ports = [new ServicePort("", 80, "TCP", "80")] };
}
