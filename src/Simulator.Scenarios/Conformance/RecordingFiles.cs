using System.IO.Compression;
using System.Text.Json;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Conformance;

/// <summary>Reads recordings: .jsonl.gz and .jsonl hold one a line, .json and .json.gz hold a single one.</summary>
public static class RecordingFiles
{
    /// <summary>Unpacked: what a thousand times the recordings of a whole release take. More is a mistake, or meant to do harm.</summary>
    private const long BytesMax = 256L << 20;

    private static readonly string[] Endings = [".jsonl.gz", ".jsonl", ".json.gz", ".json"];

    /// <summary>The recording files among the paths, and in folders among them, in order of name.</summary>
    public static IEnumerable<string> Find(IEnumerable<string> paths) => paths.SelectMany(Expand);

    /// <summary>The file's name without its ending: the kind of recordings that do not name their own.</summary>
    public static string KindOf(string path)
    {
        var name = Path.GetFileName(path);
        var ending = Array.Find(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal));
        return ending is null ? name : name[..^ending.Length];
    }

    /// <exception cref="JsonException">A recording is not JSON.</exception>
    public static IEnumerable<JsonDocument> Read(string path)
    {
        using var file = RegularFile.Open(path);
        using var content = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        if (path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".json.gz", StringComparison.Ordinal))
        {
            yield return JsonDocument.Parse(new BoundedStream(content, BytesMax));
            yield break;
        }

        using var reader = new StreamReader(new BoundedStream(content, BytesMax));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return JsonDocument.Parse(line);
        }
    }

    private static IEnumerable<string> Expand(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsRecording).Order(StringComparer.Ordinal)
        : [path];

    private static bool IsRecording(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));
}
