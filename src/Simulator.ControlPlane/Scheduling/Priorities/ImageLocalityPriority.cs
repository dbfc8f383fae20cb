using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>Prefers nodes that hold the pod's images already, by size (priorities.go, ImageLocalityPriority).</summary>
public sealed class ImageLocalityPriority : NodeLocalPriority
{
    private const long MinBytes = 23L * 1024 * 1024;
    private const long MaxBytes = 1000L * 1024 * 1024;

    public override void Describe(Pod pod, ShapeText shape)
    {
        shape.Add(pod.Spec.Containers.Count);
        foreach (var container in pod.Spec.Containers) shape.Add(container.Image);
    }

    public override long? ScoreNode(Pod pod, NodeInfo node)
    {
        // A pod without containers leaves every node out.
        if (pod.Spec.Containers.Count == 0) return null;
        var bytes = 0L;
        foreach (var container in pod.Spec.Containers) bytes += SizeOf(container.Image, node);
        return bytes switch
        {
            < MinBytes => 0,
            >= MaxBytes => 10,
            _ => (10 * (bytes - MinBytes) / (MaxBytes - MinBytes)) + 1,
        };
    }

    private static long SizeOf(string image, NodeInfo node)
    {
        foreach (var candidate in node.Node!.Status.Images)
        {
            if (candidate.Names.Contains(image)) return candidate.SizeBytes;
        }

        return 0;
    }
}
