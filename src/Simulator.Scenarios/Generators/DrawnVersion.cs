using Simulator.ControlPlane.Versions;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>
/// Gives a share of the worlds another version of Kubernetes than the default; all else in them stays as it was drawn. Federations keep it:
/// what joins clusters is of the same time as they are.
/// </summary>
internal static class DrawnVersion
{
    private const double Share = 0.25;

    public static Scenario Over(Scenario world, Dice dice)
    {
        if (!dice.Chance(Share) || world.Federation is not null) return world;
        var others = KubernetesVersions.Others;
        return world with { Clusters = [.. world.Clusters.Select(cluster => cluster with { Version = dice.Of(others) })] };
    }
}
