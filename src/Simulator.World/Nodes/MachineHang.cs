namespace Simulator.World.Nodes;

/// <summary>A kubelet and its containers on a machine that hangs: what would happen waits, and comes in its order when the machine goes on.</summary>
internal sealed class MachineHang(Kubelet kubelet)
{
    /// <summary>A kubelet that has not seen its runtime for so long takes it for down (maxWaitForContainerRuntime) ...</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>... and sleeps before it looks at its pods again (syncLoop in pkg/kubelet/kubelet.go of 1.3.10).</summary>
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(5);

    private readonly List<Action> _waiting = [];
    private TimeSpan _napsUntil;

    public bool IsOn => kubelet.Node.IsFrozen || kubelet.Context.Simulation.Now < _napsUntil;

    /// <summary>Now, or when the machine goes on.</summary>
    public void Do(Action step)
    {
        if (IsOn) _waiting.Add(step);
        else step();
    }

    /// <summary>As <see cref="Do(Action)"/>, unless the pod goes before.</summary>
    public void Do(PodRun run, Action<PodRun> step)
    {
        if (!IsOn) step(run);
        else _waiting.Add(() => IfRunning(run, step));
    }

    /// <summary>True: the list of its pods comes when the machine goes on, unless it is cut off meanwhile.</summary>
    public bool DelaysList()
    {
        if (!IsOn) return false;
        _waiting.Add(List);
        return true;
    }

    /// <summary>The pods answer nobody any more.</summary>
    public void Begin()
    {
        foreach (var run in kubelet.AllRuns)
        {
            kubelet.Serving.Update(run);
            kubelet.Context.States?.Leave(run.Pod, kubelet.Node);
        }
    }

    /// <summary>Containers go on at once, the kubelet perhaps after a nap.</summary>
    public void End(TimeSpan lasted)
    {
        foreach (var run in kubelet.Runs.Where(static run => run.State == PodRunState.Active))
        {
            kubelet.Containers.Rejoin(run);
            kubelet.Serving.Update(run);
        }

        if (lasted < Patience)
        {
            GoOn();
            return;
        }

        _napsUntil = kubelet.Context.Simulation.Now + Nap;
        kubelet.Context.Simulation.ScheduleAt(_napsUntil, GoOn);
    }

    /// <summary>The machine stopped.</summary>
    public void Forget()
    {
        _waiting.Clear();
        _napsUntil = TimeSpan.Zero;
    }

    private void IfRunning(PodRun run, Action<PodRun> step)
    {
        if (kubelet.IsRunning(run)) step(run);
    }

    private void List()
    {
        if (kubelet.Node.IsBeating) kubelet.Resync(kubelet.Context.Server.Store.PodsOn(kubelet.Node.Name));
    }

    private void GoOn()
    {
        if (IsOn) return;
        var waiting = _waiting.ToArray();
        _waiting.Clear();
        foreach (var step in waiting) step();
    }
}
