using Simulator.Engine;
using Simulator.Reports.RunSets;
using Simulator.Studies.Farm;
using Simulator.Studies.Risk;
using Simulator.Studies.Risk.Estimates;
using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Risk.Troubles;
using Simulator.Tests.Scenarios;
using Simulator.Tests.Stories;
using Simulator.World.Running;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Studies.Risk;

/// <summary>Short runs that begin with a trouble, against long runs in which troubles come when they come.</summary>
/// <remarks>
/// With one replica: of several, those that an outage has moved stay where they are, so that a long run is lop-sided until somebody puts
/// them elsewhere; short runs begin as after a rollout.
/// </remarks>
public sealed class BruteForceTests
{
    [Fact]
    public void Short_runs_say_what_months_of_random_outages_say()
    {
        var (node, zone) = (Random(PlaceScope.Node, 12.Hours(), 8.Minutes()), Random(PlaceScope.Zone, 12.Hours(), 20.Minutes()));
        var scenario = SmallWorld.Of(6, 1, "a", "b").WithTraffic(100) with { RandomOutages = [node, zone] };
        var truth = LongRuns(scenario);
        var plan = PlanOf(scenario);
        using var folder = new ScratchFolder();
        using var journal = RunJournal.Open(folder.Path, new RunSetHeader
        {
            Scenario = scenario.Name,
            Version = "",
            Kubernetes = "",
            Command = "",
        }, out _);
        var samples = new RiskStudy(
            plan, new SimulatedRuns(plan.Patience, journal!, _ => { }, TestContext.Current.CancellationToken)).Run();
        Assert.All(Enum.GetValues<LossKind>(), by => Agree(truth[(int)by], RiskReading.Of(plan with { By = by }, samples), by));
    }

    private static void Agree(Mean truth, RiskResult result, LossKind by)
    {
        var risk = result.Variants[0].Services[0];
        var difference = truth + (risk.Lost * (-1 / ServiceRisk.Year));
        var words = $"{by}: long runs {truth.Value} ± {truth.Half}, short runs {1 - risk.Availability} ± {risk.Half}";
        Assert.True(
            risk.Half <= 0.35 * (1 - risk.Availability) && truth.Half <= 0.35 * truth.Value, $"too wide to prove anything: {words}");
        Assert.True(Math.Abs(difference.Value) <= difference.HalfWidth(0.999), words);
    }

    private static RandomOutageSpec Random(PlaceScope per, TimeSpan between, TimeSpan lasts) => new()
    {
        Cluster = "east",
        Per = per,
        Between = new Exponential(between),
        Lasts = new Exponential(lasts),
    };

    private static RiskPlan PlanOf(Scenario scenario) => new()
    {
        Variants = [new RiskVariant([], QuietScenario.Of(scenario), TroubleClasses.Of(scenario, null))],
        Seed = 1,
        Runs = 240,
        Years = 10,
    };

    /// <summary>Share that is lost, in the order of <see cref="LossKind"/>, over six weeks.</summary>
    private static IReadOnlyList<Mean> LongRuns(Scenario scenario)
    {
        var shares = Enumerable.Range(1, 12)
            .AsParallel()
            .AsOrdered()
            .Select(seed => LongRun(scenario with { Seed = (ulong)seed }))
            .ToList();
        return [.. Enum.GetValues<LossKind>().Select(by => StratumMean.Independent([.. shares.Select(run => run[(int)by])]))];
    }

    private static double[] LongRun(Scenario scenario)
    {
        var recorder = new LossRecorder(scenario);
        var run = new ScenarioRun(scenario with { Duration = TimeSpan.FromHours(84) }, recorder);
        run.Start();
        while (run.Advance(run.Now + TimeSpan.FromDays(1)))
        {
        }

        var lost = recorder.At(run.Now).Single();
        return [lost.Failed.Total / lost.Requests, lost.Missing.Total / run.Now.TotalSeconds, lost.Down.Total / run.Now.TotalSeconds];
    }
}
