using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>How often machines, racks, power units and zones fail and for how long, as measured or published.</summary>
public static class PublishedRates
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365.25);

    /// <summary>Mean time between failures of one place; memoryless, since nothing better is published.</summary>
    public static IDistribution Between(PlaceScope scope) => new Exponential(scope switch
    {
        // Google 2011 machine events: 8,957 removals of 12,583 machines in 29 days, maintenance included.
        PlaceScope.Node or PlaceScope.Pool => TimeSpan.FromDays(41),

        // Dean 2008: 20 a year per few thousand machines (3,000 in racks of 60).
        PlaceScope.Rack => Year * 2.5,

        // Dean 2008: 0.5 to 1 a year.
        PlaceScope.PowerUnit => Year / 0.75,

        // 0.2 a year and zone: 35 single-zone incidents 2018–2020, and judgement.
        _ => Year * 5,
    });

    public static IDistribution Lasts(PlaceScope scope) => scope switch
    {
        // Ford et al. 2010: less than 10 % last longer than 15 minutes; the median is judgement.
        PlaceScope.Node or PlaceScope.Pool => new LogNormal(TimeSpan.FromMinutes(5), 0.86),

        // Dean 2008: 1 to 6 hours.
        PlaceScope.Rack => new Uniform(TimeSpan.FromHours(1), TimeSpan.FromHours(6)),
        PlaceScope.PowerUnit => new Constant(TimeSpan.FromHours(6)),

        // 35 single-zone incidents 2018–2020: log-normal in minutes, mu 4.587, sigma 0.905.
        _ => LogNormal.OfLogarithm(4.587 + Math.Log(60), 0.905),
    };

    /// <summary>Google 2011: 39 % of removals come in groups of two or more; a geometric group size gives 1 - (1 - q)² = 0.39.</summary>
    public static double Burst(PlaceScope scope) => scope == PlaceScope.Node ? 0.22 : 0;
}
