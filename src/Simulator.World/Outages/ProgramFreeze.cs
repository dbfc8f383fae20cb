namespace Simulator.World.Outages;

/// <summary>One instance of a program of the control plane, or all of them, hang.</summary>
internal sealed class ProgramFreeze : IClusterTrouble
{
    public void Begin(Occurrence occurrence)
    {
        foreach (var name in Struck(occurrence)) occurrence.Cluster.ControlPlane.Freeze(name);
    }

    public void End(Occurrence occurrence)
    {
        foreach (var name in Struck(occurrence)) occurrence.Cluster.ControlPlane.Thaw(name);
    }

    private static List<string> Struck(Occurrence occurrence) => ProgramDown.InstancesOf(occurrence, occurrence.Spec.Program);
}
