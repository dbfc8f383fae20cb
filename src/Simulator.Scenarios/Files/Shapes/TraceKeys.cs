using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Traces;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Keys of a workload that is a trace.</summary>
internal static class TraceKeys
{
    public const string Trace = "trace";

    private const string Format = "format";

    private const string Columns = "columns";

    private const string Kind = "kind";

    private static readonly KeysOf<TraceDraft> Key = new();

    public static IReadOnlyList<Key<TraceDraft>> All { get; } =
    [
        Key.Value<SourceCursor>(
            Trace, "file of a published trace, or a folder of them, packed or not: its pods come when they came, from at on, work for as "
                + "long as they did, and end; relative to the scenario file",
            Forms.Path, cursor => cursor, null, (t, v) => t with { File = v }),
        Key.Class(
            Format, "how it is written: one of simulator trace --formats", Forms.Choice(TraceFormat.Names),
            cursor => cursor.OneOf(TraceFormat.Names), null, (t, v) => t with { Format = v }),
        Key.Value<SourceCursor>(
            Columns, "instead of a format: a column map of one's own", Forms.Path, cursor => cursor, null,
            (t, v) => t with { Columns = v }),
        Key.Choice(
            Kind, "of a trace: what is created for each row. A pod that is lost stays lost; a Job makes another, which begins anew",
            TraceDraft.Kinds, t => t.Kind, (t, v) => t with { Kind = v }),
        Key.Class(
            "namespace", "of a trace: the namespace of its pods, which has to be there", Forms.Text, cursor => cursor.ObjectName(),
            t => t.Namespace, (t, v) => t with { Namespace = v }),
        Key.Class(
            "name", "of a trace: the label app of its pods", Forms.Text, cursor => cursor.ObjectName(), t => t.Name,
            (t, v) => t with { Name = v }),
    ];

    /// <summary>Holds the keys of a workload against each other.</summary>
    public static void Check(FieldReader fields)
    {
        if (!fields.Has(Trace))
        {
            foreach (var key in All.Select(key => key.Name).Where(fields.Has))
            {
                fields.ErrorAt(key, "says something of a trace; allowed beside trace");
            }
        }
        else if (fields.Has(Format) == fields.Has(Columns))
        {
            fields.ErrorAt(Trace, $"needs one of {Format} (see simulator trace --formats) and {Columns} (a column map of one's own)");
        }
    }
}
