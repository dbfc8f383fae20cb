using System.Globalization;
using System.Text.Json.Nodes;

namespace Simulator.Serve.Answers.Patching;

/// <summary>A place in a document that a JSON patch names: a container and a key in it.</summary>
internal sealed class PatchPlace(JsonNode container, string key)
{
    /// <summary>Null: what should contain it is not there.</summary>
    public static PatchPlace? Find(JsonObject document, string path)
    {
        var steps = path.Split('/');
        if (steps.Length < 2) return null;
        JsonNode? at = document;
        foreach (var step in steps[1..^1].Select(Decoded))
        {
            at = at is JsonArray items ? Item(items, step) : (at as JsonObject)?[step];
            if (at is not (JsonObject or JsonArray)) return null;
        }

        return new PatchPlace(at, Decoded(steps[^1]));
    }

    public JsonNode? Get()
    {
        if (container is not JsonArray items) return container[key];
        var index = Index();
        return index < items.Count ? items[index] : throw new PatchException($"Unable to access invalid index: {index}");
    }

    public void Add(JsonNode? value)
    {
        if (container is not JsonArray items) container[key] = value;
        else if (key == "-") items.Add(value);
        else if (Index() is var index && index <= items.Count) items.Insert(index, value);
        else throw new PatchException($"Unable to access invalid index: {Index()}");
    }

    public void Set(JsonNode? value)
    {
        if (container is not JsonArray items) container[key] = value;
        else if (key == "-") items.Add(value);
        else
        {
            var index = Index();
            while (items.Count <= index) items.Add(null);
            items[index] = value;
        }
    }

    public void Remove()
    {
        if (container is JsonArray items)
        {
            var index = Index();
            if (index >= items.Count) throw new PatchException($"Unable to remove invalid index: {index}");
            items.RemoveAt(index);
        }
        else if (!container.AsObject().Remove(key)) throw new PatchException($"Unable to remove nonexistant key: {key}");
    }

    private int Index() =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < 100_000
            ? index
            : throw new PatchException($"strconv.Atoi: parsing \"{key}\": invalid syntax");

    private static JsonNode? Item(JsonArray items, string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count ? items[index] : null;

    private static string Decoded(string step) =>
        step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
