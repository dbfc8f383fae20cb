using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Defaults;

/// <summary>How a default is set.</summary>
internal static class DefaultValues
{
    /// <summary>Where the key is absent, null or an empty text.</summary>
    public static void Default(this JsonObject value, string key, JsonNode otherwise)
    {
        if (value[key] is null || value[key].AsText() is "") value[key] = otherwise;
    }

    /// <summary>Where the number is absent or 0.</summary>
    public static void DefaultNumber(this JsonObject value, string key, long otherwise)
    {
        if (value[key].AsNumber() is null or 0) value[key] = otherwise;
    }
}
