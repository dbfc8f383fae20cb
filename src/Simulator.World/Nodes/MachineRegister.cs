using Simulator.Api;
using Simulator.ControlPlane.Controllers;

namespace Simulator.World;

/// <summary>What the control plane can learn of machines without an object being written: heartbeats and whether the cloud still has them.</summary>
internal sealed class MachineRegister(Topology topology) : IHeartbeats, ICloudInstances
{
    /// <summary>A machine without power still exists in the cloud's list: only a deleted instance does not.</summary>
    public bool Exists(string node) => topology.Find(node) is not null;

    public Instant? LastHeartbeat(Node node, Instant now) => topology.Find(node.Name)?.LastHeartbeat(now.SinceStart);
}
