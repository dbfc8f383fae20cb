using Simulator.Api;

namespace Simulator.World.Explanation.Endings;

/// <summary>Why pods have no node, by the rules of their scheduler, on the cluster as it is.</summary>
internal interface IPlacementReason
{
    WaitReason Of(Pod pod);

    /// <summary>What would take such pods that find no room; "" if nothing is known to.</summary>
    string HelpFor(Pod pod, int count);
}
