using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulator.Cli.Output;

/// <summary>One JSON document on the output, for machines.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write<T>(T value, TextWriter @out) => @out.WriteLine(JsonSerializer.Serialize(value, Options));
}
