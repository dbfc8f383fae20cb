using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.Nodes;

/// <summary>The kubelet of one node: which pods it runs, and what it reports of them (pkg/kubelet of 1.3.10, seen from outside).</summary>
/// <remarks>
/// A machine that stops takes the kubelet's memory with it: callbacks of an earlier life are recognised by their <see cref="_life"/> and ignored.
/// </remarks>
internal sealed class Kubelet
{
    private readonly Dictionary<ObjectKey, PodRun> _runs = [];
    private readonly TimeSpan _relistPhase;
    private int _life;

    public Kubelet(KubeletContext context, SimulatedNode node)
    {
        (Context, Node) = (context, node);
        Status = new KubeletStatusWriter(context, node);
        _relistPhase = context.Options.RelistPeriod * context.Phases.NextDouble();
        Images = new ImageCache(this);
        Prober = new Prober(this);
        Containers = new ContainerLives(this);
        Syncs = new PodSync(this);
        Changes = new ContainerChanges(this);
        Stops = new PodStops(this);
        Orphans = new OrphanStops(this);
        Serving = new PodServing(this);
        Reports = new PodReports(this);
        Runtime = new RuntimeWaits(this);
        Accidents = new PodAccidents(this);
        Admission = new PodAdmission(this);
        Deadlines = new ActiveDeadlines(this);
        Mounts = new VolumeMounts(this);
        Sandboxes = new PodSandboxes(this);
        if (context.Options.EvictionHardMemory > 0 || context.IsMemoryTold) Memory = new NodeMemory(this, context.Options.EvictionHardMemory);
    }

    public KubeletContext Context { get; }

    public SimulatedNode Node { get; }

    public KubeletStatusWriter Status { get; }

    public ImageCache Images { get; }

    public Prober Prober { get; }

    public ContainerLives Containers { get; }

    public PodSync Syncs { get; }

    public ContainerChanges Changes { get; }

    public PodStops Stops { get; }

    public OrphanStops Orphans { get; }

    public PodServing Serving { get; }

    public PodReports Reports { get; }

    public RuntimeWaits Runtime { get; }

    public PodAccidents Accidents { get; }

    public VolumeMounts Mounts { get; }

    public PodSandboxes Sandboxes { get; }

    public MachineHang Hang => field ??= new MachineHang(this);

    public bool IsRuntimeUp => Node.IsRuntimeUp;

    public bool IsDiskFull => Node.IsDiskFull;

    /// <summary>It has not listed its pods since its machine started.</summary>
    public bool HasJustBooted { get; private set; }

    /// <summary>The pods that it has objects of, in no useful order.</summary>
    public IEnumerable<PodRun> Runs => _runs.Values;

    /// <summary>With those whose object is gone while their containers run.</summary>
    public IEnumerable<PodRun> AllRuns => _runs.Values.Concat(Orphans.Runs);

    /// <summary>Null if it cannot run out: containers use what they request, and nothing says otherwise.</summary>
    public NodeMemory? Memory { get; }

    public bool HasMemoryPressure => Memory?.Pressure is { IsOn: true };

    /// <summary>Where in their periods its loops stand.</summary>
    public TimeSpan LoopPhase => _relistPhase;

    private PodAdmission Admission { get; }

    private ActiveDeadlines Deadlines { get; }

    private Simulation Simulation => Context.Simulation;

    private Instant Now => Instant.FromStart(Context.Simulation.Now);

    /// <summary>A pod that runs at time zero, and is ready if it ever can be.</summary>
    public void Adopt(Pod pod)
    {
        var run = new PodRun(pod, pod.Status.StartTime!.Value)
        {
            Phase = PodPhase.Running,
            IsReady = pod.IsReady,
            Ip = pod.Status.PodIP,
            ReadySince = pod.Status.Ready!.LastTransitionTime,
            IsServing = true,
            IsSettled = true,
        };
        _runs.Add(pod.Key, run);
        Mounts.Adopt(run);
        Context.Identities.Begin(pod, Node.Name);
        Context.States?.Join(pod, Node, static () => { });
        Context.ObserveServing(pod, Node.Name, isServing: true);
        if (!Context.RunsForEver(pod)) WatchHealth(run);
        Deadlines.Watch(run);
    }

