using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Import.Building;
using Simulator.Scenarios.Import.Found;
using Simulator.Scenarios.Import.Reading;
using Simulator.Scenarios.Import.Writing;
using Simulator.World.Explanation;
using Simulator.World.Running;

namespace Simulator.Scenarios.Import;

/// <summary>
/// Makes a scenario of a cluster's dump: what was found is written down, read back, and held against the scheduler's rules.
/// </summary>
/// <param name="diagnostics">Told what is broken or odd in the dump.</param>
public sealed class ClusterImport(Diagnostics diagnostics)
{
    /// <summary>Names of namespaces, objects, nodes and images and values of labels are replaced.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Under which version of Kubernetes the cluster goes on, and by whose rules its fitness is judged.</summary>
    public string Version { get; init; } = KubernetesVersions.Default.Name;

    /// <param name="folder">Is made; it is either as before or wholly written.</param>
    /// <returns>Null: nothing useful was there, which has been told.</returns>
    /// <exception cref="IOException">The folder is somebody else's, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public ImportAnswer? Run(IReadOnlyList<string> inputs, string folder)
    {
        using var place = ImportFolder.Reserve(folder);
        var reader = new DumpReader(diagnostics);
        var version = KubernetesVersions.Find(Version)!;
        var dump = new Dump(diagnostics, version.ActsUpon);
        foreach (var item in reader.Read(inputs)) dump.Take(item);
        if (!HasNodes(dump, inputs[0])) return null;
        dump.Marks.TellTo(diagnostics, dump.Nodes);
        var cluster = ClusterBuilder.Build(dump, version, diagnostics);
        if (IsAnonymous) cluster = Anonymous.Of(cluster);
        var name = NameOf(folder);
        FoundFiles.Write(Path.Combine(place.Fresh, FoundFiles.Folder), cluster, dump.Moment);
        place.WriteScenario(FoundScenarioText.Write(name, Version, cluster, []));
        var answer = AnswerOf(dump, cluster, reader.Files.Count, FitOf(place.Scenario));
        place.WriteScenario(FoundScenarioText.Write(name, Version, cluster, HeadOf(answer, inputs)));
        place.Fill();
        return answer;
    }

    private bool HasNodes(Dump dump, string input)
    {
        if (dump.Nodes.Count > 0) return true;
        var found = Counted([.. dump.Pods.Select(_ => "Pod"), .. dump.Objects.Keys.Select(name => name.Kind)]);
        foreach (var (kind, count) in dump.LeftOut) found[kind] = found.GetValueOrDefault(kind) + count;
        if (found.Count == 0 && diagnostics.HasErrors) return false;
        var kinds = found.Count == 0 ? "nothing" : Wording.Listed(found.Select(kind => $"{kind.Value:N0} {kind.Key}"));
        diagnostics.Error(
            input, 0, 0,
            $"there is no node in the dump (found: {kinds}): without nodes there is no cluster; add kubectl get nodes -o json");
        return false;
    }

    /// <summary>The scenario as it was written, at time zero.</summary>
    private static FoundFit FitOf(string scenario)
    {
        var file = ScenarioReader.Read(scenario);
        if (file.Scenario is not { } read)
        {
            throw new InvalidOperationException($"The scenario that was written cannot be read: {file.Diagnostics.Errors[0]}");
        }
        var run = new ScenarioRun(read);
        run.Start();
        return FoundFit.Of(run.Clusters[0]);
    }

    private ImportAnswer AnswerOf(Dump dump, FoundCluster cluster, int files, FoundFit fit) => new()
    {
        Moment = dump.Moment,
        Files = files,
        Nodes = dump.Nodes.Count,
        NodesNotReady = cluster.Silent.Count,
        NodesCordoned = dump.Nodes.Count(node => node.IsCordoned),
        Pools = cluster.Pools.Count,
        Zones = cluster.Zones.Count(zone => zone != PoolGroups.NoZone),
        Kubelets = Counted(dump.Nodes.Select(node => node.Kubelet.Length > 0 ? node.Kubelet : "unknown")),
        Pods = Counted(cluster.Rows.Select(row => row.Pod.Phase)),
        Owners = Counted(cluster.Rows.Where(row => row.Pod.IsRunning).Select(row => row.Owner.Split('/')[0])),
        Kept = Counted(cluster.Objects.Where(value => value.Name.Kind != "Pod").Select(value => value.Name.Kind)),
        LeftOut = dump.LeftOut,
        Twice = dump.Twice,
        Fit = fit,
        Omissions = diagnostics.Omissions,
    };

    private static SortedDictionary<string, int> Counted(IEnumerable<string> values) => new(
        values.GroupBy(value => value).ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal);

    private IEnumerable<string> HeadOf(ImportAnswer answer, IReadOnlyList<string> inputs) =>
    [
        IsAnonymous
            ? "From a dump, with other names:"
            : $"From {string.Join(" ", inputs.Select(input => Path.GetFileName(Path.TrimEndingDirectorySeparator(input))))}:",
        .. ImportText.Counts(answer),
        "",
        .. ImportText.Fitness(answer),
        "",
        .. ImportText.Omissions(answer),
        "",
        "What does losing a zone or a node do to it?",
        "  simulator run scenario.yaml --set 'outages[+]={ at: 5m, kind: power-loss, zone: ZONE }'",
    ];

    private static string NameOf(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).ToLowerInvariant();
        var plain = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-').Take(40)).Trim('-');
        return plain.Length == 0 ? "found" : plain;
    }
}
