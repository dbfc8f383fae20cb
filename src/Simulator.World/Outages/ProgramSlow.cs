using Simulator.World.Hosting;

namespace Simulator.World.Outages;

/// <summary>All instances of a program of the control plane take so many times as long.</summary>
/// <param name="program">"api-server" or "etcd".</param>
internal sealed class ProgramSlow(IProgramLevers programs, string program) : IClusterTrouble
{
    public void Begin(Occurrence occurrence)
    {
        foreach (var name in StruckPrograms.Of(programs, program, occurrence)) programs.SlowDown(name, occurrence.Spec.Factor);
    }

    public void End(Occurrence occurrence)
    {
        foreach (var name in StruckPrograms.Of(programs, program, occurrence)) programs.SpeedUp(name, occurrence.Spec.Factor);
    }
}
