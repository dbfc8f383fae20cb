using System.Text.Json.Nodes;

namespace Simulator.Serve.Answers.Tables;

/// <summary>One column of a printed list.</summary>
/// <param name="Cell">Of an object.</param>
internal sealed record TableColumn(string Name, Func<JsonObject, JsonNode?> Cell)
{
    /// <summary>The cell is a time, and what is shown is how long ago that was.</summary>
    public bool IsAge { get; init; }

    public string Type { get; init; } = "string";

    /// <summary><c>name</c> marks the column by which kubectl prints names.</summary>
    public string Format { get; init; } = "";

    /// <summary>1: printed with <c>-o wide</c> only.</summary>
    public int Priority { get; init; }

    public JsonObject Definition() => new()
    {
        ["name"] = Name,
        ["type"] = Type,
        ["format"] = Format,
        ["description"] = $"{Name} of the object.",
        ["priority"] = Priority,
    };
}
