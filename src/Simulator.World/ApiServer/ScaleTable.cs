using Simulator.Api;

namespace Simulator.World.ApiServer;

/// <summary>The scales of objects: one instance as long as the object is the same version.</summary>
internal sealed class ScaleTable
{
    private readonly Dictionary<ObjectKey, (ApiObject Target, Scale? Scale)> _known = [];

    public Scale? Of(ApiObject target)
    {
        if (_known.TryGetValue(target.Key, out var known) && ReferenceEquals(known.Target, target)) return known.Scale;
        var scale = Scale.Of(target);
        _known[target.Key] = (target, scale);
        return scale;
    }
}
