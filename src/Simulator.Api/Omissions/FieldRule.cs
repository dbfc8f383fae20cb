using Simulator.Api.Documents;

namespace Simulator.Api.Omissions;

/// <summary>What becomes of a field that no reader acts upon.</summary>
/// <param name="Field">As in the object, but what belongs to pods begins with <c>pod.</c> wherever the pod stands; init containers count as
/// containers.</param>
/// <param name="Effect">Null: servers write it, or what it says happens anyway; it is passed over in silence.</param>
/// <param name="Sentence">What 1.3.10 does instead, and which setting makes it act if one does.</param>
internal sealed record FieldRule(string Field, Effect? Effect, string Sentence)
{
    /// <summary>The only kind that it is about; "" = all.</summary>
    public string Kind { get; init; } = "";

    /// <summary>What tells it from the others.</summary>
    public string Name => Kind.Length == 0 ? Field : $"{Kind} {Field}";

    /// <summary>The value with which nothing is lost: 1.3.10 does so anyway, or it says that there is nothing.</summary>
    public string Harmless { get; init; } = "";

    public static FieldRule Decisions(string field, string sentence, string harmless = "") =>
        new(field, Documents.Effect.ChangesDecisions, sentence) { Harmless = harmless };

    public static FieldRule Details(string field, string sentence, string harmless = "") =>
        new(field, Documents.Effect.ChangesDetails, sentence) { Harmless = harmless };

    public static FieldRule Nothing(string field, string sentence = "nothing that is simulated looks at it") =>
        new(field, Documents.Effect.ChangesNothing, sentence);

    public static FieldRule Silent(string field) => new(field, null, "");

    /// <summary>The same for one kind only.</summary>
    public FieldRule Of(string kind) => this with { Kind = kind };

    /// <summary>Empty values ask for nothing; of a mapping with a type, the type counts.</summary>
    public bool IsHarmless(SourceNode value) => value switch
    {
        SourceScalar scalar => value.IsNull || scalar.Text.Length == 0 || (Harmless.Length > 0 && scalar.Text == Harmless),
        SourceSequence sequence => sequence.Items.Count == 0,
        SourceMapping mapping =>
            mapping.Entries.Count == 0 || (Harmless.Length > 0 && mapping["type"] is SourceScalar type && type.Text == Harmless),
        _ => false,
    };
}
