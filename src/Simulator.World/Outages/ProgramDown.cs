namespace Simulator.World.Outages;

/// <summary>One instance of a program of the control plane, or all of them, stop.</summary>
/// <param name="program">"api-server", "etcd", "scheduler" or "controller-manager".</param>
internal sealed class ProgramDown(string program) : IClusterTrouble
{
    public void Begin(Occurrence occurrence)
    {
        foreach (var name in Struck(occurrence)) occurrence.Cluster.ControlPlane.Stop(name, occurrence.Spec.Kind.ToString());
    }

    public void End(Occurrence occurrence)
    {
        foreach (var name in Struck(occurrence)) occurrence.Cluster.ControlPlane.Start(name);
    }

    private List<string> Struck(Occurrence occurrence) => InstancesOf(occurrence, program);

    public static List<string> InstancesOf(Occurrence occurrence, string program)
    {
        var all = occurrence.Cluster.ControlPlane.Of(program).ToList();
        return occurrence.Spec.Instance is { } number ? [all[number]] : all;
    }
}
