using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.World.Specification.Operations;

namespace Simulator.Serve.Clusters;

/// <summary>Does to the run what clients from outside want, at a moment of its own, and keeps it where it is to be kept.</summary>
public interface IOutsideWriter
{
    /// <param name="document">What the object was read from.</param>
    void Store(StoreOperation write, DocumentKey key, JsonObject document);

    void Remove(RemoveOperation removal, DocumentKey key);

    /// <summary>A document of a kind that nobody acts upon will be stored: the run does not hear of it.</summary>
    void KeepDocument(string cluster, DocumentKey key, JsonObject document);

    /// <summary>Likewise removed.</summary>
    void ForgetDocument(string cluster, DocumentKey key);
}
