using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Which cluster an entry means: the one it names, or the only one.</summary>
internal sealed class ClusterChoice(IReadOnlyList<ClusterSpec> clusters)
{
    /// <summary>Null after an error, or if the clusters themselves are wrong.</summary>
    /// <param name="key">Where the name stands.</param>
    public ClusterSpec? Of(string name, FieldReader fields, string key = "cluster")
    {
        if (name.Length == 0 && clusters.Count > 1) fields.Error($"the key 'cluster' is missing; the clusters are {Names}");
        if (name.Length == 0) return clusters.Count == 1 ? clusters[0] : null;
        var cluster = clusters.FirstOrDefault(candidate => candidate.Name == name);
        if (cluster is null) fields.ErrorAt(key, $"no cluster '{Wording.Shortened(name)}'; the clusters are {Names}");
        return cluster;
    }

    private string Names => Wording.Listed(clusters.Select(cluster => cluster.Name));
}
