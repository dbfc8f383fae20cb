using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Library;

/// <summary>A scenario that somebody has as text.</summary>
internal sealed class TextSource(string text, string name) : IScenarioSource
{
    public string Name => name;

    public SourceNode? Read(Diagnostics diagnostics)
    {
        var documents = SourceTree.ParseYaml(name, text, diagnostics);
        if (documents.Count == 1) return documents[0];
        if (!diagnostics.HasErrors) diagnostics.Error(name, 0, 0, $"the text holds {documents.Count} documents; allowed is one scenario");
        return null;
    }
}