    /// <summary>Its watch shows a change of a pod of this node.</summary>
    public void Deliver(in WatchEvent watchEvent)
    {
        var pod = (Pod)watchEvent.Object;
        if (watchEvent.Type == WatchEventType.Deleted) Forget(pod);
        else Take(pod);
    }

    /// <summary>The machine stopped: containers and the kubelet's memory are gone.</summary>
    public void PowerOff()
    {
        _life++;
        HasJustBooted = true;
        Orphans.Forget();
        foreach (var run in _runs.Values) Serving.Stop(run);
        _runs.Clear();
        Runtime.Forget();
        Hang.Forget();
        Images.LosePulls();
        Syncs.Forget();
        Mounts.Forget();
        Status.Reset();
        Memory?.Forget();
        if (Node.IsGone) Context.States?.LoseDisk(Node);
    }

    /// <summary>The kubelet has listed its pods, after a boot or a cut: it compares what should run with what does.</summary>
    public void Resync(IReadOnlyList<ApiObject> bound)
    {
        if (Hang.DelaysList()) return;
        HasJustBooted = false;
        var wanted = bound.Cast<Pod>().ToDictionary(pod => pod.Key);
        foreach (var run in _runs.Values.ToList())
        {
            if (!wanted.TryGetValue(run.Pod.Key, out var pod) || pod.Metadata.Uid != run.Pod.Metadata.Uid) Forget(run.Pod);
        }

        // A kubelet that starts takes the oldest first: they keep their places.
        foreach (var pod in wanted.Values.OrderBy(static pod => pod.Metadata.CreationTimestamp).ThenBy(static pod => pod.Key)) Take(pod);
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

    /// <summary>Its application may take longer to answer than its probes wait: then it fails them as one that has just started.</summary>
    public void WatchHealth(PodRun run)
    {
        foreach (var container in Detail(run).Containers) Prober.HealthChanged(run, container);
    }

    public void Sync(PodRun run) => Hang.Do(run, Syncs.Sync);

    /// <summary>Its object is here, or its containers still are.</summary>
    public bool IsRunning(PodRun run) => run.IsOrphan || _runs.GetValueOrDefault(run.Pod.Key) == run;

    /// <summary>A step of a pod's life, unless the machine stops or the pod goes before.</summary>
    public TimerHandle At(TimeSpan at, PodRun run, Action step) => InThisLife(at, () =>
    {
        if (IsRunning(run)) step();
    });

    /// <summary>Something that the kubelet does unless its machine stops before.</summary>
    public TimerHandle InThisLife(TimeSpan at, Action step)
    {
        var life = _life;
        return Simulation.ScheduleAt(at, () =>
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

    /// <summary>Pods are known by their uid: one of the same name is another.</summary>
    private void Take(Pod pod)
    {
        if (_runs.TryGetValue(pod.Key, out var run) && run.Pod.Metadata.Uid != pod.Metadata.Uid) Forget(run.Pod);
        if (pod.IsFinished) return;
        if (_runs.TryGetValue(pod.Key, out run)) Update(run, pod);
        else Begin(pod);
    }

    private void Update(PodRun run, Pod pod)
    {
        var before = run.Pod;
        Changes.Take(run, pod);
        if (before.Spec.ActiveDeadline != pod.Spec.ActiveDeadline) Deadlines.Watch(run);
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
        if (refusal is not null) Reports.Refuse(run, refusal);
        Status.Queue(run);
        if (run.State != PodRunState.Active) return;
        run.Work = PodWorks.New(run, Context);
        run.Restarts = run.Work.Restarts;
        Deadlines.Watch(run);
        Sync(run);
    }

    /// <summary>The pod's object is gone.</summary>
    private void Forget(Pod pod)
    {
        if (!_runs.TryGetValue(pod.Key, out var run) || run.Pod.Metadata.Uid != pod.Metadata.Uid) return;
        _runs.Remove(pod.Key);
        Syncs.Forget(run);
        Orphans.Take(run);
    }
}
