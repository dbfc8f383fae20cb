using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>The kubelet of one node: which pods it runs, and what it reports of them (pkg/kubelet of 1.3.10, seen from outside).</summary>
/// <remarks>
/// A machine that stops takes the kubelet's memory with it: callbacks of an earlier life are recognised by their <see cref="_life"/> and ignored.
/// </remarks>
internal sealed class Kubelet
{
    private static readonly TimeSpan RuntimePatience = TimeSpan.FromMinutes(5);

    private readonly Dictionary<ObjectKey, PodRun> _runs = [];
    private readonly List<Action> _whenRuntimeIsUp = [];
    private readonly TimeSpan _relistPhase;
    private int _life;
    private int _runtimeOutages;

    public Kubelet(KubeletContext context, SimulatedNode node)
    {
        (Context, Node) = (context, node);
        Status = new KubeletStatusWriter(context, node);
        _relistPhase = context.Options.RelistPeriod * context.Phases.NextDouble();
        Images = new ImageCache(this);
        Prober = new Prober(this);
        Containers = new ContainerLives(this);
        Syncs = new PodSync(this);
        Stops = new PodStops(this);
        Admission = new PodAdmission(this);
        Mounts = new VolumeMounts(this);
        Sandboxes = new PodSandboxes(this);
        Hang = new MachineHang(this);
        if (context.Options.EvictionHardMemory > 0) Pressure = new MemoryPressure(this, context.Options.EvictionHardMemory);
    }

    public KubeletContext Context { get; }

    public SimulatedNode Node { get; }

    public KubeletStatusWriter Status { get; }

    public ImageCache Images { get; }

    public Prober Prober { get; }

    public ContainerLives Containers { get; }

    public PodStops Stops { get; }

    public VolumeMounts Mounts { get; }

    public PodSandboxes Sandboxes { get; }

    public MachineHang Hang { get; }

    public bool IsRuntimeUp => Node.IsRuntimeUp;

    /// <summary>The node says so: it is not ready.</summary>
    public bool IsRuntimeGivenUp { get; private set; }

    public bool IsDiskFull => Node.IsDiskFull;

    /// <summary>The pods it runs, in no useful order.</summary>
    public IEnumerable<PodRun> Runs => _runs.Values;

    /// <summary>Null without --eviction-hard: then nobody watches the memory.</summary>
    public MemoryPressure? Pressure { get; }

    /// <summary>Where in their periods its loops stand.</summary>
    public TimeSpan LoopPhase => _relistPhase;

    private PodAdmission Admission { get; }

    private PodSync Syncs { get; }

    private Simulation Simulation => Context.Simulation;

    private Instant Now => Instant.FromStart(Context.Simulation.Now);

    /// <summary>A pod that runs and is ready at time zero.</summary>
    public void Adopt(Pod pod)
    {
        var run = new PodRun(pod, pod.Status.StartTime!.Value)
        {
            Phase = PodPhase.Running,
            IsReady = true,
            Ip = pod.Status.PodIP,
            ReadySince = pod.Status.Ready!.LastTransitionTime,
            IsServing = true,
        };
        _runs.Add(pod.Key, run);
        Mounts.Adopt(run);
        Context.Identities.Begin(pod, Node.Name);
        Context.States?.Join(pod, Node, static () => { });
        Context.ObserveServing(pod, Node.Name, isServing: true);
        if (!Context.RunsForEver(pod)) Detail(run);
        WatchDeadline(run);
    }

    /// <summary>Its watch shows a change of a pod of this node.</summary>
    public void Deliver(in WatchEvent watchEvent)
    {
        var pod = (Pod)watchEvent.Object;
        if (Hang.IsOn) return;
        if (watchEvent.Type == WatchEventType.Deleted) Forget(pod);
        else Take(pod);
    }

    /// <summary>The machine stopped: containers and the kubelet's memory are gone.</summary>
    public void PowerOff()
    {
        _life++;
        foreach (var run in _runs.Values) StopServing(run);
        _runs.Clear();
        _whenRuntimeIsUp.Clear();
        Hang.Forget();
        Images.LosePulls();
        Syncs.Forget();
        Mounts.Forget();
        Status.Reset();
        Pressure?.Forget();
        if (Node.IsGone) Context.States?.LoseDisk(Node);
    }

    /// <summary>The kubelet reaches the API server again, after a boot or a cut: it compares what should run with what does.</summary>
    public void Resync(IReadOnlyList<ApiObject> bound)
    {
        if (Hang.IsOn)
        {
            Hang.Do(ListAgain);
            return;
        }

        var wanted = bound.Cast<Pod>().ToDictionary(pod => pod.Key);
        foreach (var run in _runs.Values.ToList())
        {
            if (!wanted.TryGetValue(run.Pod.Key, out var pod) || pod.Metadata.Uid != run.Pod.Metadata.Uid) Forget(run.Pod);
        }

        // A kubelet that starts takes the oldest first: they keep their places.
        foreach (var pod in wanted.Values.OrderBy(static pod => pod.Metadata.CreationTimestamp).ThenBy(static pod => pod.Key)) Take(pod);
    }

