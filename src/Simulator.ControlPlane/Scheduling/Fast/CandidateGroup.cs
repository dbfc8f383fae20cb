namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>All that the score of a node can depend on: nodes with equal keys have equal scores.</summary>
/// <param name="Local">Weighted sum of the node-local priorities.</param>
/// <param name="First">Count of the first counted priority.</param>
/// <param name="Second">Count of the second counted priority.</param>
/// <param name="Spread">Matching pods on the node.</param>
/// <param name="Zone">Number of the node's zone, 0 = none.</param>
internal readonly record struct GroupKey(long Local, int First, int Second, int Spread, int Zone);

/// <summary>The fitting nodes of one key.</summary>
internal sealed class CandidateGroup(GroupKey key, int nodes)
{
    public GroupKey Key { get; set; } = key;

    public NodeSet Nodes { get; } = new(nodes);
}
