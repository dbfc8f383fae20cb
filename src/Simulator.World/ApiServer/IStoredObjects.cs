using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>What an <see cref="ObjectStore"/> shows to those who only read.</summary>
public interface IStoredObjects
{
    /// <summary>Called after each commit, in commit order.</summary>
    event Action<WatchEvent>? Committed;

    /// <summary>Grows by one with every write.</summary>
    long Revision { get; }

    ApiObject? Find(string kind, ObjectKey key);

    T? Find<T>(string kind, ObjectKey key)
        where T : ApiObject => Find(kind, key) as T;

    /// <summary>All objects of a kind in key order. The list is not changed by later writes.</summary>
    IReadOnlyList<ApiObject> List(string kind);

    /// <summary>The pods bound to a node, in key order.</summary>
    IReadOnlyList<ApiObject> PodsOn(string node);
}
