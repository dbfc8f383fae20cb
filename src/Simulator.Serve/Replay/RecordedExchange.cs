using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Replay;

/// <summary>One request and its answer.</summary>
/// <param name="folder">Of the case's file.</param>
public sealed class RecordedExchange(JsonObject line, string folder)
{
    public int Sequence => (int)(line["seq"].AsNumber() ?? 0);

    /// <summary>Seconds since the start of the command.</summary>
    public double Start => Number("t");

    public double Head => Number("t_head");

    /// <summary>A stream that the client left has no end of its own.</summary>
    public double End => line.ContainsKey("t_end") ? Number("t_end") : double.MaxValue;

    /// <summary>What came after is not in the recording.</summary>
    public bool IsLeftByClient => line.Text("closed_by") == "client";

    public int Status => (int)(line["status"].AsNumber() ?? 0);

    public string Path => line.Text("path");

    public string RequestBody => line.Text("req_body");

    /// <summary>Null: it was no stream.</summary>
    public JsonArray? Chunks => line["chunks"] as JsonArray;

    public ServerRequest Request => new()
    {
        Method = line.Text("method"),
        Path = Uri.UnescapeDataString(Path),
        Query = line.Text("query"),
        Headers = Headers("req_headers"),
        Body = Encoding.UTF8.GetBytes(RequestBody),
    };

    public string? AnswerHeader(string name)
    {
        foreach (var (found, value) in Headers("resp_headers"))
        {
            if (found.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    /// <summary>Of all that was sent, streams too.</summary>
    public byte[] AnswerBody()
    {
        if (Chunks is { } chunks) return [.. chunks.Objects().SelectMany(chunk => Bytes(chunk, "data"))];
        return line.Text("resp_body_file") is { Length: > 0 } file ? Unpacked(file) : Bytes(line, "resp_body");
    }

    private static byte[] Bytes(JsonObject holder, string key) => holder[key].AsText() is { } text
        ? Encoding.UTF8.GetBytes(text)
        : Convert.FromBase64String(holder.Text(key + "_b64"));

    private byte[] Unpacked(string file)
    {
        var name = file.EndsWith(".gz", StringComparison.Ordinal) ? file : file + ".gz";
        var path = new[]
        {
            System.IO.Path.Combine(folder, "..", name),
            System.IO.Path.Combine(folder, "..", "bodies", name),
        }.First(File.Exists);
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private IReadOnlyList<(string Name, string Value)> Headers(string key) =>
        [.. ((line[key] as JsonArray) ?? []).OfType<JsonArray>().Select(pair => (pair[0].AsText()!, pair[1].AsText()!))];

    private double Number(string key) => RecordedNumbers.Of(line[key]);
}
