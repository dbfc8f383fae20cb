using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;
using Simulator.World.Observations;

namespace Simulator.World.Hosting;

/// <summary>
/// The attach/detach controller of a controller manager. Without disks and claims it would only listen: it is hosted with the first one.
/// </summary>
/// <param name="host">Gives a loop its client and its watch; what it is given is called after each turn.</param>
/// <param name="isAlive">The process that this was made for has not ended.</param>
internal sealed class AttachDetachWork(Hosted hosted, Func<IControlLoop, Action, LoopHost> host, Func<bool> isAlive)
{
    private readonly List<DiskNote> _notes = [];

    private ObjectStore Store => hosted.Server.Store;

    /// <summary>The process has been there for long: what is attached, it has attached.</summary>
    public void Begin()
    {
        if (HasWork) Host([.. Store.List("Node").Cast<Node>()]).StartKnowing();
        else Await();
    }

    /// <summary>The process starts and knows nothing.</summary>
    public void Start()
    {
        if (HasWork) Host([]).Start();
        else Await();
    }

    private bool HasWork =>
        Store.List("PersistentVolume").Count > 0 || Store.List("Pod").Any(static pod => AttachableVolume.MayBeUsedBy((Pod)pod));

    private void Await()
    {
        Store.Committed += OnCommitted;

        void OnCommitted(WatchEvent commit)
        {
            if (commit.Object is not PersistentVolume
                && !(commit is { Type: WatchEventType.Added, Object: Pod pod } && AttachableVolume.MayBeUsedBy(pod)))
            {
                return;
            }
            Store.Committed -= OnCommitted;
            hosted.Simulation.Schedule(hosted.Latency.OfWatch(), () =>
            {
                if (isAlive()) Host([]).StartKnowing();
            });
        }
    }

    private LoopHost Host(IReadOnlyList<Node> attached)
    {
        var controller = new AttachDetachController(
            new AttachDetachOptions(), Instant.FromStart(hosted.Simulation.Now), attached, hosted.MapOrderOf("attachdetach-controller"));
        return host(controller, () => TakeNotes(controller));
    }

    private void TakeNotes(AttachDetachController controller)
    {
        controller.TakeNotes(_notes);
        foreach (var note in _notes)
        {
            hosted.Log.Write(ObservationKind.DiskDetachForced, note.Disk, note.Node, (long)note.Waited.TotalMicroseconds);
        }
        _notes.Clear();
    }
}
