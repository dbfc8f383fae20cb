using Simulator.World.Outages;

namespace Simulator.Serve.Runs;

/// <summary>A trouble that somebody has begun.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Parts">One for each cluster that it strikes.</param>
public sealed record TroubleByHand(int Number, string Text, TimeSpan At, IReadOnlyList<IStandingTrouble> Parts)
{
    /// <summary>Null: nobody has ended it.</summary>
    public TimeSpan? EndedAt { get; set; }

    public bool IsOver => Parts.All(part => part.IsOver);

    public bool CanEnd => Parts.Any(part => part.CanEnd);
}
