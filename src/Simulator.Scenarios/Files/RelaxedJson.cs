using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulator.Scenarios.Files;

/// <summary>JSON texts that stay readable: only what must be is escaped.</summary>
internal static class RelaxedJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
