using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>
/// kubectl drain of today (k8s.io/kubectl/pkg/drain): cordons, looks at each pod by itself, evicts all or none at the same time, tries
/// again while a disruption budget refuses, and waits until they are gone. Several nodes are all cordoned first; the first that cannot be
/// emptied is the last that is tried.
/// </summary>
internal sealed class EvictingDrain(DrainOperation operation, Kubectl kubectl, Outcome outcome)
{
    private const string LocalStorage = "Pods with local storage (use --delete-emptydir-data to override)";
    private const string OfDaemonSets = "DaemonSet-managed Pods (use --ignore-daemonsets to ignore)";
    private const string Unmanaged =
        "Pods not managed by ReplicationController, ReplicaSet, Job, DaemonSet or StatefulSet (use --force to override)";

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly SortedDictionary<string, List<string>> _obstacles = new(StringComparer.Ordinal);

    public static DrainOperation Everything(string node) =>
        new(node) { DeleteLocalData = true, Force = true, IgnoreDaemonSets = true };

    public IEnumerable<Event> Run()
    {
        List<string> nodes = [operation.Node, .. operation.Then];
        foreach (var step in nodes.SelectMany(node => CordonVerb.Set(node, unschedulable: true, kubectl, outcome))) yield return step;
        foreach (var node in nodes)
        {
            if (!outcome.IsOk) yield break;
            foreach (var step in Empty(node)) yield return step;
        }
    }

    private IEnumerable<Event> Empty(string node)
    {
        var list = kubectl.Call(new ListPodsOnNodeRequest(node));
        yield return list;
        if (!outcome.Took(list, out var answer)) yield break;
        var leaving = answer.Items!.Cast<Pod>().Where(Leaves).ToList();
        if (_obstacles.Count > 0)
        {
            outcome.Fail(
                $"error: {string.Join("; ", _obstacles.Select(why => $"cannot delete {why.Key}: {string.Join(", ", why.Value)}"))}");
            yield break;
        }

        if (leaving.Count > 0) yield return kubectl.Together(leaving.Select(Evict));
    }

    private bool Leaves(Pod pod)
    {
        if (pod.Metadata.Annotations.ContainsKey(WellKnownAnnotations.MirrorPod)) return false;
        if (OwnerOf(pod) == "DaemonSet" && !pod.IsFinished) return !operation.IgnoreDaemonSets && IsObstacle(pod, OfDaemonSets);
        if (pod.IsFinished) return true;
        var isFree = operation.DeleteLocalData || !pod.Spec.Volumes.Any(volume => volume.IsEmptyDir) || IsObstacle(pod, LocalStorage);
        return isFree && (operation.Force || OwnerOf(pod) is not null || IsObstacle(pod, Unmanaged));
    }

    private static string? OwnerOf(Pod pod) => pod.Metadata.ControllerReference?.Kind ?? pod.Metadata.CreatedBy?.Kind;

    /// <summary>Always false: the pod is not free to go.</summary>
    private bool IsObstacle(Pod pod, string reason)
    {
        if (!_obstacles.TryGetValue(reason, out var pods)) _obstacles.Add(reason, pods = []);
        pods.Add(pod.Key.ToString());
        return false;
    }

    private IEnumerable<Event> Evict(Pod pod)
    {
        while (true)
        {
            var eviction = kubectl.Call(new EvictRequest(pod.Key, operation.GracePeriod));
            yield return eviction;
            var (result, reason) = (Kubectl.AnswerTo(eviction).Result, Kubectl.AnswerTo(eviction).Reason);
            if (result == ApiResult.TooManyRequests) kubectl.Refused.Add(pod, reason, kubectl.Now);
            else kubectl.Refused.Remove(pod.Key);
            if (result == ApiResult.NotFound) yield break;
            if (result != ApiResult.TooManyRequests && !outcome.Took(eviction, out _)) yield break;
            if (result == ApiResult.Ok) break;
            yield return kubectl.Until(kubectl.Now + Retry);
        }

        foreach (var step in UntilGone(pod)) yield return step;
    }

    /// <summary>A pod of the same name that came later is another one.</summary>
    private IEnumerable<Event> UntilGone(Pod pod)
    {
        while (true)
        {
            var look = kubectl.Call(new GetRequest("Pod", pod.Key));
            yield return look;
            var answer = Kubectl.AnswerTo(look);
            if (answer.Result == ApiResult.NotFound || (answer.IsOk && answer.Object!.Metadata.Uid != pod.Metadata.Uid)) yield break;
            if (!answer.IsOk && !outcome.Took(look, out _)) yield break;
            yield return kubectl.Until(kubectl.Now + Poll);
        }
    }
}
