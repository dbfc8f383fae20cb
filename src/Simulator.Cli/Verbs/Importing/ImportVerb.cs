using System.CommandLine;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs.Importing;

/// <summary><c>simulator import</c></summary>
internal static class ImportVerb
{
    public static Command Create(Screen screen) => new("import", "Makes scenarios of what real clusters have told.")
    {
        ImportClusterVerb.Create(screen),
        ImportLoadVerb.Create(screen),
    };
}
