namespace Simulator.World.Explanation;

/// <summary>Everything there is to say about one horizontal autoscaler at one moment.</summary>
/// <param name="Target">"Deployment default/web".</param>
/// <param name="State">Replicas, and what its last pass found.</param>
/// <param name="Waits">What keeps it from what it wants; "" = nothing.</param>
public sealed record WhyAutoscaler(
    string Autoscaler, string Target, TimeSpan At, string State, string Waits, IReadOnlyList<LifeEvent> Events);
