using System.Text;
using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Api.Manifests;

/// <summary>Reads what 1.3 keeps as JSON text in annotations, as leniently and as strictly as Go's encoding/json does.</summary>
/// <remarks>Unknown keys are ignored, keys match in any case, null is nothing, a wrong type is an error.</remarks>
internal static class AnnotationText
{
    /// <summary>An object; absent if the text is empty.</summary>
    public static Parsed<T> Object<T>(string text, Func<FieldReader, T> read)
        where T : class =>
        Parse(text, cursor => cursor.Read(read));

    /// <summary>A list of objects; absent if the text is empty.</summary>
    public static Parsed<IReadOnlyList<T>> List<T>(string text, Func<FieldReader, T> read)
        where T : class =>
        Parse(text, cursor => cursor.List(read));

    private static Parsed<T> Parse<T>(string text, Func<SourceCursor, T?> read)
        where T : class
    {
        if (text.Length == 0) return default;
        var diagnostics = new Diagnostics();
        var nodes = SourceTree.ParseJson("annotation", Encoding.UTF8.GetBytes(text), diagnostics, DuplicateKeys.LastWins);
        if (diagnostics.HasErrors) return Broken<T>(diagnostics);
        if (nodes.Count != 1) return new Parsed<T>(null, $"the text holds {nodes.Count} JSON values; allowed is one");
        if (nodes[0].IsNull) return default;
        var value = read(new SourceCursor(nodes[0], SourcePath.Root, new ReadingContext(diagnostics, ReadingRules.Annotation)));
        return diagnostics.HasErrors ? Broken<T>(diagnostics) : new Parsed<T>(value);
    }

    private static Parsed<T> Broken<T>(Diagnostics diagnostics)
        where T : class =>
        new(null, diagnostics.Errors[0].Message);
}
