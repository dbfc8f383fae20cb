using System.CommandLine;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator plan fit|compact</c></summary>
internal static class PlanVerb
{
    public static Command Create(Screen screen) => new("plan", "Says how much capacity is needed, and how much there is.")
    {
        PlanFitVerb.Create(screen),
        PlanCompactVerb.Create(screen),
    };
}
