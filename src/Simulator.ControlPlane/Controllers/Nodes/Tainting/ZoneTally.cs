using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>The nodes of a zone that count, by the conditions that a pass ends with.</summary>
internal sealed class ZoneTally
{
    public int Ready { get; private set; }

    public int NotReady { get; private set; }

    public int Nodes => Ready + NotReady;

    public void Count(NodeCondition? ready)
    {
        if (ready is { Status: ConditionStatus.True }) Ready++;
        else NotReady++;
    }

    /// <summary>The share is compared in single precision: 11 of 20 are 0.55.</summary>
    public ZoneState State(float threshold) =>
        Ready == 0 && NotReady > 0 ? ZoneState.FullDisruption
        : NotReady > 2 && (float)NotReady / Nodes >= threshold ? ZoneState.PartialDisruption
        : ZoneState.Normal;
}
