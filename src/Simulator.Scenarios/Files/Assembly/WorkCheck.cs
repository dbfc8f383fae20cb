using Simulator.Api.Documents;
using Simulator.Engine;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>What a run would have to do, estimated before it begins: work without end is refused, long work is remarked upon.</summary>
internal static class WorkCheck
{
    /// <summary>Machines that troubles strike, each time anew; each costs some hundred events and some kilobytes.</summary>
    private const double StrikesMax = 10_000_000;

    /// <summary>Turns of one loop of one program: some minutes.</summary>
    private const double TurnsMax = 100_000_000;

    /// <summary>From this share of what is allowed it is worth a remark.</summary>
    private const double Noteworthy = 0.1;

    public static void Check(Scenario scenario, Placed<ScenarioDraft> placed)
    {
        if (placed.Fields.Context.Diagnostics.HasErrors) return;
        foreach (var (spec, draft) in scenario.RandomOutages.Zip(placed.Value.RandomOutages))
        {
            Tell(draft.Fields, draft.Fields.Has("between") ? "between" : "per", Strikes(spec, scenario), StrikesMax, "strikes");
        }

        Tell(placed.Fields, "outages", scenario.Outages.Sum(outage => Strikes(outage, scenario)), StrikesMax, "strikes");
        foreach (var (at, period) in placed.Fields.Context.Cycles)
        {
            var turns = scenario.Duration / period;
            if (turns > TurnsMax) at.Error($"{at.Describe()} {Sentence(turns, TurnsMax, "turns")}");
            else if (turns > TurnsMax * Noteworthy) at.Remark($"{at.Describe()} {Long(turns, "turns")}");
        }
    }

    private static void Tell(FieldReader fields, string key, double amount, double most, string what)
    {
        var at = new SourceCursor(fields.Node[key] ?? fields.Node, fields.Path.Child(key), fields.Context);
        if (amount > most) at.Error(Sentence(amount, most, what));
        else if (amount > most * Noteworthy) at.Remark(Long(amount, what));
    }

    private static string Sentence(double amount, double most, string what) =>
        $"asks for about {amount:N0} {Meaning(what)}; allowed are at most {most:N0}";

    private static string Long(double amount, string what) => $"asks for about {amount:N0} {Meaning(what)}: that takes long";

    private static string Meaning(string what) => what == "turns" ? "turns in the run" : "troubles of machines in the run";

    /// <summary>Each place fails, is down and returns, again and again; a burst takes others along.</summary>
    private static double Strikes(RandomOutageSpec random, Scenario scenario)
    {
        var cycle = Typical(random.Between) + Typical(random.Lasts);
        var turns = scenario.Duration / Longer(cycle, TimeSpan.FromMicroseconds(1));
        return turns * random.Share * Machines(random.Cluster, scenario) / (1 - random.Burst);
    }

    private static double Strikes(OutageSpec outage, Scenario scenario)
    {
        if (outage.Repeat is not var (every, times)) return 0;
        var turns = Math.Min(times, 1 + ((scenario.Duration - outage.At) / every));
        return turns * (outage.Where is { Scope: not PlaceScope.Node } ? outage.Share * Machines(outage.Cluster, scenario) : 1);
    }

    private static double Machines(string cluster, Scenario scenario) =>
        scenario.Clusters.Where(candidate => candidate.Name == cluster).Sum(spec => (double)ClusterPlaces.Count(spec.NodePools));

    /// <summary>What half of the draws are below, roughly: the mean of a wide distribution is that of its tail.</summary>
    private static TimeSpan Typical(IDistribution distribution) =>
        distribution is LogNormal normal ? normal.Median : distribution.Mean;

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
