using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>What the controller keeps of one autoscaler, under its name.</summary>
internal sealed class KnownAutoscaler(ObjectKey key)
{
    private Scale? _scale;
    private Readings.Reading? _reading;

    public ObjectKey Key => key;

    /// <summary>What the cache has; null: nothing.</summary>
    public CachedAutoscaler? Cached { get; set; }

    /// <summary>Versions that wait to be looked at, oldest first; null among them: it is gone.</summary>
    public List<CachedAutoscaler?> Waiting { get; set; } = [];

    /// <summary>Of the pods of its target, as long as that is the same version.</summary>
    public Readings.Reading? ReadingOf(Scale scale) => ReferenceEquals(scale, _scale) ? _reading : null;

    public void Keep(Scale scale, Readings.Reading reading) => (_scale, _reading) = (scale, reading);
}
