using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Invariants;

/// <summary>
/// Nothing of 1.3 deletes a claim but a user, and the end of its namespace: a pet that comes back finds its own. Judged at the end, of
/// deletions whose user must have been told by then.
/// </summary>
internal sealed class ClaimOutlivesItsPet(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(ClaimOutlivesItsPet);

    private static readonly TimeSpan Answered = TimeSpan.FromMinutes(1);

    private readonly SortedDictionary<ObjectKey, TimeSpan> _deleted = [];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit is { Type: WatchEventType.Deleted, Object: PersistentVolumeClaim claim } && !IsLeaving(claim.Namespace))
        {
            _deleted[claim.Key] = cluster.Now;
        }
    }

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.OperationDone) _done.Add(observation.Subject);
        if (observation.Kind != ObservationKind.RunEnded || !cluster.Troubles.AreOverFor(Answered, observation.At)) return;
        foreach (var (claim, at) in _deleted)
        {
            if (observation.At - at >= Answered
                && !_done.Contains(new DeleteOperation(nameof(PersistentVolumeClaim), claim) { At = at, Cluster = "" }.Title))
            {
                cluster.Break(Name, $"claim {claim} was deleted at {at:c}, by no user");
            }
        }
    }

    private bool IsLeaving(string name) =>
        cluster.Store.Find<Namespace>(nameof(Namespace), new ObjectKey("", name)) is { Phase: NamespacePhase.Terminating };
}
