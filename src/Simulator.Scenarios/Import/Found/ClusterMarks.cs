using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Scenarios.Import.Cleaning;

namespace Simulator.Scenarios.Import.Found;

/// <summary>By what the dumps of two clusters are told apart when they were put together.</summary>
internal sealed class ClusterMarks
{
    /// <summary>Kubelets are at most so many minor versions behind their API server.</summary>
    private const int SkewMax = 3;

    private readonly SortedDictionary<string, (string Uid, SourceMapping Place)> _always = new(StringComparer.Ordinal);
    private readonly List<(SourceMapping Place, string What)> _seconds = [];

    /// <summary>What every cluster has once: its system namespaces, and the service of its API server.</summary>
    public void See(in DumpItem item)
    {
        var metadata = item.Node.Map("metadata");
        var (name, uid) = (metadata.Text("name"), metadata.Text("uid"));
        var isMark = item.Kind == "Namespace" && name is "kube-system" or "default"
            || item.Kind == "Service" && name == "kubernetes" && metadata.Text("namespace") == "default";
        if (!isMark || uid.Length == 0) return;
        var mark = $"{item.Kind} {name}";
        if (!_always.TryAdd(mark, (uid, item.Node)) && _always[mark].Uid != uid) _seconds.Add((item.Node, mark));
    }

    public void TellTo(Diagnostics diagnostics, IReadOnlyCollection<DumpNode> nodes)
    {
        foreach (var (place, what) in _seconds)
        {
            var first = _always[what].Place;
            diagnostics.Remark(
                place, $"{what} has another uid than in {first.File}:{first.Line}: the dumps are of two clusters, or of one that was made "
                    + "anew; what has a name of its own is kept of both");
        }

        TellClouds(diagnostics, nodes);
        TellVersions(diagnostics, nodes);
    }

    private static void TellClouds(Diagnostics diagnostics, IReadOnlyCollection<DumpNode> nodes)
    {
        var clouds = nodes.Where(node => node.ProviderId.Contains("://", StringComparison.Ordinal))
            .GroupBy(node => node.ProviderId[..node.ProviderId.IndexOf("://", StringComparison.Ordinal)], StringComparer.Ordinal)
            .OrderBy(cloud => cloud.Key, StringComparer.Ordinal)
            .ToList();
        if (clouds.Count < 2) return;
        var place = clouds[1].First().Place;
        diagnostics.Remark(
            place.File, place.Line, place.Column,
            $"the nodes are of {clouds.Count} clouds ({string.Join(", ", clouds.Select(cloud => $"{cloud.Key} {cloud.Count()}"))}): "
                + "more than one cluster, perhaps; all are kept");
    }

    private static void TellVersions(Diagnostics diagnostics, IReadOnlyCollection<DumpNode> nodes)
    {
        var versions = nodes.Select(node => (Node: node, Minor: MinorOf(node.Kubelet))).Where(version => version.Minor >= 0)
            .OrderBy(version => version.Minor).ThenBy(version => version.Node.Name, StringComparer.Ordinal).ToList();
        if (versions.Count == 0 || versions[^1].Minor - versions[0].Minor <= SkewMax) return;
        var place = versions[^1].Node.Place;
        diagnostics.Remark(
            place.File, place.Line, place.Column,
            $"the kubelets are from {versions[0].Node.Kubelet} ({versions[0].Node.Name}) to {versions[^1].Node.Kubelet} "
                + $"({versions[^1].Node.Name}), and those of one cluster are at most {SkewMax} minor versions apart: these are nodes of "
                + "more than one cluster; all are kept");
    }

    private static int MinorOf(string version)
    {
        var parts = version.Split('.');
        return parts.Length > 1 && int.TryParse(parts[1], out var minor) ? minor : -1;
    }
}
