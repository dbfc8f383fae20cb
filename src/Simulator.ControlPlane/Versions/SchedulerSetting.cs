using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Scheduling;

namespace Simulator.ControlPlane.Versions;

/// <summary>What a scheduler is made from when its process starts.</summary>
/// <param name="Order">Null = by name.</param>
public sealed record SchedulerSetting(SchedulerOptions Flags, IDecisionPace Pace, DecisionOrder? Order = null);

/// <summary>What a node lifecycle controller is made from when its process starts.</summary>
public sealed record NodeLifecycleSetting(Instant Start, NodeLifecycleHosting Hosting);
