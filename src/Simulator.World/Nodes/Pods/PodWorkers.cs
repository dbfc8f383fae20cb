using Simulator.Api;
using Simulator.World.Nodes.Heartbeats;
using Simulator.World.Nodes.Images;
using Simulator.World.Nodes.Machines;
using Simulator.World.Nodes.Pressure;
using Simulator.World.Nodes.Probes;
using Simulator.World.Nodes.Runs;
using Simulator.World.Nodes.Runtime;
using Simulator.World.Nodes.Status;
using Simulator.World.Nodes.Volumes;

namespace Simulator.World.Nodes.Pods;

/// <summary>The workers of a node's pods: from the first sight of a pod to the end of its last container.</summary>
internal sealed class PodWorkers : IPodWorkers, IContainerKills
{
    private readonly PodSetting _setting;
    private readonly KubeletLife _life;
    private readonly MachineState _machine;
    private readonly PodRegister _pods;
    private readonly KubeletStatusWriter _status;
    private readonly ImageCache _images;
    private readonly Prober _prober;
    private readonly ContainerLives _containers;
    private readonly RestartBackoff _backoff;
    private readonly PodSync _syncs;
    private readonly PodStops _stops;
    private readonly OrphanStops _orphans;
    private readonly PodServing _serving;
    private readonly PodReports _reports;
    private readonly PodAdmission _admission;
    private readonly ActiveDeadlines _deadlines;
    private readonly PodSandboxes _sandboxes;
    private readonly NodeMemory? _memory;

    public PodWorkers(
        PodSetting setting,
        KubeletLife life,
        MachineState machine,
        Heartbeat heartbeat,
        PodRegister pods,
        KubeletStatusWriter status,
        ImageCache images)
    {
        (_setting, _life, _machine, _pods, _status, _images) = (setting, life, machine, pods, status, images);
        if (setting.Memory is { } memory) _memory = new NodeMemory(memory, life, machine, pods, this, this);
        _prober = new Prober(life, machine, this);
        Runtime = new RuntimeWaits(life, machine, setting.Options.RelistPeriod, this, setting.Changes);
        _serving = new PodServing(machine, pods, setting.Lives, _memory);
        _containers = new ContainerLives(life, machine, setting.Applications.Draws, setting.Lives, _serving, Runtime, _prober, _memory);
        _stops = new PodStops(life, machine, setting.Applications, setting.Pace, status, Runtime, _containers, _serving);
        _reports = new PodReports(life, status, _serving, _stops, setting.Works, setting.Log);
        _sandboxes = new PodSandboxes(life, setting.Applications.Draws, setting.Addresses, _containers, Runtime, _stops);
        Mounts = new VolumeMounts(setting.Mounts, life, machine, heartbeat, this);
        _orphans = new OrphanStops(pods, _stops, _serving, Mounts);
        _admission = new PodAdmission(machine, pods, setting.Objects, setting.Admission, _memory);
        _deadlines = new ActiveDeadlines(life, _reports);
        _backoff = new RestartBackoff(life);
        var parts = new StartParts(life, machine, images, setting.Objects, setting.Pace, _sandboxes, _containers);
        var starts = new PodStarts(setting.Options.Runtime, parts, _backoff, _stops, setting.Draws.StartOrder);
        _syncs = new PodSync(
            life, machine, setting.Objects, setting.Draws.Retries, _reports, _prober, _sandboxes, _stops, Mounts, _backoff, starts);
    }

    public RuntimeWaits Runtime { get; }

    public VolumeMounts Mounts { get; }

    /// <summary>Made when something happens: most nodes never need them.</summary>
    public PodHangs Hangs => new(_machine, _pods, _setting.Lives, _serving, _containers);

    public PodAccidents Accidents => new(_machine, _pods, this, _containers, _sandboxes, _images, _setting.Lives);

    /// <summary>The kubelet evicts pods for want of memory, and says so.</summary>
    public bool IsMemoryShort => _memory is { IsShort: true };

    private Instant Now => Instant.FromStart(_life.Now);

    /// <summary>A pod that has run for long at time zero.</summary>
    public void Adopt(PodRun run)
    {
        var (pod, lives) = (run.Pod, _setting.Lives);
        Mounts.Adopt(run);
        lives.Identities.Begin(pod, _machine.Name);
        lives.Members?.Join(pod, _machine, static () => { });
        lives.Serves(pod, _machine.Name, isServing: true);
        if (!run.RunsOn && !_setting.Applications.RunsForEver(pod)) WatchHealth(run);
        _deadlines.Watch(run);
    }

