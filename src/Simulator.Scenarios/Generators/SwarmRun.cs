using Simulator.ControlPlane.Versions;
using Simulator.World.Invariants;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>One world of a swarm, run to its end with all invariants watching.</summary>
/// <param name="Bug">What was thrown; null if nothing.</param>
public sealed record SwarmRun(Scenario Scenario, string Digest, long FactCount, IReadOnlyList<BrokenInvariant> Broken, Exception? Bug)
{
    public bool IsSound => Broken.Count == 0 && Bug is null;

    /// <summary>Draws the world of a seed and runs it.</summary>
    public static SwarmRun Of(ulong seed) => Of(SwarmWorld.Draw(seed));

    /// <summary>The same world with another version of Kubernetes in all its clusters.</summary>
    public static SwarmRun Of(ulong seed, KubernetesVersion version)
    {
        var world = SwarmWorld.Draw(seed);
        return Of(world with { Clusters = [.. world.Clusters.Select(cluster => cluster with { Version = version })] });
    }

    public static SwarmRun Of(Scenario scenario)
    {
        var invariants = new InvariantSuite();
        var run = new ScenarioRun(scenario, invariants);
        Exception? bug = null;
        try
        {
            invariants.Follow(run);
            run.Start();
            while (run.Advance(scenario.Duration))
            {
            }
        }
        catch (Exception thrown)
        {
            // Whatever it is, it is a finding of this world; the others go on.
            bug = thrown;
        }

        return new SwarmRun(scenario, run.Digest, invariants.FactCount, [.. invariants.Broken], bug);
    }
}
