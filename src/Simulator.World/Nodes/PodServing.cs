namespace Simulator.World.Nodes;

/// <summary>Which pods of a node answer users, in truth.</summary>
internal sealed class PodServing(Kubelet kubelet)
{
    public void Update(PodRun run)
    {
        var isServing = !kubelet.Node.IsFrozen && (run.Work is not { } work || work.IsServing);
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
        kubelet.Context.States?.Leave(run.Pod, kubelet.Node);
        kubelet.Context.Identities.End(run.Pod, kubelet.Node.Name);
        FallSilent(run);
        kubelet.Memory?.Reconsider();
    }

    /// <summary>A younger pod of its name may serve here already: then the name goes on serving, and only who knows lives apart is told.</summary>
    private void Tell(PodRun run, bool isServing)
    {
        run.IsServing = isServing;
        if (run.IsOrphan && kubelet.Find(run.Pod.Key) is { IsServing: true }) kubelet.Context.TellServing(run.Pod, kubelet.Node.Name, isServing);
        else kubelet.Context.ObserveServing(run.Pod, kubelet.Node.Name, isServing);
    }
}
