using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Admission;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>The one description of a mapping: read by it, documented by it, and the JSON Schema is printed from it.</summary>
/// <param name="initial">The value of an empty mapping: it holds the defaults.</param>
internal sealed class Shape<T>(string name, T initial, IReadOnlyList<Key<T>> keys) : IShape
    where T : class
{
    public string Name => name;

    public string Program { get; init; } = "";

    public IReadOnlyList<IReadOnlyList<string>> Alternatives { get; init; } = [];

    /// <summary>Holds the values of the keys against each other.</summary>
    public Action<T, FieldReader>? Check { get; init; }

    IReadOnlyList<KeyDescription> IShape.Keys =>
        [.. keys.Select(key => new KeyDescription(key.Name, key.Meaning, key.Form, key.IsRequired, key.Shown?.Invoke(initial) ?? ""))];

    /// <summary>The value of a mapping, and where it stands; null after an error if this is no mapping.</summary>
    public Placed<T>? Read(SourceCursor cursor) => cursor.Read(fields => new Placed<T>(Read(fields, initial), fields));

    /// <summary>Applies the keys that are there to a value, in the order of the description.</summary>
    public T Read(FieldReader fields, T start)
    {
        foreach (var alternatives in Alternatives) RequireOne(fields, alternatives);
        var value = start;
        foreach (var key in keys)
        {
            var cursor = key.IsRequired ? fields.Required(key.Name) : fields.Optional(key.Name);
            if (cursor is { } found) value = key.Read(value, found);
        }

        Check?.Invoke(value, fields);
        return value;
    }

    /// <summary>The keys whose values are not the defaults: <c>deleting-pods-qps 10 (default 0.1)</c>.</summary>
    public IEnumerable<string> Differences(T value) => keys
        .Where(key => key.Shown is not null && key.Shown(value) != key.Shown(initial))
        .Select(key => $"{key.Name} {key.Shown!(value)} (default {key.Shown(initial)})");

    private static void RequireOne(FieldReader fields, IReadOnlyList<string> alternatives)
    {
        var found = alternatives.Where(fields.Has).ToList();
        if (found.Count == 0) fields.Error($"has none of {Wording.Listed(alternatives)}; allowed is exactly one");
        else if (found.Count > 1)
        {
            fields.ErrorAt(found[1], $"stands beside {found[0]}; allowed is exactly one of {Wording.Listed(alternatives)}");
        }
    }
}
