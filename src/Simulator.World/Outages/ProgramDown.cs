using Simulator.World.Hosting;

namespace Simulator.World.Outages;

/// <summary>One instance of a program of the control plane, or all of them, stop.</summary>
/// <param name="program">"api-server", "etcd", "scheduler", "controller-manager" or "cluster-autoscaler".</param>
internal sealed class ProgramDown(IProgramLevers programs, string program) : IClusterTrouble
{
    public void Begin(Occurrence occurrence)
    {
        foreach (var name in StruckPrograms.Of(programs, program, occurrence)) programs.Stop(name, occurrence.Spec.Kind.ToString());
    }

    public void End(Occurrence occurrence)
    {
        foreach (var name in StruckPrograms.Of(programs, program, occurrence)) programs.Start(name);
    }
}
