using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Scenarios.Files;

namespace Simulator.Studies.Fuzzing;

/// <summary>A file of the corpus, whole and sound.</summary>
/// <param name="Path">In the copy of the corpus.</param>
/// <param name="Name">As the user's folder has it.</param>
internal sealed record FuzzFile(string Path, string Name, string Text)
{
    public bool IsTable => Path.EndsWith(".csv", StringComparison.Ordinal);

    public bool IsScenario { get; private init; }

    public IReadOnlyList<ScalarSite> Sites { get; private init; } = [];

    public static FuzzFile Read(string path, string name)
    {
        var text = File.ReadAllText(path);
        var documents = path.EndsWith(".csv", StringComparison.Ordinal) ? [] : SourceTree.ParseYaml(path, text, new Diagnostics());
        return new FuzzFile(path, name, text)
        {
            IsScenario = documents.Any(ScenarioReader.IsScenario),
            Sites = ScalarSite.Of(text, documents),
        };
    }
}
