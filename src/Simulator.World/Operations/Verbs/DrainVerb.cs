using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>
/// kubectl drain of 1.3.10 (pkg/kubectl/cmd/drain.go): cordons, asks of each pod whether it may go, and deletes all or none. It does not
/// wait until they are gone.
/// </summary>
internal sealed class DrainVerb(DrainOperation operation, Kubectl kubectl, Outcome outcome)
{
    private const string LocalStorage = "pods with local storage (use --delete-local-data to override)";
    private const string Unmanaged = "pods not managed by ReplicationController, ReplicaSet, Job, or DaemonSet (use --force to override)";
    private const string OfDaemonSets = "DaemonSet-managed pods (use --ignore-daemonsets to ignore)";

    /// <summary>Reasons, and the names of the pods that they concern.</summary>
    private readonly SortedDictionary<string, List<string>> _obstacles = new(StringComparer.Ordinal);
    private readonly List<Pod> _leaving = [];

    public IEnumerable<Event> Run()
    {
        foreach (var step in CordonVerb.Set(operation.Node, unschedulable: true, kubectl, outcome)) yield return step;
        if (!outcome.IsOk) yield break;
        var list = kubectl.Call(new ListPodsOnNodeRequest(operation.Node));
        yield return list;
        if (!outcome.Took(list, out var answer)) yield break;
        foreach (var step in answer.Items!.Cast<Pod>().SelectMany(Judge)) yield return step;
        if (_obstacles.Count > 0)
        {
            outcome.Fail($"error: {string.Join("; ", _obstacles.Select(reason => $"{reason.Key}: {string.Join(", ", reason.Value)}"))}");
        }
        if (!outcome.IsOk) yield break;
        foreach (var step in Delete(_leaving, operation.GracePeriod, kubectl, outcome)) yield return step;
    }

    /// <summary>What a person does who wants the node empty whatever kubectl says: cordon, list, delete one by one.</summary>
    public static IEnumerable<Event> Empty(string node, Kubectl kubectl, Outcome outcome)
    {
        foreach (var step in CordonVerb.Set(node, unschedulable: true, kubectl, outcome)) yield return step;
        if (!outcome.IsOk) yield break;
        var list = kubectl.Call(new ListPodsOnNodeRequest(node));
        yield return list;
        if (!outcome.Took(list, out var answer)) yield break;
        var leaving = answer.Items!.Cast<Pod>().Where(pod => !pod.Metadata.IsBeingDeleted && pod.Metadata.CreatedBy?.Kind != "DaemonSet");
        foreach (var step in Delete([.. leaving], null, kubectl, outcome)) yield return step;
    }

    /// <summary>One that has gone meanwhile is no failure.</summary>
    private static IEnumerable<Event> Delete(IReadOnlyList<Pod> pods, TimeSpan? grace, Kubectl kubectl, Outcome outcome)
    {
        foreach (var pod in pods)
        {
            var deletion = kubectl.Call(new DeleteRequest("Pod", pod.Key, grace));
            yield return deletion;
            if (Kubectl.AnswerTo(deletion).Result != ApiResult.NotFound) outcome.Took(deletion, out _);
        }
    }

    /// <summary>Whether a pod goes, stays, or is in the way. Who made it must still be there; each filter looks for itself.</summary>
    private IEnumerable<Event> Judge(Pod pod)
    {
        if (pod.Metadata.Annotations.ContainsKey(WellKnownAnnotations.MirrorPod)) yield break;
        var isFree = !pod.Spec.Volumes.Any(volume => volume.IsEmptyDir) || operation.DeleteLocalData || IsObstacle(pod, LocalStorage);
        var maker = new Outcome(kubectl.Cluster);
        for (var look = 0; look < (pod.Metadata.CreatedBy?.Kind == "DaemonSet" ? 3 : 2) && maker.IsOk; look++)
        {
            foreach (var step in FindMaker(pod, maker)) yield return step;
        }

        if (!maker.IsOk) isFree &= IsObstacle(pod, maker.Text.Replace("Error from server: ", "", StringComparison.Ordinal));
        else if (pod.Metadata.CreatedBy is null) isFree &= operation.Force || IsObstacle(pod, Unmanaged);
        else if (pod.Metadata.CreatedBy.Kind == "DaemonSet") isFree &= !operation.IgnoreDaemonSets && IsObstacle(pod, OfDaemonSets);
        if (isFree && pod.Metadata.CreatedBy?.Kind != "DaemonSet") _leaving.Add(pod);
    }

    /// <summary>1.3.10 does not know who makes pets, and takes that for an error that no flag overrides.</summary>
    private IEnumerable<Event> FindMaker(Pod pod, Outcome maker)
    {
        if (pod.Metadata.CreatedBy is not { } reference) yield break;
        if (reference.Kind is not ("ReplicationController" or "DaemonSet" or "Job" or "ReplicaSet"))
        {
            maker.Fail($"Unknown controller kind \"{reference.Kind}\"");
            yield break;
        }

        foreach (var step in Calls.Get(reference.Kind, reference.Key, kubectl, maker)) yield return step;
    }

    /// <summary>Always false: the pod is not free to go.</summary>
    private bool IsObstacle(Pod pod, string reason)
    {
        if (!_obstacles.TryGetValue(reason, out var pods)) _obstacles.Add(reason, pods = []);
        pods.Add(pod.Name);
        return false;
    }
}
