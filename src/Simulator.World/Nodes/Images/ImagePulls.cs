using Simulator.Api;

namespace Simulator.World.Nodes.Images;

/// <summary>
/// When an image has to be asked of the registry (pkg/api/v1/defaults.go, pkg/kubelet/images/image_manager.go of 1.3.10).
/// </summary>
internal static class ImagePulls
{
    /// <summary>Always, IfNotPresent or Never; without a policy the tag decides.</summary>
    public static string PolicyOf(Container container)
    {
        if (container.ImagePullPolicy.Length > 0) return container.ImagePullPolicy;
        return IsLatest(container.Image) ? "Always" : "IfNotPresent";
    }

    private static bool IsLatest(string image)
    {
        if (image.Contains('@', StringComparison.Ordinal)) return false;
        var tag = image.LastIndexOf(':');
        return tag <= image.LastIndexOf('/') || image.AsSpan(tag + 1) is "latest";
    }
}
