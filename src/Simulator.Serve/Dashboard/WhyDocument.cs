using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Simulator.World.Explanation;

namespace Simulator.Serve.Dashboard;

/// <summary>What <c>explain</c> says of a pod, as JSON: moments and durations in seconds.</summary>
internal static class WhyDocument
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new Seconds(), new JsonStringEnumConverter() },
    };

    public static JsonObject Of(WhyPod why) => (JsonObject)JsonSerializer.SerializeToNode(why, Options)!;

    private sealed class Seconds : JsonConverter<TimeSpan>
    {
        public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException("it is only written");

        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.TotalSeconds);
    }
}
