using Simulator.Api.Documents;
using Simulator.Scenarios.Traces;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>Pods that come as those of a published trace came.</summary>
internal sealed record TraceDraft
{
    public static IReadOnlyDictionary<string, TraceKind> Kinds { get; } =
        new Dictionary<string, TraceKind> { ["Pod"] = TraceKind.Pod, ["Job"] = TraceKind.Job };

    /// <summary>A file or a folder of them, relative to the scenario file, unread; null: there is no trace.</summary>
    public SourceCursor? File { get; init; }

    /// <summary>Null: a column map of the user's own says how it is written.</summary>
    public string? Format { get; init; }

    public SourceCursor? Columns { get; init; }

    public TraceKind Kind { get; init; }

    public string Namespace { get; init; } = "default";

    public string Name { get; init; } = "trace";
}
