using Simulator.Api;

namespace Simulator.World;

/// <summary>The images on one node, and its pulls, which run one at a time (serialize-image-pulls).</summary>
internal sealed class ImageCache(KubeletOptions options)
{
    private readonly Dictionary<string, TimeSpan> _presentFrom = new(StringComparer.Ordinal);
    private TimeSpan _pullerFreeAt;

    /// <summary>When all images of a pod are there, pulling what is missing.</summary>
    public TimeSpan PresentAt(Pod pod, TimeSpan now)
    {
        if (options.ImagesPresent) return now;
        var all = now;
        foreach (var container in pod.Spec.InitContainers) all = Later(all, PresentAt(container.Image, now));
        foreach (var container in pod.Spec.Containers) all = Later(all, PresentAt(container.Image, now));
        return all;
    }

    /// <summary>The machine stopped: what was pulled is on its disk, what was under way is not.</summary>
    public void LosePulls(TimeSpan now)
    {
        foreach (var (image, from) in _presentFrom)
        {
            if (from > now) _presentFrom.Remove(image);
        }

        _pullerFreeAt = now;
    }

    private TimeSpan PresentAt(string image, TimeSpan now)
    {
        if (_presentFrom.TryGetValue(image, out var from)) return from;
        _pullerFreeAt = Later(_pullerFreeAt, now) + PullDuration;
        _presentFrom.Add(image, _pullerFreeAt);
        return _pullerFreeAt;
    }

    private TimeSpan PullDuration =>
        TimeSpan.FromMicroseconds(Math.Round(options.ImageBytes / options.ImagePullBytesPerSecond * 1e6)) + options.ImagePullOverhead;

    private static TimeSpan Later(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
