using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// Judged when a binding is committed: the unfinished pods that the scheduler put on the node, and those that came with their node
/// (daemons, users) longer ago than a decision can be under way, stay within its allocatable. CPU and memory are judged if the new pod asks
/// for any: one that asks for nothing goes anywhere.
/// </summary>
/// <remarks>
/// Left out, because the real scheduler does not see them either: pods whose assumption expired before the watch confirmed it (a binding
/// that waited for 30 s), pods bound within a minute of a change of the scheduler's process, and everything that a policy without the
/// predicate allows.
/// </remarks>
internal sealed class NodeIsNotOvercommitted(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(NodeIsNotOvercommitted);

    /// <summary>The longest that a decision may take until its binding is committed, with its assumption alive.</summary>
    private static readonly TimeSpan DecisionMax = SchedulerCache.AssumedPodLifetime + TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Takeover = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, NodeAccount> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<ObjectKey, (string Node, PodFacts Facts)> _counted = [];
    private readonly HashSet<string> _expired = new(StringComparer.Ordinal);
    private readonly bool _checksResources = Checks(cluster, "GeneralPredicates", "PodFitsResources");
    private readonly bool _checksPorts = Checks(cluster, "GeneralPredicates", "PodFitsHostPorts", "PodFitsPorts");
    private bool _isStarted;

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.ClusterStarted) _isStarted = true;
        else if (observation.Kind == ObservationKind.AssumptionExpired) Expire(observation.Subject);
        else if (observation.Kind == ObservationKind.PodRemoved && _expired.Count > 0) _expired.Remove(observation.Subject);
    }

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit.Object is not Pod pod || !pod.IsAssigned) return;
        if (commit.Type == WatchEventType.Deleted || pod.IsFinished) Leave(pod);
        else if (commit.Previous is not Pod old) Create(pod);
        else if (!old.IsAssigned) Bind(pod);
    }

    private static bool Checks(CheckedCluster cluster, params string[] predicates) =>
        cluster.Spec.Scheduler.Policy is not { } policy || policy.Predicates.Any(entry => predicates.Contains(entry.Name));

    private NodeAccount Account(string node)
    {
        if (!_nodes.TryGetValue(node, out var account))
        {
            _nodes.Add(node, account = new NodeAccount(cluster.Spec.Version.ForgetsSharedPorts));
        }

        return account;
    }

    /// <summary>A settled start puts pods where the scheduler wanted them; a daemon's or a named user's pod was not its choice.</summary>
    private void Create(Pod pod)
    {
        var isScheduled = !_isStarted && pod.Metadata.GenerateName.Length > 0 && pod.Metadata.CreatedBy?.Kind != "DaemonSet";
        if (isScheduled) Count(pod);
        else Account(pod.NodeName).Place(pod.Key, cluster.Now, PodFacts.Of(pod.Spec));
    }

    private void Bind(Pod pod)
    {
        var isKnown = cluster.Troubles.LastAt == TimeSpan.MinValue || cluster.Now - cluster.Troubles.LastAt >= Takeover;
        if (!isKnown || cluster.Troubles.HasTwoLeaders("scheduler") || (_expired.Count > 0 && _expired.Contains(pod.Key.ToString())))
        {
            return;
        }
        Count(pod);
        if (cluster.Store.Find<Node>("Node", new ObjectKey("", pod.NodeName)) is { } node) Judge(pod, node);
    }

    private void Count(Pod pod)
    {
        var facts = PodFacts.Of(pod.Spec);
        _counted[pod.Key] = (pod.NodeName, facts);
        Account(pod.NodeName).Add(facts);
    }

    private void Leave(Pod pod)
    {
        if (Forget(pod.Key)) return;
        if (_nodes.TryGetValue(pod.NodeName, out var account)) account.Displace(pod.Key);
    }

    private bool Forget(ObjectKey pod)
    {
        if (!_counted.Remove(pod, out var counted)) return false;
        Account(counted.Node).Remove(counted.Facts);
        return true;
    }

    private void Expire(string name)
    {
        _expired.Add(name);
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        Forget(new ObjectKey(name[..slash], name[(slash + 1)..]));
    }

    private void Judge(Pod pod, Node node)
    {
        var facts = PodFacts.Of(pod.Spec);
        var account = Account(node.Name);
        var (cpu, memory, pods) = (account.MilliCpu, account.Memory, account.Pods);
        foreach (var placed in account.PlacedBefore(cluster.Now - DecisionMax))
        {
            (cpu, memory, pods) = (cpu + placed.AskedMilliCpu, memory + placed.AskedMemory, pods + 1);
        }

        if (_checksResources) JudgeResources(pod, node, facts, (cpu, memory, pods));
        if (_checksPorts && account.SharedPort(facts) is > 0 and var port)
        {
            cluster.Break(Name, $"pod {pod.Key} was bound to {node.Name}, where another pod has host port {port}");
        }
    }

    private void JudgeResources(Pod pod, Node node, PodFacts facts, (Int128 MilliCpu, Int128 Memory, int Pods) sum)
    {
        var allocatable = node.Status.Allocatable;
        if (sum.Pods > allocatable.Value(ResourceNames.Pods)) Tell("pods", sum.Pods, allocatable.Value(ResourceNames.Pods));
        if (facts is { NewMilliCpu: 0, NewMemory: 0, Gpu: 0 }) return;
        if (sum.MilliCpu > allocatable.MilliValue(ResourceNames.Cpu))
        {
            Tell("milli-CPU", sum.MilliCpu, allocatable.MilliValue(ResourceNames.Cpu));
        }
        if (sum.Memory > allocatable.Value(ResourceNames.Memory)) Tell("bytes", sum.Memory, allocatable.Value(ResourceNames.Memory));

        // A sum beyond 64 bits is negative for the scheduler, and fits everywhere (pkg/api/resource; predicates.go, PodFitsResources).
        void Tell(string what, Int128 asked, long there)
        {
            var sentence = $"with pod {pod.Key}, {node.Name} is to give {asked:N0} of its {there:N0} {what}";
            if (unchecked((long)asked) > there) cluster.Break(Name, sentence);
            else cluster.Except($"{sentence}: the sum is beyond an int64, where that of 1.3.10 wraps around");
        }
    }
}
