using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Simulator.Cli.Output;

/// <summary>One JSON document on the output, for machines.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new Seconds() },
    };

    /// <summary>Durations and moments are seconds, as in summary.json.</summary>
    public static void Write<T>(T value, TextWriter @out) => @out.WriteLine(JsonSerializer.Serialize(value, Options));

    private sealed class Seconds : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            TimeSpan.FromSeconds(reader.GetDouble());

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(Math.Round((decimal)value.Ticks / TimeSpan.TicksPerSecond, 6));
    }
}
