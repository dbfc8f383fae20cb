using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Pressure;
using Simulator.World.Nodes.Runs;

namespace Simulator.World.Nodes.Pods;

/// <summary>Which pods of a node answer users, in truth.</summary>
internal sealed class PodServing(MachineState machine, PodRegister pods, PodLives lives, NodeMemory? memory)
{
    public void Update(PodRun run)
    {
        var isServing = !machine.IsFrozen && (run.Work is not { } work || work.IsServing);
        if (isServing == run.IsServing || (isServing && run.State != PodRunState.Active)) return;
        Tell(run, isServing);
    }

    /// <summary>One of the containers has ended that make it.</summary>
    public void FallSilent(PodRun run)
    {
        if (run.IsServing) Tell(run, isServing: false);
    }

    /// <summary>None of its containers runs any more.</summary>
    public void Stop(PodRun run)
    {
        run.IsSettled = false;
        run.Work?.StopAll();
        lives.Members?.Leave(run.Pod, machine);
        lives.Identities.End(run.Pod, machine.Name);
        FallSilent(run);
        memory?.Reconsider();
    }

    /// <summary>
    /// A younger pod of its name may serve here already: then the name goes on serving, and only who knows lives apart is told.
    /// </summary>
    private void Tell(PodRun run, bool isServing)
    {
        run.IsServing = isServing;
        if (run.IsOrphan && pods.Find(run.Pod.Key) is { IsServing: true }) lives.OneLifeServes(run.Pod, machine.Name, isServing);
        else lives.Serves(run.Pod, machine.Name, isServing);
    }
}
