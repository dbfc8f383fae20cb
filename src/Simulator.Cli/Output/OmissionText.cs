using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Reports.Summaries;

namespace Simulator.Cli.Output;

/// <summary>Prints what is not acted upon: the worst first, and what changes nothing in a line a kind.</summary>
internal static class OmissionText
{
    /// <summary>Fields that change nothing are told by name up to so many a kind.</summary>
    private const int FieldsShown = 8;

    public static int Write(Diagnostics diagnostics, Screen screen)
    {
        var told = diagnostics.Omissions.Where(omission => omission.Effect != Effect.ChangesNothing).ToList();
        foreach (var omission in told) screen.Tell($"{omission} [{OmissionRow.Words(omission.Effect)}]", "yellow");
        var idle = diagnostics.Omissions.Where(omission => omission.Effect == Effect.ChangesNothing)
            .GroupBy(omission => omission.Kind, StringComparer.Ordinal)
            .ToList();
        foreach (var kind in idle) screen.Tell(OfKind(kind.Key, [.. kind]), "grey");
        return told.Count + idle.Count;
    }

    /// <summary>Objects as a whole are told by their number.</summary>
    private static string OfKind(string kind, IReadOnlyList<Omission> omissions)
    {
        var fields = omissions.Select(omission => omission.Field.Length == 0 ? omission.Objects : omission.Field).ToList();
        var more = fields.Count > FieldsShown ? $" and {fields.Count - FieldsShown} more" : "";
        var first = omissions[0];
        return $"{first.File}:{first.Line}:{first.Column}  {kind}: {Wording.Listed(fields.Take(FieldsShown))}{more} "
            + $"[{OmissionRow.Words(Effect.ChangesNothing)}]";
    }
}
