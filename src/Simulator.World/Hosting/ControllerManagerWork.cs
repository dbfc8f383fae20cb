using Simulator.Api;
using Simulator.ControlPlane.Autoscaling;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Observations;

namespace Simulator.World.Hosting;

/// <summary>kube-controller-manager: every controller anew at each start, each with its own client.</summary>
/// <param name="cluster">Value of the cluster's name in observations.</param>
/// <param name="monitorPhase">Nobody knows where in its period the node monitor of a settled cluster stands.</param>
internal sealed class ControllerManagerWork(
    Hosted hosted, KubernetesVersion version, ControllerManagerOptions flags, IMachineRegister machines, string cluster,
    RandomStream monitorPhase) : IWork
{
    /// <summary>
    /// What passes in the node controller between two nodes that it queues one after the other, without a call between them. The real one
    /// needs some microseconds (clock, lock, a push into the heap); only the order that it makes can be seen, so it is the smallest step of
    /// simulated time.
    /// </summary>
    private static readonly TimeSpan Queueing = TimeSpan.FromMicroseconds(1);

    private Instant Now => Instant.FromStart(hosted.Simulation.Now);

    public void Begin(List<LoopHost> into)
    {
        var context = Context with { FirstTick = AutoscalerTick };
        foreach (var loop in NewLoops(context with { Known = hosted.Server.Store.List })) Host(loop, into).StartKnowing();
        AwaitKinds(into, context);
        AwaitDeletion(into, context);
        var first = into[0];
        AttachDetach(into).Begin();
        var offset = flags.Nodes.NodeMonitorPeriod * monitorPhase.NextDouble();
        hosted.Simulation.Schedule(Microseconds.Of(offset.TotalMicroseconds), () =>
        {
            // The process may have ended before, and another may run.
            if (into.Count > 0 && into[0] == first) HostLifecycle(into).StartKnowing();
        });
    }

    public void Start(List<LoopHost> into)
    {
        foreach (var loop in NewLoops(Context)) Host(loop, into).Start();
        HostLifecycle(into).Start();
        AwaitKinds(into, Context);
        if (version.Collector is { } make) Host(make(Context), into).Start();
        AttachDetach(into).Start();
    }

    private LoopSetting Context => new(flags, Now)
    {
        OrderOf = hosted.MapOrderOf,
        ChanceOf = name => hosted.StreamOf(name).NextDouble,
        Now = () => Now,
        Cloud = flags.CloudProvider ? machines : null,
    };

    /// <summary>Somewhere in the period, where nobody says it.</summary>
    private TimeSpan AutoscalerTick(TimeSpan period) => flags.Autoscaling.FirstTick
        ?? Microseconds.Of(period.TotalMicroseconds * hosted.StreamOf("autoscaler-tick").NextDouble());

    private List<IControlLoop> NewLoops(LoopSetting context) =>
    [
        .. version.Loops.Select(make => make(context)).OfType<IControlLoop>(),
        .. version.LoopsOfKinds.Where(Exists).Select(entry => entry.Make(context)),
    ];

    private bool Exists(LoopOfKinds entry) => entry.Kinds.Any(kind => hosted.Server.Store.List(kind).Count > 0);

    /// <summary>
    /// Controllers of kinds that do not exist yet would only listen to pods: each is hosted when the first object of its kind is there.
    /// </summary>
    private void AwaitKinds(List<LoopHost> into, LoopSetting context)
    {
        var awaited = version.LoopsOfKinds.Where(entry => !Exists(entry)).ToList();
        if (awaited.Count == 0) return;
        var first = into[0];
        hosted.Server.Store.Committed += OnCommitted;

        void OnCommitted(WatchEvent commit)
        {
            if (commit.Object is not Pod && EntryOf(commit.Object.Kind) is { } entry) HostLater(entry);
        }

        LoopOfKinds? EntryOf(string kind)
        {
            foreach (var entry in awaited)
            {
                if (entry.Kinds.Contains(kind)) return entry;
            }

            return null;
        }

        void HostLater(LoopOfKinds entry)
        {
            awaited.Remove(entry);
            if (awaited.Count == 0) hosted.Server.Store.Committed -= OnCommitted;
            hosted.Simulation.Schedule(hosted.Latency.OfWatch(), () =>
            {
                // The process may have ended before, and another may run.
                if (into.Count > 0 && into[0] == first) Host(entry.Make(context), into).StartKnowing();
            });
        }
    }

    /// <summary>
    /// Before an owner is deleted a collector would only listen: it is hosted with the first one that is. A process that starts anew does
    /// not know what was deleted while none ran.
    /// </summary>
    private void AwaitDeletion(List<LoopHost> into, LoopSetting context)
    {
        if (version.Collector is not { } make) return;
        var first = into[0];
        hosted.Server.Store.Committed += OnCommitted;

        void OnCommitted(WatchEvent commit)
        {
            if (commit.Type != WatchEventType.Deleted
                || commit.Object is not (ReplicaController or Deployment or DaemonSet or Job or PetSet))
            {
                return;
            }

            hosted.Server.Store.Committed -= OnCommitted;
            hosted.Simulation.Schedule(hosted.Latency.OfWatch(), () =>
            {
                if (into.Count > 0 && into[0] == first) Host(make(context), into).StartKnowing();
            });
        }
    }

    private AttachDetachWork AttachDetach(List<LoopHost> into)
    {
        var first = into[0];
        return new AttachDetachWork(hosted, (loop, afterTurn) => Host(loop, into, afterTurn), () => into.Count > 0 && into[0] == first);
    }

    private LoopHost HostLifecycle(List<LoopHost> into)
    {
        var isByLease = version.Kubelet.SignOfLife == SignOfLife.Lease;
        (hosted.Server.Heartbeats, hosted.Server.Leases) = isByLease ? (null, machines) : (machines, (ILeases?)null);
        var hosting = new NodeLifecycleHosting
        {
            Heartbeats = machines,
            Leases = machines,
            Cloud = flags.CloudProvider ? machines : null,
            Queueing = Queueing,
            Order = hosted.MapOrderOf("node-controller"),
        };
        var lifecycle = version.NodeLifecycle(flags, new NodeLifecycleSetting(Now, hosting));
        var notes = new List<LifecycleNote>();
        return Host(lifecycle, into, () => TakeNotes(lifecycle, notes));
    }

    private LoopHost Host(IControlLoop loop, List<LoopHost> into, Action? afterTurn = null)
    {
        var calls = loop is INodeLifecycle ? hosted.Server.Markings : null;
        var host = new LoopHost(hosted with { Name = $"{hosted.Name}/{loop.Name}" }, loop, flags.KubeApiQps, flags.KubeApiBurst, calls)
        {
            AfterTurn = afterTurn ?? AfterTurnOf(loop),
        };
        into.Add(host);
        return host;
    }

    private Action? AfterTurnOf(IControlLoop loop)
    {
        if (loop is IHorizontalAutoscalers autoscalers) return new AutoscalerNotes(hosted.Log, autoscalers).Take;
        if (loop is not PersistentVolumeController volumes) return null;
        var notes = new List<ClaimNote>();
        return () => TakeNotes(volumes, notes);
    }

    private void TakeNotes(PersistentVolumeController volumes, List<ClaimNote> notes)
    {
        volumes.TakeNotes(notes);
        foreach (var note in notes) hosted.Log.Write(ObservationKind.ClaimWaits, note.Claim.ToString(), note.Why);
        notes.Clear();
    }

    private void TakeNotes(INodeLifecycle lifecycle, List<LifecycleNote> notes)
    {
        lifecycle.TakeNotes(notes);
        foreach (var note in notes)
        {
            if (note.Kind == LifecycleNoteKind.NodeEvicted) hosted.Log.Write(ObservationKind.NodeEvicted, note.Node);
            else if (note.Kind == LifecycleNoteKind.NodeTainted) hosted.Log.Write(ObservationKind.NodeTainted, note.Node);
            else if (note is { Kind: LifecycleNoteKind.ZoneJudged, Zone: not ZoneState.Gone })
            {
                hosted.Log.Write(ObservationKind.ZoneJudged, note.Node, note.Zone.ToString(), (long)Math.Round(note.Rate * 3600));
            }
            else if (note.Kind == LifecycleNoteKind.TaintQueueChanged)
            {
                hosted.Log.Write(ObservationKind.TaintQueueChanged, note.Node, note.Blocker);
            }
            else if (note.Kind == LifecycleNoteKind.SegmentationOn) hosted.Log.Write(ObservationKind.SegmentationMode, cluster, "on");
            else if (note.Kind == LifecycleNoteKind.SegmentationOff) hosted.Log.Write(ObservationKind.SegmentationMode, cluster, "off");
        }

        notes.Clear();
    }
}
