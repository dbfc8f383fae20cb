using Simulator.Api.Documents;

namespace Simulator.Cli.Output;

/// <summary>Prints what there is to say about the input.</summary>
internal static class DiagnosticText
{
    /// <summary>All errors and remarks, then what is not acted upon, and how much there is of it; nothing if there is nothing.</summary>
    public static void Write(Diagnostics diagnostics, Screen screen)
    {
        foreach (var diagnostic in diagnostics.All) screen.Tell(diagnostic.ToString(), ColourOf(diagnostic));
        var remarks = diagnostics.Remarks.Count + OmissionText.Write(diagnostics, screen);
        if (diagnostics.Dropped > 0) screen.Error.WriteLine($"and {diagnostics.Dropped:N0} more");
        var errors = diagnostics.Errors.Count;
        if (errors + diagnostics.Refusals.Count + remarks > 0)
        {
            screen.Error.WriteLine($"{Plural(errors, "error")}, {Refused(diagnostics)}{Plural(remarks, "remark")}");
        }
    }

    private static string Refused(Diagnostics diagnostics) =>
        diagnostics.HasRefusals ? $"{Plural(diagnostics.RefusedObjects, "object")} refused by the API server, " : "";

    private static string ColourOf(Diagnostic diagnostic) => diagnostic.Severity == Severity.Remark ? "yellow" : "red";

    private static string Plural(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
