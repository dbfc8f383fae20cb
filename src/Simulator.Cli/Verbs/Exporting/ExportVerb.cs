using System.CommandLine;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs.Exporting;

/// <summary><c>simulator export</c></summary>
internal static class ExportVerb
{
    public static Command Create(Screen screen) => new("export", "Writes scenarios and runs for other programs.")
    {
        ExportKwokVerb.Create(screen),
        ExportOpenMetricsVerb.Create(screen),
    };
}
