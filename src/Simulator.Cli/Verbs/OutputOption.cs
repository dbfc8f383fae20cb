using System.CommandLine;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs;

/// <summary><c>--json</c> and <c>--quiet</c>, the same for all verbs that have them.</summary>
internal static class OutputOption
{
    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document, and nothing else, to the output." };

    public static Option<bool> Quiet() => new("--quiet") { Description = "Print the result only." };

    public static RunOutput Read(ParseResult parsed, Option<bool> json, Option<bool> quiet) =>
        parsed.GetValue(json) ? RunOutput.Json : parsed.GetValue(quiet) ? RunOutput.Quiet : RunOutput.Text;
}
