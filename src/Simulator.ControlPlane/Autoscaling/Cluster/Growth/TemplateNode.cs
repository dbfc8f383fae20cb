using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Growth;

/// <summary>A real node of a group as if it had just been made: with the pods that come with every node (simulator/nodes.go).</summary>
public static class TemplateNode
{
    /// <param name="pods">All pods of the node as the API server lists them, finished ones too.</param>
    /// <param name="exists">Whether the creator of a pod is there.</param>
    public static NodeInfo Of(Node node, IEnumerable<Pod> pods, Func<ObjectReference, bool> exists)
    {
        var template = new NodeInfo(node.Name);
        template.SetNode(node, 0);
        foreach (var pod in pods.Where(pod => IsRequired(pod, exists)))
        {
            template.Add(new CachedPod(pod, PodFacts.Of(pod.Spec), template));
        }

        return template;
    }

    private static bool IsRequired(Pod pod, Func<ObjectReference, bool> exists) =>
        PodOrigins.IsMirror(pod) || (pod.Metadata.CreatedBy is { Kind: "DaemonSet" } daemon && exists(daemon));
}
