using Simulator.Api.Documents;
using Simulator.Api.Foreign;
using Simulator.Api.Sources;

namespace Simulator.Scenarios.Files;

/// <summary>A file that may be anything that the program reads.</summary>
internal sealed record InputFile(string Path, IReadOnlyList<SourceNode> Documents, Diagnostics Diagnostics)
{
    public bool IsScenario => Documents.Any(ScenarioReader.IsScenario);

    public bool IsStudy => Documents.Any(MisplacedFile.IsStudy);

    /// <summary>Rates of troubles.</summary>
    public bool IsRates => Documents.Any(MisplacedFile.IsRates);

    public bool IsPolicy => Documents is [SourceMapping mapping] && mapping["kind"] is SourceScalar { Text: "Policy" };

    /// <summary>Profiles of a scheduler.</summary>
    public bool IsProfiles =>
        Documents is [SourceMapping mapping] && mapping["kind"] is SourceScalar { Text: "KubeSchedulerConfiguration" };

    /// <summary>The columns of a trace.</summary>
    public bool IsColumns => Documents is [SourceMapping mapping]
        && mapping.IndexOf("format") >= 0 && mapping.IndexOf("pods") >= 0 && mapping.IndexOf("kind") < 0;

    public static InputFile Read(string path)
    {
        var diagnostics = new Diagnostics();
        return new InputFile(path, SourceTree.ReadFile(path, diagnostics, Dialect.Kubectl), diagnostics);
    }
}
