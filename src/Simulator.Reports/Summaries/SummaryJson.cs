using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Simulator.Reports.Summaries;

/// <summary>summary.json: written and read by generated code; keys in the order of the records, measures sorted.</summary>
public static class SummaryJson
{
    public const string FileName = "summary.json";

    // The file is JSON and nothing else, so apostrophes and dots stay legible.
    private static readonly SummaryJsonContext Context = new(new JsonSerializerOptions(SummaryJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(Summary summary) => JsonSerializer.Serialize(summary, Context.Summary) + "\n";

    /// <summary>The same, without a text in between.</summary>
    public static void Write(Summary summary, Stream file)
    {
        JsonSerializer.Serialize(file, summary, Context.Summary);
        file.WriteByte((byte)'\n');
    }

    /// <exception cref="JsonException">The text is no summary of a run; a sentence.</exception>
    public static Summary Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Context.Summary) ?? throw new JsonException("The file holds nothing.");
        }
        catch (JsonException damage)
        {
            throw new JsonException(JsonDamage.Sentence(damage), damage);
        }
    }
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Summary))]
internal sealed partial class SummaryJsonContext : JsonSerializerContext;