    /// <summary>Unless it is cut off meanwhile.</summary>
    private void ListAgain()
    {
        if (Node.IsBeating) Resync(Context.Server.Store.PodsOn(Node.Name));
    }

    public PodRun? Find(ObjectKey pod) => _runs.GetValueOrDefault(pod);

    /// <summary>The pod with its containers one by one.</summary>
    public PodWork Detail(PodRun run)
    {
        if (run.Work is { } known) return known;
        var work = run.Work = PodWorks.Settled(run, Context);
        foreach (var container in work.Containers) Containers.Resume(run, container);
        Sandboxes.Resume(run, work);
        return work;
    }

    public void Sync(PodRun run) => Hang.Do(run, () => Syncs.Sync(run));

    /// <summary>Tells the status manager what the containers look like now, if it is something new.</summary>
    public void Report(PodRun run)
    {
        if (run.State != PodRunState.Active || run.Work is not { } work) return;
        var phase = PodPhases.Of(run.Pod.Spec.RestartPolicy, work);
        var isReady = phase == PodPhase.Running && work.IsReady;
        if (phase == run.Phase && isReady == run.IsReady && work.Restarts == run.Restarts) return;
        if (isReady && !run.IsReady) run.ReadySince = Now.TruncatedToSecond;
        (run.Phase, run.IsReady, run.Restarts) = (phase, isReady, work.Restarts);
        Status.Queue(run);
        if (!PodPhases.IsFinal(phase)) return;
        run.State = PodRunState.Finished;
        StopServing(run);
    }

    /// <summary>The kubelet itself ends the pod: its phase is Failed for good.</summary>
    /// <param name="grace">What its containers get to stop.</param>
    public void Fail(PodRun run, string reason, TimeSpan grace)
    {
        if (run.State != PodRunState.Active) return;
        run.State = PodRunState.Finished;
        (run.Phase, run.Reason, run.IsReady) = (PodPhase.Failed, reason, false);
        Status.Queue(run);
        Stops.End(run, grace);
    }

    public void UpdateServing(PodRun run)
    {
        var isServing = !Node.IsFrozen && (run.Work is not { } work || work.IsServing);
        if (isServing == run.IsServing || (isServing && run.State != PodRunState.Active)) return;
        run.IsServing = isServing;
        Context.ObserveServing(run.Pod, Node.Name, isServing);
    }

    public void StopServing(PodRun run)
    {
        run.Work?.StopAll();
        Context.States?.Leave(run.Pod, Node);
        Context.Identities.End(run.Pod, Node.Name);
        if (!run.IsServing) return;
        run.IsServing = false;
        Context.ObserveServing(run.Pod, Node.Name, isServing: false);
    }

    /// <summary>The next relist will see that a container has started or ended.</summary>
    public void RelistSoon(PodRun run)
    {
        var work = run.Work!;
        if (work.IsRelistDue) return;
        work.IsRelistDue = true;
        AtRelist(run, () =>
        {
            work.IsRelistDue = false;
            Sync(run);
        });
    }

    /// <summary>A runtime that does not answer cannot be looked at.</summary>
    public void AtRelist(PodRun run, Action step) => At(NextRelist, run, () =>
    {
        if (IsRuntimeUp) step();
        else WhenRuntimeIsUp(run, () => AtRelist(run, step));
    });

    /// <summary>Something that the runtime does, and how long it takes once it answers.</summary>
    public void WithRuntime(PodRun run, TimeSpan takes, Action step)
    {
        if (IsRuntimeUp) At(Simulation.Now + takes, run, step);
        else WhenRuntimeIsUp(run, () => WithRuntime(run, takes, step));
    }

    /// <summary>A runtime that is silent for five minutes makes the node not ready (maxWaitForContainerRuntime).</summary>
    public void OnRuntimeDown()
    {
        var outage = ++_runtimeOutages;
        Simulation.Schedule(RuntimePatience, () =>
        {
            if (IsRuntimeUp || outage != _runtimeOutages) return;
            IsRuntimeGivenUp = true;
            Context.NodeStatusChanged?.Invoke(Node);
        });
    }

    public void OnRuntimeUp()
    {
        if (IsRuntimeGivenUp) Context.NodeStatusChanged?.Invoke(Node);
        IsRuntimeGivenUp = false;
        var steps = _whenRuntimeIsUp.ToArray();
        _whenRuntimeIsUp.Clear();
        foreach (var step in steps) step();
    }

    /// <summary>Probes may time out now, or pass again.</summary>
    public void OnSlownessChanged()
    {
        foreach (var run in _runs.Values)
        {
            if (!PodWorks.HasProbes(run.Pod)) continue;
            foreach (var container in Detail(run).Containers) Prober.HealthChanged(run, container);
        }
    }

