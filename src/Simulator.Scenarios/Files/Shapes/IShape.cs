namespace Simulator.Scenarios.Files.Shapes;

/// <summary>A mapping of a scenario file as its documentation and its schema see it.</summary>
internal interface IShape
{
    /// <summary>Unique among the shapes; names the definition in the schema.</summary>
    string Name { get; }

    /// <summary>The upstream program whose flags the keys are; "" if they are none.</summary>
    string Program { get; }

    IReadOnlyList<KeyDescription> Keys { get; }

    /// <summary>Sets of keys of which exactly one comes.</summary>
    IReadOnlyList<IReadOnlyList<string>> Alternatives { get; }
}

/// <param name="Default">As it would be written; "" if there is none.</param>
internal sealed record KeyDescription(string Name, string Meaning, ValueForm Form, bool IsRequired, string Default);
