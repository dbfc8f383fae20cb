using Simulator.Api;

namespace Simulator.Cli.Output;

/// <summary>Prints what there is to say about the input.</summary>
internal static class DiagnosticText
{
    /// <summary>All errors and remarks, and how many there are; nothing if there are none.</summary>
    public static void Write(Diagnostics diagnostics, Screen screen)
    {
        foreach (var diagnostic in diagnostics.All) screen.Tell(diagnostic.ToString(), ColourOf(diagnostic));
        if (diagnostics.Dropped > 0) screen.Error.WriteLine($"and {diagnostics.Dropped:N0} more");
        if (diagnostics.All.Count > 0) screen.Error.WriteLine(Count(diagnostics));
    }

    /// <summary><c>2 errors, 3 refused by the API server, 1 remark</c></summary>
    public static string Count(Diagnostics diagnostics) =>
        $"{Plural(diagnostics.Errors.Count, "error")}, {Refused(diagnostics)}{Plural(diagnostics.Remarks.Count, "remark")}";

    private static string Refused(Diagnostics diagnostics) => diagnostics.HasRefusals ? $"{diagnostics.Refusals.Count} refused by the API server, " : "";

    private static string ColourOf(Diagnostic diagnostic) => diagnostic.Severity == Severity.Remark ? "yellow" : "red";

    private static string Plural(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
