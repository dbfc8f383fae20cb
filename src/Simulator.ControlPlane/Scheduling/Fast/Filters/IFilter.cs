namespace Simulator.ControlPlane.Scheduling.Fast.Filters;

/// <summary>
/// The fast twin, for the pods of one template, of a predicate that looks for something in the pods of a node or beyond the node.
/// </summary>
internal interface IFilter
{
    /// <summary>Takes the nodes away that the predicate rejects. False if only the plain rule can tell.</summary>
    bool TryRestrict(NodeMask mask);
}
