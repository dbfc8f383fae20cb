using System.CommandLine;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs.Rights;

/// <summary><c>simulator access can-i | review</c></summary>
internal static class AccessVerb
{
    public static Command Create(Screen screen) =>
        new("access", "Says who may do what on served clusters.") { CanIVerb.Create(screen), ReviewVerb.Create(screen) };
}