    /// <summary>Everything on the disk is lost: images, and with their files the containers.</summary>
    public void OnDiskLost()
    {
        Images.LoseDisk();
        foreach (var run in _runs.Values)
        {
            foreach (var container in Detail(run).Containers) Containers.Kill(run, container, "DiskLost");
        }

        Context.States?.LoseDisk(Node);
    }

    /// <summary>False if no such pod runs here.</summary>
    public bool Crash(ObjectKey pod) => ForEachContainer(pod, Containers.Crash);

    public bool KillSandbox(ObjectKey pod)
    {
        if (Find(pod) is not { State: PodRunState.Active } run) return false;
        Sandboxes.Die(run, Detail(run));
        return true;
    }

    public bool HangPod(ObjectKey pod) => ForEachContainer(pod, Containers.Hang);

    public bool IsRunning(PodRun run) => _runs.GetValueOrDefault(run.Pod.Key) == run;

    /// <summary>A step of a pod's life, unless the machine stops or the pod goes before.</summary>
    public TimerHandle At(TimeSpan at, PodRun run, Action step)
    {
        var life = _life;
        return Simulation.ScheduleAt(at, () =>
        {
            if (life == _life && IsRunning(run)) Hang.Do(run, step);
        });
    }

    /// <summary>Something that the kubelet does unless its machine stops before.</summary>
    public void InThisLife(TimeSpan at, Action step)
    {
        var life = _life;
        Simulation.ScheduleAt(at, () =>
        {
            if (life == _life) Hang.Do(step);
        });
    }

    public TimeSpan Slowed(TimeSpan usual) => KubeletContext.Multiplied(usual, Node.Slowness);

    /// <summary>The sync loop looks once a second at what is due.</summary>
    public TimeSpan NextSecond(TimeSpan due)
    {
        var seconds = (due - _relistPhase).Ticks / TimeSpan.TicksPerSecond;
        return _relistPhase + TimeSpan.FromSeconds(seconds + 1);
    }

    private TimeSpan NextRelist
    {
        get
        {
            var period = Context.Options.RelistPeriod;
            var periods = ((Simulation.Now - _relistPhase).Ticks / period.Ticks) + 1;
            return _relistPhase + (period * periods);
        }
    }

    private bool ForEachContainer(ObjectKey pod, Action<PodRun, ContainerRun> step)
    {
        if (Find(pod) is not { State: PodRunState.Active } run) return false;
        foreach (var container in Detail(run).Containers) step(run, container);
        return true;
    }

    private void WhenRuntimeIsUp(PodRun run, Action step) => _whenRuntimeIsUp.Add(() =>
    {
        if (IsRunning(run)) step();
    });

    private void Take(Pod pod)
    {
        if (pod.IsFinished) return;
        if (_runs.TryGetValue(pod.Key, out var run)) Update(run, pod);
        else Begin(pod);
    }

    private void Update(PodRun run, Pod pod)
    {
        run.Pod = pod;
        if (pod.Metadata.IsBeingDeleted) Stops.Stop(run);
        else if (run.State == PodRunState.Active && run.IsReady && !pod.IsReady) Status.QueueAtNextSweep(run);
    }

    private void Begin(Pod pod)
    {
        var run = new PodRun(pod, pod.Status.StartTime ?? Now.TruncatedToSecond) { Phase = pod.Status.Phase, Restarts = -1 };
        var refusal = pod.Metadata.IsBeingDeleted ? null : Admission.Refusal(pod);
        _runs.Add(pod.Key, run);

        // Found at start-up with its containers dead: only the object is left to remove.
        if (pod.Metadata.IsBeingDeleted) run.State = PodRunState.Stopped;
        if (refusal is not null) Refuse(run, refusal);
        Status.Queue(run);
        if (run.State != PodRunState.Active) return;
        run.Work = PodWorks.New(run, Context);
        run.Restarts = run.Work.Restarts;
        WatchDeadline(run);
        Sync(run);
    }

    private void Refuse(PodRun run, string refusal)
    {
        Context.Log.Write(ObservationKind.PodRejectedByKubelet, run.Pod.Key.ToString(), refusal);
        run.State = PodRunState.Finished;
        (run.Phase, run.Reason) = (PodPhase.Failed, PodAdmission.StatusReason(refusal));
    }

    /// <summary>activeDeadlineSeconds, looked at once a second (pkg/kubelet/active_deadline.go).</summary>
    private void WatchDeadline(PodRun run)
    {
        if (run.Pod.Spec.ActiveDeadline is not { } deadline) return;
        var due = run.StartTime.SinceStart + deadline;
        At(NextSecond(due > Simulation.Now ? due : Simulation.Now), run, () => Fail(run, "DeadlineExceeded", run.Pod.Spec.TerminationGracePeriod));
    }

    private void Forget(Pod pod)
    {
        if (!_runs.TryGetValue(pod.Key, out var run) || run.Pod.Metadata.Uid != pod.Metadata.Uid) return;
        _runs.Remove(pod.Key);
        Syncs.Forget(run);
        run.State = PodRunState.Stopped;
        StopServing(run);
        Mounts.Release(run);
    }
}
