using Simulator.Api.Documents;
using Simulator.Api.Foreign;
using Simulator.Api.Manifests;
using Simulator.Api.Ownership;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Extending;
using Simulator.Scenarios.Files.Assembly;
using Simulator.Scenarios.Files.Rules;
using Simulator.Scenarios.Files.Shapes;
using Simulator.Scenarios.Files.Sources;
using Simulator.Scenarios.Traces;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files;

/// <summary>Checks files of any kind that the program reads: scenarios, studies, rates, scheduler policies, Kubernetes manifests.</summary>
public static class InputFiles
{
    /// <summary>
    /// What there is to say about the files and the files in the folders, each sentence once, and how many files there are.
    /// </summary>
    /// <param name="measures">Without it every name of a measure will do.</param>
    /// <param name="settings">What is changed in each scenario before it is read; null: nothing.</param>
    /// <param name="studies">Reads a study file; null: nobody here can, and they are told as what they are.</param>
    /// <param name="rates">Reads a file of rates, likewise.</param>
    /// <param name="version">The version of Kubernetes, as a setting of scenarios; manifests by themselves are read for it.</param>
    public static (Diagnostics Diagnostics, int Files) Validate(
        IReadOnlyCollection<string> paths, IMeasureBook? measures = null, IReadOnlyList<Setting>? settings = null,
        Func<string, Diagnostics>? studies = null, Func<string, Diagnostics>? rates = null, IReadOnlyList<Setting>? version = null)
    {
        var all = new Diagnostics();
        var files = paths.SelectMany(path => ManifestFiles.Find(path, all))
            .Distinct(StringComparer.Ordinal)
            .Select(InputFile.Read)
            .ToList();
        var seen = new HashSet<Diagnostic>();
        foreach (var scenario in files.Where(file => file.IsScenario))
        {
            Take(ScenarioReader.Read(scenario.Path, measures, [.. settings ?? [], .. version ?? []]).Diagnostics, all, seen);
        }
        var plugins = PluginKey.Of(settings ?? [], all);
        if (settings?.FirstOrDefault(setting => !setting.IsPlugin) is { } first
            && !files.Exists(file => file.IsScenario || file.IsStudy))
        {
            all.Error($"--set {first}", 0, 0, "only scenarios have values that can be set, and none of the files is one");
        }
        var others = files.Where(file => !file.IsScenario).ToList();
        foreach (var (isIts, read) in new[] { (IsStudy, studies), ((Predicate<InputFile>)(file => file.IsRates), rates) })
        {
            foreach (var file in others.Where(file => read is not null && isIts(file)).ToList())
            {
                Take(read!(file.Path), all, seen);
                others.Remove(file);
            }
        }

        TellEmpty(paths, files, all);
        ValidateOthers(others, version is [var one] ? KubernetesVersions.Find(one.Value) : null, plugins, all, seen);
        return (all, files.Count);
    }

    /// <summary>Profiles of a scheduler or the columns of a trace, which were judged then.</summary>
    private static bool IsOfItsOwn(InputFile file, OwnRules plugins)
    {
        if (file.IsProfiles)
        {
            SchedulerConfigurationReader.Read(file.Documents[0], file.Diagnostics, plugins.Rules.Count > 0 ? plugins : OwnRules.Unknown);
            if (SchedulerPolicyReader.ExtendersOf(file.Documents[0]) is [var first, ..])
            {
                file.Diagnostics.Add(SchedulerPolicyReader.Uncalled(first, "KubeSchedulerConfiguration"));
            }
        }
        else if (file.IsColumns) TraceFormat.Read(file.Path, file.Diagnostics);
        return file.IsProfiles || file.IsColumns;
    }

    private static bool IsStudy(InputFile file) => file.IsStudy;

    /// <summary>A manifest that a scenario has read has been told by it, under the scenario's policy and nodes.</summary>
    private static void ValidateOthers(
        IReadOnlyList<InputFile> files, KubernetesVersion? version, OwnRules plugins, Diagnostics all, HashSet<Diagnostic> seen)
    {
        var (namespaces, owned) = (new NamespaceCheck(ClusterStart.Settled), new OwnedObjects());
        var read = all.Files.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        var left = files.Where(file => !read.Contains(Path.GetFullPath(file.Path))).ToList();
        foreach (var file in left) owned.Survey(file.Documents);
        foreach (var file in left)
        {
            if (!file.IsProfiles && MisplacedFile.AsEither(file.Documents) is { } what)
            {
                file.Diagnostics.Error(file.Path, 1, 1, $"this is {what}");
            }

            if (!file.Diagnostics.HasErrors && file.IsPolicy) PolicyFile.Judge(file.Path, file.Diagnostics, plugins);
            else if (!file.Diagnostics.HasErrors && !IsOfItsOwn(file, plugins)) ReadManifests(file, version, owned, namespaces);
            Take(file.Diagnostics, all, seen);
        }

        namespaces.TellTo(all);
    }

    /// <summary>
    /// Templates that render to nothing leave such files in folders, which kubectl passes over; one that somebody named is a mistake.
    /// </summary>
    private static void TellEmpty(IEnumerable<string> paths, IEnumerable<InputFile> files, Diagnostics all)
    {
        var empty = files.Where(file => file.Documents.Count == 0 && !file.Diagnostics.HasErrors)
            .Select(file => file.Path)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var path in paths.Distinct(StringComparer.Ordinal).Where(empty.Contains))
        {
            all.Error(path, 0, 0, "the file holds no document; allowed are scenarios, scheduler policies and Kubernetes objects");
        }
    }

    private static void Take(Diagnostics told, Diagnostics all, HashSet<Diagnostic> seen)
    {
        foreach (var diagnostic in told.All.Where(seen.Add)) all.Add(diagnostic);
        all.AddOmissions(told);
        all.AddFiles(told);
    }

    private static void ReadManifests(InputFile file, KubernetesVersion? version, OwnedObjects owned, NamespaceCheck namespaces)
    {
        var (documents, diagnostics) = (file.Documents, file.Diagnostics);
        version ??= KubernetesVersions.Default;
        var reader = new ManifestReader(diagnostics, owned) { ActedUpon = version.ActsUpon };
        foreach (var value in reader.Read(documents))
        {
            var place = reader.PlaceOf(value) ?? documents[0];
            namespaces.Take(value, TimeSpan.Zero, place);
            if (UnsimulatedKinds.Take(value, place, diagnostics) || PodUse.Of(new PlacedObject(value, place)) is not { } pod) continue;
            foreach (var omission in IgnoredPodAffinity.Check([pod], version)) diagnostics.Add(omission);
        }
    }
}
