using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Nodes.Images;
using Simulator.World.Nodes.Pods;
using Simulator.World.Nodes.Runs;
using Simulator.World.Nodes.Runtime;
using Simulator.World.Nodes.Status;

namespace Simulator.World.Nodes;

/// <summary>The kubelet of one node: which pods it has, and who works for them (pkg/kubelet of 1.3.10, seen from outside).</summary>
internal sealed class Kubelet
{
    private readonly KubeletContext _context;
    private readonly SimulatedNode _node;
    private readonly PodRegister _pods = new();
    private readonly KubeletLife _life;
    private readonly PodWorkers _workers;

    public Kubelet(KubeletContext context, SimulatedNode node)
    {
        (_context, _node) = (context, node);
        var (machine, options) = (node.State, context.Options);
        var anywhere = options.StatusSweepPeriod * context.Phases.NextDouble();
        Status = new KubeletStatusWriter(
            context.Status, machine, node.Heartbeat, context.Status.SweepsWithLeases ? node.Heartbeat.Phase : anywhere);
        _life = new KubeletLife(context.Simulation, machine, _pods, options.RelistPeriod * context.Phases.NextDouble());
        Images = new ImageCache(context.Images, machine);
        _workers = new PodWorkers(context.Pods, _life, machine, node.Heartbeat, _pods, Status, Images);
    }

    public KubeletStatusWriter Status { get; }

    public ImageCache Images { get; }

    public RuntimeWaits Runtime => _workers.Runtime;

    public PodAccidents Accidents => _workers.Accidents;

    /// <summary>It has not listed its pods since its machine started.</summary>
    public bool HasJustBooted { get; private set; }

    /// <summary>What its watch shows waits: its machine hangs.</summary>
    public bool IsHanging => _life.IsHanging;

    /// <summary>The pods that it has objects of, in no useful order.</summary>
    public IEnumerable<PodRun> Runs => _pods.Runs;

    /// <summary>What it would say of its node now.</summary>
    public NodeFacts Facts => new()
    {
        Options = _context.Options,
        IsRuntimeGivenUp = Runtime.IsGivenUp,
        IsDiskFull = _node.State.IsDiskFull,
        IsMemoryShort = _workers.IsMemoryShort,
        ImagesPulled = Images.Pulled,
        VolumesInUse = _workers.Mounts.InUse,
    };

    /// <summary>The sync loop looks once a second at what is due.</summary>
    public TimeSpan NextSecond(TimeSpan due) => _life.NextSecond(due);

    /// <summary>A pod that runs at time zero, and is ready if it ever can be.</summary>
    public void Adopt(Pod pod) => Adopt(LongRunning(pod));

    /// <summary>The same of a pod of which nobody knows when its work will be done: it goes on.</summary>
    public void AdoptForGood(Pod pod)
    {
        var run = LongRunning(pod);
        run.RunsOn = _context.Applications.IsUnknownBatch(pod);
        Adopt(run);
    }

    private static PodRun LongRunning(Pod pod) => new(pod, pod.Status.StartTime!.Value)
    {
        Phase = PodPhase.Running,
        IsReady = pod.IsReady,
        Ip = pod.Status.PodIP,
        ReadySince = pod.Status.Ready!.LastTransitionTime,
        IsServing = true,
        IsSettled = true,
    };

    private void Adopt(PodRun run)
    {
        _pods.Add(run);
        _workers.Adopt(run);
    }

    /// <summary>A pod that is bound at time zero and not ready: it stays so until its containers begin anew.</summary>
    public void Hold(Pod pod)
    {
        var run = new PodRun(pod, pod.Status.StartTime ?? default)
        {
            Phase = pod.Status.Phase,
            Ip = pod.Status.PodIP,
            IsSettled = pod.Status.Phase == PodPhase.Running,
        };
        _pods.Add(run);
        _workers.Hold(run);
    }

    /// <summary>Its watch shows a change of a pod of this node.</summary>
    public void Deliver(in WatchEvent watchEvent)
    {
        var pod = (Pod)watchEvent.Object;
        if (watchEvent.Type == WatchEventType.Deleted) Forget(pod);
        else Take(pod);
    }

    /// <summary>The kubelet has listed its pods, after a boot or a cut: it compares what should run with what does.</summary>
    public void Resync(IReadOnlyList<ApiObject> bound)
    {
        if (_life.IsHanging)
        {
            _life.Do(ListAgain);
            return;
        }

        HasJustBooted = false;
        var wanted = bound.Cast<Pod>().ToDictionary(pod => pod.Key);
        foreach (var run in _pods.Runs.ToList())
        {
            if (!wanted.TryGetValue(run.Pod.Key, out var pod) || pod.Metadata.Uid != run.Pod.Metadata.Uid) _workers.Forget(run);
        }

        // A kubelet that starts takes the oldest first: they keep their places.
        foreach (var pod in wanted.Values.OrderBy(static pod => pod.Metadata.CreationTimestamp).ThenBy(static pod => pod.Key)) Take(pod);
    }

    /// <summary>The machine stopped: containers and the kubelet's memory are gone.</summary>
    public void PowerOff()
    {
        HasJustBooted = true;
        _life.End();
        Images.LosePulls();
        Status.Reset();
        _workers.PowerOff();
    }

    /// <summary>The machine hangs, and with it all that is on it.</summary>
    public void Freeze() => _workers.Hangs.Begin();

    /// <summary>It goes on: containers at once, the kubelet perhaps after a nap.</summary>
    public void Thaw(TimeSpan lasted)
    {
        _workers.Hangs.End();
        _life.GoOn(lasted);
    }

    /// <summary>Probes may time out now, or pass again.</summary>
    public void OnSlownessChanged() => _workers.OnSlownessChanged();

    /// <summary>It has something new to say of its node.</summary>
    public void TellStatus() => _context.Changes.Tell(_node.State);

    /// <summary>The machine has gone on, and is cut off perhaps.</summary>
    private void ListAgain()
    {
        if (_node.IsBeating) Resync(_context.Objects.PodsOn(_node.Name));
    }

    /// <summary>Pods are known by their uid: one of the same name is another.</summary>
    private void Take(Pod pod)
    {
        if (_pods.Find(pod.Key) is { } older && older.Pod.Metadata.Uid != pod.Metadata.Uid) _workers.Forget(older);
        if (pod.IsFinished) return;
        if (_pods.Find(pod.Key) is { } run) _workers.Update(run, pod);
        else _workers.Begin(pod);
    }

    /// <summary>The pod's object is gone.</summary>
    private void Forget(Pod pod)
    {
        if (_pods.Find(pod.Key) is { } run && run.Pod.Metadata.Uid == pod.Metadata.Uid) _workers.Forget(run);
    }
}
