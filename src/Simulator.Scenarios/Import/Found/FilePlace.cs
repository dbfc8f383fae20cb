using Simulator.Api.Documents;

namespace Simulator.Scenarios.Import.Found;

/// <summary>Where something stands, without what stands there.</summary>
internal readonly record struct FilePlace(string File, int Line, int Column)
{
    public static FilePlace Of(SourceNode node) => new(node.File, node.Line, node.Column);
}
