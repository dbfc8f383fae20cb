using Simulator.Api;
using Simulator.World.Nodes.Images;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Runs;
using Simulator.World.Storage;

namespace Simulator.World.Nodes.Pods;

/// <summary>What is done to the containers of a node from outside.</summary>
internal sealed class PodAccidents(
    MachineState machine,
    PodRegister pods,
    IPodWorkers workers,
    ContainerLives containers,
    PodSandboxes sandboxes,
    ImageCache images,
    PodLives lives)
{
    /// <summary>False if no such pod runs here.</summary>
    public bool Crash(ObjectKey pod) => ForEachContainer(pod, containers.Crash);

    public bool Hang(ObjectKey pod) => ForEachContainer(pod, containers.Hang);

    public bool KillSandbox(ObjectKey pod)
    {
        if (pods.Find(pod) is not { State: PodRunState.Active } run) return false;
        sandboxes.Die(run, workers.Detail(run));
        return true;
    }

    /// <summary>Everything on the disk is lost: images, and with their files the containers.</summary>
    public void LoseDisk()
    {
        images.LoseDisk();
        foreach (var run in pods.All)
        {
            if (!run.HasContainers) continue;
            foreach (var container in workers.Detail(run).Containers) containers.Kill(run, container, "DiskLost");
        }

        lives.Members?.LoseDisk(machine);
    }

    /// <summary>A disk was taken from the machine: who writes to it fails, and cannot start before it is mounted anew.</summary>
    public void LoseDisk(CloudDisk disk)
    {
        foreach (var run in pods.All.Where(run => HasMounted(run, disk)).OrderBy(run => run.Pod.Key).ToList())
        {
            foreach (var mount in run.Volumes!.Mounts.Where(mount => mount.Disk?.Disk == disk.Name)) mount.IsMounted = false;
            var work = workers.Detail(run);
            work.IsMounted = false;
            foreach (var container in work.InitContainers.Concat(work.Containers)) containers.Fail(run, container, "DiskTaken");
        }
    }

    private static bool HasMounted(PodRun run, CloudDisk disk) =>
        run.Volumes is { } volumes && volumes.Mounts.Any(mount => mount.IsMounted && mount.Disk?.Disk == disk.Name);

    private bool ForEachContainer(ObjectKey pod, Action<PodRun, ContainerRun> step)
    {
        if (pods.Find(pod) is not { State: PodRunState.Active } run) return false;
        foreach (var container in workers.Detail(run).Containers) step(run, container);
        return true;
    }
}
