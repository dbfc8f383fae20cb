using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Invariants;

/// <summary>
/// What a StatefulSet keeps of the order of its pods, unless it is Parallel: one is created when all before it in the order are there and
/// have been ready (defaultStatefulSetControl). Its watch may be late: what was so a moment ago counts as well, and nothing is claimed
/// while programs of the control plane come and go.
/// </summary>
internal sealed class StatefulPodsComeInOrder(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(StatefulPodsComeInOrder);

    /// <summary>For watches, and for writes that have to be repeated.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    private readonly HashSet<string> _wereReady = new(StringComparer.Ordinal);
    private readonly Dictionary<ObjectKey, TimeSpan> _removedAt = [];

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit.Object is not Pod { Metadata.CreatedBy: { Kind: "PetSet" } owner } pod) return;
        if (commit.Type == WatchEventType.Deleted) _removedAt[pod.Key] = cluster.Now;
        else if (commit.Type == WatchEventType.Added && cluster.Now > TimeSpan.Zero) OnMade(pod, owner.Key);
        if (pod.IsReady) _wereReady.Add(pod.Metadata.Uid);
    }

    private void OnMade(Pod pod, ObjectKey owner)
    {
        if (cluster.Store.Find<PetSet>("PetSet", owner) is not { PodManagementPolicy: "OrderedReady" }) return;
        if (!cluster.Troubles.AreOverFor(Late, cluster.Now) || OrdinalOf(pod, owner) is not { } own) return;
        for (var ordinal = 0; ordinal < own; ordinal++)
        {
            var key = new ObjectKey(owner.Namespace, string.Create(CultureInfo.InvariantCulture, $"{owner.Name}-{ordinal}"));
            if (_removedAt.TryGetValue(key, out var removed) && cluster.Now - removed < Late) continue;
            if (WrongWith(cluster.Store.Find<Pod>("Pod", key)) is not { } wrong) continue;
            cluster.Break(Name, $"pod {pod.Key} was created although {key.Name} {wrong}");
            return;
        }
    }

    private string? WrongWith(Pod? before) =>
        before is null ? "is missing" : _wereReady.Contains(before.Metadata.Uid) ? null : "has never been ready";

    private static int? OrdinalOf(Pod pod, ObjectKey owner) => int.TryParse(
        pod.Name.AsSpan(Math.Min(pod.Name.Length, owner.Name.Length + 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
        ? ordinal
        : null;
}
