using Simulator.World.Observations;
using Simulator.World.Views;

namespace Simulator.World.Invariants;

/// <summary>Watches a run from outside and holds it to every rule of <see cref="InvariantTable"/>. It changes nothing.</summary>
/// <example>var rules = new InvariantSuite(); var run = new ScenarioRun(scenario, rules); rules.Follow(run); run.Start();</example>
public sealed class InvariantSuite : IObserver
{
    private readonly Dictionary<string, ClusterInvariants> _clusters = new(StringComparer.Ordinal);

    private FederationInvariants? _federation;

    /// <summary>What did not hold, at most 100 a cluster; empty in a sound run.</summary>
    public IEnumerable<BrokenInvariant> Broken =>
        Clusters.SelectMany(cluster => cluster.Broken).Concat(_federation?.Federation.Broken ?? []);

    public long BrokenCount => Clusters.Sum(cluster => cluster.BrokenCount) + (_federation?.Federation.BrokenCount ?? 0);

    /// <summary>What was allowed for a reason, for example a name that served twice after a forced deletion.</summary>
    public IEnumerable<string> Exceptions => Clusters.SelectMany(cluster => cluster.Exceptions);

    public long FactCount => _clusters.Values.Sum(cluster => cluster.FactCount);

    private IEnumerable<CheckedCluster> Clusters => _clusters.Values.Select(rules => rules.Cluster);

    /// <summary>Also sees what the stores of the run commit. To be called before the run starts.</summary>
    public void Follow(IRunView run)
    {
        foreach (var cluster in run.Clusters)
        {
            var rules = new ClusterInvariants(new CheckedCluster(cluster.Spec, cluster.Store, cluster.Machine));
            _clusters.Add(cluster.Spec.Name, rules);
            cluster.Store.Committed += commit => rules.OnCommitted(commit, run.Now);
        }

        if (run.Federation is not { } federation) return;
        _federation = new FederationInvariants(new CheckedFederation(federation, run.Clusters));
        foreach (var cluster in run.Clusters)
        {
            cluster.Store.Committed += commit => _federation.OnCommitted(cluster.Spec.Name, commit, run.Now);
        }
    }

    public void Observe(in Observation observation)
    {
        _federation?.Observe(observation);
        if (_clusters.TryGetValue(observation.Cluster, out var rules)) rules.Observe(observation);
    }
}
