using Simulator.Api;

namespace Simulator.Scenarios;

/// <summary>Checks files of any kind that the program reads: scenarios, scheduler policies, Kubernetes manifests.</summary>
public static class InputFiles
{
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        MaxRecursionDepth = 32,
    };

    /// <summary>What there is to say about the files and the files in the folders, each sentence once, and how many files there are.</summary>
    public static (Diagnostics Diagnostics, int Files) Validate(IEnumerable<string> paths)
    {
        var all = new Diagnostics();
        var seen = new HashSet<Diagnostic>();
        var files = paths.SelectMany(path => Find(path, all)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var diagnostic in files.SelectMany(file => Validate(file).All).Where(seen.Add)) all.Add(diagnostic);
        return (all, files.Count);
    }

    private static IEnumerable<string> Find(string path, Diagnostics diagnostics)
    {
        if (!Directory.Exists(path)) return [path];
        string[] files = [.. Directory.EnumerateFiles(path, "*", Everywhere).Where(IsInput).Order(StringComparer.Ordinal)];
        if (files.Length == 0) diagnostics.Error(path, 0, 0, "the folder holds nothing to check; allowed are files that end in .yaml, .yml or .json");
        return files;
    }

    private static bool IsInput(string file) => Path.GetExtension(file).ToLowerInvariant() is ".yaml" or ".yml" or ".json";

    private static Diagnostics Validate(string file)
    {
        var diagnostics = new Diagnostics();
        var documents = SourceTree.ReadFile(file, diagnostics);
        if (diagnostics.HasErrors) return diagnostics;
        if (documents.Any(ScenarioReader.IsScenario)) return ScenarioReader.Read(file).Diagnostics;
        if (documents is [SourceMapping mapping] && mapping["kind"] is SourceScalar { Text: "Policy" }) PolicyFile.Read(file, diagnostics);
        else ReadManifests(documents, file, diagnostics);
        return diagnostics;
    }

    private static void ReadManifests(IReadOnlyList<SourceNode> documents, string file, Diagnostics diagnostics)
    {
        if (documents.Count == 0) diagnostics.Error(file, 0, 0, "the file holds no document; allowed are scenarios, scheduler policies and Kubernetes objects");
        var reader = new ManifestReader(diagnostics);
        reader.Read(documents);
        reader.Finish();
    }
}
