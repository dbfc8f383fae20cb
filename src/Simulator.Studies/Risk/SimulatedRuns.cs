using Simulator.Api.Documents;
using Simulator.Reports.RunSets;
using Simulator.Studies.Farm;
using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Starts;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk;

/// <summary>
/// Short runs of the simulator, on all cores; each is told as soon as it is finished, and those that are known are not made again.
/// </summary>
/// <param name="finished">Told each run that was made, one at a time.</param>
public sealed class SimulatedRuns(
    TimeSpan patience, RunJournal journal, Action<RunRow> finished, CancellationToken interruption) : IRiskRuns
{
    private const string PatienceKey = "give-up";
    private const string TroubleKey = "trouble";

    private readonly SharedPlacements _placements = new();

    public IReadOnlyList<RunOutcome> Make(IReadOnlyList<RiskTask> tasks)
    {
        var wanted = tasks.ToDictionary(RunOf);
        var rows = journal.Complete([.. wanted.Keys], (run, token) => Run(wanted[run], run, token), finished, interruption);
        interruption.ThrowIfCancellationRequested();
        return [.. rows.Select(OutcomeRow.Read)];
    }

    /// <summary>All that its outcome depends on, beside the scenario.</summary>
    private RunTask RunOf(RiskTask task) => new(
        [.. task.Variant.Settings, new Setting(PatienceKey, GoDuration.Format(patience)), new Setting(TroubleKey, task.Name)], task.Seed);

    private RunRow Run(RiskTask task, RunTask run, CancellationToken token)
    {
        var scenario = task.Variant.Scenario with { Seed = task.Seed };
        var from = TroubleMoment.Of(scenario);
        IReadOnlyList<OutageSpec> outages = [.. task.Troubles.SelectMany(planned => planned.Trouble.At(from + planned.After, scenario))];
        var relieved =
            from + (task.Troubles.Count == 0 ? Untroubled(scenario) : task.Troubles.Max(planned => planned.After + planned.Trouble.Length));
        return OutcomeRow.Of(run, TroubleRun.Of(scenario, outages, from, relieved, patience, token, _placements));
    }

    /// <summary>How long it is looked what happens if nothing does.</summary>
    private static TimeSpan Untroubled(Scenario scenario) =>
        TroubleMoment.ChangesOverTime(scenario) ? scenario.Duration : TimeSpan.FromMinutes(15);
}
