using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Risk.Troubles;

namespace Simulator.Studies.Risk;

/// <param name="After">Since the first trouble of the run began.</param>
public sealed record PlannedTrouble(DrawnTrouble Trouble, TimeSpan After);

/// <summary>A short run that is wanted.</summary>
/// <param name="Name">Once in a variant: "east/zone/power-loss 17", "overlap 3", "no trouble".</param>
/// <param name="Troubles">Empty: what happens if nothing does.</param>
public sealed record RiskTask(RiskVariant Variant, string Name, ulong Seed, IReadOnlyList<PlannedTrouble> Troubles)
{
    public const string Untroubled = "no trouble";
}

/// <summary>Makes short runs: the simulator, or a model with a known answer in its place.</summary>
public interface IRiskRuns
{
    /// <summary>Outcomes in the order of the tasks.</summary>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    IReadOnlyList<RunOutcome> Make(IReadOnlyList<RiskTask> tasks);
}
