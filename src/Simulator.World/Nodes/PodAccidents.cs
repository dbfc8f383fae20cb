using Simulator.Api;

namespace Simulator.World.Nodes;

/// <summary>What is done to the containers of a node from outside.</summary>
internal sealed class PodAccidents(Kubelet kubelet)
{
    /// <summary>False if no such pod runs here.</summary>
    public bool Crash(ObjectKey pod) => ForEachContainer(pod, kubelet.Containers.Crash);

    public bool Hang(ObjectKey pod) => ForEachContainer(pod, kubelet.Containers.Hang);

    public bool KillSandbox(ObjectKey pod)
    {
        if (kubelet.Find(pod) is not { State: PodRunState.Active } run) return false;
        kubelet.Sandboxes.Die(run, kubelet.Detail(run));
        return true;
    }

    /// <summary>Everything on the disk is lost: images, and with their files the containers.</summary>
    public void LoseDisk()
    {
        kubelet.Images.LoseDisk();
        foreach (var run in kubelet.AllRuns)
        {
            if (!run.HasContainers) continue;
            foreach (var container in kubelet.Detail(run).Containers) kubelet.Containers.Kill(run, container, "DiskLost");
        }

        kubelet.Context.States?.LoseDisk(kubelet.Node);
    }

    /// <summary>Probes may time out now, or pass again.</summary>
    public void OnSlownessChanged()
    {
        foreach (var run in kubelet.Runs)
        {
            if (run.HasContainers && PodWorks.HasProbes(run.Pod)) kubelet.WatchHealth(run);
        }
    }

    private bool ForEachContainer(ObjectKey pod, Action<PodRun, ContainerRun> step)
    {
        if (kubelet.Find(pod) is not { State: PodRunState.Active } run) return false;
        foreach (var container in kubelet.Detail(run).Containers) step(run, container);
        return true;
    }
}
