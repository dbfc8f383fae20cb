using Simulator.Engine;
using Simulator.Studies.Risk;
using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Risk.Troubles;
using Simulator.World.Specification;

namespace Simulator.Tests.Studies.Risk;

/// <summary>
/// In the place of the simulator: components that fail and are repaired. A service is down while so many of them are down: its
/// unavailability has a formula.
/// </summary>
/// <param name="downFrom">As many components as these that are down are too many.</param>
internal sealed class RepairModel(int downFrom) : IRiskRuns
{
    public const string Service = "default/web";

    public static TroubleClass Components(
        int count, TimeSpan between, IDistribution lasts, TroublePer per = TroublePer.Node, double burst = 0) => new(
        new TroubleRate
        {
            Kind = OutageKind.PowerLoss,
            Per = per,
            Between = between,
            Lasts = lasts,
            Burst = burst,
            Source = "a test",
        },
        "east", [.. Enumerable.Range(0, count).Select(i => $"{per}-{i}")], TimeSpan.Zero);

    public static RiskPlan Plan(ulong seed, int runs, params IReadOnlyList<TroubleClass> classes) => new()
    {
        Variants = [VariantOf(classes)],
        Seed = seed,
        Runs = runs,
        Years = 100,
    };

    public static RiskVariant VariantOf(IReadOnlyList<TroubleClass> classes) =>
        new([], new Scenario { Name = "model", Duration = TimeSpan.FromHours(1), Clusters = [] }, classes);

    /// <summary>What the service loses, by the estimator.</summary>
    public ServiceRisk Estimate(RiskPlan plan) => RiskReading.Of(plan, new RiskStudy(plan, this).Run()).Variants[0].Services[0];

    public IReadOnlyList<RunOutcome> Make(IReadOnlyList<RiskTask> tasks) => [.. tasks.Select(Make)];

    private RunOutcome Make(RiskTask task)
    {
        var strikes = task.Troubles.SelectMany(planned => planned.Trouble.Strikes.Select(strike =>
            (strike.Place, From: planned.After + strike.After, To: planned.After + strike.After + strike.Lasts))).ToList();
        var window = strikes.Count == 0 ? TimeSpan.FromMinutes(15) : strikes.Max(strike => strike.To);
        return new RunOutcome(window.TotalSeconds, true, new Dictionary<string, ServiceLosses> { [Service] = Lost(SecondsDown(strikes)) });
    }

    private double SecondsDown(List<(string Place, TimeSpan From, TimeSpan To)> strikes)
    {
        var moments = strikes.SelectMany(strike => (TimeSpan[])[strike.From, strike.To]).Order().ToList();
        var seconds = 0.0;
        for (var i = 1; i < moments.Count; i++)
        {
            var down = strikes.Where(strike => strike.From < moments[i] && strike.To > moments[i - 1]).DistinctBy(strike => strike.Place);
            if (down.Count() >= downFrom) seconds += (moments[i] - moments[i - 1]).TotalSeconds;
        }

        return seconds;
    }

    private static ServiceLosses Lost(double seconds)
    {
        var lost = PartTimes.Of([0, 0, 0, 0, 0, seconds]);
        return new ServiceLosses(Service)
        {
            HasTraffic = false,
            HasReplicas = true,
            Requests = 0,
            Failed = PartTimes.None,
            Missing = lost,
            Down = lost,
        };
    }
}
