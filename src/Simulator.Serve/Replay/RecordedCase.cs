using System.IO.Compression;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Replay;

/// <summary>One recorded command of one client: what the server held, what was asked and answered, what others wrote meanwhile.</summary>
public sealed record RecordedCase(string Path, JsonObject Head, IReadOnlyList<JsonObject> Given, IReadOnlyList<RecordedExchange> Exchanges)
{
    public required IReadOnlyList<RecordedChange> Changes { get; init; }

    public string Id => Head.Text("id");

    /// <summary><c>main</c>, <c>abac</c> or <c>rbac</c>.</summary>
    public string Server => Head.Text("server");

    public string Client => Head.Text("client");

    public DateTimeOffset Started => DateTimeOffset.Parse(Head.Text("started"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>True if the file's first line is the head of a case.</summary>
    public static bool IsCase(string path)
    {
        using var reader = Open(path);
        return reader.ReadLine() is { } line && line.StartsWith("{\"kind\":\"case\"", StringComparison.Ordinal);
    }

    /// <exception cref="InvalidDataException">Not a case.</exception>
    public static RecordedCase Read(string path)
    {
        using var reader = Open(path);
        var lines = new List<JsonObject>();
        while (reader.ReadLine() is { } line) lines.Add((JsonObject)JsonTree.Read(System.Text.Encoding.UTF8.GetBytes(line))!);
        var kinds = lines.ToLookup(line => line.Text("kind"));
        var head = kinds["case"].FirstOrDefault() ?? throw new InvalidDataException($"{path}  has no line of the kind 'case'");
        var exchanges = kinds["exchange"].Select(line => new RecordedExchange(line, System.IO.Path.GetDirectoryName(path) ?? "")).ToList();
        return new RecordedCase(path, head, [.. kinds["given"]], exchanges)
        {
            Changes = [.. kinds["change"].Select(line => new RecordedChange(line))],
        };
    }

    private static StreamReader Open(string path)
    {
        Stream file = RegularFile.Open(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
    }
}
