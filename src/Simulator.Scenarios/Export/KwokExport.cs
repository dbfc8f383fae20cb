using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Assembly;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Settings;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Export;

/// <summary>
/// A scenario's clusters as manifests for a real control plane with KWOK (Kubernetes WithOut Kubelet): somebody who has one can hold a run
/// against it. Nodes are made; workloads are the user's own files as they are, and what is generated.
/// </summary>
public sealed class KwokExport
{
    private readonly ScenarioDraft _draft;
    private readonly Scenario _scenario;

    private KwokExport(ScenarioDraft draft, Scenario scenario) => (_draft, _scenario) = (draft, scenario);

    /// <summary>Each node has KWOK's own taint, besides those of its pool.</summary>
    public bool MarksNodes { get; init; }

    /// <summary>What is not among the manifests, in sentences; empty: nothing.</summary>
    public IEnumerable<string> LeftOut()
    {
        if (_scenario.Outages.Count + _scenario.RandomOutages.Count > 0) yield return "what goes wrong (outages, random)";
        if (_scenario.Operations.Count > 0) yield return $"what users do ({_scenario.Operations.Count} operations)";
        if (_draft.Clusters.Any(cluster => cluster.Value.Found is not null)) yield return "objects and pods as they were found";
        if (_scenario.Clusters.Any(cluster => cluster.Workloads.Any(workload => workload.Arrivals is not null)))
        {
            yield return "pods of traces";
        }
        if (_scenario.Clusters.Any(cluster => cluster.Traffic.Count > 0) || _scenario.Users.Count > 0) yield return "requests of users";
    }

    /// <summary>Null after errors.</summary>
    public static KwokExport? Read(
        string path, IReadOnlyList<Setting> settings, Diagnostics diagnostics, bool marksNodes = false)
    {
        if (ScenarioReader.ReadTree(path, diagnostics) is not { } tree) return null;
        if (ScenarioReader.Read(tree, diagnostics, settings: settings).Scenario is not { } scenario) return null;

        // Read a second time as it is written: a scenario no longer knows the files that its objects came from.
        var quiet = new Diagnostics();
        var context = new ReadingContext(quiet, ReadingRules.Scenario) { Folder = Path.GetDirectoryName(tree.File) };
        var changed = SettingsOf.Apply(tree, ScenarioShape.Value, settings, quiet);
        return ScenarioShape.Value.Read(new SourceCursor(changed, SourcePath.Root, context)) is { } draft
            ? new KwokExport(draft.Value, scenario) { MarksNodes = marksNodes }
            : null;
    }

    /// <summary>Files by their path below the folder, and what writes each. A cluster has a folder of its own.</summary>
    /// <exception cref="IOException">A manifest cannot be read.</exception>
    public IEnumerable<(string Path, Action<TextWriter> Write)> Files()
    {
        foreach (var (cluster, draft) in _scenario.Clusters.Zip(_draft.Clusters))
        {
            yield return ($"{cluster.Name}/nodes.yaml", text => WriteAll(KwokNodes.Of(cluster, MarksNodes), text));
            var number = 0;
            foreach (var workload in draft.Value.Workloads)
            {
                var prefix = $"{cluster.Name}/workloads/at-{workload.Value.At.TotalSeconds:0.###}s";
                foreach (var file in FilesOf(workload.Value, prefix, () => ++number)) yield return file;
            }
        }
    }

    private static IEnumerable<(string Path, Action<TextWriter> Write)> FilesOf(WorkloadDraft workload, string prefix, Func<int> next)
    {
        if (workload.Generate is { } generate)
        {
            var objects = ControllerGenerator.Make(generate.Value);
            yield return ($"{prefix}/{next():D2}-generated.yaml", text => WriteAll(GeneratedObjects.Of(objects), text));
        }
        foreach (var path in workload.Manifests.Select(cursor => cursor.RelatedPath()).OfType<string>())
        {
            foreach (var file in ManifestFiles.Find(path, new Diagnostics()))
            {
                yield return ($"{prefix}/{next():D2}-{Path.GetFileName(file)}", text => text.Write(File.ReadAllText(file)));
            }
        }
    }

    private static void WriteAll(IEnumerable<JsonObject> objects, TextWriter text)
    {
        foreach (var value in objects) YamlText.Write(value, text);
    }
}
