using Simulator.Reports.Statistics;
using Simulator.World.Users;

namespace Simulator.Reports.Text;

/// <summary>What DNS says of a federated service, for people.</summary>
public static class DiscoveryText
{
    public static IEnumerable<string> Lines(DiscoveryAnswer answer)
    {
        yield return $"{answer.Service} at {HumanTime.Clock(answer.At.TotalSeconds)}";
        if (!answer.AreServersUp) yield return "  the name servers answer nobody";
        foreach (var line in answer.Resolvers.SelectMany(Of)) yield return line;
        yield return "  clusters";
        var width = answer.Clusters.Select(cluster => cluster.Cluster.Length).DefaultIfEmpty().Max();
        foreach (var cluster in answer.Clusters) yield return $"    {cluster.Cluster.PadRight(width)}  {StateOf(cluster)}";
    }

    private static IEnumerable<string> Of(ResolverAnswer resolver)
    {
        var verb = resolver.Who.StartsWith("kube", StringComparison.Ordinal) ? "points to" : "ask for";
        yield return resolver.Asks.Length == 0 ? $"  {resolver.Who}" : $"  {resolver.Who} {verb} {resolver.Asks}";
        yield return $"    {resolver.Why}";
        foreach (var step in resolver.Steps)
        {
            yield return $"    {step.Name}  {step.Says}  "
                + (step.Since is { } since ? $"since {HumanTime.Clock(since.TotalSeconds)}" : "from the start");
        }

        if (resolver.Tries.Count > 0)
        {
            yield return "    tried in this order: "
                + string.Join(
                    ", ", resolver.Tries.Select(entry => $"{entry.Cluster} ({HumanTime.Long(entry.RoundTrip.TotalSeconds)} away)"));
        }
        foreach (var held in resolver.Held.Reverse().Where(held => resolver.Held.Count > 1)) yield return $"    {HeldBy(held)}";
    }

    private static string HeldBy(HeldAnswer held) => held.Until is { } until
        ? $"{HumanNumber.Percent(held.Share)} still hold {held.Says}, which was told until {HumanTime.Clock(until.TotalSeconds)}"
        : $"{HumanNumber.Percent(held.Share)} hold {held.Says}";

    private static string StateOf(MemberAnswer cluster)
    {
        var address = cluster.Address.Length == 0 ? "no load balancer" : cluster.Address;
        var endpoints = cluster.Ready is { } ready
            ? $"{HumanNumber.Count(ready, "ready endpoint", "ready endpoints")} by its API"
            : "no such service";
        var names = cluster.Names.Count switch
        {
            0 => "no name leads there",
            1 => $"told for {cluster.Names[0]}",
            var count => $"told for {count} names up to {cluster.Names[^1]}",
        };
        return $"{address}, {endpoints}, {names}";
    }
}
