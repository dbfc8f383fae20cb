using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Assembly;
using Simulator.Scenarios.Import.Building;
using Simulator.Scenarios.Import.Found;

namespace Simulator.Scenarios.Import.Writing;

/// <summary>Writes the folder of a found cluster: manifests by namespace, and tables of its pods.</summary>
internal static class FoundFiles
{
    public const string Folder = "found";

    /// <summary>
    /// A file may hold so many characters and rows before another one begins: the reader takes 16 MiB and a million cells.
    /// </summary>
    private const int CharactersMax = 8 * 1024 * 1024;
    private const int RowsMax = 50_000;

    /// <param name="moment">That the dump was made at.</param>
    public static void Write(string folder, FoundCluster cluster, DateTime? moment)
    {
        Directory.CreateDirectory(folder);
        foreach (var home in cluster.Objects.GroupBy(value => value.Name.Namespace, StringComparer.Ordinal)) WriteObjects(folder, home);
        var tables = Math.Max(1, (cluster.Rows.Count + RowsMax - 1) / RowsMax);
        for (var i = 0; i < tables; i++)
        {
            var name = tables == 1 ? "pods" : string.Create(CultureInfo.InvariantCulture, $"pods-{i + 1:D3}");
            using var text = Open(Path.Combine(folder, name + FoundPodTable.Ending));
            text.Write(string.Join(',', FoundPodTable.Columns) + "\n");
            foreach (var row in cluster.Rows.Skip(i * RowsMax).Take(RowsMax)) text.Write(RowOf(row, moment));
        }
    }

    private static void WriteObjects(string folder, IGrouping<string, (FoundName Name, JsonObject Json)> home)
    {
        var part = 1;
        var text = Open(PathOf(folder, home.Key, part));
        var written = 0L;
        try
        {
            foreach (var (_, json) in home)
            {
                using var lines = new StringWriter { NewLine = "\n" };
                YamlText.Write(json, lines);
                var length = lines.GetStringBuilder().Length;
                if (written > 0 && written + length > CharactersMax)
                {
                    text.Dispose();
                    text = Open(PathOf(folder, home.Key, ++part));
                    written = 0;
                }

                text.Write(lines.GetStringBuilder());
                written += length;
            }
        }
        finally
        {
            text.Dispose();
        }
    }

    /// <summary>Names of namespaces have no dots.</summary>
    private static string PathOf(string folder, string home, int part)
    {
        var name = home.Length == 0 ? "cluster.scoped" : home;
        return Path.Combine(folder, part == 1 ? $"{name}.yaml" : string.Create(CultureInfo.InvariantCulture, $"{name}.{part}.yaml"));
    }

    private static string RowOf(FoundRow row, DateTime? moment)
    {
        var pod = row.Pod;
        var age = moment is { } now && pod.Created is { } created ? (long)Math.Clamp((now - created).TotalSeconds, 0, 1e9) : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{pod.Namespace},{pod.Name},{pod.Node},{pod.Phase},{Flag(pod.IsReady)},{Flag(pod.Waits.Length > 0 && !pod.IsReady)},"
                + $"{pod.Restarts},{age},{row.Owner},{row.Like},{Quoted(row.Labels)}\n");
    }

    private static string Flag(bool value) => value ? "true" : "";

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static StreamWriter Open(string path) => new(path) { NewLine = "\n" };
}
