using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Algorithm;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>One pass of the scheduler, for observers.</summary>
public readonly record struct SchedulingNote(ObjectKey Pod, Decision Decision);
