using Simulator.Api.Words;

namespace Simulator.Api.Documents;

/// <summary>
/// Something that the input asks for and that is not acted upon: one for each field and kind, with the place of the first.
/// </summary>
/// <param name="Kind">Of the objects: <c>Deployment</c>.</param>
/// <param name="Field"><c>spec.template.spec.priorityClassName</c>; "" = the objects as a whole.</param>
/// <param name="Sentence">What happens instead, and which setting makes it act if one does.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record Omission(Effect Effect, string Kind, string Field, string Sentence, string File, int Line, int Column)
{
    /// <param name="at">What to look at; without an object it is told apart from others by this place.</param>
    /// <param name="object">Counts once, wherever it has the field.</param>
    public Omission(Effect effect, string kind, string field, string sentence, SourceNode at, SourceNode? @object = null)
        : this(effect, kind, field, sentence, at.File, at.Line, at.Column) => Object = PlaceOf(@object ?? at);

    internal Omission(Effect effect, string kind, string field, string sentence, UnreadKey key, SourceMapping @object)
        : this(effect, kind, field, sentence, key.File, key.Entry.Line, key.Entry.Column) => Object = PlaceOf(@object);

    /// <summary>How many objects have it.</summary>
    public int Count { get; init; } = 1;

    /// <summary><c>Deployment spec.paused</c></summary>
    public string Subject => Field.Length == 0 ? Kind : $"{Kind} {Field}";

    /// <summary><c>3 Deployments</c></summary>
    public string Objects => Counted(Count, Kind);

    /// <summary>The words without the place.</summary>
    public string Message => VisibleText.Of($"{Subject} ({Objects}): {Sentence}");

    public override string ToString() => $"{VisibleText.Of(File)}:{Line}:{Column}  {Message}";

    /// <summary>Where the object stands that has it.</summary>
    internal (string File, int Line, int Column) Object { get; init; } = (File, Line, Column);

    /// <summary>The same fact of another object counts once more.</summary>
    internal (Effect Effect, string Kind, string Field, string Sentence) Fact => (Effect, Kind, Field, Sentence);

    private static (string File, int Line, int Column) PlaceOf(SourceNode node) => (node.File, node.Line, node.Column);

    private static string Counted(int count, string kind) => count == 1 ? $"1 {kind}" : $"{count} {PluralOf(kind)}";

    private static string PluralOf(string kind)
    {
        if (kind.EndsWith("Endpoints", StringComparison.Ordinal)) return kind;
        if (kind.EndsWith("ss", StringComparison.Ordinal) || kind.EndsWith("ch", StringComparison.Ordinal)) return kind + "es";
        return kind.EndsWith("cy", StringComparison.Ordinal) || kind.EndsWith("ry", StringComparison.Ordinal)
            ? kind[..^1] + "ies"
            : kind + "s";
    }
}
