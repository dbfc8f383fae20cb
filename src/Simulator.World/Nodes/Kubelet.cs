using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>The kubelet of one node: starts, reports and stops its pods (pkg/kubelet of 1.3.10, seen from outside).</summary>
/// <remarks>
/// Image, containers, next relist, status write: the path whose times the measured runs give. A machine that stops takes the kubelet's
/// memory with it: callbacks of an earlier life are recognised by their <see cref="_life"/> and ignored.
/// </remarks>
internal sealed class Kubelet
{
    private readonly KubeletContext _context;
    private readonly SimulatedNode _node;
    private readonly KubeletStatusWriter _status;
    private readonly Dictionary<ObjectKey, PodRun> _runs = [];
    private readonly TimeSpan _relistPhase;
    private readonly ImageCache _images;
    private int _life;

    public Kubelet(KubeletContext context, SimulatedNode node)
    {
        (_context, _node) = (context, node);
        _status = new KubeletStatusWriter(context, node);
        _images = new ImageCache(context.Options);
        _relistPhase = context.Options.RelistPeriod * context.Phases.NextDouble();
    }

    private Simulation Simulation => _context.Simulation;

    private Instant Now => Instant.FromStart(_context.Simulation.Now);

    /// <summary>A pod that runs and is ready at time zero.</summary>
    public void Adopt(Pod pod)
    {
        _runs.Add(pod.Key, new PodRun(pod, pod.Status.StartTime!.Value)
        {
            State = PodRunState.Ready,
            Ip = pod.Status.PodIP,
            ReadySince = pod.Status.Ready!.LastTransitionTime,
            IsServing = true,
        });
        _context.ObserveServing(pod, _node.Name, isServing: true);
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
        foreach (var run in _runs.Values) StopServing(run);
        _runs.Clear();
        _images.LosePulls(Simulation.Now);
        _status.Reset();
    }

    /// <summary>The kubelet reaches the API server again, after a boot or a cut: it compares what should run with what does.</summary>
    public void Resync(IReadOnlyList<ApiObject> bound)
    {
        var wanted = bound.Cast<Pod>().ToDictionary(pod => pod.Key);
        foreach (var run in _runs.Values.ToList())
        {
            if (!wanted.TryGetValue(run.Pod.Key, out var pod) || pod.Metadata.Uid != run.Pod.Metadata.Uid) Forget(run.Pod);
        }

        foreach (var pod in wanted.Values) Take(pod);
    }

    private void Take(Pod pod)
    {
        if (pod.IsFinished) return;
        if (_runs.TryGetValue(pod.Key, out var run))
        {
            run.Pod = pod;
            if (pod.Metadata.IsBeingDeleted) Stop(run);
            else if (run.State == PodRunState.Ready && !pod.IsReady) _status.QueueAtNextSweep(run);
            return;
        }

        run = new PodRun(pod, pod.Status.StartTime ?? Now.TruncatedToSecond);
        _runs.Add(pod.Key, run);
        if (pod.Metadata.IsBeingDeleted)
        {
            // Found at start-up with its containers dead: only the object is left to remove.
            run.State = PodRunState.Stopped;
            _status.Queue(run);
        }
        else
        {
            Start(run);
        }
    }

    private void Start(PodRun run)
    {
        run.Restarts = run.Pod.Status.Phase == PodPhase.Running ? run.Pod.Status.ContainerRestarts.Sum() + 1 : 0;
        _status.Queue(run);
        var imagesAt = _images.PresentAt(run.Pod, Simulation.Now);
        ScheduleAt(imagesAt + _context.ContainerStart(), static (kubelet, run) => kubelet.OnContainersStarted(run), run);
    }

    /// <summary>One init container after the other, each seen to end by a relist; then the regular ones together.</summary>
    private void OnContainersStarted(PodRun run)
    {
        if (run.State != PodRunState.Starting) return;
        if (run.InitContainersDone++ < run.Pod.Spec.InitContainers.Count)
        {
            ScheduleAt(NextRelist + _context.ContainerStart(), static (kubelet, run) => kubelet.OnContainersStarted(run), run);
            return;
        }

        run.State = PodRunState.Running;
        run.Ip = _context.NewPodIp();
        run.IsServing = true;
        _context.ObserveServing(run.Pod, _node.Name, isServing: true);
        ScheduleAt(NextRelist, static (kubelet, run) => kubelet.OnRelisted(run), run);
    }

    private void OnRelisted(PodRun run)
    {
        if (run.State != PodRunState.Running) return;
        var probeDelay = ProbeDelay(run.Pod);
        if (probeDelay == TimeSpan.Zero)
        {
            OnReady(run);
            return;
        }

        _status.Queue(run);
        ScheduleAt(Simulation.Now + probeDelay, static (kubelet, run) => kubelet.OnReady(run), run);
    }

    private void OnReady(PodRun run)
    {
        if (run.State != PodRunState.Running) return;
        run.State = PodRunState.Ready;
        run.ReadySince = Now.TruncatedToSecond;
        _status.Queue(run);
    }

    /// <summary>Until the slowest readiness probe has succeeded often enough: a random part of its period first, not before its initial delay.</summary>
    private TimeSpan ProbeDelay(Pod pod)
    {
        var slowest = TimeSpan.Zero;
        foreach (var container in pod.Spec.Containers)
        {
            if (container.ReadinessProbe is not { } probe) continue;
            var first = probe.Period * _context.Phases.NextDouble();
            if (first < probe.InitialDelay) first += probe.Period * Math.Ceiling((probe.InitialDelay - first) / probe.Period);
            var delay = first + (probe.Period * (probe.SuccessThreshold - 1));
            slowest = delay > slowest ? delay : slowest;
        }

        return TimeSpan.FromMicroseconds(Math.Round(slowest.TotalMicroseconds));
    }

    private void Stop(PodRun run)
    {
        if (run.State is PodRunState.Stopping or PodRunState.Stopped) return;
        run.State = PodRunState.Stopping;
        ScheduleAt(Simulation.Now + _context.ContainerStop(), static (kubelet, run) => kubelet.OnContainersStopped(run), run);
    }

    private void OnContainersStopped(PodRun run)
    {
        StopServing(run);
        ScheduleAt(NextRelist, static (kubelet, run) => kubelet.OnStopRelisted(run), run);
    }

    private void OnStopRelisted(PodRun run)
    {
        run.State = PodRunState.Stopped;
        _status.Queue(run);
    }

    private void Forget(Pod pod)
    {
        if (!_runs.TryGetValue(pod.Key, out var run) || run.Pod.Metadata.Uid != pod.Metadata.Uid) return;
        _runs.Remove(pod.Key);
        run.State = PodRunState.Stopped;
        StopServing(run);
    }

    private void StopServing(PodRun run)
    {
        if (!run.IsServing) return;
        run.IsServing = false;
        _context.ObserveServing(run.Pod, _node.Name, isServing: false);
    }

    private TimeSpan NextRelist
    {
        get
        {
            var period = _context.Options.RelistPeriod;
            var periods = ((Simulation.Now - _relistPhase).Ticks / period.Ticks) + 1;
            return _relistPhase + (period * periods);
        }
    }

    private void ScheduleAt(TimeSpan at, Action<Kubelet, PodRun> step, PodRun run)
    {
        var life = _life;
        Simulation.ScheduleAt(at, () =>
        {
            if (life == _life && _runs.GetValueOrDefault(run.Pod.Key) == run) step(this, run);
        });
    }
}
