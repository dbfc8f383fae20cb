using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Settings;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Studies.Runs;

/// <summary>
/// A scenario file that is read once, as are the manifests that it names, and of which variants are made. May be used on several threads.
/// </summary>
/// <param name="path">The scenario file.</param>
/// <param name="measures">Without it every name of a measure will do.</param>
public sealed class ScenarioSource(string path, IMeasureBook? measures = null)
{
    private readonly Lazy<(SourceNode? Tree, Diagnostics Diagnostics)> _document = new(() => Open(path));

    /// <summary>Of all variants: manifests are parsed once.</summary>
    private readonly SourceFiles _files = new();

    public string Path => path;

    /// <summary>The scenario with some values changed, or all that is wrong with it.</summary>
    public ScenarioFile Read(IReadOnlyList<Setting> settings)
    {
        var (tree, problems) = _document.Value;
        var diagnostics = new Diagnostics();
        diagnostics.AddAll(problems);
        diagnostics.AddFiles(problems);
        return tree is null ? new ScenarioFile(null, diagnostics, []) : ScenarioReader.Read(tree, diagnostics, measures, settings, _files);
    }

    /// <summary>What stands in the file where a setting would put another value; null: nothing, or no plain value.</summary>
    public string? ValueAt(string setting) => _document.Value.Tree is { } tree ? PresentValue.Of(tree, setting) : null;

    private static (SourceNode? Tree, Diagnostics Diagnostics) Open(string path)
    {
        var diagnostics = new Diagnostics();
        return (ScenarioReader.ReadTree(path, diagnostics), diagnostics);
    }
}
