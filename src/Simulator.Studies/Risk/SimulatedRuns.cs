using Simulator.Reports.RunSets;
using Simulator.Studies.Farm;
using Simulator.Studies.Risk.Losses;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk;

/// <summary>
/// Short runs of the simulator, on all cores; each is told as soon as it is finished, and those that are known are not made again.
/// </summary>
/// <param name="known">Of an earlier study that was interrupted.</param>
/// <param name="finished">Told each run as it ends, one at a time.</param>
public sealed class SimulatedRuns(
    TimeSpan patience, IEnumerable<RunRow> known, Action<RunRow> finished, CancellationToken interruption) : IRiskRuns
{
    private const string TroubleKey = "trouble";

    private readonly Dictionary<string, RunRow> _known = known.GroupBy(KeyOf)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);

    public IReadOnlyList<RunOutcome> Make(IReadOnlyList<RiskTask> tasks)
    {
        var wanted =
            tasks.Select(task => (Task: task, Run: new RunTask([.. task.Variant.Settings, new Setting(TroubleKey, task.Name)], task.Seed)))
            .ToList();
        var missing = wanted.Where(entry => !_known.ContainsKey(KeyOf(entry.Run.Settings)))
            .ToDictionary(entry => entry.Run, entry => entry.Task);
        var made = RunFarm.Run([.. missing.Keys], (run, token) => Run(missing[run], run, token), finished, interruption);
        foreach (var row in made) _known.Add(KeyOf(row), row);
        interruption.ThrowIfCancellationRequested();
        return [.. wanted.Select(entry => OutcomeRow.Read(_known[KeyOf(entry.Run.Settings)]))];
    }

    private RunRow Run(RiskTask task, RunTask run, CancellationToken token)
    {
        var scenario = task.Variant.Scenario with { Seed = task.Seed };
        var from = TroubleMoment.Of(scenario);
        IReadOnlyList<OutageSpec> outages = [.. task.Troubles.SelectMany(planned => planned.Trouble.At(from + planned.After, scenario))];
        var relieved =
            from + (task.Troubles.Count == 0 ? Untroubled(scenario) : task.Troubles.Max(planned => planned.After + planned.Trouble.Length));
        return OutcomeRow.Of(run, TroubleRun.Of(scenario, outages, from, relieved, patience, token));
    }

    /// <summary>How long it is looked what happens if nothing does.</summary>
    private static TimeSpan Untroubled(Scenario scenario) =>
        TroubleMoment.ChangesOverTime(scenario) ? scenario.Duration : TimeSpan.FromMinutes(15);

    private static string KeyOf(RunRow row) => KeyOf(row.Settings);

    private static string KeyOf(IReadOnlyList<Setting> settings) => string.Join(", ", settings);
}
