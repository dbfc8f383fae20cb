using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Simulator.Reports.RunSets;

/// <summary>A line of JSON each: the header, then a row for each run.</summary>
internal static class RunSetJson
{
    private static readonly RunSetContext Context = new(new JsonSerializerOptions(RunSetContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Line(RunSetHeader header) => JsonSerializer.Serialize(header, Context.RunSetHeader);

    public static string Line(RunRow row) => JsonSerializer.Serialize(row, Context.RunRow);

    /// <exception cref="JsonException">The line is no header.</exception>
    public static RunSetHeader Header(string line) =>
        JsonSerializer.Deserialize(line, Context.RunSetHeader) ?? throw new JsonException("The line holds nothing.");

    /// <exception cref="JsonException">The line is no row.</exception>
    public static RunRow Row(string line) =>
        JsonSerializer.Deserialize(line, Context.RunRow) ?? throw new JsonException("The line holds nothing.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunSetHeader))]
[JsonSerializable(typeof(RunRow))]
internal sealed partial class RunSetContext : JsonSerializerContext;
