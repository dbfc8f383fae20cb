using System.Globalization;
using Simulator.Scenarios.Files;

namespace Simulator.Scenarios.Import.Load;

/// <summary>Writes the keys by which a scenario says what the pods of applications use.</summary>
internal static class ApplicationText
{
    /// <param name="start">The moment of the run's start in the times of the series.</param>
    public static string Write(IEnumerable<LoadSeries> all, LoadKind kind, double start)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine("# to be put below clusters[0] of a scenario; labels say whose pods these are");
        text.WriteLine("applications:");
        foreach (var series in all)
        {
            var home = series.Namespace.Length > 0 ? $"namespace: {YamlScalar.Of(series.Namespace)}, " : "";
            text.Write($"  - {{ {home}labels: {{ app: {YamlScalar.Of(series.Name)} }}, ");
            text.WriteLine(kind == LoadKind.Memory
                ? string.Create(CultureInfo.InvariantCulture, $"memory: {Math.Ceiling(series.Points.Max(point => point.Value)):0} }}")
                : $"load: {{ cpuDemand: [{string.Join(", ", series.Points.Select(point => Step(point, start)))}] }} }}");
        }

        return text.ToString();
    }

    private static string Step((double At, double Value) point, double start) => string.Create(
        CultureInfo.InvariantCulture, $"{{ at: {Math.Round(point.At - start)}s, cpu: {Math.Round(point.Value * 1000)}m }}");
}
