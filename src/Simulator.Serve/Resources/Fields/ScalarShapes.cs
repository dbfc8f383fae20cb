using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Resources.Fields;

/// <summary>Single values as 1.3.10's decoder (vendor/github.com/ugorji/go/codec/json.go) takes and refuses them.</summary>
internal static class ScalarShapes
{
    private const string NotAQuantity =
        "quantities must match the regular expression '^([+-]?[0-9.]+)([eEimkKMGTP]*[-+]?[0-9]*)$'";

    public static JsonNode? Shape(FieldKind kind, JsonNode given, Stack<object> path) => kind switch
    {
        FieldKind.Text => given.AsText() ?? throw Unexpected('"', given, path),
        FieldKind.Bytes => Bytes(given.AsText() ?? throw Unexpected('"', given, path), path),
        FieldKind.Flag => Flag(given, path),
        FieldKind.Int32 => Number(given, path, int.MinValue, int.MaxValue),
        FieldKind.Int64 => Number(given, path, long.MinValue, long.MaxValue),
        FieldKind.Quantity => Canonical(given),
        FieldKind.IntOrText => IntOrText(given),
        FieldKind.Time => Time(given),
        _ => given.DeepClone(),
    };

    public static DecodeException Unexpected(char wanted, JsonNode? found, Stack<object> path) =>
        new($"json: expect char '{wanted}' but got char '{First(found)}'", Reversed(path));

    public static DecodeException NotAStruct(Stack<object> path) =>
        new("only encoded map or array can be decoded into a struct", Reversed(path), 0);

    public static DecodeException NotAList(JsonNode given, Stack<object> path) =>
        given is JsonObject
            ? Unexpected('[', given, path)
            : new("only encoded map or array can be decoded into a slice", Reversed(path), 0);

    private static object[] Reversed(Stack<object> path) => [.. path.Reverse()];

    private static char First(JsonNode? node) => node.KindOf() switch
    {
        JsonValueKind.String => '"',
        JsonValueKind.Null => 'n',
        _ => node!.ToJsonString()[0],
    };

    private static JsonValue Flag(JsonNode given, Stack<object> path) =>
        given.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            ? JsonValue.Create(given.IsTrue())
            : throw new DecodeException($"json: decode bool: got first char {First(given)}", Reversed(path));

    /// <summary>A number in quotes is a number, too.</summary>
    private static JsonValue Number(JsonNode given, Stack<object> path, long least, long most)
    {
        if (given.AsText() is { } quoted) return Quoted(quoted, path);
        if (given.GetValueKind() != JsonValueKind.Number)
        {
            throw new DecodeException($"json: decNum: got first char '{First(given)}'", Reversed(path));
        }

        var text = given.ToJsonString();
        if (given.AsNumber() is not { } number) throw new DecodeException("json: fractional integer", Reversed(path), text.Length + 1);
        if (number >= least && number <= most) return JsonValue.Create(number);
        throw new DecodeException($"json: overflow 32 bits: {text}", Reversed(path), text.Length + 1);
    }

    private static JsonValue Quoted(string text, Stack<object> path) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : throw new DecodeException($"json: decNum: got first char '{(text.Length > 0 ? text[0] : '"')}'", Reversed(path), 2);

    private static string Canonical(JsonNode given)
    {
        var text = given.AsText() ?? given.ToJsonString();
        return Quantity.TryParse(text, out var amount) ? QuantityForm.Canonical(text, amount) : throw new DecodeException(NotAQuantity);
    }

    private static JsonNode IntOrText(JsonNode given)
    {
        if (given.AsText() is { } text) return text;
        return given.AsNumber() is { } number
            ? number
            : throw new DecodeException($"json: cannot unmarshal {Word(given)} into Go value of type int32");
    }

    private static string Time(JsonNode given)
    {
        var text = given.AsText()
            ?? throw new DecodeException($"json: cannot unmarshal {Word(given)} into Go value of type string");
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && text.Contains('T'))
        {
            return Timestamp.Of(time);
        }

        throw new DecodeException(
            $"parsing time \"{text}\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"{text}\" as \"2006\"");
    }

    private static string Word(JsonNode given) => given.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.String => "string",
        _ => "number " + given.ToJsonString(),
    };

    private static string Bytes(string text, Stack<object> path)
    {
        var plain = text.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        if (Convert.TryFromBase64String(plain, new byte[plain.Length], out _)) return plain;
        throw new DecodeException(
            $"json: error decoding base64 binary '{text}': illegal base64 data at input byte {Base64Faults.Place(text)}",
            Reversed(path), text.Length + 2);
    }
}
