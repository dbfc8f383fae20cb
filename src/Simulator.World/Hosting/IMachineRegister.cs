using Simulator.ControlPlane.Controllers.Nodes;

namespace Simulator.World.Hosting;

/// <summary>
/// What a node controller can learn of machines without an object being written: heartbeats, and whether the cloud still has them.
/// </summary>
internal interface IMachineRegister : IHeartbeats, ILeases, ICloudInstances;
