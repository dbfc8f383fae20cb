using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// What 1.3.10 keeps of the order of pets: one at a time, and none while one before it in the order is missing. It does not look at whether
/// all those before are healthy: only the one that it made last holds it up.
/// </summary>
internal sealed class PetsComeInOrder(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(PetsComeInOrder);

    /// <summary>Beyond what its rate limit costs a sync.</summary>
    private static readonly TimeSpan SyncSlack = TimeSpan.FromSeconds(30);

    private readonly Dictionary<ObjectKey, Pod> _madeLast = [];
    private readonly Dictionary<ObjectKey, TimeSpan> _removedAt = [];

    /// <summary>A controller manager that starts anew remembers no pet.</summary>
    public void Observe(in Observation observation)
    {
        if (observation.Kind is ObservationKind.ComponentStopped or ObservationKind.ComponentStarted or ObservationKind.LeaderChanged)
        {
            _madeLast.Clear();
        }
    }

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit.Object is PetSet && commit.Type == WatchEventType.Deleted) _madeLast.Remove(commit.Object.Key);
        if (commit.Object is not Pod { Metadata.CreatedBy: { Kind: "PetSet" } owner } pet) return;
        if (commit.Type == WatchEventType.Deleted) _removedAt[pet.Key] = cluster.Now;
        if (commit.Type == WatchEventType.Added && cluster.Now > TimeSpan.Zero) OnMade(pet, owner.Key);
        else if (_madeLast.TryGetValue(owner.Key, out var last)
            && last.Key == pet.Key
            && (commit.Type == WatchEventType.Deleted || PetHealth.LetsTheNextGo(pet)))
        {
            _madeLast.Remove(owner.Key);
        }
    }

    private void OnMade(Pod pet, ObjectKey owner)
    {
        var set = cluster.Store.Find<PetSet>("PetSet", owner);
        var patience = set is null ? SyncSlack : TimeOfSync(set);

        // While the API server comes and goes, a sync goes on after a pet that it could not read. Where a creation outlives its answer, the
        // next sync does not find the pet yet, and takes it for gone.
        var isQuiet = cluster.Troubles.AreOverFor(patience, cluster.Now);
        if (isQuiet && _madeLast.TryGetValue(owner, out var last))
        {
            cluster.Break(Name, $"pet {pet.Key} was created while {last.Name}, which was created before it, has not been healthy yet");
        }
        // Another process may make pets as well, and waits for its own.
        if (cluster.Troubles.HasTwoLeaders("controller-manager")) _madeLast.Remove(owner);
        else _madeLast[owner] = pet;
        if (set is null || !isQuiet) return;
        for (var ordinal = 0; ordinal < OrdinalOf(pet, owner); ordinal++)
        {
            var before = new ObjectKey(owner.Namespace, string.Create(CultureInfo.InvariantCulture, $"{owner.Name}-{ordinal}"));
            if (cluster.Store.Find("Pod", before) is not null
                || (_removedAt.TryGetValue(before, out var removed) && cluster.Now - removed < patience))
            {
                continue;
            }
            cluster.Break(Name, $"pet {pet.Key} was created although {before.Name} is missing");
            return;
        }
    }

    /// <summary>
    /// It reads every pet and every claim once, at its client's rate; other sets are served by the same worker in between.
    /// </summary>
    private TimeSpan TimeOfSync(PetSet set)
    {
        var calls = set.Replicas * (1 + set.VolumeClaimTemplates.Count);
        return SyncSlack + TimeSpan.FromSeconds(2 * calls / (double)cluster.Spec.ControllerManager.KubeApiQps);
    }

    private static int OrdinalOf(Pod pet, ObjectKey owner) =>
        int.TryParse(
            pet.Name.AsSpan(Math.Min(pet.Name.Length, owner.Name.Length + 1)), NumberStyles.None, CultureInfo.InvariantCulture,
            out var ordinal)
            ? ordinal
            : 0;
}
