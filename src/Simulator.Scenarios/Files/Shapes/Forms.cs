using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>The forms of plain values. The patterns say what the readers of Simulator.Api accept.</summary>
internal static class Forms
{
    private const string DurationPattern = @"^(0|\+?([0-9]*\.?[0-9]*(ns|us|µs|μs|ms|s|m|h))+)$";

    private const string QuantityPattern = @"^\+?[0-9]*\.?[0-9]*([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$";

    private const string BoundPattern = @"^[0-9]*\.?[0-9]+%$";

    /// <summary>A plain number or boolean is taken as its text.</summary>
    public static readonly ValueForm Text = new("text", _ => new JsonObject { ["type"] = Types("string", "number", "boolean") });

    public static readonly ValueForm Measure = new("text", book => book.Measures());

    /// <summary>A name of the list, or of a file of the user's own.</summary>
    public static ValueForm Suggested(IEnumerable<string> names) => new("text", _ => new JsonObject
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["enum"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]) },
            new JsonObject { ["type"] = Types("string", "number", "boolean") }),
    });

    public static readonly ValueForm Flag = new("true or false", _ => new JsonObject { ["type"] = "boolean" });

    /// <summary>0 needs no unit.</summary>
    public static readonly ValueForm Duration = new("duration", _ => new JsonObject
    {
        ["type"] = Types("string", "integer"),
        ["pattern"] = DurationPattern,
        ["minimum"] = 0,
        ["maximum"] = 0,
    });

    /// <summary>A duration, or one word.</summary>
    public static ValueForm DurationOr(string word) => new($"duration or {word}", _ => new JsonObject
    {
        ["type"] = Types("string", "integer"),
        ["pattern"] = $"({DurationPattern})|(^{word}$)",
        ["minimum"] = 0,
        ["maximum"] = 0,
    });

    /// <summary>0 needs no unit.</summary>
    public static readonly ValueForm Distribution = new("duration or distribution", _ => new JsonObject
    {
        ["type"] = Types("string", "integer"),
        ["pattern"] = DistributionText.Pattern,
        ["minimum"] = 0,
        ["maximum"] = 0,
    });

    public static readonly ValueForm Amount = new("quantity", _ => new JsonObject
    {
        ["type"] = Types("string", "number"),
        ["pattern"] = QuantityPattern,
        ["minimum"] = 0,
    });

    public static readonly ValueForm Bound = new("number, duration or percentage", _ => new JsonObject
    {
        ["type"] = Types("string", "number"),
        ["pattern"] = $"({DurationPattern})|({BoundPattern})",
    });

    public static readonly ValueForm Texts = new(
        "list of texts", book => new JsonObject { ["type"] = "array", ["items"] = Text.Schema(book) });

    public static readonly ValueForm Path = Text with { Words = "path", IsPath = true };

    public static readonly ValueForm Paths = Texts with { Words = "list of paths", IsPath = true };

    /// <summary>A text that says several values, or a list of them.</summary>
    public static readonly ValueForm Values = new("range or list of values", book => new JsonObject
    {
        ["type"] = Types("string", "number", "boolean", "array"),
        ["items"] = Text.Schema(book),
    });

    public static readonly ValueForm Labels = new("map of texts", _ => new JsonObject
    {
        ["type"] = "object",
        ["additionalProperties"] = new JsonObject { ["type"] = Types("string", "number", "boolean") },
    });

    public static readonly ValueForm Amounts = new("map of quantities", book => new JsonObject
    {
        ["type"] = "object",
        ["additionalProperties"] = Amount.Schema(book),
    });

    public static ValueForm Integer(long min, long max) =>
        new("whole number", _ => Range("integer", min, max == long.MaxValue ? null : max));

    public static ValueForm Number(double min, double max) => new("number", _ => Range("number", min, max));

    public static ValueForm Choice(IEnumerable<string> allowed) => new(string.Join(" or ", allowed), _ => new JsonObject
    {
        ["enum"] = new JsonArray([.. allowed.Select(name => JsonValue.Create(name))]),
    });

    public static ValueForm ListOf(IEnumerable<string> allowed) =>
        new(
            $"list of {string.Join(", ", allowed)}",
            book => new JsonObject { ["type"] = "array", ["items"] = Choice(allowed).Schema(book) });

    public static ValueForm Mapping(IShape shape) => new("mapping", book => book.Reference(shape)) { Below = shape };

    public static ValueForm List(IShape shape) =>
        new("list", book => new JsonObject { ["type"] = "array", ["items"] = book.Reference(shape) }) { Below = shape };

    private static JsonArray Types(params string[] names) => [.. names.Select(name => JsonValue.Create(name))];

    private static JsonObject Range(string type, JsonNode min, JsonNode? max)
    {
        var range = new JsonObject { ["type"] = type, ["minimum"] = min };
        if (max is not null) range["maximum"] = max;
        return range;
    }
}
