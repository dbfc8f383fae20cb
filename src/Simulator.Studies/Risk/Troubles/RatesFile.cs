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
    public static IReadOnlyList<TroubleRate>? Read(string path, Scenario scenario, Diagnostics diagnostics)
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
        var rates = cursor.Read(fields => Entries(fields, new RateEntry(scenario, Path.GetFileName(path))));
        return diagnostics.HasErrors ? null : rates;
    }

    private static List<TroubleRate> Entries(FieldReader fields, RateEntry entry)
    {
        if (fields.Required("rates") is not { } list) return [];
        if (list.Node is SourceSequence { Items.Count: 0 }) list.Error("the list is empty; allowed is at least one kind of trouble");
        return [.. list.Items().SelectMany(item => item.Read<IReadOnlyList<TroubleRate>>(found => entry.Read(found) is { } rate
            ? [rate]
            : [])
            ?? [])];
    }
}
