using Simulator.Api;

namespace Simulator.Plugins;

/// <summary>
/// A node as the scheduler's cache knows it at the moment of a decision. Not to be kept beyond it, but for <see cref="Version"/>.
/// </summary>
public interface INodeView
{
    string Name { get; }

    /// <summary>Its object: labels, taints, capacity, conditions.</summary>
    Node Node { get; }

    /// <summary>Those that it runs or that have been assigned to it, sorted by namespace and name.</summary>
    IReadOnlyList<Pod> Pods { get; }

    /// <summary>
    /// Pods are thought away from it or to it, to see whether room can be made: nothing that is so, and whoever keeps book leaves it out.
    /// Never under 1.3.10, which makes no room.
    /// </summary>
    bool IsThought { get; }

    /// <summary>Grows with every change of the node or its pods: what was worked out under a version holds as long as it stays.</summary>
    long Version { get; }

    /// <summary>
    /// What pods may request of a resource: thousandths for cpu, bytes for memory, whole numbers for all others; 0: it has none.
    /// </summary>
    long Allocatable(string resource);

    /// <summary>What its pods request of a resource, likewise.</summary>
    long Requested(string resource);
}
