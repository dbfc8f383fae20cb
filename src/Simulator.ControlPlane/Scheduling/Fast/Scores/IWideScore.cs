namespace Simulator.ControlPlane.Scheduling.Fast.Scores;

/// <summary>The fast twin, for the pods of one template, of a priority that looks beyond the node that it scores.</summary>
internal interface IWideScore
{
    /// <summary>To be called first in each decision. May mark nodes that differ from their group.</summary>
    Preparation Prepare(Marks marks);

    /// <summary>Is shown all nodes that fit, before the first score.</summary>
    void See(in Standing standing, int nodes);

    long Score(in Standing standing);
}

internal enum Preparation
{
    Ready,

    /// <summary>The priority fails and contributes nothing.</summary>
    Fails,

    /// <summary>Only the plain rule can tell.</summary>
    AskPlain,
}

/// <summary>All that the score of a node depends on.</summary>
/// <param name="Key">Of its group.</param>
/// <param name="Spread">Pods on it to spread against.</param>
/// <param name="Attraction">Of pods near, what its place has not.</param>
internal readonly record struct Standing(GroupKey Key, int Spread, long Attraction);
