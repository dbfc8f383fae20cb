using Simulator.Api.Documents;

namespace Simulator.Reports.Summaries;

/// <summary>Something that the input asks for and that was not acted upon; the same object field of a kind is one row.</summary>
/// <param name="Effect"><c>changes decisions</c>, <c>changes details</c> or <c>changes nothing here</c>.</param>
/// <param name="Field">"" = the objects as a whole.</param>
/// <param name="Count">Objects that have it.</param>
/// <param name="Place">Of the first: <c>web.yaml:12:9</c>, seen from the scenario's folder.</param>
/// <param name="Sentence">What happened instead, and which setting makes it act if one does.</param>
public sealed record OmissionRow(string Effect, string Kind, string Field, int Count, string Place, string Sentence)
{
    /// <summary>The words of the first class.</summary>
    public const string ChangesDecisions = "changes decisions";

    public bool IsDecisive => Effect == ChangesDecisions;

    /// <summary><c>Deployment spec.paused</c></summary>
    public string Subject => Field.Length == 0 ? Kind : $"{Kind} {Field}";

    public static OmissionRow Of(Omission omission, string scenarioFile) =>
        new(
            Words(omission.Effect), omission.Kind, omission.Field, omission.Count,
            $"{Seen(omission.File, scenarioFile)}:{omission.Line}:{omission.Column}", omission.Sentence);

    public static string Words(Effect effect) => effect switch
    {
        Api.Documents.Effect.ChangesDecisions => ChangesDecisions,
        Api.Documents.Effect.ChangesDetails => "changes details",
        _ => "changes nothing here",
    };

    /// <summary>From the scenario's folder; what lies elsewhere on the machine by its name only.</summary>
    private static string Seen(string file, string scenarioFile)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(scenarioFile))!;
        var path = Path.GetRelativePath(folder, Path.GetFullPath(file)).Replace('\\', '/');
        return Path.IsPathRooted(path) || path.StartsWith("../../../", StringComparison.Ordinal) ? Path.GetFileName(file) : path;
    }
}
