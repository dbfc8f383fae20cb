namespace Simulator.World.Explanation;

/// <summary>One line of a timeline.</summary>
/// <param name="At">Since the start of the run.</param>
public sealed record LifeEvent(TimeSpan At, string Text);
