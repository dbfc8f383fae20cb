using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.PostFilter;

/// <summary>A node on which the pod would fit if some others went.</summary>
/// <param name="Victims">In the order in which they were tried to be kept.</param>
/// <param name="Violations">How many of them no disruption budget allows.</param>
public sealed record Candidate(NodeState Node, IReadOnlyList<NodePod> Victims, int Violations);
