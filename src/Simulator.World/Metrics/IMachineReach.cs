namespace Simulator.World.Metrics;

/// <summary>Which machines can be asked what their pods use.</summary>
public interface IMachineReach
{
    /// <summary>Asked once a sample: as a rule nobody has to be looked up then.</summary>
    bool AllAnswer { get; }

    /// <summary>False also of a name that no machine has.</summary>
    bool Answers(string machine);
}
