using System.Text;
using System.Text.Json;
using Simulator.Api.Documents;
using Simulator.Api.Validation;
using Simulator.Api.Words;

namespace Simulator.Api.Manifests;

/// <summary>v1 Secret.</summary>
internal static class SecretReader
{
    public static Secret Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var type = fields.Text("type");
        var values = Values(fields);
        return new Secret
        {
            Metadata = metadata,
            Type = type,
            Keys = [.. values.Keys],
            EmptyKeys = [.. values.Where(entry => entry.Value.Length == 0).Select(entry => entry.Key)],
            DockerConfigFault = SecretTypes.DockerConfigKeyOf(type) is { } key && values.TryGetValue(key, out var config)
                ? FaultOf(config)
                : "",
            SizeBytes = values.Values.Sum(value => (long)value.Length),
        };
    }

    /// <summary>stringData is what later versions turn into data.</summary>
    private static SortedDictionary<string, byte[]> Values(FieldReader fields)
    {
        var values = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (key, value) in fields.Optional("data")?.Entries() ?? []) values[key] = Decoded(value);
        foreach (var (key, value) in fields.Optional("stringData")?.Entries() ?? [])
        {
            values[key] = value.Node.IsNull ? [] : Encoding.UTF8.GetBytes(value.Text() ?? "");
        }
        return values;
    }

    private static byte[] Decoded(SourceCursor value)
    {
        if (value.Node.IsNull || value.Text() is not { } text) return [];
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            if (value.Context.Validates) value.Refuse("text in base64 (stringData takes it as it is)");
            return [];
        }
    }

    private static string FaultOf(byte[] config)
    {
        try
        {
            using var document = JsonDocument.Parse(config);
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null
                ? ""
                : $"json: cannot unmarshal {Kind(document.RootElement.ValueKind)} into Go value of type map[string]interface {{}}";
        }
        catch (JsonException broken)
        {
            return config.Length == 0 ? "unexpected end of JSON input" : Wording.Shortened(broken.Message, 200);
        }
    }

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "bool",
    };
}
