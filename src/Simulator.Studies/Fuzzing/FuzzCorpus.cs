using Simulator.Scenarios.Files;

namespace Simulator.Studies.Fuzzing;

/// <summary>Sound files to make mutants of: a copy, so that nothing is ever written where they came from.</summary>
internal sealed class FuzzCorpus : IDisposable
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json", ".csv"];

    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("simulator-fuzz-");

    private FuzzCorpus()
    {
    }

    public IReadOnlyList<FuzzFile> Files { get; private set; } = [];

    /// <summary>Where mutants and their hosts are written.</summary>
    public string Folder => _copy.FullName;

    /// <param name="folders">Scenarios that are refused, or too large to be tried in a moment, are left out.</param>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    public static FuzzCorpus Of(IReadOnlyList<string> folders)
    {
        var corpus = new FuzzCorpus();
        try
        {
            corpus.Files =
            [
                .. folders.SelectMany((folder, number) => corpus.Copy(folder, $"{number}"))
                    .Where(file => !file.IsScenario || IsSmall(file.Path)),
            ];
            return corpus;
        }
        catch
        {
            corpus.Dispose();
            throw;
        }
    }

    public void Dispose() => _copy.Delete(recursive: true);

    private List<FuzzFile> Copy(string folder, string name)
    {
        var files = new List<FuzzFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (!Endings.Contains(Path.GetExtension(path))) continue;
            var relative = Path.GetRelativePath(folder, path);
            var copy = Path.Combine(Folder, name, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
            files.Add(FuzzFile.Read(copy, relative));
        }

        return files;
    }

    private static bool IsSmall(string path) => ScenarioReader.Read(path).Scenario is { } scenario && TrialSize.IsSmall(scenario);
}
