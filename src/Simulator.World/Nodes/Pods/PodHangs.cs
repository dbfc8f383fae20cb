using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pods;

/// <summary>The pods of a machine that hangs.</summary>
internal sealed class PodHangs(MachineState machine, PodRegister pods, PodLives lives, PodServing serving, ContainerLives containers)
{
    /// <summary>They answer nobody any more.</summary>
    public void Begin()
    {
        foreach (var run in pods.All)
        {
            serving.Update(run);
            lives.Members?.Leave(run.Pod, machine);
        }
    }

    /// <summary>Containers go on at once, whatever their kubelet does.</summary>
    public void End()
    {
        foreach (var run in pods.Runs.Where(static run => run.State == PodRunState.Active))
        {
            containers.Rejoin(run);
            serving.Update(run);
        }
    }
}
