using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Troubles;

/// <summary>
/// Reads how often what goes wrong: a YAML file with a list <c>rates</c>, whose entries have the keys of a scenario's <c>random</c>, and
/// <c>aYear</c> for who thinks in years.
/// </summary>
public static class RatesFile
{
    /// <summary>Null after errors.</summary>
    /// <param name="scenario">What there is to be struck.</param>
    public static IReadOnlyList<TroubleRate>? Read(string path, Scenario scenario, Diagnostics diagnostics) =>
        Read(path, new RateEntry(scenario, Path.GetFileName(path)), diagnostics);

    /// <summary>All that is wrong with a file for whatever scenario.</summary>
    public static Diagnostics Check(string path)
    {
        var diagnostics = new Diagnostics();
        Read(path, new RateEntry(null, Path.GetFileName(path)), diagnostics);
        return diagnostics;
    }

    private static List<TroubleRate>? Read(string path, RateEntry entry, Diagnostics diagnostics)
    {
        var documents = SourceTree.ReadFile(path, diagnostics);
        if (diagnostics.HasErrors) return null;
        if (documents.Count != 1)
        {
            diagnostics.Error(
                path, 0, 0,
                $"the file holds {(documents.Count == 0 ? "no document" : $"{documents.Count} documents")}; allowed is one with a list "
                    + "'rates'");
            return null;
        }

        var cursor = new SourceCursor(documents[0], SourcePath.Root, new ReadingContext(diagnostics, ReadingRules.Scenario));
        if (RateShape.File.Read(cursor) is not { } file) return null;
        if (file.Fields.Node["rates"] is SourceSequence { Items.Count: 0 })
        {
            file.Fields.ErrorAt("rates", "the list is empty; allowed is at least one kind of trouble");
        }

        List<TroubleRate> rates = [.. file.Value.Rates.Select(placed => entry.Read(placed.Fields)).OfType<TroubleRate>()];
        return diagnostics.HasErrors ? null : rates;
    }
}
