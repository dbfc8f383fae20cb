using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Import.Cleaning;

namespace Simulator.Scenarios.Import.Load;

/// <summary>
/// Reads the answer of a Prometheus range query (<c>/api/v1/query_range</c>), or its list of series alone: a series a service, named by its
/// labels.
/// </summary>
internal sealed class PrometheusSeries(string file, LoadNaming naming, Diagnostics diagnostics)
{
    /// <summary>Null after an error that leaves nothing.</summary>
    public IReadOnlyList<LoadSeries>? Read(SourceNode answer)
    {
        if (ResultOf(answer) is not { } result) return null;
        return [.. result.Items.OfType<SourceMapping>().Select(SeriesOf).OfType<LoadSeries>()];
    }

    private SourceSequence? ResultOf(SourceNode answer)
    {
        if (answer is SourceSequence bare) return bare;
        var map = answer as SourceMapping;
        if (map.Text("status") == "error") return Refuse(answer, $"Prometheus refused the query: {map.Text("error")}");
        var data = map.Map("data");
        var type = data.Text("resultType");
        if (type is not ("matrix" or "")) return Refuse(answer, $"this is a '{type}'; allowed is the 'matrix' of /api/v1/query_range");
        return data?["result"] as SourceSequence
            ?? Refuse(answer, "this is no answer of Prometheus (data.result is missing); allowed is that of /api/v1/query_range");
    }

    private SourceSequence? Refuse(SourceNode at, string sentence)
    {
        diagnostics.Error(at, sentence);
        return null;
    }

    private LoadSeries? SeriesOf(SourceMapping series)
    {
        if (series["values"] is not SourceSequence values)
        {
            diagnostics.Error(series, "the series has no values; allowed is a range of them ([[time, \"value\"], ...]); left out");
            return null;
        }

        var points = new LoadPoints(diagnostics);
        foreach (var item in values.Items)
        {
            if (item is SourceSequence { Items: [SourceScalar time, SourceScalar value, ..] }
                && Number(time.Text) is { } at && Number(value.Text) is { } amount)
            {
                points.Add(at, amount, item.File, item.Line, item.Column);
            }
            else
            {
                diagnostics.Error(item, $"found {Wording.Shortened(item.Describe())}; allowed is [time, \"value\"]; left out");
            }
        }

        var labels = series.Map("metric").Texts().ToDictionary(label => label.Key, label => label.Value);
        var (home, name) = naming.Of(labels, file);
        return new LoadSeries(home, name, points.All);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