    /// <summary>A pod that has long been here at time zero, and serves nobody.</summary>
    public void Hold(PodRun run)
    {
        Mounts.Adopt(run);
        if (run.IsSettled) _setting.Lives.Identities.Begin(run.Pod, _machine.Name);
        _deadlines.Watch(run);
    }

    /// <summary>A pod that the kubelet sees for the first time: it is refused, or a worker begins with it.</summary>
    public void Begin(Pod pod)
    {
        var run = new PodRun(pod, pod.Status.StartTime ?? Now.TruncatedToSecond) { Phase = pod.Status.Phase, Restarts = -1 };
        var refusal = pod.Metadata.IsBeingDeleted ? null : _admission.Refusal(pod);
        _pods.Add(run);

        // Found at start-up with its containers dead: only the object is left to remove.
        if (pod.Metadata.IsBeingDeleted) run.State = PodRunState.Stopped;
        if (refusal is not null) _reports.Refuse(run, refusal);
        _status.Queue(run);
        if (run.State != PodRunState.Active) return;
        run.Work = _setting.Works.New(run);
        run.Restarts = run.Work.Restarts;
        _deadlines.Watch(run);
        Sync(run);
    }

    /// <summary>The newest object of a pod that runs.</summary>
    public void Update(PodRun run, Pod pod)
    {
        var before = run.Pod;
        var isChanged = run.State == PodRunState.Active && ContainerChanges.HasOtherImages(before.Spec, pod.Spec);
        var work = isChanged ? Detail(run) : null;
        run.Pod = pod;
        if (work is not null) Sync(run);
        if (run.State == PodRunState.Active && !ReferenceEquals(before.Status.OtherConditions, pod.Status.OtherConditions)) Weigh(run);
        if (before.Spec.ActiveDeadline != pod.Spec.ActiveDeadline) _deadlines.Watch(run);
        if (pod.Metadata.IsBeingDeleted) _stops.Stop(run);
        else if (run.State == PodRunState.Active && run.IsReady && !pod.IsReady) _status.QueueAtNextSweep(run);
    }

    /// <summary>Somebody has set a condition of it: a gate may be open now, or shut (NeedToReconcilePodReadiness).</summary>
    private void Weigh(PodRun run)
    {
        Detail(run);
        _reports.Say(run);
    }

    /// <summary>The pod's object is gone.</summary>
    public void Forget(PodRun run)
    {
        _pods.Remove(run.Pod.Key);
        _syncs.Forget(run);
        _orphans.Take(run);
    }

    /// <summary>The machine stopped: containers are gone, and what was known of them.</summary>
    public void PowerOff()
    {
        _orphans.Forget();
        foreach (var run in _pods.Runs) _serving.Stop(run);
        _pods.Clear();
        Runtime.Forget();
        _backoff.Forget();
        Mounts.Forget();
        _memory?.Forget();
        if (_machine.IsGone) _setting.Lives.Members?.LoseDisk(_machine);
    }

    public PodWork Detail(PodRun run)
    {
        if (run.Work is { } known) return known;
        var work = run.Work = _setting.Works.Settled(run);
        foreach (var container in work.Containers) _containers.Resume(run, container);
        _sandboxes.Resume(run, work);
        return work;
    }

    /// <summary>Probes may time out now, or pass again.</summary>
    public void OnSlownessChanged()
    {
        foreach (var run in _pods.Runs)
        {
            if (run.HasContainers && PodWorks.HasProbes(run.Pod)) WatchHealth(run);
        }
    }

    public void Sync(PodRun run) => _life.Do(run, _syncs.Sync);

    public void Say(PodRun run) => _reports.Say(run);

    /// <summary>
    /// Its application may take longer to answer than its probes wait: then it fails them as one that has just started.
    /// </summary>
    private void WatchHealth(PodRun run)
    {
        foreach (var container in Detail(run).Containers) _prober.HealthChanged(run, container);
    }

    void IContainerKills.Kill(PodRun run, ContainerRun container, string reason) => _containers.Kill(run, container, reason);

    void IContainerKills.Evict(PodRun run) => _reports.Evict(run);
}
