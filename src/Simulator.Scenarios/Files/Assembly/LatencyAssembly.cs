using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Puts the latencies between regions together.</summary>
internal static class LatencyAssembly
{
    public static RegionLatencies Assemble(
        IReadOnlyList<Placed<LatencyDraft>> entries, IReadOnlyList<ClusterSpec> clusters, IReadOnlyList<Placed<UserDraft>> users)
    {
        var known = clusters.Select(cluster => cluster.Region).Concat(users.Select(entry => entry.Value.Region))
            .Where(region => region.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        Dictionary<(string, string), TimeSpan> pairs = [];
        foreach (var entry in entries.Where(entry => entry.Value.Between.Count == 2))
        {
            var pair = RegionLatencies.PairOf(entry.Value.Between[0], entry.Value.Between[1]);
            CheckNames(entry, known);
            if (!pairs.TryAdd(pair, entry.Value.RoundTrip))
            {
                entry.Fields.ErrorAt("between", $"the latency between '{pair.Item1}' and '{pair.Item2}' comes twice");
            }
        }

        return new RegionLatencies(pairs);
    }

    private static void CheckNames(Placed<LatencyDraft> entry, List<string> known)
    {
        foreach (var region in entry.Value.Between.Distinct().Where(region => !known.Contains(region)))
        {
            entry.Fields.ErrorAt(
                "between",
                $"no cluster is in region '{Wording.Shortened(region)}' and no users are{Wording.DidYouMean(region, known)}"
                    + $"{(known.Count == 0 ? "" : $"; regions in use are {Wording.Listed(known)}")}");
        }
    }
}
