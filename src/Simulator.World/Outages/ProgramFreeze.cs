using Simulator.World.Hosting;

namespace Simulator.World.Outages;

/// <summary>One instance of a program of the control plane, or all of them, hang.</summary>
internal sealed class ProgramFreeze(IProgramLevers programs) : IClusterTrouble
{
    public void Begin(Occurrence occurrence)
    {
        foreach (var name in StruckPrograms.Of(programs, occurrence.Spec.Program, occurrence)) programs.Freeze(name);
    }

    public void End(Occurrence occurrence)
    {
        foreach (var name in StruckPrograms.Of(programs, occurrence.Spec.Program, occurrence)) programs.Thaw(name);
    }
}
