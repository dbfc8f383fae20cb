using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Nodes.Runs;
using Simulator.World.Nodes.Runtime;

namespace Simulator.World.Nodes.Pods;

/// <summary>
/// The network container (infra container) that holds a pod together: if it dies, everything in it starts anew, init containers included
/// (computePodContainerChanges in pkg/kubelet/dockertools of 1.3.10).
/// </summary>
internal sealed class PodSandboxes(
    KubeletLife life, RandomStream draws, PodAddresses addresses, ContainerLives containers, RuntimeWaits runtime, PodStops stops)
{
    private const string Reason = "Sandbox";
    private const int KilledBySignal = 137;

    /// <summary>A new one, with an address of its own.</summary>
    public void Begin(PodRun run)
    {
        run.Ip = addresses.Next();
        Resume(run, run.Work!);
    }

    /// <summary>What the present one will still do.</summary>
    public void Resume(PodRun run, PodWork work)
    {
        var number = ++work.Sandboxes;
        if (work.Application.SandboxDiesAfter?.Sample(draws) is not { } after) return;
        life.At(life.Now + after, run, () =>
        {
            if (work.Sandboxes == number && run.State == PodRunState.Active) Die(run, work);
        });
    }

    /// <summary>The pod's network goes with it: its containers run on and reach nobody until the kubelet has seen it.</summary>
    public void Die(PodRun run, PodWork work)
    {
        if (run.Ip.Length == 0) return;
        run.Ip = "";
        work.Sandboxes++;
        work.HasLostSandbox = true;
        foreach (var container in work.Containers) containers.Hang(run, container);
        runtime.RelistSoon(run);
    }

    /// <summary>
    /// Seen: all that still runs is stopped within its grace. Containers that would not be restarted after a failure are not restarted
    /// after this either.
    /// </summary>
    public void Clear(PodRun run, PodWork work, Action then)
    {
        List<ContainerRun> running = [.. work.InitContainers.Concat(work.Containers).Where(static container => container.IsRunning)];
        stops.KillTogether(run, running, Reason, () =>
        {
            work.HasLostSandbox = false;
            if (run.Pod.Spec.RestartPolicy != "Never") RunAgain(work);
            then();
        });
    }

    private void RunAgain(PodWork work)
    {
        foreach (var init in work.InitContainers.Where(static init => init.HasSucceeded))
        {
            (init.ExitCode, init.EndReason) = (KilledBySignal, Reason);
            init.EndedAt = Instant.FromStart(life.Now);
        }
    }
}
