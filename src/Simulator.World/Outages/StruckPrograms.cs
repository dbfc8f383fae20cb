using Simulator.World.Hosting;

namespace Simulator.World.Outages;

/// <summary>The instances of a program that a trouble strikes: the one that it names, or all.</summary>
internal static class StruckPrograms
{
    public static List<string> Of(IProgramLevers programs, string program, Occurrence occurrence)
    {
        var all = programs.Of(program).ToList();
        return occurrence.Spec.Instance is { } number ? [all[number]] : all;
    }
}
