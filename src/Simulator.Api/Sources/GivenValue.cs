using Simulator.Api.Documents;

namespace Simulator.Api.Sources;

/// <summary>
/// A value that stands in no file: somebody typed it. It is plain text; what begins like a list, a mapping or a quoted text is YAML.
/// Its file is what was typed, its line 0.
/// </summary>
public static class GivenValue
{
    /// <param name="place">What was typed, for sentences about the value.</param>
    /// <returns>Null after an error: the text is no YAML.</returns>
    public static SourceNode? Read(string place, string text, Diagnostics diagnostics)
    {
        if (text.AsSpan().TrimStart() is not ['[' or '{' or '"' or '\'', ..])
        {
            return new SourceScalar(place, 0, 0, text.Trim(), isQuoted: false);
        }
        var own = new Diagnostics();
        var documents = SourceTree.ParseYaml(place, text, own);
        foreach (var error in own.Errors) diagnostics.Error(place, 0, 0, error.Message);
        return own.HasErrors || documents.Count != 1 ? null : Placed(place, documents[0]);
    }

    /// <summary>A mapping without keys, to which some are added.</summary>
    public static SourceMapping Mapping(string place) => new(place, 0, 0, []);

    /// <summary>A list without items, to which some are added.</summary>
    public static SourceSequence List(string place) => new(place, 0, 0, []);

    private static SourceNode Placed(string place, SourceNode node) => node switch
    {
        SourceScalar scalar => new SourceScalar(place, 0, 0, scalar.Text, scalar.IsQuoted),
        SourceSequence sequence => new SourceSequence(place, 0, 0, [.. sequence.Items.Select(item => Placed(place, item))]),
        SourceMapping mapping => new SourceMapping(
            place, 0, 0, [.. mapping.Entries.Select(entry => new SourceEntry(entry.Key, 0, 0, Placed(place, entry.Value)))]),
        _ => throw new ArgumentException($"A node is a scalar, a list or a mapping, not {node.Describe()}.", nameof(node)),
    };
}
