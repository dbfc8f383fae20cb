namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>How a zone is, as the last pass found it (ComputeZoneState in pkg/controller/nodelifecycle of 1.20).</summary>
public enum ZoneState
{
    /// <summary>No pass has judged it.</summary>
    Initial,
    Normal,

    /// <summary>Most of its nodes are not ready.</summary>
    PartialDisruption,

    /// <summary>None is ready.</summary>
    FullDisruption,

    /// <summary>It has no node that counts any more.</summary>
    Gone,
}
