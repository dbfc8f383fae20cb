using Simulator.Api;

namespace Simulator.Scenarios;

/// <summary>Checks files of any kind that the program reads: scenarios, scheduler policies, Kubernetes manifests.</summary>
public static class InputFiles
{
    /// <summary>What there is to say about the files and the files in the folders, each sentence once, and how many files there are.</summary>
    /// <param name="measures">Without it every name of a measure will do.</param>
    public static (Diagnostics Diagnostics, int Files) Validate(IEnumerable<string> paths, IMeasureBook? measures = null)
    {
        var all = new Diagnostics();
        var seen = new HashSet<Diagnostic>();
        var namespaces = new NamespaceCheck();
        var files = paths.SelectMany(path => ManifestFiles.Find(path, all)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var told in files.Select(file => Validate(file, measures, namespaces)))
        {
            foreach (var diagnostic in told.All.Where(seen.Add)) all.Add(diagnostic);
            all.AddOmissions(told);
        }

        namespaces.TellTo(all);
        return (all, files.Count);
    }

    private static Diagnostics Validate(string file, IMeasureBook? measures, NamespaceCheck namespaces)
    {
        var diagnostics = new Diagnostics();
        var documents = SourceTree.ReadFile(file, diagnostics);
        if (diagnostics.HasErrors) return diagnostics;
        if (documents.Any(ScenarioReader.IsScenario)) return ScenarioReader.Read(file, measures).Diagnostics;
        if (documents is [SourceMapping mapping] && mapping["kind"] is SourceScalar { Text: "Policy" }) PolicyFile.Read(file, diagnostics);
        else ReadManifests(documents, file, diagnostics, namespaces);
        return diagnostics;
    }

    private static void ReadManifests(IReadOnlyList<SourceNode> documents, string file, Diagnostics diagnostics, NamespaceCheck namespaces)
    {
        if (documents.Count == 0) diagnostics.Error(file, 0, 0, "the file holds no document; allowed are scenarios, scheduler policies and Kubernetes objects");
        var reader = new ManifestReader(diagnostics);
        foreach (var value in reader.Read(documents))
        {
            namespaces.Take(value, TimeSpan.Zero, PlaceOf(value.Kind, documents));
            UnsimulatedKinds.Take(value, reader.PlaceOf(value) ?? documents[0], diagnostics);
        }

    }

    /// <summary>The first document of a kind; the first of all for items of lists and for kinds that have two names.</summary>
    private static SourceNode PlaceOf(string kind, IReadOnlyList<SourceNode> documents) =>
        documents.FirstOrDefault(document => (document as SourceMapping)?["kind"] is SourceScalar scalar && scalar.Text == kind) ?? documents[0];
}
