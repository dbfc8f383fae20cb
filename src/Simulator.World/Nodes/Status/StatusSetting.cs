using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Status;

/// <summary>What the status managers of a cluster's kubelets share.</summary>
/// <param name="CallMedian">What a call usually takes.</param>
internal sealed record StatusSetting(
    Simulation Simulation, KubeletOptions Options, SimulatedApiServer Server, LatencyModel Latency, TimeSpan CallMedian)
{
    /// <summary>When the object of a deleted pod goes whose containers have ended.</summary>
    public required PodRemoval Removal { get; init; }
}
