using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Import.Load;
using Simulator.Scenarios.Packed;

namespace Simulator.Scenarios.Import;

/// <summary>Makes what scenarios read of measured load: CSV files of rates, and the keys that name them.</summary>
/// <param name="diagnostics">Told what is broken, with file and row, and that it is left out.</param>
public sealed class LoadImport(Diagnostics diagnostics)
{
    private readonly SortedDictionary<(string Namespace, string Name), List<LoadSeries>> _series = [];

    public required LoadNaming Naming { get; init; }

    public LoadKind Kind { get; init; }

    /// <summary>Names of what was found, "namespace/name", with the number of its points.</summary>
    public IEnumerable<(string Name, int Points, double Highest)> Found => _series.Select(one => (
        one.Key.Namespace.Length > 0 ? $"{one.Key.Namespace}/{one.Key.Name}" : one.Key.Name, one.Value.Sum(series => series.Points.Count),
        one.Value.SelectMany(series => series.Points).Max(point => point.Value)));

    /// <returns>False: nothing useful was in it.</returns>
    public bool Read(IEnumerable<string> files)
    {
        foreach (var series in files.SelectMany(ReadFile).Where(series => series.Points.Count > 0))
        {
            var key = (series.Namespace, series.Name);
            if (!_series.TryGetValue(key, out var alike)) _series.Add(key, alike = []);
            alike.Add(series);
        }

        return _series.Count > 0;
    }

    /// <summary>The files by their names: tables of rates, and the part of a scenario that reads them.</summary>
    public IReadOnlyList<(string Name, string Text)> Files()
    {
        var start = _series.Values.SelectMany(alike => alike).Min(series => series.Points[0].At);
        if (Kind != LoadKind.Requests) return [("applications.yaml", ApplicationText.Write(Summed(), Kind, start))];
        var files = new List<(string Name, string Text)>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var traffic = new StringWriter { NewLine = "\n" };
        traffic.WriteLine("# to be put below clusters[0] of a scenario; paths are relative to its file");
        traffic.WriteLine("traffic:");
        foreach (var series in Summed())
        {
            var name = FileNameOf(series, taken);
            files.Add((name, RateText(series, start)));
            var home = series.Namespace.Length > 0 ? $", namespace: {YamlScalar.Of(series.Namespace)}" : "";
            traffic.WriteLine($"  - {{ services: [{YamlScalar.Of(series.Name)}]{home}, file: {YamlScalar.Of(name)} }}");
        }

        files.Add(("traffic.yaml", traffic.ToString()));
        return files;
    }

    private IEnumerable<LoadSeries> ReadFile(string path)
    {
        try
        {
            using var memory = new MemoryStream();
            using (var content = PackedFile.Open(path)) content.CopyTo(memory);
            return ReadText(path, memory) ?? [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            diagnostics.Error(path, 0, 0, PackedFile.Sentence(failure));
            return [];
        }
    }

    private IReadOnlyList<LoadSeries>? ReadText(string path, MemoryStream memory)
    {
        memory.Position = 0;
        using var text = new StreamReader(memory, leaveOpen: true);
        var first = text.ReadLine() ?? "";
        memory.Position = 0;
        if (first.TrimStart() is ['{' or '[', ..] || first.Length == 0) return ReadJson(path, memory.ToArray());
        return AccessLog.IsOne(first)
            ? new AccessLog(path, Naming, diagnostics).Read(new StreamReader(memory))
            : new CsvSeries(path, Naming, diagnostics).Read();
    }

    private IReadOnlyList<LoadSeries>? ReadJson(string path, ReadOnlyMemory<byte> text)
    {
        var before = diagnostics.Errors.Count;
        var values = SourceTree.ParseJson(path, text, diagnostics);
        if (values.Count == 0)
        {
            if (diagnostics.Errors.Count == before)
            {
                diagnostics.Error(path, 1, 1, "the file is empty; allowed are the answer of a range query, a CSV table, or an access log");
            }

            return null;
        }

        return UsageLists.IsOne(values[0])
            ? new UsageLists(Kind, diagnostics).Read(values[0])
            : new PrometheusSeries(path, Naming, diagnostics).Read(values[0]);
    }

    /// <summary>Several series of one name (its pods) are added up; of memory the largest counts.</summary>
    private IEnumerable<LoadSeries> Summed()
    {
        foreach (var (key, alike) in _series)
        {
            var points = alike.SelectMany(series => series.Points).GroupBy(point => point.At).OrderBy(moment => moment.Key)
                .Select(moment => (
                    moment.Key, Kind == LoadKind.Memory ? moment.Max(point => point.Value) : moment.Sum(point => point.Value)));
            yield return new LoadSeries(key.Namespace, key.Name, [.. points]);
        }
    }

    private static string RateText(LoadSeries series, double start)
    {
        var text = new StringWriter { NewLine = "\n" };
        text.WriteLine("time,rate");
        foreach (var (at, value) in series.Points)
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at - start:0.###},{value:0.######}"));
        }
        return text.ToString();
    }

    /// <summary>Names that differ in other letters than a file's may have get a number.</summary>
    private static string FileNameOf(LoadSeries series, HashSet<string> taken)
    {
        var letters = series.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-');
        var name = $"{(series.Namespace.Length > 0 ? series.Namespace + "." : "")}{string.Concat(letters)}";
        for (var number = 1; ; number++)
        {
            var file = number == 1 ? $"{name}.csv" : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}.csv");
            if (taken.Add(file)) return file;
        }
    }
}
