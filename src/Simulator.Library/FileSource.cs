using Simulator.Api.Documents;
using Simulator.Scenarios.Files;

namespace Simulator.Library;

/// <summary>A scenario file.</summary>
internal sealed class FileSource(string path) : IScenarioSource
{
    public string Name => path;

    public SourceNode? Read(Diagnostics diagnostics) => ScenarioReader.ReadTree(path, diagnostics);
}
