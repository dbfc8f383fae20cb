using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.Engine;

namespace Simulator.World.Specification;

/// <summary>How long calls to an HTTP extender take.</summary>
public sealed record DrawnCallTime(IDistribution Time) : ICallTime;
