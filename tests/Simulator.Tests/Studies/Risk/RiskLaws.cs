using Simulator.Engine;
using Simulator.Studies.Risk;
using Simulator.Studies.Risk.Troubles;
using Simulator.Tests.Laws;
using Xunit;

namespace Simulator.Tests.Studies.Risk;

/// <summary>The estimator against formulas: what it expects is the truth, and its intervals cover it as often as they say.</summary>
public sealed class RiskLaws
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    [Fact]
    public void One_component_is_down_for_repair_time_over_cycle_time()
    {
        var repair = new Exponential(TimeSpan.FromHours(10));
        var theory = repair.Mean / (Month + repair.Mean);
        Law.Holds(theory, 0.06, seed => Unavailability(1, RepairModel.Plan(seed, 400, RepairModel.Components(1, Month, repair))));
    }

    [Fact]
    public void Only_the_mean_of_the_repair_time_matters()
    {
        var repair = new LogNormal(TimeSpan.FromHours(6), 0.9);
        var theory = repair.Mean / (Month + repair.Mean);
        Law.Holds(theory, 0.1, seed => Unavailability(1, RepairModel.Plan(seed, 400, RepairModel.Components(1, Month, repair))));
    }

    /// <summary>No trouble that comes alone costs anything: all is in the overlaps.</summary>
    [Fact]
    public void Two_zones_of_which_one_does_are_down_together_as_often_as_the_product_says()
    {
        var repair = new Exponential(TimeSpan.FromHours(10));
        var alone = repair.Mean / (Month + repair.Mean);
        Law.Holds(alone * alone, 0.15, seed => Unavailability(2, RepairModel.Plan(seed, 1600, RepairModel.Components(2, Month, repair))));
    }

    [Fact]
    public void Three_zones_of_which_two_must_do()
    {
        var repair = new Constant(TimeSpan.FromHours(2));
        var p = repair.Mean / (Month + repair.Mean);
        var theory = (3 * p * p) - (2 * p * p * p);
        Law.Holds(theory, 0.1, seed => Unavailability(2, RepairModel.Plan(seed, 800, RepairModel.Components(3, Month, repair))));
    }

    /// <summary>Union of independent outages of two kinds: 1 - (1 - p)(1 - q).</summary>
    [Fact]
    public void Kinds_of_trouble_that_overlap_are_down_once()
    {
        var (often, seldom) = (new Constant(TimeSpan.FromHours(20)), new Exponential(TimeSpan.FromHours(60)));
        var (p, q) = (often.Mean / (Month + often.Mean), seldom.Mean / ((12 * Month) + seldom.Mean));
        Law.Holds(1 - ((1 - p) * (1 - q)), 0.05, seed => Unavailability(1, RepairModel.Plan(
            seed, 800, RepairModel.Components(1, Month, often), RepairModel.Components(1, 12 * Month, seldom, TroublePer.Zone))));
    }

    [Fact]
    public void What_happens_seldom_and_costs_much_is_found_among_what_happens_often()
    {
        var (often, seldom) = (new Constant(TimeSpan.FromMinutes(5)), new Exponential(TimeSpan.FromHours(5)));
        IReadOnlyList<TroubleClass> classes =
        [
            RepairModel.Components(100, 2 * Month, often), RepairModel.Components(1, 60 * Month, seldom, TroublePer.Zone),
        ];
        var study = new RiskStudy(RepairModel.Plan(1, 400, classes), new RepairModel(1)).Run();
        var zones = study.Classes.Single(known => known.Key.Contains("/zone/"));
        Assert.InRange(zones.Singles.Count, 150, 300); // of 300, although 3,000 times as many nodes fail
    }

    [Fact]
    public void Intervals_cover_the_truth_as_often_as_they_say()
    {
        const int Repetitions = 1000;
        var (often, seldom) = (new Exponential(TimeSpan.FromMinutes(20)), new Exponential(TimeSpan.FromHours(4)));
        IReadOnlyList<TroubleClass> classes =
        [
            RepairModel.Components(30, 2 * Month, often), RepairModel.Components(3, 24 * Month, seldom, TroublePer.Zone),
        ];
        var up =
            Math.Pow(1 - (often.Mean / ((2 * Month) + often.Mean)), 30) * Math.Pow(1 - (seldom.Mean / ((24 * Month) + seldom.Mean)), 3);
        var covered = Enumerable.Range(1, Repetitions).Count(seed =>
        {
            var risk = new RepairModel(1).Estimate(RepairModel.Plan((ulong)seed * 10_000, 240, classes));
            return Math.Abs(risk.Availability - up) <= risk.Half;
        });
        Assert.InRange(covered, 0.93 * Repetitions, 0.97 * Repetitions);
    }

    [Fact]
    public void A_year_is_composed_of_the_troubles_that_it_has()
    {
        // Four troubles a year of exactly an hour: a Poisson number of hours.
        var plan = RepairModel.Plan(1, 40, RepairModel.Components(1, TroubleClass.Year / 4, new Constant(TimeSpan.FromHours(1))))
            with
        { Years = 4000 };
        var years = new RepairModel(1).Estimate(plan).Years;
        Assert.InRange(years.Median, 4 * 3600 * 0.99, 4 * 3600 * 1.01);
        Assert.InRange(years.OneInTen, 7 * 3600 * 0.99, 7 * 3600 * 1.01);
        Assert.InRange(years.Clean, Math.Exp(-4) - 0.005, Math.Exp(-4) + 0.005);
    }

    private static double Unavailability(int downFrom, RiskPlan plan) =>
        1 - new RepairModel(downFrom).Estimate(plan with { Seed = plan.Seed * 10_000 }).Availability;
}
