using System.Text.Json;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.RunSets;

/// <summary>runs.jsonl: a header, then a line for each finished run. Whatever ends the program, the lines before stay.</summary>
public static class RunSetFile
{
    public const string Name = "runs.jsonl";

    /// <summary>The runs in a folder of many runs, or the one in a folder of <c>simulator run</c>; null: it holds neither.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="JsonException">A file is damaged; the message names it and the line.</exception>
    public static RunSet? ReadFolder(string folder)
    {
        if (Path.Combine(folder, Name) is var runs && File.Exists(runs)) return Read(runs);
        return Path.Combine(folder, SummaryJson.FileName) is var summary && File.Exists(summary)
            ? Of(SummaryJson.Read(File.ReadAllText(summary)))
            : null;
    }

    /// <summary>A last line that was cut off (the program was killed while it wrote) is left out: its run is not finished.</summary>
    /// <exception cref="JsonException">The file is damaged; the message names it and the line.</exception>
    public static RunSet Read(string path)
    {
        var text = File.ReadAllText(path);
        var lines = text.Split('\n');
        if (lines.Length < 2) throw new JsonException($"{path}:1: there is no whole line.");
        var rows = new List<RunRow>();
        for (var i = 1; i < lines.Length - 1; i++) rows.Add(Parsed(path, i + 1, lines[i], RunSetJson.Row));
        return new RunSet(Parsed(path, 1, lines[0], RunSetJson.Header), [.. InOrder(rows)]);
    }

    /// <summary>They stand as they ended, which is another order on another machine.</summary>
    private static IEnumerable<RunRow> InOrder(IEnumerable<RunRow> rows) => rows.GroupBy(row => row.Variant, StringComparer.Ordinal)
        .SelectMany(variant => variant.OrderBy(row => row.Seed.Length).ThenBy(row => row.Seed, StringComparer.Ordinal));

    /// <summary>The one run of a summary.</summary>
    public static RunSet Of(Summary summary) => new(
        new RunSetHeader
        {
            Scenario = summary.Scenario,
            Version = summary.Version,
            Kubernetes = summary.Kubernetes,
            Command = summary.Command,
            Flags = summary.Flags,
            Settings = summary.Settings ?? [],
        },
        [new RunRow { Seed = summary.Seed, Digest = summary.Digest, Measures = summary.Measures }]);

    private static T Parsed<T>(string path, int number, string line, Func<string, T> parse)
    {
        try
        {
            return parse(line);
        }
        catch (JsonException damage)
        {
            throw new JsonException($"{path}:{number}: {JsonDamage.Sentence(damage)}", damage);
        }
    }
}
