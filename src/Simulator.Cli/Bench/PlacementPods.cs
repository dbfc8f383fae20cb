namespace Simulator.Cli.Bench;

/// <summary>What the pods of <c>bench placement</c> ask for beside CPU and memory.</summary>
public enum PlacementPods
{
    /// <summary>Nothing; their service spreads them by default.</summary>
    Plain,

    /// <summary>Not more than so many pods of their app in a zone above the emptiest one.</summary>
    HardSpread,

    /// <summary>No other pod of the same app on the node.</summary>
    AntiAffinity,
}
