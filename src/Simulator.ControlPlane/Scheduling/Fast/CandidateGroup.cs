namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>All that the score of a node can depend on, apart from marks: nodes with equal keys have equal scores.</summary>
/// <param name="Local">Weighted sum of the node-local priorities.</param>
/// <param name="First">Count of the first counted priority.</param>
/// <param name="Second">Count of the second counted priority.</param>
/// <param name="Place">Number of the node's place in <see cref="Places"/>.</param>
/// <param name="Spread">Pods on the node to spread against; 0 where those are marked instead.</param>
internal readonly record struct GroupKey(long Local, int First, int Second, int Place, int Spread);

/// <summary>The fitting nodes of one key.</summary>
internal sealed class CandidateGroup(GroupKey key, int nodes)
{
    public GroupKey Key { get; set; } = key;

    public NodeSet Nodes { get; } = new(nodes);

    public void CopyFrom(CandidateGroup other)
    {
        Key = other.Key;
        Nodes.CopyFrom(other.Nodes);
    }
}
