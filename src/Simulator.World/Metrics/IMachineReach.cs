namespace Simulator.World.Metrics;

/// <summary>Which machines can be asked what their pods use.</summary>
public interface IMachineReach
{
    /// <summary>As long as it stays the same, so does who answers.</summary>
    long Version { get; }

    /// <summary>False also of a name that no machine has.</summary>
    bool Answers(string machine);
}
