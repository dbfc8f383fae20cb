using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Namespaces;

/// <summary>Empties namespaces that are being deleted, then lets them go (pkg/controller/namespace of 1.3.10).</summary>
public sealed class NamespaceController : KeyedController
{
    private readonly SortedDictionary<ObjectKey, Namespace> _terminating = [];
    private readonly DelayedKeys _delayed;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public NamespaceController(NamespaceOptions options, Instant start)
        : base(options.ConcurrentSyncs, options.ResyncPeriod, start)
    {
        _delayed = new DelayedKeys(Queue);
        SyncBy(new NamespaceSync(_terminating, _delayed, Routines).Run);
    }

    public override string Name => "namespace-controller";

    public override IReadOnlyList<string> Watches { get; } = ["Namespace"];

    private protected override IEnumerable<ObjectKey> Keys => _terminating.Keys;

    /// <summary>Syncs of namespaces that stay find nothing to do and are not made.</summary>
    public override Instant? NextWake => _terminating.Count == 0 ? null : _delayed.Next.OrEarlier(NextResync);

    public override void Wake(Instant now)
    {
        _delayed.Move(now);
        base.Wake(now);
    }

    private protected override void Observe(in WatchEvent change)
    {
        var home = (Namespace)change.Object;
        if (change.Type == WatchEventType.Deleted) _terminating.Remove(home.Key);
        else if (home.Metadata.IsBeingDeleted)
        {
            _terminating[home.Key] = home;
            Queue.Add(home.Key);
        }
    }
}
