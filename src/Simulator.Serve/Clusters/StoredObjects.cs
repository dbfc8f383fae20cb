using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters;

/// <summary>The newest version of each simulated object that somebody has looked at.</summary>
internal sealed class StoredObjects(Func<ApiObject, JsonObject> write)
{
    private readonly Dictionary<ApiObject, StoredObject> _known = new(ReferenceEqualityComparer.Instance);

    public StoredObject Of(ApiObject value)
    {
        if (!_known.TryGetValue(value, out var known)) _known.Add(value, known = new StoredObject(value, write));
        return known;
    }

    /// <summary>A version that a newer one has taken the place of, or that is gone.</summary>
    public StoredObject? Forget(ApiObject? past)
    {
        if (past is null) return null;
        return _known.Remove(past, out var known) ? known : new StoredObject(past, write);
    }
}
