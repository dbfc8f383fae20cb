using Simulator.Api;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds the users of federated services against clusters and latencies, and reads their rates.</summary>
internal sealed class UserAssembly(
    IReadOnlyList<ClusterSpec> clusters, RegionLatencies latencies, IReadOnlyList<ObjectKey> services, TimeSpan duration)
{
    public IReadOnlyList<UserSpec> Assemble(IReadOnlyList<Placed<UserDraft>> entries)
    {
        List<UserSpec> users = [];
        foreach (var entry in entries)
        {
            if (Assemble(entry) is not { } spec) continue;
            if (users.Exists(other => other.Name == spec.Name))
            {
                entry.Fields.ErrorAt("service", $"users of {spec.From} come twice for {spec.Service}; allowed is one entry");
            }
            else users.Add(spec);
        }

        return users;
    }

    private UserSpec? Assemble(Placed<UserDraft> placed)
    {
        var draft = placed.Value;
        var requests = new TrafficAssembly(duration).Assemble(new Placed<TrafficDraft>(draft.Requests, placed.Fields));
        if (RegionOf(placed) is not { } region || requests is null || draft.Service.Length == 0) return null;
        CheckLatencies(placed, region);
        CheckService(placed);
        return new UserSpec
        {
            Region = region,
            Cluster = draft.Cluster,
            Service = KeyOf(draft.Service),
            Requests = requests,
            Ttl = draft.Ttl,
            Caches = draft.Caches,
            Asks = draft.Asks,
            Choice = draft.Choice,
        };
    }

    private string? RegionOf(Placed<UserDraft> placed)
    {
        var draft = placed.Value;
        if (draft.Cluster.Length > 0)
        {
            if (clusters.FirstOrDefault(spec => spec.Name == draft.Cluster) is { } home) return home.Region;
            var names = clusters.Select(cluster => cluster.Name).ToList();
            placed.Fields.ErrorAt(
                "cluster",
                $"no cluster '{draft.Cluster}'{Wording.DidYouMean(draft.Cluster, names)}; the clusters are {Wording.Listed(names)}");
            return null;
        }
        if (draft.Region.Length == 0) return null;
        var known = clusters.Select(cluster => cluster.Region).Where(name => name.Length > 0).Concat(latencies.Regions).Distinct()
            .Order(StringComparer.Ordinal).ToList();
        if (known.Contains(draft.Region)) return draft.Region;
        placed.Fields.ErrorAt(
            "region",
            $"no region '{Wording.Shortened(draft.Region)}'{Wording.DidYouMean(draft.Region, known)}; "
                + (known.Count == 0
                    ? "the clusters have none"
                    : $"those of clusters and latencies are {Wording.Listed(known)}"));
        return null;
    }

    private void CheckLatencies(Placed<UserDraft> placed, string region)
    {
        var far = clusters.Where(cluster => latencies.Between(region, cluster.Region) is null).Select(cluster => cluster.Region).Distinct();
        foreach (var other in far.Where(other => other.Length > 0))
        {
            placed.Fields.ErrorAt(
                placed.Value.Cluster.Length > 0 ? "cluster" : "region",
                $"latencies has none between '{region}' and '{other}'; allowed are users of regions that have one to each region with a "
                    + "cluster");
        }
    }

    private void CheckService(Placed<UserDraft> placed)
    {
        if (services.Contains(KeyOf(placed.Value.Service))) return;
        var names = services.Select(key => key.ToString()).Distinct().Order(StringComparer.Ordinal).ToList();
        placed.Fields.ErrorAt(
            "service",
            $"no federated service '{placed.Value.Service}'{Wording.DidYouMean(placed.Value.Service, names)}; "
                + (names.Count == 0 ? "the scenario has none" : $"there {(names.Count == 1 ? "is" : "are")} {Wording.Listed(names)}"));
    }

    private static ObjectKey KeyOf(string service)
    {
        var slash = service.IndexOf('/', StringComparison.Ordinal);
        return new ObjectKey(service[..slash], service[(slash + 1)..]);
    }
}
