using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>
/// The pods of a node and whether their creators are there, asked of the API server call by call, as kubectl drain does
/// (GetPodsForDeletionOnNodeDrain).
/// </summary>
internal sealed class NodePods
{
    private static readonly HashSet<string> Kinds = ["ReplicationController", "DaemonSet", "Job", "ReplicaSet"];

    private readonly HashSet<(string, ObjectKey)> _existing = [];

    /// <summary>Finished ones too; null if the API server did not answer.</summary>
    public IReadOnlyList<Pod>? Pods { get; private set; }

    public bool Exists(ObjectReference creator) => _existing.Contains((creator.Kind, creator.Key));

    /// <summary>
    /// One LIST, and a GET for each pod that somebody has made. Whatever is wrong with a GET, the creator counts as gone.
    /// </summary>
    public IEnumerable<Wait> Ask(string node)
    {
        Pods = null;
        var list = new Call(new ListPodsOnNodeRequest(node));
        yield return list;
        if (!list.Response.IsOk) yield break;
        var pods = list.Response.Items!.Cast<Pod>().ToList();
        foreach (var pod in pods)
        {
            if (pod.Metadata.CreatedBy is not { } creator || !Kinds.Contains(creator.Kind) || Pictures.PodOrigins.IsMirror(pod)) continue;
            var get = new Call(new GetRequest(creator.Kind, creator.Key));
            yield return get;
            if (get.Response.IsOk) _existing.Add((creator.Kind, creator.Key));
        }

        Pods = pods;
    }
}
