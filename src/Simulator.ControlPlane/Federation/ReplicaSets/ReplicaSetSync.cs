using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Federation.Replicas;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Federation.ReplicaSets;

/// <summary>
/// One look at a federated ReplicaSet: counts, plans, and writes the sets of the ready clusters (reconcileReplicaSet in
/// replicasetcontroller.go of 1.4.0).
/// </summary>
internal sealed class ReplicaSetSync(
    RoutineSet routines, IReadOnlyDictionary<ObjectKey, ReplicaSet> sets, Func<IReadOnlyDictionary<string, MemberReplicas>> ready)
{
    private static readonly TimeSpan UpdateTimeout = TimeSpan.FromSeconds(30);

    /// <summary>A set that is gone leaves those in the clusters behind.</summary>
    public IEnumerable<Wait> Run(ObjectKey key, Action<SetStatus> ended)
    {
        var members = ready();
        if (members.Values.Any(member => !member.IsListed))
        {
            ended(SetStatus.NotSynced);
            yield break;
        }

        if (!sets.TryGetValue(key, out var set))
        {
            ended(SetStatus.AllOk);
            yield break;
        }

        var writes = Writes(set, members).ToList();
        if (StatusOf(set, members) is { } status)
        {
            var update = new Call(new UpdateStatusRequest(status));
            yield return update;
            if (!update.Response.IsOk)
            {
                ended(SetStatus.Error);
                yield break;
            }
        }

        var hasFailed = false;
        if (writes.Count > 0) yield return new Batch(writes, answer => hasFailed |= !answer.IsOk);
        ended(writes.Count == 0 ? SetStatus.AllOk : hasFailed ? SetStatus.Error : SetStatus.NeedsRecheck);
    }

    /// <summary>In order of cluster. A set that is to have no replicas is not created, but stays where it is.</summary>
    private IEnumerable<ApiRequest> Writes(ReplicaSet set, IReadOnlyDictionary<string, MemberReplicas> members)
    {
        var plan = Plan(set, members);
        foreach (var (cluster, member) in members)
        {
            var replicas = plan.Replicas.GetValueOrDefault(cluster) + plan.Overflow.GetValueOrDefault(cluster);
            var wanted = new ReplicaSet
            {
                Metadata = new ObjectMeta
                {
                    Name = set.Name,
                    Namespace = set.Namespace,
                    Labels = set.Metadata.Labels,
                    Annotations = set.Metadata.Annotations,
                },
                Replicas = (int)replicas,
                Selector = set.Selector,
                Template = set.Template,
            };
            if (member.Find(set.Key) is not { } there)
            {
                if (replicas > 0) yield return new MemberRequest(cluster, new CreateRequest(wanted), UpdateTimeout);
            }
            else if (!IsSame(there, wanted)) yield return new MemberRequest(cluster, new UpdateRequest(wanted), UpdateTimeout);
        }
    }

    private ReplicaPlan Plan(ReplicaSet set, IReadOnlyDictionary<string, MemberReplicas> members)
    {
        var (running, capacity) = (new Dictionary<string, long>(), new Dictionary<string, long>());
        if (set.Selector is { } selector && SelectorMatcher.TryCompile(selector, out var matcher, out _))
        {
            foreach (var (cluster, member) in members)
            {
                if (member.Find(set.Key) is not { } there) continue;
                var count = member.Count(matcher, routines.Now);
                running[cluster] = count.Running;
                if (count.Unschedulable > 0) capacity[cluster] = there.Replicas - count.Unschedulable;
            }
        }

        return Planner.Plan(
            PreferencesText.Read(set.Metadata.Annotations),
            new ReplicaTask(set.Replicas, [.. members.Keys], running, capacity, set.Key.ToString()));
    }

    /// <summary>Null: it says so already.</summary>
    private static ReplicaSet? StatusOf(ReplicaSet set, IReadOnlyDictionary<string, MemberReplicas> members)
    {
        var own = members.Values.Select(member => member.Find(set.Key)).OfType<ReplicaSet>().ToList();
        var status = new ReplicaStatus
        {
            ObservedGeneration = set.Metadata.Generation,
            Replicas = own.Sum(there => there.Status.Replicas),
            FullyLabeledReplicas = own.Sum(there => there.Status.FullyLabeledReplicas),
        };
        var isSame = (status.Replicas, status.FullyLabeledReplicas) == (set.Status.Replicas, set.Status.FullyLabeledReplicas);
        return isSame ? null : set with { Status = status };
    }

    private static bool IsSame(ReplicaSet there, ReplicaSet wanted) =>
        there.Replicas == wanted.Replicas && TemplateHash.AreEqual(there.Template, wanted.Template)
        && there.Metadata.Labels.SameAs(wanted.Metadata.Labels) && there.Metadata.Annotations.SameAs(wanted.Metadata.Annotations);
}
