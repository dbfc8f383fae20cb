using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Status;

/// <summary>What the status managers of a cluster's kubelets share.</summary>
/// <param name="CallMedian">What a call usually takes.</param>
internal sealed record StatusSetting(
    Simulation Simulation, KubeletOptions Options, SimulatedApiServer Server, LatencyModel Latency, TimeSpan CallMedian);
