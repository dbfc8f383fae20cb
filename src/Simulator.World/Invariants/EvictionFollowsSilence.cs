using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// The evictor acts on what its cache showed: a node that has just become ready again may still lose pods, and whoever waited for a hanging
/// API server goes on where it was; as long as the control plane is in trouble it learns nothing.
/// </summary>
internal sealed class EvictionFollowsSilence(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(EvictionFollowsSilence);

    /// <summary>A pass over a large cluster takes minutes, and its evictions wait for it (20 calls a second).</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, TimeSpan> _readySince = new(StringComparer.Ordinal);

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit.Object is not Node node) return;
        var isReady = commit.Type != WatchEventType.Deleted
            && node.Status.Condition(NodeConditionType.Ready)?.Status == ConditionStatus.True;
        if (!isReady) _readySince.Remove(node.Name);
        else if (commit.Previous is null && cluster.Now == TimeSpan.Zero) _readySince.TryAdd(node.Name, -Lag);
        else _readySince.TryAdd(node.Name, cluster.Now);
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind != ObservationKind.NodeEvicted || !_readySince.TryGetValue(observation.Subject, out var since)) return;
        if (observation.At - since > Lag && cluster.Troubles.AreOverFor(Lag, observation.At))
        {
            cluster.Break(Name, $"the pods of {observation.Subject} are evicted, but it is ready since {since:c}");
        }
    }
}
