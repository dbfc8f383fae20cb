using Simulator.World.Invariants;
using Simulator.World.Specification;

namespace Simulator.Cli.Output;

/// <summary>
/// Says whether a checked run kept all rules. What is said goes to the error stream: results stay what they are without a check.
/// </summary>
internal static class InvariantText
{
    private const int ShownMax = 10;

    /// <returns><see cref="ExitCode.Bug"/> if a rule was broken; null if all held.</returns>
    public static int? Tell(InvariantSuite invariants, Scenario scenario, string path, Screen screen)
    {
        foreach (var exception in invariants.Exceptions.Take(ShownMax)) screen.Error.WriteLine(exception);
        if (invariants.BrokenCount == 0)
        {
            screen.Error.WriteLine($"{InvariantTable.All.Count} invariants held over {invariants.FactCount:N0} facts");
            return null;
        }

        foreach (var broken in invariants.Broken.Take(ShownMax)) screen.Tell(broken.ToString(), "red");
        if (invariants.BrokenCount > ShownMax) screen.Error.WriteLine($"and {invariants.BrokenCount - ShownMax:N0} more");
        screen.Error.WriteLine("A broken invariant is a bug in the simulator, not in your input: do not trust the results.");
        screen.Error.WriteLine("Please report it with the scenario and its manifests, and with these lines:");
        screen.Error.WriteLine($"  version    {BugReport.Version}");
        screen.Error.WriteLine($"  command    simulator run {path} --seed {scenario.Seed} --check");
        return ExitCode.Bug;
    }
}
