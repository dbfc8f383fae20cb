using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>Prefers nodes that have the pod's images, the more the more nodes have them (image_locality.go of 1.20).</summary>
public sealed class ImageLocality : IScore
{
    private const long Mebibyte = 1024 * 1024;

    private const long Least = 23 * Mebibyte;

    private const long MostAContainer = 1000 * Mebibyte;

    public string Name => PluginNames.ImageLocality;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        if (node.Images.Count == 0) return 0;
        var containers = pass.Pod.Spec.Containers;
        var sum = 0L;
        foreach (var container in containers)
        {
            if (!node.Images.TryGetValue(FullName(container.Image), out var image)) continue;
            sum += (long)(image.Size * ((double)image.Nodes / pass.Nodes.Count));
        }

        var most = MostAContainer * containers.Count;
        if (sum < Least) sum = Least;
        else if (sum > most) sum = most;
        return 100 * (sum - Least) / (most - Least);
    }

    private static string FullName(string image) => image.LastIndexOf(':') <= image.LastIndexOf('/') ? image + ":latest" : image;
}
