using Simulator.Cli.Output;
using Simulator.ControlPlane.Versions;
using Simulator.Reports.Statistics;
using Simulator.World.Explanation.Packing;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;
using Simulator.World.Views;

namespace Simulator.Cli.Verbs;

/// <summary>Clusters of a scenario as they stand at one moment of its run.</summary>
/// <param name="name">Null: all of them.</param>
/// <param name="isMoment">Somebody has asked for the moment.</param>
internal sealed class StillClusters(
    Scenario scenario, string? name, TimeSpan at, bool isMoment, IReadOnlyList<string> flags, Screen screen)
{
    public Scenario Scenario => scenario;

    /// <summary>Of the first cluster that is asked about.</summary>
    public KubernetesVersion Version => (scenario.Clusters.FirstOrDefault(IsAsked) ?? scenario.Clusters[0]).Version;

    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public IReadOnlyList<ClusterSnapshot> Take(CancellationToken interruption)
    {
        var progress = new RunProgress(scenario, screen, isQuiet: false, interruption);
        var run = new ScenarioRun(scenario, progress.Observer);
        if (at > TimeSpan.Zero) progress.CompleteTo(run, at);
        else run.Start();
        TellEmpty();
        return [.. ((IRunView)run).Clusters.Where(cluster => IsAsked(cluster.Spec)).Select(ClusterSnapshot.Of)];
    }

    /// <summary>The cluster in one line.</summary>
    public string Headline(ClusterSpec cluster) => string.Join(
        " · ",
        scenario.Name,
        $"cluster {cluster.Name}",
        $"{HumanNumber.Count(cluster.NodePools.Sum(pool => pool.Count), "node", "nodes")} in "
            + HumanNumber.Count(cluster.Zones.Count, "zone", "zones"),
        $"Kubernetes {cluster.Version}, "
            + $"{(flags.Count == 0 ? "default flags" : HumanNumber.Count(flags.Count, "flag", "flags") + " changed")}",
        $"at {Clock.Of(at)}",
        $"seed {scenario.Seed}");

    private void TellEmpty()
    {
        if (isMoment || !scenario.Clusters.Any(cluster => IsAsked(cluster) && cluster.Start == ClusterStart.Empty)) return;
        screen.Tell("The cluster starts empty (start: empty): nothing is placed at 0:00:00; --at looks at a later moment.", "yellow");
    }

    private bool IsAsked(ClusterSpec cluster) => name is null || cluster.Name == name;
}
