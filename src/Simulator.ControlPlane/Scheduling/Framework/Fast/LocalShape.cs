namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>Pods that are the same to every filter and score that looks at one node alone, whatever their labels and owners are.</summary>
internal sealed class LocalShape
{
    /// <summary>What was found for the last of them; null if there is nothing, or no longer.</summary>
    public NodeMemory? Memory { get; set; }

    /// <summary>The number of the last pass for one of them.</summary>
    public long LastUse { get; set; }
}
